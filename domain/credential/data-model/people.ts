// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { fault, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { each, idOf, isUrl, under } from './values.ts'

/** `id`, where there is one, is one URL (VC Data Model 2.0 §4.4). */
export const idFaults = (holder: JsonObject, at = ''): Fault[] =>
  unless(!Object.hasOwn(holder, 'id') || isUrl(holder.id), 'id-url', under(at, 'id'))

/** The issuer is a URL or has one as its id (§4.7). */
export const issuerFaults = (document: JsonObject): Fault[] => unless(idOf(document.issuer) !== null, 'issuer', '/issuer')

/** The holder of a presentation, where told, is a URL or has one as its id (§4.13). */
export const holderFaults = (document: JsonObject): Fault[] =>
  unless(!Object.hasOwn(document, 'holder') || idOf(document.holder) !== null, 'holder', '/holder')

/** One or more subjects, each with at least one claim (§4.8). */
export function subjectFaults(document: JsonObject): Fault[] {
  const subjects = each(document.credentialSubject, '/credentialSubject')
  if (subjects.length === 0) return [fault('subject', '/credentialSubject')]
  return subjects.flatMap(({ value, at }) => {
    if (!isJsonObject(value) || Object.keys(value).length === 0) return [fault('subject', at)]
    return idFaults(value, at)
  })
}
