// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { statusReasons, type StatusAct } from '#domain/credential/status.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import type { Act, Credential } from './shapes.ts'

/** What an act does, in words: a diploma is corrected in another way. */
export const thenOf = (act: StatusAct, kind: Credential['kind']) => (act === 'correct' && kind === 'diploma' ? 'then.correctDiploma' : `then.${act}` as const)

/** Who did what, when and why, oldest first. Nothing is ever taken out of it. */
export function History({ acts }: { acts: Act[] }) {
  const { t } = useTranslation('govern')
  return (
    <section className="stack" aria-labelledby="history-title">
      <h3 id="history-title">{t('history.title')}</h3>
      {acts.length === 0
        ? <p className="quiet">{t('history.none')}</p>
        : <ol className="acts">{acts.map((act) => <li key={act.id}><Told act={act} /></li>)}</ol>}
    </section>
  )
}

/** One act in words. */
export function Told({ act: { id, act, reason, proposedBy, proposedAt, decision } }: { act: Act }) {
  const { t } = useTranslation('govern')
  const { say, moment } = useSay()
  const name = (who: Act['proposedBy']) => (who.me ? t('history.you') : who.name)
  return (
    <>
      <b>{t(`acts.${act}`)}</b>
      <span>{say(statusReasons[reason].text)}</span>
      <span className="small quiet">{t('history.proposed', { name: name(proposedBy), moment: moment(proposedAt) })}</span>
      <span className="small quiet">{decision
        ? t(`history.${decision.taken}`, { name: name(decision.by), moment: moment(decision.at) })
        : t('history.waits')}</span>
      {act === 'duplicate' && decision?.taken === 'confirmed' && (proposedBy.me || decision.by.me) && (
        <a className="button" href={`/api/status-acts/${id}/file`} download><Icon name="file" />{t('history.file')}</a>
      )}
    </>
  )
}
