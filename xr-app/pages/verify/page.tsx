// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHistoryState } from 'wouter/use-browser-location'
import { getFile } from '../../service/api.ts'
import { handedIn } from '../../service/handed.ts'
import { findLedger, type LedgerPlace } from '../../service/trusted-ledger.ts'
import { usePageTitle } from '../../ui/page.tsx'
import { Loading, RefusedNotice } from '../../ui/states.tsx'
import { FileDrop } from './file-drop.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { Verdict } from './verdict.tsx'
import './verify.css'

/** Is this proof true? Works wholly in the browser: no account, nothing sent, with the service stopped if need be. */
export default function VerifyPage() {
  const { t } = useTranslation('verify')
  const heading = usePageTitle(t('title'))
  const [file, setFile] = useState<File | null>(null)
  const [ledger, setLedger] = useState<LedgerPlace | null>(null)
  useEffect(() => { void findLedger().then(setLedger) }, [])
  const error = useHanded(setFile)
  return (
    <div className="verify">
      {file === null
        ? (
          <>
            <header className="stack">
              <h1 ref={heading} tabIndex={-1}>{t('question')}</h1>
              <p className="lead quiet">{t('lead')}</p>
            </header>
            {error !== null && <RefusedNotice error={error} />}
            <FileDrop choose={setFile} />
          </>
        )
        : ledger === null ? <Loading what={t('checking')} />
          : <Verdict file={file} ledger={ledger} another={() => setFile(null)} />}
      {ledger && <LedgerPanel ledger={ledger} choose={setLedger} />}
    </div>
  )
}

/** Takes the proof that the wallet hands over; gives what went wrong with that. */
function useHanded(take: (file: File) => void): unknown {
  const state = useHistoryState<unknown>()
  const [handed] = useState(() => handedIn(state))
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (handed === null) return
    let current = true
    // Handed over once: who comes back here later, signed out perhaps, finds the page as anyone does.
    history.replaceState(null, '')
    getFile(handed).then(({ content, name }) => { if (current) take(new File([content], name)) }, (cause: unknown) => { if (current) setError(cause) })
    return () => { current = false }
  }, [handed, take])
  return error
}
