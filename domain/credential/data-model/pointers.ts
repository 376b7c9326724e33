// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'

/** Each pointer (RFC 6901) names something in the document (W3C Data Integrity ECDSA 1.0 §3.4.12). */
export const pointerFaults = (document: JsonObject, pointers: readonly string[]): Fault[] =>
  pointers.flatMap((pointer) => unless(names(document, pointer), 'pointer', pointer))

function names(document: JsonObject, pointer: string): boolean {
  if (pointer === '') return true
  if (!pointer.startsWith('/')) return false
  let value: unknown = document
  for (const word of pointer.slice(1).split('/')) {
    const name = word.replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(name) ? value[Number(name)] : undefined
    else value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
    if (value === undefined) return false
  }
  return true
}
