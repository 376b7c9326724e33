// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import { AriaLanguage } from '../../ui/aria-language.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'
import { idIn, idOfFile } from './credential-id.ts'
import { DiplomaSearch } from './diploma-search.tsx'
import type { File as Found } from './shapes.ts'

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]
type Wrong = { kind: 'no-id' } | { kind: 'refused'; error: unknown } | null

/** Finds a credential by what it is called, or by its file: only its id leaves this page. */
export function Find({ found }: { found: (file: Found) => void }) {
  const { t } = useTranslation('govern')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<Wrong>(null)
  const ask = (id: string | null) => {
    if (id === null) return setWrong({ kind: 'no-id' })
    setWrong(null)
    post<Found>('/api/credentials/find', { credential: id }).then(found, (error: unknown) => setWrong({ kind: 'refused', error }))
  }
  const read = async (file: File) => ask(await idOfFile(file))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(idIn(text))
  }
  return (
    <section className="stack" aria-labelledby="find-title">
      <h2 id="find-title">{t('find.title')}</h2>
      <FileZone read={(file) => void read(file)} />
      <form className="field" onSubmit={submit}>
        <label htmlFor="credential">{t('find.id')}</label>
        <div className="row">
          <input id="credential" type="text" autoComplete="off" spellCheck={false} value={text} aria-describedby="credential-help"
            onChange={(event) => setText(event.target.value)} />
          <button type="submit" className="button"><Icon name="verify" />{t('find.go')}</button>
        </div>
        <p className="help" id="credential-help">{t('find.help')}</p>
      </form>
      <DiplomaSearch choose={ask} />
      {wrong?.kind === 'no-id' && <p className="notice tone refused" role="alert"><Icon name="stop" />{t('find.noId')}</p>}
      {wrong?.kind === 'refused' && <RefusedNotice error={wrong.error} />}
    </section>
  )
}

function FileZone({ read }: { read: (file: File) => void }) {
  const { t } = useTranslation('govern')
  const drop = async ({ items }: DropEvent) => {
    const item = items.find((one) => one.kind === 'file')
    if (item?.kind === 'file') read(await item.getFile())
  }
  return (
    <AriaLanguage><DropZone className="file-zone" aria-label={t('find.drop')} onDrop={(event) => void drop(event)}>
      <p>{t('find.drop')}</p>
      <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => { if (files?.[0]) read(files[0]) }}>
        <Button className="button"><Icon name="file" />{t('find.choose')}</Button>
      </FileTrigger>
    </DropZone></AriaLanguage>
  )
}
