// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { choices, type SettingName, type Settings } from './choices.ts'
import { change, useSettings } from './store.ts'
import { wordFor } from './words.ts'

const flags = ['calm', 'captions', 'oneHand', 'gaze', 'longPress', 'largeTargets', 'moreTime', 'seated'] as const
type Flag = (typeof flags)[number]
const isFlag = (name: SettingName): name is Flag => (flags as readonly string[]).includes(name)

/** A setting one says yes or no to, or picks a value of. Native inputs: they work before anything else does. */
export function Field({ name }: { name: SettingName }) {
  return isFlag(name) ? <YesNo name={name} /> : <OneOf name={name} />
}

function YesNo({ name }: { name: Flag }) {
  const { t } = useTranslation('settings')
  const id = useId()
  const current = useSettings()[name]
  return (
    <div className="yes-no">
      <label>
        <input type="checkbox" checked={current} aria-describedby={id} data-setting={name}
          onChange={(event) => change({ [name]: event.target.checked })} />
        <span>{t(`${name}.title`)}</span>
      </label>
      <p className="help" id={id}>{t(`${name}.help`)}</p>
    </div>
  )
}

/** Numbers stand in their order, whatever the first value is. */
const inOrder = (values: readonly Settings[SettingName][]) =>
  (typeof values[0] === 'number' ? values.toSorted((a, b) => Number(a) - Number(b)) : values)

function OneOf({ name }: { name: SettingName }) {
  const { t, i18n } = useTranslation('settings')
  const group = useId()
  const current = useSettings()[name]
  const key = (part: string) => `${name}.${part}` as 'turn.help'
  return (
    <fieldset className="one-of" aria-describedby={i18n.exists(key('help'), { ns: 'settings' }) ? `${group}-help` : undefined}>
      <legend>{t(key('title'))}</legend>
      <div className="values">
        {inOrder(choices[name]).map((value) => (
          <label key={String(value)}>
            <input type="radio" name={group} checked={value === current} data-setting={name} value={String(value)}
              onChange={() => change({ [name]: value })} />
            <span lang={name === 'language' && value !== 'auto' ? String(value) : undefined}>{wordFor(t, i18n, name, value)}</span>
          </label>
        ))}
      </div>
      {i18n.exists(key('help'), { ns: 'settings' }) && <p className="help" id={`${group}-help`}>{t(key('help'))}</p>}
    </fieldset>
  )
}
