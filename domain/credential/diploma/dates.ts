// SPDX-License-Identifier: EUPL-1.2
export type DateFault = 'empty' | 'date-form' | 'date-short-year' | 'date-serial' | 'date-impossible'
export type ReadDate = { date: string } | { fault: DateFault }

const MIDNIGHT = /[ T]0{1,2}[:h]00(:00(\.0+)?)?Z?$/
const FRENCH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const SHORT_YEAR = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/
/** A date as a spreadsheet counts it: days since 1899-12-30. */
const SERIAL = /^\d{5}([.,]0+)?$/

/** Reads day/month/year, or ISO 8601, with or without a midnight behind it; gives ISO 8601. Never guesses a century. */
export function readDate(text: string): ReadDate {
  if (text === '') return { fault: 'empty' }
  const day = text.replace(MIDNIGHT, '')
  const french = FRENCH.exec(day)
  if (french) return real(french[3], french[2], french[1])
  const iso = ISO.exec(day)
  if (iso) return real(iso[1], iso[2], iso[3])
  if (SHORT_YEAR.test(day)) return { fault: 'date-short-year' }
  return { fault: SERIAL.test(day) ? 'date-serial' : 'date-form' }
}

function real(year = '', month = '', day = ''): ReadDate {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const days = daysIn(Number(year), Number(month))
  return Number(day) >= 1 && Number(day) <= days ? { date } : { fault: 'date-impossible' }
}

/** Days of a month of the Gregorian calendar; 0 for a month that is none. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** Reads a session: 2026-06, 06/2026 or "juin 2026"; gives YYYY-MM, or null. */
export function readSession(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})$/.exec(text)
  if (iso) return session(iso[1], Number(iso[2]))
  const french = /^(\d{1,2})[/-](\d{4})$/.exec(text)
  if (french) return session(french[2], Number(french[1]))
  const words = /^([a-z]+) (\d{4})$/.exec(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
  return words ? session(words[2], MONTHS.indexOf(words[1] ?? '') + 1) : null
}

const session = (year = '', month = 0): string | null =>
  (month >= 1 && month <= 12 && year >= '1900' ? `${year}-${String(month).padStart(2, '0')}` : null)

export type AgeFault = 'birth-after-session' | 'birth-implausible'
const YOUNGEST = 13
const OLDEST = 100

/** What is wrong with a birth date (YYYY-MM-DD) beside the session (YYYY-MM); null when a candidate may be that old. */
export function faultOfAge(birth: string, ofSession: string): AgeFault | null {
  if (birth.slice(0, 7) >= ofSession) return 'birth-after-session'
  const months = (Number(ofSession.slice(0, 4)) - Number(birth.slice(0, 4))) * 12 + Number(ofSession.slice(5)) - Number(birth.slice(5, 7))
  return months < YOUNGEST * 12 || months > OLDEST * 12 ? 'birth-implausible' : null
}
