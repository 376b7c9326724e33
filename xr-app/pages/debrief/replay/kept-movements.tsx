// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { PoseSample } from '../../../service/poses-pack.ts'
import { openPoseStore, poseDays } from '../../../service/poses.ts'
import { Icon } from '../../../ui/icon.tsx'

type Props = { attempt: string; samples: readonly PoseSample[]; deleted: () => void }

/** The movements kept of this attempt, on this device alone: to take away as a file, or to delete at once. */
export function KeptMovements({ attempt, samples, deleted }: Props) {
  const { t } = useTranslation('debrief')
  const remove = async () => {
    const store = await openPoseStore()
    await store.forget(attempt)
    store.close()
    deleted()
  }
  return (
    <div className="movements">
      <p className="small quiet">{t('replay.movements.text', { days: poseDays })}</p>
      <div className="row">
        <button type="button" className="button" data-poses="save" onClick={() => save(samples)}><Icon name="download" />{t('replay.movements.save')}</button>
        <button type="button" className="button" data-poses="delete" onClick={() => void remove()}><Icon name="cross" />{t('replay.movements.delete')}</button>
      </div>
    </div>
  )
}

function save(samples: readonly PoseSample[]): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify({ everyMs: 100, unit: 'm', samples })], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: 'mouvements.json' })
  link.click()
  URL.revokeObjectURL(address)
}
