// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { get, post } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { RefusedNotice } from '../../ui/states.tsx'
import type { Deliberation, Juror, Place } from './shapes.ts'

type Props = { deliberation: Deliberation; absent: Place; changed: () => void }

/** Gives the place of someone absent to someone who was not named yet. */
export function Replace({ deliberation, absent, changed }: Props) {
  const { t } = useTranslation('jury')
  const [choosing, setChoosing] = useState(false)
  if (!choosing) return <button type="button" className="button" onClick={() => setChoosing(true)}>{t('replace.absent')}</button>
  return <Choose deliberation={deliberation} absent={absent} changed={() => { setChoosing(false); changed() }} cancel={() => setChoosing(false)} />
}

function Choose({ deliberation, absent, changed, cancel }: Props & { cancel: () => void }) {
  const { t } = useTranslation('jury')
  const [error, setError] = useState<unknown>(null)
  const { remote } = useRemote('people', (signal) => get<{ people: Juror[] }>('/api/juries/people', { signal }))
  if (remote.state === 'loading') return null
  if (remote.state === 'failed') return <RefusedNotice error={remote.error} />
  const free = remote.value.people.filter(({ person, hasPasskey }) => hasPasskey && !deliberation.places.some((one) => one.person === person))
  const replace = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const substitute = new FormData(event.currentTarget).get('substitute')
    post(`/api/deliberations/${deliberation.id}/replace`, { absent: absent.person, substitute }).then(changed, setError)
  }
  return (
    <form className="stack replace" onSubmit={replace}>
      {free.length === 0 ? <p className="small">{t('replace.nobody')}</p> : (
        <div className="field"><label htmlFor="substitute">{t('replace.by', { name: absent.name })}</label>
          <select id="substitute" name="substitute">{free.map(({ person, name }) => <option key={person} value={person}>{name}</option>)}</select></div>
      )}
      {error !== null && <RefusedNotice error={error} />}
      <div className="row">
        {free.length > 0 && <button type="submit" className="button main">{t('replace.button')}</button>}
        <button type="button" className="button" onClick={cancel}>{t('replace.cancel')}</button>
      </div>
    </form>
  )
}
