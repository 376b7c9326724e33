// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'

const URL_SHAPE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/
// XML Schema 1.1 part 2, dateTime; the offset is captured (a dateTimeStamp has one).
const DATE_TIME = new RegExp('^-?([1-9][0-9]{3,}|0[0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
  + 'T(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?|24:00:00(\\.0+)?)'
  + '(Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?$')

/** Whether this is one absolute URL, and nothing that RDF could not carry as an IRI. */
export const isUrl = (value: unknown): value is string => typeof value === 'string' && URL_SHAPE.test(value) && !/^https?:(?!\/\/[^/])/i.test(value)

/** Whether this is a date and time with its offset (XML Schema 1.1 dateTimeStamp). */
export const isDateTimeStamp = (value: unknown): value is string => typeof value === 'string' && DATE_TIME.exec(value)?.at(-1) !== undefined && isDateTime(value)

/** Whether this is a date and time, with or without its offset. */
export const isDateTime = (value: unknown): value is string =>
  typeof value === 'string' && isOfTheCalendar(value) && !Number.isNaN(momentOf(value))

/** ECMAScript reads 30 February as 2 March; XML Schema has no such day (1.1 part 2, appendix E.3.2). */
function isOfTheCalendar(value: string): boolean {
  const [, year, month, day] = DATE_TIME.exec(value) ?? []
  // The calendar comes again every 400 years; the day before the next month begins is the last of this one.
  return day !== undefined && Number(day) <= new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
}

/** Milliseconds since 1970. Without an offset, it is UTC (VC Data Model 2.0 §4.9.1). */
export function momentOf(value: string): number {
  const [, , , , , , , , offset] = DATE_TIME.exec(value) ?? []
  const [date = '', time = ''] = value.split('T')
  // ECMAScript reads 24:00 only as the end of a day.
  return Date.parse(`${date}T${time}${offset === undefined ? 'Z' : ''}`)
}

/** The id of a URL or of an object that has one; null when it is neither. */
export function idOf(value: unknown): string | null {
  const id = isJsonObject(value) ? value.id : value
  return isUrl(id) ? id : null
}

/** A pointer to a member, or to an item of a list (RFC 6901). */
export const under = (at: string, ...names: (string | number)[]): string =>
  [at, ...names.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')

/** The values of a member that may be one or several, each with its own pointer. */
export function each(value: unknown, at: string): { value: unknown; at: string }[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value.map((item: unknown, n) => ({ value: item, at: under(at, n) })) : [{ value, at }]
}
