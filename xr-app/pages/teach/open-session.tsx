// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../service/api.ts'
import type { Session } from '../../service/shapes.ts'
import { useSay } from '../../ui/say.ts'
import { RefusedNotice } from '../../ui/states.tsx'

const ConfirmDialog = lazy(() => import('../../ui/confirm-dialog.tsx'))

type Props = { session: Session; title: string; changed: () => void }

/** One open session: its code for the whole class, and closing it, which is asked twice. */
export function OpenSession({ session, title, changed }: Props) {
  const { t } = useTranslation('teach')
  const { moment } = useSay()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const close = () => {
    setAsking(false)
    post(`/api/sessions/${session.id}/close`).then(changed, setError)
  }
  return (
    <article className="card raised session">
      <div>
        <h3>{title}</h3>
        <p className="quiet small">{t('sessions.since', { moment: moment(session.openedAt) })}</p>
      </div>
      <p className="board"><span className="small quiet">{t('sessions.code')}</span><strong>{session.code}</strong></p>
      <p>{t('sessions.howto')}</p>
      {error !== null && <RefusedNotice error={error} />}
      <div><button type="button" className="button" onClick={() => setAsking(true)}>{t('sessions.close')}</button></div>
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog title={t('sessions.closeTitle')} text={t('sessions.closeText')}
            yes={t('sessions.close')} no={t('sessions.keep')} confirm={close} cancel={() => setAsking(false)} />
        </Suspense>
      )}
    </article>
  )
}
