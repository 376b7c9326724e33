// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'
import { plain } from './columns.ts'

export type RegisteredDiploma = {
  code: string
  title: Text
  kind: 'cap' | 'bac-pro' | 'bts'
  /** Level of the French framework of qualifications. */
  level: number
  /** Whether an average gives a mention. */
  mentions: boolean
  rncp: string | null
  /** How far the entry may be relied on. */
  status: string
}
export type RegisteredAcademy = { code: string; name: string }

export type Registers = {
  diplomas: ReadonlyMap<string, RegisteredDiploma>
  academies: ReadonlyMap<string, RegisteredAcademy>
  /** Code of each academy by its name, written as `plain` leaves it. */
  academyCodes: ReadonlyMap<string, string>
}

/** The registers, made ready to be asked once a line. */
export const registersFrom = (diplomas: readonly RegisteredDiploma[], academies: readonly RegisteredAcademy[]): Registers => ({
  diplomas: new Map(diplomas.map((one) => [one.code, one])),
  academies: new Map(academies.map((one) => [one.code, one])),
  academyCodes: new Map(academies.map((one) => [plain(one.name), one.code])),
})

/** Whether what is said of somebody's academy, its name or its code, means this one. Nothing said means none. */
export const isAcademy = ({ code, name }: RegisteredAcademy, said: string | undefined): boolean =>
  said !== undefined && (said === code || plain(said) === plain(name))

/** The code of an academy from its code or its name; null when the register has neither. */
export function academyOf({ academies, academyCodes }: Registers, text: string): string | null {
  if (academies.has(text)) return text
  return academyCodes.get(plain(text)) ?? null
}

/**
 * Whether two texts name one academy, each by its code or its name; of one that the register does not have, only the very
 * same text is the same.
 */
export function sameAcademy(registers: Registers, one: string, other: string): boolean {
  const code = academyOf(registers, one)
  return code === null ? one === other : code === academyOf(registers, other)
}
