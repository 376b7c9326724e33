// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '#domain/verification/verdict.ts'
import type { LedgerPlace } from '../../service/trusted-ledger.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import type * as Words from './check-file.ts'
import { Checks } from './checks.tsx'
import { StatementSheet } from './statement-sheet.tsx'

type Checking = typeof Words
type Judged = { file: File; ledger: LedgerPlace; answer: Awaited<ReturnType<Checking['checkFile']>>; words: Checking }

const looks: Record<Outcome, { tone: string; icon: IconName }> = {
  'valid': { tone: 'valid', icon: 'check' },
  'valid-when-issued': { tone: 'once', icon: 'history' },
  'cannot-tell': { tone: 'unsure', icon: 'question' },
  'not-valid': { tone: 'refused', icon: 'cross' },
}

/** What is said of a file that is no credential at all: somebody dropped the wrong one, and accuses nobody. */
const unreadLook = { tone: 'unsure', icon: 'file' } as const
const UNREAD: ReadonlySet<string> = new Set(['file-too-large', 'file-not-text', 'file-too-deep', 'file-not-a-bundle'])
const isUnread = ({ checks }: Judged['answer']['verdict']): boolean => checks.some(({ name, reason }) => name === 'integrity' && UNREAD.has(reason))

type Props = { file: File; ledger: LedgerPlace; another: () => void }

/** One sentence, large; then the reasons; then what the file says. */
export function Verdict({ file, ledger, another }: Props) {
  const { t } = useTranslation('verify')
  const [judged, setJudged] = useState<Judged | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let current = true
    const check = async () => {
      // The cryptography comes only when there is a file to check.
      const words = await import('./check-file.ts')
      const answer = await words.checkFile(file, ledger)
      if (current) setJudged({ file, ledger, answer, words })
    }
    check().catch((reason: unknown) => { if (current) setError(reason) })
    return () => { current = false }
  }, [file, ledger])
  if (error !== null) return <Failure error={error} again={() => location.reload()} />
  if (judged?.file !== file || judged.ledger !== ledger) return <Loading what={t('checking')} />
  return <Sheet judged={judged} another={another} />
}

function Sheet({ judged, another }: { judged: Judged; another: () => void }) {
  const { file, answer: { verdict, statement }, words } = judged
  const { t } = useTranslation('verify')
  const { language, say } = useSay()
  const sentence = useRef<HTMLHeadingElement>(null)
  useEffect(() => { sentence.current?.focus() }, [])
  const unread = isUnread(verdict)
  const { tone, icon } = unread ? unreadLook : looks[verdict.outcome]
  return (
    <>
      <header className={`verdict tone ${tone}`} data-outcome={verdict.outcome}>
        <span className="seal"><Icon name={icon} /></span>
        <h1 ref={sentence} tabIndex={-1}>{unread ? t('unread.sentence') : words.sayOutcome(verdict, language)}</h1>
        {statement && verdict.outcome !== 'not-valid' && (
          <p className="who">{[statement.holder, statement.title && say(statement.title), statement.school].filter(Boolean).join(' · ')}</p>
        )}
        {unread && <p className="who">{t('unread.instead')}</p>}
        <p className="small">{file.name}</p>
      </header>
      <Checks checks={unread ? verdict.checks.filter(({ result }) => result === 'failed') : verdict.checks} words={words} />
      {statement && <StatementSheet statement={statement} believed={verdict.outcome !== 'not-valid'} />}
      <div className="row no-print">
        <button type="button" className="button main" onClick={another}><Icon name="file" />{t('another')}</button>
        <button type="button" className="button" onClick={() => print()}><Icon name="print" />{t('print')}</button>
      </div>
    </>
  )
}
