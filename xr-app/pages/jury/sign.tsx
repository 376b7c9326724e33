// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import { usePresence } from '../../service/person.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSayResults } from '../results/say-results.ts'
import { NotDone } from './not-done.tsx'
import type { Request, Sitting, Vote } from './shapes.ts'
import { signWithPasskey } from './with-passkey.ts'

const ConfirmDialog = lazy(() => import('../../ui/confirm-dialog.tsx'))

type Props = { sitting: Sitting; changed: () => void }

/** Signing the decision or the refusal; or what was signed, or why there is nothing to sign. */
export function Sign({ sitting: { deliberation, ask }, changed }: Props) {
  const { t } = useTranslation('jury')
  const { moment } = useSayResults()
  const { person } = usePresence()
  const [error, setError] = useState<unknown>(null)
  const [asking, setAsking] = useState(false)
  const place = deliberation.places.find((one) => one.person === person?.id)
  if (place?.vote) return <Notice tone="valid" icon="check" title={t(`sign.done.${place.vote}`)} text={place.signedAt ? moment(place.signedAt) : ''} />
  if (deliberation.state !== 'open' || !ask.refused) {
    const why = place?.replacedBy ? 'replaced' : deliberation.state === 'opening' ? 'opening' : 'closed'
    return <Notice tone="unsure" icon="clock" title={t(`sign.${why}`)} text={t(`sign.${why}Help`)} />
  }
  const sign = (vote: Vote, request: Request) => {
    setAsking(false)
    setError(null)
    signWithPasskey(request).then((answer) => post(`/api/sittings/${deliberation.id}/sign`, { vote, answer })).then(changed, setError)
  }
  const { decided, refused } = ask
  return (
    <section className="card raised stack" aria-labelledby="sign-title">
      <h2 id="sign-title">{t('sign.title')}</h2>
      <p>{decided ? t('sign.help') : t('sign.notReady')}</p>
      {error !== null && <NotDone error={error} />}
      <div className="row">
        {decided && <button type="button" className="button main" onClick={() => sign('decided', decided)}><Icon name="hand" />{t('sign.decide')}</button>}
        <button type="button" className="button" onClick={() => setAsking(true)}><Icon name="cross" />{t('sign.refuse')}</button>
      </div>
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog title={t('sign.refuseSure')} text={t('sign.refuseHelp')} yes={t('sign.refuseYes')} no={t('sign.refuseNo')}
            confirm={() => sign('refused', refused)} cancel={() => setAsking(false)} />
        </Suspense>
      )}
    </section>
  )
}

function Notice({ tone, icon, title, text }: { tone: string; icon: 'check' | 'clock'; title: string; text: string }) {
  return <div className={`notice tone ${tone}`} role="status"><Icon name={icon} /><p><b>{title}</b> {text}</p></div>
}
