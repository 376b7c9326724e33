// SPDX-License-Identifier: EUPL-1.2
import { bytesToHex } from '@noble/hashes/utils.js'
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { fromBase58, fromBase64Url } from '../multibase.ts'
import { fault, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { publishedDigests } from './published-digests.ts'
import { each, isUrl, under } from './values.ts'

const BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const
type Hash = keyof typeof BYTES
type ReadDigest = { hash: Hash; hex: string }

// Multihash codes: SHA-256, SHA-384, SHA-512.
const MULTIHASH: Readonly<Record<number, Hash>> = { 0x12: 'sha256', 0x20: 'sha384', 0x13: 'sha512' }
const MEDIA_TYPE = /^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!#$&^_.+-]+(\s*;.*)?$/

/**
 * Related resources are objects with ids of their own, each with a digest (VC Data Model 2.0 §5.3). Nothing is fetched:
 * a digest is compared where its resource is one whose digest is published.
 */
export function relatedResourceFaults(document: JsonObject): Fault[] {
  const resources = each(document.relatedResource, '/relatedResource')
  const ids = resources.map(({ value }) => (isJsonObject(value) ? value.id : undefined))
  return resources.flatMap(({ value, at }, n) => {
    if (!isJsonObject(value)) return [fault('related-resource', at)]
    return [
      ...unless(isUrl(value.id), 'related-resource', under(at, 'id')),
      ...unless(ids.indexOf(value.id) === n, 'related-unique', under(at, 'id')),
      ...unless(value.mediaType === undefined || (typeof value.mediaType === 'string' && MEDIA_TYPE.test(value.mediaType)), 'media-type', under(at, 'mediaType')),
      ...digestFaults(value, at),
    ]
  })
}

function digestFaults({ id, digestSRI, digestMultibase }: JsonObject, at: string): Fault[] {
  if (digestSRI === undefined && digestMultibase === undefined) return [fault('related-resource', at)]
  const known = typeof id === 'string' && Object.hasOwn(publishedDigests, id) ? publishedDigests[id] : undefined
  const isKnown = ({ hash, hex }: ReadDigest) => hash !== 'sha512' && (known?.[hash].length === 0 || known?.[hash].includes(hex))
  const agrees = (read: ReadDigest[] | null) => read !== null && (known === undefined || read.some(isKnown))
  return [
    ...each(digestSRI, under(at, 'digestSRI')).flatMap(({ value, at: place }) => unless(agrees(readIntegrity(value)), 'related-digest', place)),
    ...each(digestMultibase, under(at, 'digestMultibase')).flatMap(({ value, at: place }) => unless(agrees(readMultibase(value)), 'related-digest', place)),
  ]
}

/** Subresource Integrity: `sha384-` and base64. Some write the digits in hexadecimal: that is read too. */
function readIntegrity(value: unknown): ReadDigest[] | null {
  const [, hash, text] = (typeof value === 'string' && /^(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})$/.exec(value)) || []
  if (hash === undefined || text === undefined) return null
  const bytes = fromBase64Url(`u${text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')}`)
  return [{ hash: hash as Hash, hex: bytes ? bytesToHex(bytes) : '' }, { hash: hash as Hash, hex: text.toLowerCase() }]
}

/** A multihash in multibase; or, as the data model's own examples have it, the bare digest. */
function readMultibase(value: unknown): ReadDigest[] | null {
  const bytes = typeof value === 'string' ? (fromBase64Url(value) ?? fromBase58(value)) : null
  if (bytes === null) return null
  const hash = MULTIHASH[bytes[0] ?? 0]
  if (hash && bytes[1] === BYTES[hash] && bytes.length === BYTES[hash] + 2) return [{ hash, hex: bytesToHex(bytes.slice(2)) }]
  const bare = (Object.keys(BYTES) as Hash[]).find((name) => BYTES[name] === bytes.length)
  return bare ? [{ hash: bare, hex: bytesToHex(bytes) }] : null
}
