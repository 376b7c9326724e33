// SPDX-License-Identifier: EUPL-1.2
// What a person can set, as data: each setting has a few possible values, the first of which is where everybody begins.
// Nothing here says who someone is. The order of the names and of the values is what a code carries (code.ts): new
// settings and new values are added at the end.
export const choices = {
  language: ['auto', 'fr', 'en'],
  theme: ['system', 'light', 'dark', 'contrast'],
  font: ['atkinson', 'dyslexic'],
  /** Per cent of the usual size. */
  textSize: [100, 115, 130, 150, 200],
  calm: [false, true],
  captions: [true, false],
  /** Per cent. */
  volume: [100, 75, 50, 25, 0],
  hand: ['right', 'left'],
  oneHand: [false, true],
  gaze: [false, true],
  dwellMs: [1200, 600, 900, 1600, 2200, 3000],
  longPress: [false, true],
  largeTargets: [false, true],
  moreTime: [false, true],
  /** Degrees a snap turn makes; 0: the stick never turns one. */
  turn: [30, 15, 45, 90, 0],
  vignette: ['soft', 'strong', 'none'],
  seated: [false, true],
  /** By how many centimetres a seated eye is raised, as last calibrated. */
  lift: [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70],
  /** Minutes in the headset before a pause is proposed; 0: never. */
  pauseEvery: [20, 15, 30, 0],
  /** How fine the 3D picture is: as the device holds, spared, or as fine as it can be. */
  picture: ['auto', 'light', 'fine'],
} as const

type Choices = typeof choices
export type SettingName = keyof Choices
export type Settings = { readonly [Name in SettingName]: Choices[Name][number] }

export const settingNames = Object.keys(choices) as SettingName[]

/** Whether a value is one of those a setting can have. */
export const isChoice = <Name extends SettingName>(name: Name, value: unknown): value is Settings[Name] =>
  (choices[name] as readonly unknown[]).includes(value)

export const defaults = Object.fromEntries(settingNames.map((name) => [name, choices[name][0]])) as Settings

/**
 * Settings from something kept or received, which may be anything: what cannot be understood takes its first value, and
 * `damaged` says that it happened.
 */
export function readSettings(kept: unknown): { settings: Settings; damaged: boolean } {
  if (typeof kept !== 'object' || kept === null) return { settings: defaults, damaged: true }
  const known = settingNames.filter((name) => name in kept)
  const good = known.filter((name) => isChoice(name, (kept as Record<string, unknown>)[name]))
  const values = Object.fromEntries(good.map((name) => [name, (kept as Record<string, unknown>)[name]]))
  return { settings: { ...defaults, ...values }, damaged: good.length < known.length }
}
