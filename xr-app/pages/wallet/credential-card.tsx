// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { handing } from '../../service/handed.ts'
import type { CredentialLine } from '../../service/shapes.ts'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/say.ts'
import { OtherForms } from './other-forms.tsx'

const brightness = { preparing: 0.25, anchoring: 0.6, ready: 1, failed: 0 } as const
const looks = {
  preparing: { tone: 'unsure', icon: 'clock' }, anchoring: { tone: 'unsure', icon: 'clock' },
  ready: { tone: 'valid', icon: 'check' }, failed: { tone: 'refused', icon: 'stop' },
} as const

/** One proof: what it says, who stands behind it, how far it is, and what to do with it. */
export function CredentialCard({ line: { id, title, school, issuedAt, status } }: { line: CredentialLine }) {
  const { t } = useTranslation('wallet')
  const { say, day } = useSay()
  const ready = status === 'ready'
  return (
    <article className="card raised credential">
      <Ember level={brightness[status]} size={56} breathing={!ready && status !== 'failed'} />
      <div className="stack">
        <div>
          <h3>{say(title)}</h3>
          <p className="quiet">{school}{ready && <> · <time dateTime={issuedAt}>{day(issuedAt)}</time></>}</p>
        </div>
        <p><span className={`badge tone ${looks[status].tone}`}><Icon name={looks[status].icon} />{t(`status.${status}.word`)}</span></p>
        <p>{t(`status.${status}.text`)}</p>
        {ready && (
          <div className="row">
            <a className="button main" href={`/api/credentials/${id}/bundle`} download><Icon name="download" />{t('download')}</a>
            <Link className="button" href="/verifier" state={handing(`/api/credentials/${id}/bundle`)}><Icon name="verify" />{t('verify')}</Link>
          </div>
        )}
        {ready && <OtherForms address={`/api/credentials/${id}`} title={say(title)} kind="competence" />}
      </div>
    </article>
  )
}
