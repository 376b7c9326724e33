// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import type { Version } from './contexts.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { isDateTime, isDateTimeStamp, momentOf } from './values.ts'

/** The members that say from when and until when a credential is valid, in each version. */
export const periodOf = (version: Version): readonly [from: string, until: string] =>
  version === '1.1' ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil']

const DATES = ['issuanceDate', 'expirationDate', 'validFrom', 'validUntil']

/**
 * Dates are written as they must be, and in order (VC Data Model 2.0 §4.9; 1.1 §4.6). What we sign has its offset; what
 * others signed without one is read as UTC (§4.9.1).
 */
export function validityFaults(document: JsonObject, version: Version, signed: boolean): Fault[] {
  const isDate = signed ? isDateTime : isDateTimeStamp
  const wrong = DATES.filter((name) => document[name] !== undefined && !isDate(document[name]))
  const [from, until] = periodOf(version).map((name) => document[name])
  const inOrder = !isDateTime(from) || !isDateTime(until) || momentOf(from) <= momentOf(until)
  return [
    ...wrong.flatMap((name) => unless(false, 'date-time', `/${name}`)),
    ...unless(version !== '1.1' || document.issuanceDate !== undefined, 'issuance-date', '/issuanceDate'),
    ...unless(inOrder, 'date-order', `/${periodOf(version)[1]}`),
  ]
}
