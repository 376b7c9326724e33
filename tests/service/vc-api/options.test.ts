// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '#domain/credential/index.ts'
import { credential, credentialV1, V1, without } from '#tests/domain/credential/data-model/documents.ts'
import { vcApi } from './sandbox.ts'

let api: Awaited<ReturnType<typeof vcApi>>
beforeAll(async () => { api = await vcApi({ now: () => new Date('2026-11-02T10:20:30Z') }) })
afterAll(() => api?.close())

const proofOf = (document: JsonObject) => document.proof as JsonObject
const presentation = { '@context': ['https://www.w3.org/ns/credentials/v2'], 'type': ['VerifiablePresentation'] }

describe('an option', () => {
  // VCALM 1.0 §2.4: what is not understood must be an error.
  it.each([
    ['credentials/issue', { credential: credential() }],
    ['issuers/eddsa-rdfc-2022/credentials/issue', { credential: credential() }],
    ['credentials/verify', { verifiableCredential: credential() }],
    ['credentials/derive', { verifiableCredential: credential() }],
    ['presentations/verify', { verifiablePresentation: presentation }],
    ['presentations', { presentation }],
    ['presentations/prove', { presentation }],
  ])('that is not known is refused: %s', async (path, body) => {
    const answer = await api.post(path, { ...body, options: { vcalmInteropUnknownOptionProbe: true } })
    expect(answer).toMatchObject({
      status: 400, type: expect.stringContaining('application/problem+json'),
      body: { type: 'https://www.w3.org/TR/vcalm#UNKNOWN_OPTION_PROVIDED', code: 'ERR_OPTION_UNKNOWN', values: { option: 'vcalmInteropUnknownOptionProbe' } },
    })
  })

  it.each([
    { type: 'Ed25519Signature2020' }, { proofPurpose: 'authentication' }, { created: 7 }, { proofId: ['urn:a:b'] },
  ])('with a value that is not understood is refused: %j', async (options) => {
    expect(await api.post('credentials/issue', { credential: credential(), options })).toMatchObject({ status: 400, body: { code: 'ERR_REQUEST_INVALID' } })
  })

  it('may say when the proof was made, for whom, and with which key', async () => {
    const first = proofOf(await api.issue(credential()))
    const options = {
      type: 'DataIntegrityProof', created: '2026-10-01T00:00:00Z', proofPurpose: 'assertionMethod', verificationMethod: first.verificationMethod,
      challenge: 'abc', domain: 'example.org', credentialId: 'urn:uuid:1',
    }
    const signed = await api.issue(credential(), 'eddsa-rdfc-2022', options)
    expect(proofOf(signed)).toMatchObject({ created: options.created, challenge: 'abc', domain: 'example.org' })
    expect(await api.verify(signed, { challenge: 'abc', domain: 'example.org' })).toMatchObject({ status: 200 })
    expect(await api.post('credentials/issue', { credential: credential(), options: { created: 'yesterday' } }))
      .toMatchObject({ status: 422, body: { values: { rule: 'proof-date', at: '/options/created' } } })
    expect(await api.post('credentials/issue', { credential: credential(), options: { verificationMethod: 'did:key:z6Mk#z6Mk' } }))
      .toMatchObject({ status: 404, body: { code: 'ERR_SANDBOX_ISSUER_UNKNOWN' } })
  })

  it('names a credential without an id, for a change of its status', async () => {
    const signed = await api.issue(credential(), 'bitstring-status-list', { credentialId: 'urn:uuid:named' })
    expect(signed).not.toHaveProperty('id')
    expect(await api.post('credentials/status', { credentialId: 'urn:uuid:named', credentialStatus: signed.credentialStatus })).toMatchObject({ status: 200 })
    expect(await api.verify(signed)).toMatchObject({ status: 400 })
  })
})

describe('what is asked back', () => {
  it('is the document, when it is verified, and what was found of each part', async () => {
    const signed = await api.issue(credential({ validFrom: '2026-01-01T00:00:00Z' }), 'bitstring-status-list')
    const { body } = await api.verify(signed, { returnCredential: true, returnResults: true, returnProblemDetails: false })
    expect(body.credential).toEqual(signed)
    expect(body).not.toHaveProperty('problemDetails')
    const input = (value: unknown) => ({ verified: true, input: value })
    expect(body.results).toEqual({ proof: [input(signed.proof)], credentialStatus: [input(signed.credentialStatus)], validFrom: input(signed.validFrom) })
  })

  it('says which part is wrong, and gives no such document back', async () => {
    const signed = await api.issue(credential({ validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-02-01T00:00:00Z' }))
    const { status, body } = await api.verify(signed, { returnCredential: true, returnResults: true })
    expect(status).toBe(400)
    expect(body).not.toHaveProperty('credential')
    expect(body.results).toMatchObject({ proof: [{ verified: true }], validFrom: { verified: true }, validUntil: { verified: false } })
    expect((await api.verify({ ...signed, name: 'Autre' }, { returnResults: true })).body.results).toMatchObject({ proof: [{ verified: false }] })
  })

  it('is the presentation too', async () => {
    const { body: { verifiablePresentation } } = await api.post('presentations', { presentation: { ...presentation, verifiableCredential: [await api.issue(credential())] } })
    const verified = await api.post('presentations/verify', { verifiablePresentation, options: { returnPresentation: true } })
    expect(verified.body).toMatchObject({ verified: true, verifiablePresentation })
  })
})

describe('what the sandbox adds', () => {
  it('is a date of issuance, to version 1.1 without one: who verifies must find it', async () => {
    const signed = await api.issue(without(credentialV1(), 'issuanceDate'))
    expect(signed.issuanceDate).toBe('2026-11-02T10:20:30Z')
    expect(await api.verify(signed)).toMatchObject({ status: 200 })
    expect(await api.verify(without(signed, 'issuanceDate'))).toMatchObject({ status: 400, body: { problemDetails: [{ rule: 'issuance-date' }] } })
  })

  it('is the context that a proof needs, to a presentation of version 1.1 too', async () => {
    const given = { '@context': [V1], 'type': ['VerifiablePresentation'], 'verifiableCredential': [await api.issue(credentialV1())] }
    const { status, body: { verifiablePresentation } } = await api.post('presentations', { presentation: given })
    expect({ status, contexts: (verifiablePresentation as JsonObject)['@context'] }).toEqual({ status: 201, contexts: [V1, 'https://w3id.org/security/data-integrity/v2'] })
    expect(await api.post('presentations/verify', { verifiablePresentation })).toMatchObject({ status: 200 })
  })

  it.each([['2.0', credential()], ['1.1', credentialV1()]])('lets nobody hide from a base proof what version %s needs', async (_, document) => {
    const base = await api.issue({ ...document, credentialSubject: { 'id': 'did:example:ines', 'https://example.org/#grade': 'B' } }, 'ecdsa-sd-2023')
    const { body: { verifiableCredential } } = await api.post('credentials/derive', { verifiableCredential: base, options: { selectivePointers: ['/credentialSubject/id'] } })
    expect((await api.verify(verifiableCredential)).body).toMatchObject({ verified: true })
  })
})
