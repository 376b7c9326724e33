// SPDX-License-Identifier: EUPL-1.2
// Settings as a short code that can be read aloud, typed or shown as a QR code: the settings themselves, nothing else.
import { choices, defaults, settingNames, type SettingName, type Settings } from './choices.ts'

/** Crockford's digits: no I, L, O or U, which are mistaken for others. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const version = 1
/** The largest prime under 32²: two digits of a remainder by it notice any one wrong digit. */
const check = 1021n

/** The height belongs to one chair: it is not carried. */
const carried: readonly SettingName[] = settingNames.filter((name) => name !== 'lift')

/** The number of a list of choices, each digit in the base its setting needs. */
function packed(settings: Settings): bigint {
  return carried.toReversed().reduce((sum, name) => {
    const all = choices[name] as readonly unknown[]
    return sum * BigInt(all.length) + BigInt(all.indexOf(settings[name]))
  }, 0n)
}

function unpacked(value: bigint): Settings | null {
  let rest = value
  const entries = carried.map((name) => {
    const all = choices[name] as readonly unknown[]
    const index = Number(rest % BigInt(all.length))
    rest /= BigInt(all.length)
    return [name, all[index]]
  })
  return rest === 0n ? { ...defaults, ...Object.fromEntries(entries) as Partial<Settings> } : null
}

const spelt = (value: bigint): string => (value < 32n ? '' : spelt(value / 32n)) + digits[Number(value % 32n)]
const checkOf = (value: bigint): string => spelt(value % check).padStart(2, '0')

/** The code of these settings, in groups of four. */
export function codeOf(settings: Settings): string {
  const value = packed(settings) * 8n + BigInt(version)
  return (spelt(value).padStart(6, '0') + checkOf(value)).replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** The settings a code carries; null when it is no such code or was copied wrongly. */
export function settingsIn(code: string): Settings | null {
  const letters = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (letters.length < 3 || letters.length > 24 || ![...letters].every((letter) => digits.includes(letter))) return null
  const value = [...letters.slice(0, -2)].reduce((sum, letter) => sum * 32n + BigInt(digits.indexOf(letter)), 0n)
  if (checkOf(value) !== letters.slice(-2) || Number(value % 8n) !== version) return null
  return unpacked(value / 8n)
}
