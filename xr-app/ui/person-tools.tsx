// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { signInAddress } from '../service/api.ts'
import { signOut, usePresence } from '../service/person.tsx'
import { Icon } from './icon.tsx'

/** Who is here, and the way in or out. Nothing is shown until it is known. */
export function PersonTools() {
  const { t } = useTranslation()
  const [path] = useLocation()
  const presence = usePresence()
  if (presence.state === 'loading' || presence.state === 'unreachable') return null
  if (presence.state === 'signed-out') {
    return <a className="button" href={signInAddress(path)}>{t('person.signIn')}</a>
  }
  const { person } = presence
  const role = person.roles[0]
  return (
    <>
      <span className="person">
        <span className="name">
          <span className="whole">{person.displayName}</span>
          <span className="initials" aria-hidden="true">{initials(person.displayName)}</span>
        </span>
        {role && <span className="role">{t(`roles.${role}`)}</span>}
      </span>
      <button type="button" className="button plain" onClick={() => void signOut().catch(() => location.reload())}>
        <Icon name="leave" /><span className="word">{t('person.signOut')}</span>
      </button>
    </>
  )
}

const initials = (name: string) => name.split(/\s+/).map((part) => part[0] ?? '').slice(0, 2).join('').toUpperCase()
