// SPDX-License-Identifier: EUPL-1.2
// Outside judges of /vc-api: what the sandbox signs, the libraries of others accept; what they sign, it accepts.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { createSignCryptosuite, createVerifyCryptosuite as createDisclosureVerifier } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readDidKey, writeMultikey } from '#domain/credential/data-integrity/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { knownContexts } from '#resources/contexts/outside/index.ts'
import { credential, credentialV1 } from '#tests/domain/credential/data-model/documents.ts'
import { rulesIn, vcApi } from './sandbox.ts'

let api: Awaited<ReturnType<typeof vcApi>>
beforeAll(async () => { api = await vcApi() })
afterAll(() => api?.close())

/** The documents that anyone can make from a `did:key` alone. */
const documentLoader = async (url: string) => {
  const method = readDidKey(url)
  const document = knownContexts[url] ?? (method && methodOf(url)) ?? (/^did:key:[^#]+$/.test(url) && didDocumentOf(url))
  if (!document) throw new Error(`not at hand: ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}
const methodOf = (id: string) => ({
  '@context': 'https://w3id.org/security/multikey/v1', id, 'type': 'Multikey', 'controller': id.split('#')[0], 'publicKeyMultibase': writeMultikey(readDidKey(id)!.key),
})
const didDocumentOf = (did: string) => {
  const id = `${did}#${did.slice('did:key:'.length)}`
  return { '@context': ['https://www.w3.org/ns/did/v1'], 'id': did, 'verificationMethod': [methodOf(id)], 'assertionMethod': [id], 'authentication': [id] }
}
const judge = async (document: JsonObject, suite: object) =>
  (await vc.verifyCredential({ credential: document, suite: new DataIntegrityProof({ cryptosuite: suite }), documentLoader, checkStatus: async () => ({ verified: true }) })).verified

describe('@digitalbazaar/vc', () => {
  it.each([['eddsa-rdfc-2022', eddsa], ['ecdsa-rdfc-2019', ecdsa], ['ecdsa-rdfc-2019-p384', ecdsa], ['bitstring-status-list', eddsa]])('accepts %s, in both versions, and nothing altered', async (issuer, suite) => {
    for (const document of [credential({ name: 'Attestation' }), credentialV1()]) {
      const signed = await api.issue(document, issuer)
      expect(await judge(signed, suite)).toBe(true)
      expect(await judge({ ...signed, credentialSubject: { id: 'did:example:paul' } }, suite)).toBe(false)
    }
  })

  it('accepts what was derived from ecdsa-sd-2023, and not the base it came from', async () => {
    const signed = await api.issue(credential({ name: 'Attestation', credentialSubject: { id: 'did:example:ines', name: 'Inès', description: 'Apprentie' } }), 'ecdsa-sd-2023', { mandatoryPointers: ['/issuer', '/name'] })
    const { status, body } = await api.post('credentials/derive', { verifiableCredential: signed, options: { selectivePointers: ['/credentialSubject/name'] } })
    const derived = body.verifiableCredential as JsonObject
    expect({ status, subject: derived.credentialSubject }).toEqual({ status: 201, subject: { id: 'did:example:ines', name: 'Inès' } })
    expect(await judge(derived, createDisclosureVerifier())).toBe(true)
    expect((await api.verify(derived)).status).toBe(200)
    expect(rulesIn(await api.verify(signed))).toEqual(['signature'])
    expect(rulesIn(await api.verify({ ...derived, credentialSubject: { id: 'urn:invalid', name: 'Inès' } }))).toEqual(['signature'])
    expect(rulesIn(await api.verify({ ...derived, proof: { ...(derived.proof as JsonObject), proofValue: 'a' } }))).toEqual(['proof-value'])
  })

  it.each([['P-256'], ['P-384']])('signs with %s what is accepted here', async (curve) => {
    const pair = await EcdsaMultikey.generate({ curve })
    const controller = `did:key:${pair.publicKeyMultibase}`
    Object.assign(pair, { id: `${controller}#${pair.publicKeyMultibase}`, controller })
    const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite: ecdsa })
    const theirs = await vc.issue({ credential: credential({ issuer: controller }), suite, documentLoader })
    expect((await api.verify(theirs)).status).toBe(200)
    expect(rulesIn(await api.verify({ ...theirs, name: 'Autre' }))).toEqual(['signature'])
    const presentation = await vc.signPresentation({ presentation: vc.createPresentation({ verifiableCredential: [theirs], holder: controller }), suite, challenge: 'a', documentLoader })
    const verify = (verifiablePresentation: unknown, options = {}) => api.post('presentations/verify', { verifiablePresentation, options })
    expect((await verify(presentation, { challenge: 'a' })).status).toBe(200)
    expect(rulesIn(await verify({ ...presentation, holder: 'did:example:acme' }))).toEqual(['signature'])
  })

  it('makes base proofs from which we derive', async () => {
    const pair = await EcdsaMultikey.generate({ curve: 'P-256' })
    const controller = `did:key:${pair.publicKeyMultibase}`
    Object.assign(pair, { id: `${controller}#${pair.publicKeyMultibase}`, controller })
    const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite: createSignCryptosuite({ mandatoryPointers: ['/issuer'] }) })
    const theirs = await vc.issue({ credential: credential({ issuer: controller }), suite, documentLoader })
    const { body } = await api.post('credentials/derive', { verifiableCredential: theirs, options: { selectivePointers: ['/credentialSubject'] } })
    expect((await api.verify(body.verifiableCredential)).status).toBe(200)
  })
})

describe('deriving', () => {
  const derive = (verifiableCredential: unknown, selectivePointers: string[]) => api.post('credentials/derive', { verifiableCredential, options: { selectivePointers } })

  it('refuses a pointer to nothing, at issue and after, and what has no base proof', async () => {
    const pointed = await api.post('issuers/ecdsa-sd-2023/credentials/issue', { credential: credential(), options: { mandatoryPointers: ['/credentialSubject/none'] } })
    expect(pointed).toMatchObject({ status: 422, body: { values: { rule: 'pointer', at: '/credentialSubject/none' } } })
    const base = await api.issue(credential(), 'ecdsa-sd-2023', { mandatoryPointers: [] })
    expect(await derive(base, ['/non/existent/path'])).toMatchObject({ status: 422, body: { values: { rule: 'pointer' } } })
    expect(await derive(base, [])).toMatchObject({ status: 422, body: { values: { rule: 'proof-value' } } })
    expect(await derive(await api.issue(credential()), ['/issuer'])).toMatchObject({ status: 422, body: { values: { rule: 'proof-suite' } } })
  })
})

describe('@digitalcredentials/verifier-core, without a network', () => {
  type Step = { id: string; valid?: boolean }
  const stepsOf = async (document: JsonObject) => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }))
    const answer = await verifyCredential({ credential: document as never, knownDIDRegistries: [] }).finally(() => vi.unstubAllGlobals()) as { log?: Step[] }
    return Object.fromEntries((answer.log ?? []).map(({ id, valid }) => [id, valid]))
  }

  it('accepts the signature of eddsa-rdfc-2022, and refuses it over anything else', async () => {
    const signed = await api.issue(credential({ id: 'urn:uuid:1', name: 'Attestation', validFrom: '2026-01-01T00:00:00Z' }))
    expect(await stepsOf(signed)).toMatchObject({ valid_signature: true })
    expect((await stepsOf({ ...signed, name: 'Diplôme' })).valid_signature).not.toBe(true)
  })
})
