// SPDX-License-Identifier: EUPL-1.2
import { digestOf } from '../canonical.ts'
import type { Digest } from '../canonical.ts'
import type { JsonObject } from './json.ts'

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2'
export const OPEN_BADGES_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** JSON-LD contexts by address, given as data: nothing is ever fetched. */
export type Contexts = Readonly<Record<string, JsonObject>>

/** SHA-256 of the canonical JSON of every context we sign with. The texts are in resources/contexts. */
export const contextPins: Readonly<Record<string, Digest>> = {
  [CREDENTIALS_V2]: 'sha256:b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
  [OPEN_BADGES_3]: 'sha256:c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
}

const known = new WeakMap<object, string>()

/**
 * Whether this is, word for word, the context published at that address. The answer is remembered per object: hashing
 * 15 kB for each of a hundred thousand credentials would cost more than signing them.
 */
export function isPinned(address: string, context: JsonObject): boolean {
  if (!Object.hasOwn(contextPins, address)) return false
  if (known.get(context) === address) return true
  if (digestOf(context) !== contextPins[address]) return false
  known.set(context, address)
  return true
}
