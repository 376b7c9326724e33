// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../engine/session.ts'
import { pauseLater, useKeepPauses, usePauseDue } from '../../ui/aids/pause.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSettings } from '../../ui/settings/store.ts'

/** After a while on a screen or with words, a pause is proposed in a corner: nothing is covered, nothing is taken away. */
export function Break({ session }: { session: Session }) {
  const { t } = useTranslation('workshop')
  const { pauseEvery } = useSettings()
  useKeepPauses()
  const due = usePauseDue()
  const [resting, setResting] = useState(false)
  const rest = () => {
    session.pause()
    setResting(true)
  }
  const goOn = () => {
    if (resting) session.resume()
    setResting(false)
    pauseLater()
  }
  // A screen reader hears what comes into a place that was there before.
  return (
    <div className="break" role="status" data-break={resting ? 'resting' : due ? 'due' : undefined}>
      {(due || resting) && <>
        <p><Icon name="clock" />{resting ? t('break.resting') : t('break.due', { count: pauseEvery })}</p>
        <div className="row">
          {!resting && <button type="button" className="button" data-break-take onClick={rest}>{t('break.take')}</button>}
          <button type="button" className="button" data-break-on onClick={goOn}>{t(resting ? 'break.back' : 'break.later')}</button>
        </div>
      </>}
    </div>
  )
}
