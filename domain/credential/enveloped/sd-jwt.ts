// SPDX-License-Identifier: EUPL-1.2
// What an SD-JWT shows (RFC 9901 §7.1). Written here because the library we make them with reads some that must be refused.
import { sha256 } from '@noble/hashes/sha2.js'
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { fromBase64Url, toBase64Url } from '../multibase.ts'

/** A claim of an object by its name, or a member of a list. */
type Disclosure = { name?: string; value: unknown }
type Reading = { disclosures: ReadonlyMap<string, Disclosure>; seen: Set<string>; used: Set<string> }

const DEEPEST = 64

/**
 * The claims that are shown, in the place of the digests that stood for them. Null when a disclosure cannot be read,
 * belongs nowhere, or overwrites; when a digest is there twice; or when the holder's key would have to be checked.
 */
export function shownClaims(payload: JsonObject, whole: string): JsonObject | null {
  const [, ...rest] = whole.split('~')
  // Without key binding (§4.3), nothing follows the last tilde.
  if (rest.pop() !== '' || (payload._sd_alg ?? 'sha-256') !== 'sha-256') return null
  const disclosures = new Map<string, Disclosure>()
  for (const encoded of rest) {
    const disclosure = readDisclosure(encoded)
    if (disclosure === null) return null
    disclosures.set(toBase64Url(sha256(new TextEncoder().encode(encoded))).slice(1), disclosure)
  }
  const reading = { disclosures, seen: new Set<string>(), used: new Set<string>() }
  try {
    const { _sd_alg: _, ...claims } = shown(payload, reading, 0) as JsonObject
    return disclosures.size === rest.length && reading.used.size === disclosures.size ? claims : null
  } catch (error) {
    if (error instanceof Unfit) return null
    throw error
  }
}

class Unfit extends Error {}

function readDisclosure(encoded: string): Disclosure | null {
  const bytes = fromBase64Url(`u${encoded}`)
  if (bytes === null) return null
  try {
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!Array.isArray(parts) || typeof parts[0] !== 'string') return null
    if (parts.length === 2) return { value: parts[1] }
    const [, name, value] = parts as unknown[]
    return parts.length === 3 && typeof name === 'string' && !['_sd', '...', '__proto__'].includes(name) ? { name, value } : null
  } catch {
    return null // no text, or no JSON
  }
}

function shown(value: unknown, reading: Reading, depth: number): unknown {
  if (depth > DEEPEST) throw new Unfit()
  const within = (one: unknown) => shown(one, reading, depth + 1)
  if (Array.isArray(value)) return value.flatMap((item: unknown) => (isPlaceholder(item) ? member(item['...'], reading).map(within) : [within(item)]))
  if (!isJsonObject(value)) return value
  const { _sd: digests = [], ...open } = value
  if (!Array.isArray(digests) || '...' in open) throw new Unfit()
  const claims: JsonObject = {}
  for (const [name, one] of Object.entries(open)) {
    if (name === '__proto__') throw new Unfit()
    claims[name] = within(one)
  }
  for (const digest of digests as unknown[]) {
    const disclosure = taken(digest, reading)
    if (disclosure === null) continue
    if (disclosure.name === undefined || Object.hasOwn(claims, disclosure.name)) throw new Unfit()
    claims[disclosure.name] = within(disclosure.value)
  }
  return claims
}

const isPlaceholder = (item: unknown): item is { '...': unknown } => isJsonObject(item) && Object.keys(item).join() === '...'

function member(digest: unknown, reading: Reading): unknown[] {
  const disclosure = taken(digest, reading)
  if (disclosure?.name !== undefined) throw new Unfit()
  return disclosure === null ? [] : [disclosure.value]
}

/** The disclosure of a digest, if it is shown; no digest may be there twice, or what is shown would grow without end. */
function taken(digest: unknown, { disclosures, seen, used }: Reading): Disclosure | null {
  if (typeof digest !== 'string' || seen.has(digest)) throw new Unfit()
  seen.add(digest)
  const disclosure = disclosures.get(digest)
  if (disclosure) used.add(digest)
  return disclosure ?? null
}
