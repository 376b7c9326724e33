// SPDX-License-Identifier: EUPL-1.2
import { CREDENTIALS_V2 } from '../contexts.ts'
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { isUrl, under } from './values.ts'

export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1'

export type Version = '1.1' | '2.0'

/** Which data model a document says it follows, by its first context; null when neither. */
export function versionOf(document: JsonObject): Version | null {
  const contexts = document['@context']
  const first: unknown = Array.isArray(contexts) ? contexts[0] : null
  return first === CREDENTIALS_V2 ? '2.0' : first === CREDENTIALS_V1 ? '1.1' : null
}

/** `@context` is a list; the data model first, then addresses and objects (VC Data Model 2.0 §4.3). */
export function contextFaults(document: JsonObject, isKnown: (address: string) => boolean): Fault[] {
  const contexts = document['@context']
  const items: unknown[] = Array.isArray(contexts) ? contexts : []
  return [
    ...unless(versionOf(document) !== null, 'context-first', '/@context'),
    ...items.flatMap((item, n) => {
      const at = under('/@context', n)
      if (isJsonObject(item)) return []
      return isUrl(item) ? unless(isKnown(item), 'context-known', at) : unless(false, 'context-item', at)
    }),
  ]
}
