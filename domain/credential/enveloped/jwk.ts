// SPDX-License-Identifier: EUPL-1.2
import { readPoint } from '../data-integrity/index.ts'
import type { KeyKind, Method, PublicKey } from '../data-integrity/index.ts'
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { fromBase64Url } from '../multibase.ts'

const CURVES: Readonly<Record<string, KeyKind>> = { 'EC P-256': 'P-256', 'EC P-384': 'P-384', 'OKP Ed25519': 'Ed25519' }

/** A public key as a JSON Web Key writes it (RFC 7517, RFC 8037); null when it is none of those known, or is private. */
export function readJwk(jwk: JsonObject): PublicKey | null {
  const name = `${String(jwk.kty)} ${String(jwk.crv)}`
  const kind = Object.hasOwn(CURVES, name) ? CURVES[name] : undefined
  const coordinate = (value: unknown) => (typeof value === 'string' ? fromBase64Url(`u${value}`) : null)
  const [x, y] = [coordinate(jwk.x), coordinate(jwk.y)]
  if (kind === undefined || x === null || jwk.d !== undefined) return null
  if (kind === 'Ed25519') return readPoint(kind, x)
  return y === null || y.length !== x.length ? null : readPoint(kind, Uint8Array.of(4, ...x, ...y))
}

/** The method of a `did:jwk` address (did:jwk Method Specification); null when the address is not one. */
export function readDidJwk(address: string): Method | null {
  const [, did, encoded] = /^(did:jwk:([\w-]+))#0$/.exec(address) ?? []
  const bytes = encoded === undefined ? null : fromBase64Url(`u${encoded}`)
  if (did === undefined || bytes === null) return null
  try {
    const jwk: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    // A key for encrypting is for nothing else.
    const key = isJsonObject(jwk) && jwk.use !== 'enc' ? readJwk(jwk) : null
    return key && { key, controller: did, purposes: ['authentication', 'assertionMethod'] }
  } catch {
    return null // no text, or no JSON
  }
}
