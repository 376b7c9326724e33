// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
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
  const { pending, error, forget } = useHanded(setFile)
  const choose = (chosen: File) => {
    forget()
    setFile(chosen)
  }
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
            {pending && <Loading />}
            <FileDrop choose={choose} />
          </>
        )
        : ledger === null ? <Loading what={t('checking')} />
          : <Verdict file={file} ledger={ledger} another={() => setFile(null)} />}
      {ledger && <LedgerPanel ledger={ledger} choose={setLedger} />}
    </div>
  )
}

/** Takes the proof that the wallet hands over, once: who comes back to this page, maybe signed out, is not sent for it again. */
function useHanded(take: (file: File) => void) {
  const [handed, setHanded] = useState(() => handedIn(history.state))
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (handed === null) return
    history.replaceState(null, '')
    let current = true
    const settle = (then: () => void) => {
      if (!current) return
      setHanded(null)
      then()
    }
    getFile(handed).then(({ content, name }) => settle(() => take(new File([content], name))), (reason: unknown) => settle(() => setError(reason)))
    return () => { current = false }
  }, [handed, take])
  // A file that is chosen counts more than the one on its way.
  const forget = useCallback(() => {
    setHanded(null)
    setError(null)
  }, [])
  return { pending: handed !== null, error, forget }
}
