// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { signInAddress } from '../service/api.ts'
import { Ember } from './ember.tsx'
import { Icon } from './icon.tsx'

/** In place of what belongs to one person: the way in, and back here. */
export function SignInFirst() {
  const { t } = useTranslation()
  const [path] = useLocation()
  return (
    <div className="card state">
      <Ember level={0} size={44} />
      <h2>{t('errors.signed-out.title')}</h2>
      <p>{t('errors.signed-out.help')}</p>
      <a className="button main" href={signInAddress(path)}>{t('person.signIn')}<Icon name="arrow" /></a>
    </div>
  )
}
