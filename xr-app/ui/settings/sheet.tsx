// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { SettingName } from './choices.ts'
import { Field } from './fields.tsx'
import './settings.css'

const groups: Record<'read' | 'sense' | 'act' | 'headset', readonly SettingName[]> = {
  read: ['language', 'theme', 'font', 'textSize'],
  sense: ['calm', 'captions', 'volume', 'picture', 'pauseEvery'],
  act: ['hand', 'oneHand', 'largeTargets', 'longPress', 'gaze', 'dwellMs', 'moreTime'],
  headset: ['seated', 'turn', 'vignette'],
}

/** Every setting, by what it is about: the whole of the page, and of the dialog of the workshop. */
export function SettingsSheet({ level = 'h2' }: { level?: 'h2' | 'h3' }) {
  const { t } = useTranslation('settings')
  const Title = level
  return (
    <div className="settings">
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <section key={group} aria-labelledby={`settings-${group}`}>
          <Title id={`settings-${group}`}>{t(`groups.${group}`)}</Title>
          {groups[group].map((name) => <Field key={name} name={name} />)}
        </section>
      ))}
    </div>
  )
}
