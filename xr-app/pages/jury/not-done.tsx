// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { RefusedNotice } from '../../ui/states.tsx'
import { Declined, Unable } from './with-passkey.ts'

/** Why nothing was made or signed: the person, the device, or the service. */
export function NotDone({ error }: { error: unknown }) {
  const { t } = useTranslation('jury')
  if (!(error instanceof Declined || error instanceof Unable)) return <RefusedNotice error={error} />
  const why = error instanceof Declined ? 'declined' : 'unable'
  return (
    <div className="notice tone unsure" role="alert">
      <Icon name="stop" />
      <p><b>{t(`notDone.${why}`)}</b> {t(`notDone.${why}Help`)}</p>
    </div>
  )
}
