// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, post } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { Failure } from '../../ui/states.tsx'
import { useSayResults } from '../results/say-results.ts'
import { NotDone } from './not-done.tsx'
import type { Creation, Passkey } from './shapes.ts'
import { makePasskey } from './with-passkey.ts'

/** My passkey: what it is for, and making it, or another. */
export function MyPasskey() {
  const { t } = useTranslation('jury')
  const { moment } = useSayResults()
  const { remote, again } = useRemote('passkey', (signal) => get<{ passkey: Passkey | null }>('/api/juries/passkey', { signal }))
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  if (remote.state === 'loading') return null
  if (remote.state === 'failed') return <Failure error={remote.error} again={again} />
  const { passkey } = remote.value
  const make = () => {
    setBusy(true)
    setError(null)
    register().then(again, setError).finally(() => setBusy(false))
  }
  return (
    <section className={`card stack ${passkey ? '' : 'raised'}`} aria-labelledby="passkey-title">
      <h2 id="passkey-title">{t('passkey.title')}</h2>
      {passkey
        ? <p className="row"><span className="badge tone valid"><Icon name="check" />{t('passkey.there')}</span><span className="small quiet">{moment(passkey.registeredAt)}</span></p>
        : <p>{t('passkey.help')}</p>}
      <p className="small quiet">{t('passkey.promise')}</p>
      {error !== null && <NotDone error={error} />}
      <div><button type="button" className={`button ${passkey ? '' : 'main'}`} disabled={busy} onClick={make}>
        <Icon name="hand" />{t(passkey ? 'passkey.another' : 'passkey.make')}
      </button></div>
    </section>
  )
}

async function register(): Promise<void> {
  const { options } = await post<{ options: Creation }>('/api/juries/passkey/begin')
  await post('/api/juries/passkey', await makePasskey(options))
}
