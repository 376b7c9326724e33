// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choices, defaults, readSettings, settingNames, type Settings } from '#app/ui/settings/choices.ts'
import { codeOf, settingsIn } from '#app/ui/settings/code.ts'

const anySettings = fc.record(Object.fromEntries(settingNames
  .map((name) => [name, fc.constantFrom(...choices[name] as readonly unknown[])]))) as unknown as fc.Arbitrary<Settings>
/** The height of a seat is not carried: it belongs to one chair. */
const carried = (settings: Settings) => ({ ...settings, lift: defaults.lift })

describe('the code of the settings', () => {
  it('brings back the very settings it was made from', () => {
    fc.assert(fc.property(anySettings, (settings) => {
      expect(settingsIn(codeOf(settings))).toEqual(carried(settings))
    }))
  })

  it('is short, has no letter that is mistaken for another, and can be typed with spaces and small letters', () => {
    fc.assert(fc.property(anySettings, (settings) => {
      const code = codeOf(settings)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{1,4}(-[0-9A-HJKMNP-TV-Z]{1,4})*$/)
      expect(code.length).toBeLessThanOrEqual(16)
      expect(settingsIn(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toEqual(carried(settings))
    }))
  })

  it('refuses any one wrong letter, and two neighbours that changed places', () => {
    const letters = codeOf({ ...defaults, theme: 'contrast', gaze: true, turn: 90, pauseEvery: 15 }).replaceAll('-', '')
    for (let at = 0; at < letters.length; at++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other !== letters[at]) expect(settingsIn(letters.slice(0, at) + other + letters.slice(at + 1)), `${at} ${other}`).toBe(null)
      }
      const swapped = letters.slice(0, at) + (letters[at + 1] ?? '') + letters[at] + letters.slice(at + 2)
      if (at + 1 < letters.length && swapped !== letters) expect(settingsIn(swapped), swapped).toBe(null)
    }
  })

  it('refuses what is no code at all', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(() => settingsIn(text)).not.toThrow() }))
    for (const text of ['', '-', '00', 'ZZZZZZZZZZZZZZZZZZZZZZZZZ', 'é', '__proto__']) expect(settingsIn(text), text).toBe(null)
  })
})

describe('settings read from what a device kept', () => {
  it('are whole whatever is there: what cannot be understood takes its first value, and this is said', () => {
    fc.assert(fc.property(fc.anything(), (kept) => {
      const { settings } = readSettings(kept)
      for (const name of settingNames) expect(choices[name]).toContain(settings[name])
    }))
    expect(readSettings({ theme: 'dark', turn: 'fast' })).toEqual({ settings: { ...defaults, theme: 'dark' }, damaged: true })
    expect(readSettings(null)).toEqual({ settings: defaults, damaged: true })
  })

  it('keep what is good, and a setting that did not exist yet begins where everybody begins', () => {
    expect(readSettings({ hand: 'left', volume: 0 })).toEqual({ settings: { ...defaults, hand: 'left', volume: 0 }, damaged: false })
  })
})

it('everybody begins with captions, without gaze, with a snap turn, a light veil and a pause every twenty minutes', () => {
  expect(defaults).toMatchObject({ captions: true, gaze: false, longPress: false, calm: false, turn: 30, vignette: 'soft', pauseEvery: 20, seated: false, theme: 'system' })
})
