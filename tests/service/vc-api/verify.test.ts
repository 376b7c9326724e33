// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bitstringOf, packBitstring } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { bad, credential, V2, without } from '#tests/domain/credential/data-model/documents.ts'
import { ORIGIN, rulesIn, vcApi } from './sandbox.ts'

let api: Awaited<ReturnType<typeof vcApi>>
let signed: JsonObject
let now = new Date('2026-11-29T12:00:00Z')
beforeAll(async () => {
  api = await vcApi({ now: () => now })
  signed = await api.issue(credential({ id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33' }))
})
afterAll(() => api?.close())

const proof = () => signed.proof as JsonObject
const verifyProof = (change: JsonObject, options?: JsonObject) => api.verify({ ...signed, proof: { ...proof(), ...change } }, options)

describe('verifying a credential', () => {
  it('says yes with nothing beside it', async () => {
    expect(await api.verify(signed)).toMatchObject({ status: 200, body: { verified: true, checks: ['proof', 'credentialStatus'], errors: [], problemDetails: [] } })
  })

  it('says no as a problem document that carries each reason, its rule and its place', async () => {
    const { status, type, body } = await api.verify({ ...signed, credentialSubject: { id: 'did:example:paul' } })
    expect({ status, type }).toEqual({ status: 400, type: 'application/problem+json; charset=utf-8' })
    expect(body).toMatchObject({ code: 'ERR_NOT_VERIFIED', verified: false, checks: [{ check: ['proof'] }] })
    expect(body.problemDetails).toEqual([{
      type: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR', title: 'PROOF_VERIFICATION_ERROR',
      detail: 'The signature is not that of this document by this key.', rule: 'signature', at: '/proof',
    }])
  })

  it('answers in French by default', async () => {
    const { body } = await api.post('credentials/verify', { verifiableCredential: { type: ['NonconformingDocument'] } }, { 'content-type': 'application/json', 'accept-language': 'fr' })
    expect(JSON.stringify(body.problemDetails)).toContain('Le premier contexte doit être celui du modèle de données.')
  })

  it.each(bad.filter(([, document]) => !Array.isArray(document)))('refuses under a proof, too, %s', async (name, document, rule) => {
    const rules = rulesIn(await api.verify({ ...(document as JsonObject), proof: proof() }))
    // What others signed without an offset is read as UTC; so the signature alone is wrong.
    expect(rules).toContain(name === 'a date without its offset' ? 'signature' : rule)
  })

  it.each([
    ['no proof', {}, 'proof-missing'], ['a proof that is null', { proof: null }, 'proof-object'],
  ])('refuses %s', async (_, change, rule) => {
    const answer = await api.verify({ ...without(signed, 'proof'), ...change })
    expect(answer.status).toBe(400)
    expect(rulesIn(answer)).toEqual([rule])
  })

  it.each([
    ['made by no key', { verificationMethod: 'did:key:@invalidVm@' }, 'method-unknown'],
    ['made by a key that is no point', { verificationMethod: 'did:key:invalidVm' }, 'method-unknown'],
    ['made by an issuer of elsewhere', { verificationMethod: 'did:web:example.org#key-1' }, 'method-unknown'],
    ['made for something else', { proofPurpose: 'authentication' }, 'purpose'],
    ['made for an unheard-of purpose', { proofPurpose: 'invalidPurpose' }, 'purpose'],
    ['32 bytes too long', { proofValue: 'z2Ana1b6wM2wMNvKTCzMuLr6MkbD6vUTFfkuFZKJHhBfQPMnjNYzDrQfQdb7k9ChYpZjCtJbLQAGkVVBZJaFvcTqcCRVKWrY9cZyMvULRFKrMmFEqCmQCWzNX1Rq5b3AwMWNvm' }, 'signature'],
    ['that has expired', { expires: '2026-11-29T11:59:59' }, 'proof-expired'],
    ['of another suite', { cryptosuite: 'ecdsa-rdfc-2019' }, 'signature'],
  ])('refuses a proof %s', async (_, change, rule) => {
    expect(rulesIn(await verifyProof(change))).toEqual([rule])
  })

  it('expects the purpose, the domain and the challenge it is told', async () => {
    expect(rulesIn(await api.verify(signed, { expectedProofPurpose: 'authentication' }))).toEqual(['purpose'])
    expect(rulesIn(await api.verify(signed, { domain: 'domain.example' }))).toEqual(['domain'])
    expect(rulesIn(await api.verify(signed, { challenge: '1235abcd6789' }))).toEqual(['challenge'])
  })

  it('refuses a credential in the name of another, signed by oneself', async () => {
    const other = await api.issue(credential(), 'ecdsa-rdfc-2019')
    const own = await api.issue({ ...credential(), issuer: other.issuer })
    // The sandbox would not sign so: one of its keys is made to, in a set that the other's own proof does not join.
    const both = await api.issue(other)
    expect((await api.verify(both)).status).toBe(200)
    expect(own.issuer).not.toBe(other.issuer)
    expect(rulesIn(await api.verify({ ...both, proof: (both.proof as JsonObject[])[1] }))).toEqual(['issuer-key'])
  })

  it('refuses what is valid no more, or not yet', async () => {
    const brief = await api.issue(credential({ validFrom: '2026-11-29T11:00:00Z', validUntil: '2026-11-29T13:00:00Z' }))
    expect((await api.verify(brief)).status).toBe(200)
    now = new Date('2026-11-29T14:00:00Z')
    expect(rulesIn(await api.verify(brief))).toEqual(['expired'])
    now = new Date('2026-11-29T10:00:00Z')
    expect(rulesIn(await api.verify(brief))).toEqual(['not-yet-valid'])
    now = new Date('2026-11-29T12:00:00Z')
  })

  it('does not take an envelope that it cannot read for verified', async () => {
    const envelope = { '@context': V2, 'type': 'EnvelopedVerifiableCredential', 'id': 'data:application/vc+cose;base64,eyJ' }
    expect(rulesIn(await api.verify(envelope))).toEqual(['envelope-unread'])
    expect(rulesIn(await api.verify({ ...envelope, id: 'eyJ' }))).toEqual(['envelope'])
  })
})

describe('the status of a credential', () => {
  const entryOf = (document: JsonObject) => document.credentialStatus as JsonObject
  const change = (document: JsonObject, set?: boolean) => api.post('credentials/status', {
    credentialId: document.id, credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: entryOf(document).statusPurpose, ...(set === undefined ? {} : { status: set }) },
  })

  it.each([['revocation', 'bitstring-status-list'], ['suspension', 'bitstring-suspension']])('is a place of its own in the %s list, set and cleared', async (purpose, issuer) => {
    const document = await api.issue(credential({ id: `urn:uuid:${purpose}` }), issuer)
    const list = `${ORIGIN}/vc-api/status-lists/${purpose}`
    expect(entryOf(document)).toEqual({
      id: `${list}#${String(entryOf(document).statusListIndex)}`, type: 'BitstringStatusListEntry', statusPurpose: purpose,
      statusListIndex: expect.stringMatching(/^\d+$/), statusListCredential: list,
    })
    const checks = ['proof', 'credentialStatus']
    expect((await api.verify(document, { checks })).status).toBe(200)
    expect((await change(document)).status).toBe(200)
    expect((await api.post(`status-lists/${purpose}/publish`, {})).status).toBe(204)
    expect(rulesIn(await api.verify(document, { checks }))).toEqual(['status-set'])
    expect((await api.verify(document, { checks: ['proof'] })).status).toBe(200)
    await change(document, false)
    expect((await api.verify(document)).status).toBe(200)
  })

  it('is published as a credential that is itself verified', async () => {
    const { type, body } = await api.get('status-lists/revocation')
    expect(type).toContain('application/vc')
    expect(body).toMatchObject({ type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: expect.stringMatching(/^uH4sI/) } })
    expect((await api.verify(body)).status).toBe(200)
    expect((await api.get('status-lists/revocation', 'application/ld+json, application/json')).type).toContain('application/ld+json')
    expect(await api.get('status-lists/other')).toMatchObject({ status: 404, body: { code: 'ERR_STATUS_LIST_UNKNOWN' } })
  })

  it('that no list of ours gives is not fetched: a warning, or a refusal to whoever asks for it', async () => {
    const entry = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: 'https://example.org/list/1' }
    const document = await api.issue(credential({ credentialStatus: entry }))
    expect(await api.verify(document)).toMatchObject({ status: 200, body: { warnings: [{ rule: 'status-retrieval' }] } })
    const asked = await api.verify(document, { checks: ['credentialStatus'] })
    expect(asked.body.problemDetails).toMatchObject([{ type: 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR', at: '/credentialStatus' }])
  })

  it.each([
    ['beyond the list', { statusListIndex: '131072' }, 'status-range'], ['of another purpose', { statusPurpose: 'suspension' }, 'status-purpose'],
  ])('is refused %s', async (_, change, rule) => {
    const entry = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: `${ORIGIN}/vc-api/status-lists/revocation` }
    const document = await api.issue(credential({ credentialStatus: { ...entry, ...change } }))
    expect(rulesIn(await api.verify(document, { checks: ['credentialStatus'] }))).toEqual([rule])
  })

  it('is refused of a kind unknown here, to whoever asks for it', async () => {
    const document = await api.issue(credential({ credentialStatus: { type: 'https://example.org/#Register' } }))
    expect(rulesIn(await api.verify(document, { checks: ['credentialStatus'] }))).toEqual(['status-kind'])
    expect(await api.verify(document)).toMatchObject({ status: 200, body: { warnings: [{ rule: 'status-kind' }] } })
  })

  it('is refused from a list that is too short', async () => {
    const encodedList = await packBitstring(bitstringOf([], 1024))
    const short = credential({ type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList } })
    expect(rulesIn(await api.verify(await api.issue(short)))).toEqual(['status-range'])
  })

  it('changes for no credential that the sandbox did not issue, and to nothing unheard of', async () => {
    const post = (credentialId: string, credentialStatus: unknown) => api.post('credentials/status', { credentialId, credentialStatus })
    expect(await post('urn:uuid:stranger', { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' })).toMatchObject({ status: 404, body: { code: 'ERR_CREDENTIAL_UNKNOWN' } })
    for (const entry of [[], { type: 'StatusList2021Entry' }, { type: 'BitstringStatusListEntry', statusPurpose: 'message' }, { type: 'BitstringStatusListEntry', status: 'perhaps' }]) {
      expect(await post('urn:uuid:revocation', entry), JSON.stringify(entry)).toMatchObject({ status: 422, body: { code: 'ERR_STATUS_ENTRY' } })
    }
  })
})

describe('verifying a presentation', () => {
  const presentation = (change: JsonObject = {}) => ({ '@context': [V2], 'type': ['VerifiablePresentation'], 'verifiableCredential': [signed], ...change })
  const verify = (verifiablePresentation: unknown, options?: JsonObject) => api.post('presentations/verify', { verifiablePresentation, options })
  const prove = async (document: JsonObject, options: JsonObject = {}) => {
    const { status, body } = await api.post('presentations', { presentation: document, options })
    expect(status, JSON.stringify(body)).toBe(201)
    return body.verifiablePresentation as JsonObject
  }

  it('says yes to one that the sandbox proves, for its challenge and domain alone', async () => {
    const proved = await prove(presentation({ id: 'urn:uuid:1' }), { challenge: 'a', domain: 'b' })
    expect(proved.proof).toMatchObject({ proofPurpose: 'authentication', challenge: 'a', domain: 'b' })
    for (const options of [undefined, { checks: [] }, { challenge: 'a', domain: 'b' }]) expect((await verify(proved, options)).status).toBe(200)
    expect(rulesIn(await verify(proved, { challenge: 'c', domain: 'b' }))).toEqual(['challenge'])
    expect(rulesIn(await verify(proved, { challenge: 'a', domain: 'c' }))).toEqual(['domain'])
    expect(rulesIn(await verify({ ...proved, id: 'urn:uuid:2' }))).toEqual(['signature'])
  })

  it('looks at each credential in it', async () => {
    const proved = await prove(presentation({ verifiableCredential: [signed, { ...signed, credentialSubject: { id: 'did:example:paul' } }] }))
    expect(await verify(proved)).toMatchObject({ status: 400, body: { problemDetails: [{ rule: 'signature', at: '/verifiableCredential/1/proof' }] } })
  })

  it('proves as its holder', async () => {
    const proved = await prove(presentation({ holder: 'did:example:ines' }))
    expect(proved.holder).toBe(signed.issuer)
    expect((await verify(proved)).status).toBe(200)
    expect(rulesIn(await verify({ ...proved, holder: 'did:example:ines' }))).toEqual(['signature'])
  })

  it('takes the holder’s own word, and nobody else’s', async () => {
    const own = credential({ issuer: signed.issuer })
    expect((await verify(await prove(presentation({ holder: signed.issuer, verifiableCredential: [own] })))).status).toBe(200)
    expect(rulesIn(await verify(await prove(presentation({ verifiableCredential: [own] }))))).toEqual(['presented-unsecured'])
    expect(rulesIn(await verify(await prove(presentation({ holder: signed.issuer, verifiableCredential: [credential()] }))))).toEqual(['presented-unsecured'])
  })

  it('refuses one without a proof, unless it is shown as such', async () => {
    expect(rulesIn(await verify(presentation()))).toEqual(['proof-missing'])
    expect((await api.post('presentations/verify', { presentation: presentation() })).status).toBe(200)
    expect(await api.post('presentations/verify', {})).toMatchObject({ status: 400, body: { code: 'ERR_REQUEST_INVALID' } })
  })

  it.each([
    ['an unknown context', { '@context': [V2, 'https://example.com'] }, 'context-known'], ['a context that is a number', { '@context': [V2, 123192875] }, 'context-item'],
    ['no context', { '@context': undefined }, 'context-first'], ['a credential as a text', { verifiableCredential: ['eyJ'] }, 'presented-object'],
    ['a document that is none', { '@context': undefined, 'type': ['NonconformingDocument'] }, 'type-required'],
  ])('refuses %s', async (_, change, rule) => {
    const proved = await prove(presentation())
    expect(rulesIn(await verify({ ...proved, ...change }))).toContain(rule)
  })

  it('refuses to prove what breaks the model', async () => {
    expect(await api.post('presentations/prove', { presentation: presentation({ type: ['https://example.org/#P'] }) })).toMatchObject({ status: 422, body: { values: { rule: 'type-required' } } })
  })
})
