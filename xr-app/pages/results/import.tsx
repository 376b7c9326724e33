// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Label } from 'react-aria-components/Label'
import { useTranslation } from 'react-i18next'
import type { FileKind } from '#domain/credential/diploma/index.ts'
import { sendFile, type Sending } from '../../service/upload.ts'
import { Columns } from './columns.tsx'
import { FileDrop } from './file-drop.tsx'
import { ImportRefused } from './import-refused.tsx'
import { Sent } from './sent.tsx'
import type { ResultsFile } from './shapes.ts'

type Answer = { file: ResultsFile }
type Under = { sending: Sending<Answer>; name: string; share: number }
type Props = { session: string; first: boolean; done: (file: string) => void }

const typeOf = ({ name }: File) => (/\.(ndjson|jsonl)$/i.test(name) ? 'application/x-ndjson' : 'text/csv')

/** Where a file is dropped; then how far it has come; then its report, or why it was not taken. */
export function Import({ session, first, done }: Props) {
  const { t } = useTranslation('results')
  const [kind, setKind] = useState<FileKind>(first ? 'results' : 'additions')
  const [under, setUnder] = useState<Under | null>(null)
  const [error, setError] = useState<unknown>(null)
  // Leaving the page stops what it was sending.
  const last = useRef<Sending<Answer> | null>(null)
  useEffect(() => () => last.current?.stop(), [])
  const begin = (file: File) => {
    setError(null)
    const sending = sendFile<Answer>(`/api/results/sessions/${session}/files?kind=${kind}`, file, typeOf(file),
      (share) => setUnder((now) => now && { ...now, share }))
    last.current = sending
    setUnder({ sending, name: file.name, share: 0 })
    sending.answer.then((answer) => done(answer.file.id), (cause: unknown) => {
      setUnder(null)
      if (!(cause instanceof DOMException)) setError(cause)
    })
  }
  if (under) return <Sent name={under.name} share={under.share} stop={under.sending.stop} />
  return (
    <section className="stack" aria-labelledby="import-title">
      <h2 id="import-title">{t('import.title')}</h2>
      {!first && (
        <RadioGroup className="choices kinds" value={kind} onChange={(value) => setKind(value as FileKind)}>
          <Label>{t('import.what')}</Label>
          {(['additions', 'corrections'] as const).map((one) => (
            <Radio key={one} value={one} className="choice"><span>{t(`kind.${one}`)} <span className="small quiet">{t(`kindHelp.${one}`)}</span></span></Radio>
          ))}
        </RadioGroup>
      )}
      {error !== null && <ImportRefused error={error} />}
      <FileDrop choose={begin} />
      <Columns />
    </section>
  )
}
