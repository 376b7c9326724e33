// SPDX-License-Identifier: EUPL-1.2
import type { KeyKind } from '../data-integrity/index.ts'
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { fromBase64Url } from '../multibase.ts'

/** A signed token taken apart (RFC 7515 §3.1): nothing in it is believed before its signature is. */
export type Jws = { kind: KeyKind; header: JsonObject; payload: JsonObject; signature: Uint8Array; signed: Uint8Array }

/** What each algorithm signs with (RFC 7518 §3.4, RFC 8037, RFC 9864); `none` and shared secrets are not among them. */
const ALGORITHMS: Readonly<Record<string, KeyKind>> = { ES256: 'P-256', ES384: 'P-384', EdDSA: 'Ed25519', Ed25519: 'Ed25519' }

/** A compact JWS whose header says that it is of that type; null for what is none, or asks for what is not known here. */
export function readJws(text: string, type: string): Jws | null {
  const [, head, body, tail] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(text) ?? []
  if (head === undefined || body === undefined || tail === undefined) return null
  const [header, payload, signature] = [jsonIn(head), jsonIn(body), fromBase64Url(`u${tail}`)]
  if (header === null || payload === null || signature === null || !isPlain(header, type)) return null
  const alg = String(header.alg)
  const kind = Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined
  return kind ? { kind, header, payload, signature, signed: new TextEncoder().encode(`${head}.${body}`) } : null
}

/** A token made for something else is not taken for a credential; what must be understood (`crit`) is not known here. */
function isPlain({ typ, cty, crit }: JsonObject, type: string): boolean {
  const named = (value: unknown, name: string) => value === undefined || value === name || value === `application/${name}`
  return named(typ, type) && named(cty, type.slice(0, 2)) && crit === undefined
}

function jsonIn(text: string): JsonObject | null {
  const bytes = fromBase64Url(`u${text}`)
  if (bytes === null) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isJsonObject(value) ? value : null
  } catch {
    return null // not UTF-8, or not JSON
  }
}
