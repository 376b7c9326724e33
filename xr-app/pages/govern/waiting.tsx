// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, post } from '../../service/api.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { Failure, Loading, RefusedNotice } from '../../ui/states.tsx'
import { thenOf, Told } from './history.tsx'
import type { WaitingAct } from './shapes.ts'
import { ToldApart, useBirth } from './told-apart.tsx'

const ConfirmDialog = lazy(() => import('../../ui/confirm-dialog.tsx'))

/** What one person proposed and another must decide, oldest first. */
export function Waiting() {
  const { t } = useTranslation('govern')
  const { remote, again } = useRemote('status-acts', (signal) => get<{ waiting: WaitingAct[] }>('/api/status-acts', { signal }), () => 20_000)
  return (
    <section className="stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('waiting.title')}</h2>
      {remote.state === 'loading' && <Loading />}
      {remote.state === 'failed' && <Failure error={remote.error} again={again} />}
      {remote.state === 'ready' && (remote.value.waiting.length === 0
        ? <p className="quiet">{t('waiting.none')}</p>
        : <ul className="acts">{remote.value.waiting.map((act) => <li key={act.id}><Row act={act} decided={again} /></li>)}</ul>)}
    </section>
  )
}

function Row({ act, decided }: { act: WaitingAct; decided: () => void }) {
  const { t } = useTranslation('govern')
  const { say } = useSay()
  const born = useBirth()(act.credential)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const decide = (decision: 'confirmed' | 'set-aside') => {
    setAsking(false)
    post(`/api/status-acts/${act.id}/decision`, { decision }).then(decided, setError)
  }
  const { holder, title, school, mayConfirm } = act.credential
  return (
    <>
      <h3>{holder}</h3>
      <span>{say(title)} · {school}</span>
      <ToldApart credential={act.credential} />
      <Told act={act} />
      {act.proposedBy.me && <p className="small">{t('waiting.yours')}</p>}
      {!act.proposedBy.me && !mayConfirm && <p className="small">{t('waiting.academy')}</p>}
      {error !== null && <RefusedNotice error={error} />}
      <div className="row">
        {!act.proposedBy.me && mayConfirm && (
          <button type="button" className="button main" aria-label={t('waiting.confirmOf', { act: t(`acts.${act.act}`), holder })} onClick={() => setAsking(true)}>
            <Icon name="check" />{t('waiting.confirm')}
          </button>
        )}
        <button type="button" className="button" aria-label={t('waiting.setAsideOf', { act: t(`acts.${act.act}`), holder })} onClick={() => decide('set-aside')}>
          {t('waiting.setAside')}
        </button>
      </div>
      {asking && (
        <Suspense fallback={null}>
          <ConfirmDialog title={t(`waiting.sure.${act.act}`, { holder })} text={[born, t(thenOf(act.act, act.credential.kind))].filter(Boolean).join('. ')}
            yes={t('waiting.confirm')} no={t('waiting.back')} confirm={() => decide('confirmed')} cancel={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
