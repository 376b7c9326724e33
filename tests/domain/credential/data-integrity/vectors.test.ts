// SPDX-License-Identifier: EUPL-1.2
// The vectors are those of W3C Data Integrity ECDSA Cryptosuites v1.0, appendix A (W3C Software and Document License).
import { describe, expect, it } from 'vitest'
import { checkProofs, readDidKey, readMultikey, writeMultikey } from '#domain/credential/data-integrity/index.ts'
import { canonicalQuads } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { knownContexts } from '#resources/contexts/outside/index.ts'
import { selectiveDisclosure } from '#service/adapters/linked-data/selective-disclosure.ts'
import vectors from './w3c-vectors.json' with { type: 'json' }

const { isDisclosed } = selectiveDisclosure(knownContexts)
const check = async (document: JsonObject) => (await checkProofs(document, {
  canonicalise: (quads, how) => canonicalQuads(quads, knownContexts, how), resolve: async (address) => readDidKey(address), isDisclosed, now: Date.UTC(2026, 0, 1), purposes: ['assertionMethod'],
})).findings

describe('the vectors of the W3C', () => {
  it.each(Object.entries(vectors as unknown as Record<string, JsonObject>))('hold: %s', async (_, document) => {
    expect(await check(document)).toEqual([])
  })

  it.each(Object.entries(vectors as unknown as Record<string, JsonObject>))('hold no more once changed: %s', async (_, document) => {
    expect(await check({ ...document, credentialSubject: { id: 'did:example:other' } })).toEqual([{ rule: 'signature', at: '/proof' }])
    const proof = document.proof as JsonObject
    expect(await check({ ...document, proof: { ...proof, created: '2023-02-24T23:36:39Z' } })).toEqual([{ rule: 'signature', at: '/proof' }])
  })

  it('hold for no context but the one that JCS signed', async () => {
    const document = (vectors as unknown as Record<string, JsonObject>)['ecdsa-jcs-2019, P-256']!
    const longer = [...document['@context'] as string[], 'https://w3id.org/security/multikey/v1']
    expect(await check({ ...document, '@context': longer })).toEqual([])
    expect(await check({ ...document, '@context': longer.toReversed() })).toEqual([{ rule: 'signature', at: '/proof' }])
  })
})

describe('a did:key address', () => {
  const multikey = 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP'
  it('is read when its two halves agree, and is a key we know', () => {
    expect(readDidKey(`did:key:${multikey}#${multikey}`)).toMatchObject({ controller: `did:key:${multikey}`, key: { kind: 'P-256' } })
    expect(writeMultikey(readMultikey(multikey)!)).toBe(multikey)
    const other = 'z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7'
    for (const address of [`did:key:${multikey}`, `did:key:${multikey}#${other}`, `did:key:${multikey}#key-1`, 'did:key:invalidVm', 'did:key:z111#z111', 'did:web:a#b']) {
      expect(readDidKey(address), address).toBeNull()
    }
  })
})
