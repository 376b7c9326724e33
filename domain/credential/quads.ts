// SPDX-License-Identifier: EUPL-1.2
import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import jsonld from 'jsonld'
import rdfCanonize from 'rdf-canonize'
import { DomainError } from '../errors.ts'
import { isPinned } from './contexts.ts'
import type { Contexts } from './contexts.ts'
import type { JsonObject } from './json.ts'
import type { RdfQuad } from './rdf.ts'

/**
 * The canonical N-Quads of a JSON-LD document (RDFC-1.0), in safe mode: a term that no context defines is an error,
 * never dropped. Only the given contexts exist.
 * @throws when a term, a context or an address is unknown, or when the graph is made to be slow (RDFC-1.0 §7.1).
 */
export async function canonicalQuads(document: JsonObject, contexts: Contexts, how: Canonical = {}): Promise<string> {
  const createMessageDigest = digests[how.hash ?? 'sha256']
  return rdfCanonize.canonize(await quadsOf(document, contexts, how), { algorithm: 'RDFC-1.0', maxWorkFactor: 1, createMessageDigest })
}

/** How others canonicalise: with another hash for blank nodes, and with the direction of texts (RDFC-1.0, JSON-LD 1.1 §10). */
export type Canonical = { hash?: 'sha256' | 'sha384'; direction?: 'i18n-datatype' }

/** Canonicalises for whoever asks; in which thread is for the giver to say. */
export type Canonicalise = (document: JsonObject, how: Canonical) => Promise<string>

/**
 * Whether this error says that a document means nothing, or was made to be slow, rather than that something broke here.
 * rdf-canonize names its errors by their words alone.
 */
export const isUnreadable = (error: unknown): boolean => error instanceof Error
  && (error.name.startsWith('jsonld.') || (error instanceof DomainError && error.code === 'ERR_UNKNOWN_CONTEXT') || /^Maximum .*iterations/.test(error.message))

/**
 * The RDF quads of a JSON-LD document, in safe mode.
 * @throws when a term, a context or an address is unknown.
 */
export const quadsOf = (document: JsonObject, contexts: Contexts, { direction }: Canonical = {}): Promise<RdfQuad[]> =>
  jsonld.toRDF(document, {
    safe: true, produceGeneralizedRdf: false, documentLoader: loaderOver(contexts), ...(direction && { rdfDirection: direction }),
  }) as Promise<RdfQuad[]>

/** Gives the contexts held, and nothing else. */
export const loaderOver = (contexts: Contexts) => async (address: string) => {
  const context = Object.hasOwn(contexts, address) ? contexts[address] : undefined
  if (context === undefined) throw new DomainError('ERR_UNKNOWN_CONTEXT', { address })
  const remote = { contextUrl: null, documentUrl: address, document: context }
  // jsonld shares a 'static' context between calls: only one whose text is pinned may be shared.
  return isPinned(address, context) ? { ...remote, tag: 'static' as const } : remote
}

// Given so that nothing depends on the platform's cryptography (absent from insecure pages).
const digests = { sha256: () => digestWith(sha256), sha384: () => digestWith(sha384) }

function digestWith(algorithm: typeof sha256 | typeof sha384) {
  const hash = algorithm.create()
  return { update: (text: string) => void hash.update(utf8ToBytes(text)), digest: () => bytesToHex(hash.digest()) }
}
