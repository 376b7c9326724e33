// SPDX-License-Identifier: EUPL-1.2
import { choices, type SettingName, type Settings } from '#app/ui/settings/choices.ts'
import { change } from '#app/ui/settings/store.ts'
import type { PanelButton, PanelRow } from './panel-layout.ts'

/** What can be changed without taking the headset off, page by page: yes or no side by side, then lists of values. */
const pages: readonly { flags: readonly (keyof Settings)[]; lists: readonly SettingName[] }[] = [
  { flags: ['captions', 'calm'], lists: ['volume', 'vignette'] },
  { flags: ['largeTargets', 'moreTime'], lists: ['turn', 'textSize'] },
  { flags: ['gaze', 'longPress'], lists: ['dwellMs', 'hand'] },
  { flags: ['oneHand', 'seated'], lists: ['pauseEvery'] },
]
export const SETTINGS_PAGES = pages.length

type Say = (name: SettingName, value?: Settings[SettingName]) => string

/** The settings of one page of the slate, as rows of keys. What is chosen has a tick. */
export function settingRows(now: Settings, page: number, say: Say): PanelRow[] {
  const { flags, lists } = pages[page % pages.length]!
  const toggle = (name: SettingName): PanelButton =>
    ({ id: `set:${name}`, label: say(name), chosen: now[name] === true, press: () => change({ [name]: now[name] !== true }) })
  const values = (name: SettingName): PanelRow => ({
    kind: 'choice', label: say(name),
    buttons: inOrder(choices[name]).map((value) =>
      ({ id: `set:${name}:${value}`, label: say(name, value), chosen: now[name] === value, press: () => change({ [name]: value }) })),
  })
  return [{ kind: 'buttons', buttons: flags.map(toggle) }, ...lists.map(values)]
}

const inOrder = (all: readonly Settings[SettingName][]) => (typeof all[0] === 'number' ? all.toSorted((a, b) => Number(a) - Number(b)) : all)
