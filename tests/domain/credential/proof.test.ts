// SPDX-License-Identifier: EUPL-1.2
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { addProof, checkProof, fromMultikey, hashData, toCredential } from '#domain/credential/index.ts'
import type { Contexts, JsonObject } from '#domain/credential/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { keyOf, recordOf } from './records.ts'

// W3C Data Integrity EdDSA Cryptosuites v1.0 (Recommendation, 15 May 2025), appendix B.1.
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2'
const w3c = {
  contexts: { ...contexts, [EXAMPLES]: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } } } as Contexts,
  publicKey: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  secretKey: 'c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6',
  hashData: 'bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017',
  signature: '4d8e53c2d5b3f2a7891753eb16ca993325bdb0d3cfc5be1093d0a18426f5ef8578cadc0fd4b5f4dd0d1ce0aefd15ab120b7a894d0eb094ffda4e6553cd1ed50d',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  proofValue: 'z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme',
  document: {
    '@context': ['https://www.w3.org/ns/credentials/v2', EXAMPLES],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  } as JsonObject,
}
const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: w3c.created, verificationMethod: w3c.verificationMethod, proofPurpose: 'assertionMethod' }

describe('the W3C test vector of eddsa-rdfc-2022', () => {
  it('gives the published hash', async () => {
    expect(bytesToHex(await hashData(w3c.document, proof, w3c.contexts))).toBe(w3c.hashData)
  })

  it('gives the published proof from the published key', async () => {
    expect(bytesToHex(ed25519.getPublicKey(hexToBytes(w3c.secretKey)))).toBe(bytesToHex(fromMultikey(w3c.publicKey)!))
    const signed = await addProof(w3c.document, w3c, async data => ed25519.sign(data, hexToBytes(w3c.secretKey)), w3c.contexts)
    expect(signed).toEqual({ ...w3c.document, proof: { ...proof, proofValue: w3c.proofValue } })
    expect(bytesToHex(ed25519.sign(hexToBytes(w3c.hashData), hexToBytes(w3c.secretKey)))).toBe(w3c.signature)
  })

  it('is accepted, and refused with another value or key', async () => {
    const signed = { ...w3c.document, proof: { ...proof, proofValue: w3c.proofValue } }
    expect(await checkProof(signed, w3c.publicKey, w3c.contexts)).toEqual({ verified: true })
    expect(await checkProof({ ...signed, name: 'Alumna' }, w3c.publicKey, w3c.contexts)).toEqual({ verified: false, reason: 'signature-altered' })
    expect(await checkProof(signed, keyOf(1).multikey, w3c.contexts)).toEqual({ verified: false, reason: 'signature-altered' })
  })
})

describe('a proof', async () => {
  const key = keyOf(1)
  const signed = await addProof(toCredential(recordOf()), { ...key, created: '2026-11-23T18:00:01Z' }, key.sign, contexts)
  const check = (changes: JsonObject) => checkProof({ ...signed, ...changes }, key.multikey, contexts)
  const withProof = (changes: JsonObject) => check({ proof: { ...signed.proof as object, ...changes } })

  it('covers its own options', async () => {
    for (const changes of [{ created: '2026-11-23T18:00:02Z' }, { verificationMethod: 'did:web:example.org#1' }, { nonce: 'x' }]) {
      expect(await withProof(changes)).toEqual({ verified: false, reason: 'signature-altered' })
    }
  })

  it('is refused when it is of another kind', async () => {
    for (const changes of [{ cryptosuite: 'eddsa-jcs-2022' }, { type: 'Ed25519Signature2020' }, { proofPurpose: 'authentication' }, { proofValue: 'u123' }, { proofValue: 7 }, { verificationMethod: undefined }]) {
      expect(await withProof(changes)).toEqual({ verified: false, reason: 'proof-unsupported' })
    }
    expect(await check({ proof: [signed.proof] })).toEqual({ verified: false, reason: 'proof-missing' })
  })

  it('never lets a word without meaning through', async () => {
    await expect(addProof({ ...toCredential(recordOf()), mention: 'Très bien' }, { ...key, created: '2026-11-23T18:00:01Z' }, key.sign, contexts)).rejects.toThrow()
    expect(await check({ mention: 'Très bien' })).toEqual({ verified: false, reason: 'credential-unreadable' })
  })

  it('never lets a context be slipped in, at the top or below', async () => {
    expect(await check({ '@context': [...signed['@context'] as string[], 'https://example.org/context'] })).toEqual({ verified: false, reason: 'context-unknown' })
    expect(await check({ '@context': 'https://www.w3.org/ns/credentials/v2' })).toEqual({ verified: false, reason: 'context-unknown' })
    expect(await check({ evidence: [{ '@context': { name: 'https://example.org/name' } }] })).toEqual({ verified: false, reason: 'context-unknown' })
  })

  it('fetches nothing: a context that is not given is an error', async () => {
    await expect(hashData({ '@context': ['https://example.org/context'], id: 'urn:x:1' }, proof, contexts)).rejects.toThrow(/ERR_UNKNOWN_CONTEXT|valid JSON-LD/)
  })

  it('refuses a key and a signature of small order, which the looser rules accept', async () => {
    // The identity point signs anything under ZIP 215; RFC 8032 in its strict reading refuses it.
    const identity = new Uint8Array(32)
    identity[0] = 1
    const { toMultikey } = await import('#domain/credential/index.ts')
    const { toBase58 } = await import('#domain/credential/multibase.ts')
    const empty = new Uint8Array(64)
    empty[0] = 1
    const forged = { ...signed, proof: { ...signed.proof as object, proofValue: toBase58(empty) } }
    expect(ed25519.verify(empty, new Uint8Array(64), identity, { zip215: true })).toBe(true)
    expect(await checkProof(forged, toMultikey(identity), contexts)).toEqual({ verified: false, reason: 'signature-altered' })
  })
})
