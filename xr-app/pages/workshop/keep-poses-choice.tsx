// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { anyPoses, forgetAllPoses, poseDays } from '../../service/poses.ts'
import { useRemote } from '../../service/use-remote.ts'
import { Icon } from '../../ui/icon.tsx'

type Props = { chosen: boolean; choose: (chosen: boolean) => void }

/** Whether this attempt's movements are kept: off unless asked, said in plain words, and deleted at a touch. */
export function KeepPosesChoice({ chosen, choose }: Props) {
  const { t } = useTranslation('workshop')
  return (
    <div className="keep-poses stack">
      <label className="tick">
        <input type="checkbox" checked={chosen} data-poses="keep" aria-describedby="poses-help" onChange={(event) => choose(event.target.checked)} />
        <span>{t('prepare.poses.keep')}</span>
      </label>
      <p className="help small quiet" id="poses-help">{t('prepare.poses.help', { days: poseDays })}</p>
      <DeletePoses />
    </div>
  )
}

function DeletePoses() {
  const { t } = useTranslation('workshop')
  const [deleted, setDeleted] = useState(false)
  const { remote, again } = useRemote('poses', anyPoses)
  if (deleted) return <p className="small" role="status"><Icon name="check" /> {t('prepare.poses.deleted')}</p>
  if (remote.state !== 'ready' || !remote.value) return null
  return (
    <div className="row">
      <button type="button" className="button" data-poses="delete" onClick={() => void forgetAllPoses().then(() => setDeleted(true), again)}>{t('prepare.poses.delete')}</button>
    </div>
  )
}
