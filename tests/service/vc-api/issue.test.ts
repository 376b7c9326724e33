// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '#domain/credential/index.ts'
import { bad, credential, credentialV1, good, meaningless, V1, V2 } from '#tests/domain/credential/data-model/documents.ts'
import { rulesIn, vcApi } from './sandbox.ts'

let api: Awaited<ReturnType<typeof vcApi>>
beforeAll(async () => { api = await vcApi() })
afterAll(() => api?.close())

const ISSUERS = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-rdfc-2019-p384', 'ecdsa-jcs-2019', 'ecdsa-jcs-2019-p384', 'bitstring-status-list', 'bitstring-suspension']
const proofOf = (document: JsonObject) => document.proof as JsonObject

describe('the sandbox issuer', () => {
  it.each(ISSUERS)('signs as %s what is then verified, and no more once changed', async (issuer) => {
    const signed = await api.issue(credential({ id: 'urn:uuid:1', name: 'Attestation' }), issuer)
    expect(signed['@context']).toEqual([V2])
    expect(await api.verify(signed)).toMatchObject({ status: 200, body: { verified: true, errors: [], warnings: [] } })
    const altered = await api.verify({ ...signed, name: 'Diplôme' })
    expect(altered).toMatchObject({ status: 400, body: { verified: false, code: 'ERR_NOT_VERIFIED' } })
    expect(rulesIn(altered)).toContain('signature')
  })

  it.each(ISSUERS)('signs as %s version 1.1 too, with the context that a proof needs', async (issuer) => {
    const signed = await api.issue(credentialV1(), issuer)
    expect((signed['@context'] as string[]).slice(0, 2)).toEqual([V1, 'https://w3id.org/security/data-integrity/v2'])
    expect(await api.verify(signed)).toMatchObject({ status: 200 })
  })

  it.each(Object.entries(good))('signs %s', async (_, document) => {
    const signed = await api.issue(document)
    expect(proofOf(signed)).toMatchObject({ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' })
    const answer = await api.verify(signed, { checks: ['proof'] })
    // Signing is one thing; a validity that is past, or still to come, is another.
    expect(rulesIn(answer).filter((rule) => rule !== 'expired' && rule !== 'not-yet-valid')).toEqual([])
  })

  // What lacks a date of issuance gets one (options.test.ts).
  it.each(bad.filter(([, , rule]) => rule !== 'issuance-date'))('refuses %s', async (_, document, rule) => {
    const { status, body, type } = await api.post('credentials/issue', { credential: document, options: {} })
    expect(type).toContain('application/problem+json')
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'ERR_NOT_CONFORMING' })
    expect((body.values as JsonObject).faults).toBeGreaterThan(0)
    // The first fault is named; a document may break two rules by one change.
    if ((body.values as JsonObject).faults === 1) expect((body.values as JsonObject).rule).toBe(rule)
  })

  it.each(Object.entries(meaningless))('refuses %s', async (_, document) => {
    expect(await api.post('credentials/issue', { credential: document }))
      .toMatchObject({ status: 422, body: { code: 'ERR_NOT_CONFORMING', values: { rule: 'json-ld' } } })
  })

  it('signs in its own name alone', async () => {
    const { id } = ((await api.get('manifest')).body.issuers as { id: string }[])[0]!
    expect((await api.issue(credential({ issuer: 'https://www.education.gouv.fr' }))).issuer).toBe(id)
    expect((await api.issue(credential({ issuer: { id: 'did:web:education.gouv.fr', name: 'Ministère' } }))).issuer).toEqual({ id, name: 'Ministère' })
  })

  it('takes the suite from the options when the path names none, and JSON-LD as what it is', async () => {
    const { status, body } = await api.post('credentials/issue', { credential: credential(), options: { cryptosuite: 'ecdsa-rdfc-2019' } }, { 'content-type': 'application/ld+json' })
    expect(status).toBe(201)
    expect(proofOf(body.verifiableCredential as JsonObject).cryptosuite).toBe('ecdsa-rdfc-2019')
  })

  it('chooses by the identifier of the credential, or by what the options are for, when nothing is named', async () => {
    const suiteOf = async (change: JsonObject, options: JsonObject = {}) =>
      proofOf(((await api.post('credentials/issue', { credential: credential(change), options })).body.verifiableCredential) as JsonObject).cryptosuite
    const [short, long] = [(await api.issue(credential(), 'ecdsa-rdfc-2019')).issuer, (await api.issue(credential(), 'ecdsa-rdfc-2019-p384')).issuer]
    expect(await suiteOf({ issuer: short })).toBe('ecdsa-rdfc-2019')
    expect(await suiteOf({ issuer: { id: long } })).toBe('ecdsa-rdfc-2019')
    expect(await suiteOf({ issuer: short }, { mandatoryPointers: [] })).toBe('ecdsa-sd-2023')
    expect(await suiteOf({}, { mandatoryPointers: ['/issuer'] })).toBe('ecdsa-sd-2023')
    expect(await suiteOf({})).toBe('eddsa-rdfc-2022')
  })

  it('adds the status entries that the options ask for, of the kinds it has', async () => {
    const signed = await api.issue(credential(), 'ecdsa-rdfc-2019', { credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'suspension' }, { type: 'BitstringStatusList' }] })
    expect((signed.credentialStatus as JsonObject[]).map(({ statusPurpose }) => statusPurpose)).toEqual(['suspension', 'revocation'])
    expect((await api.verify(signed, { checks: ['proof', 'credentialStatus'] })).status).toBe(200)
    for (const credentialStatus of [{ type: 'RevocationList2020Status' }, { type: 'BitstringStatusListEntry', statusPurpose: 'message' }, 'yes']) {
      expect(await api.post('credentials/issue', { credential: credential(), options: { credentialStatus } })).toMatchObject({ status: 422, body: { code: 'ERR_STATUS_ENTRY' } })
    }
  })

  it('refuses a request without a credential, and an issuer that is not there', async () => {
    expect(await api.post('credentials/issue', { verifiableCredential: credential() })).toMatchObject({ status: 400, body: { code: 'ERR_REQUEST_INVALID' } })
    expect(await api.post('issuers/toString/credentials/issue', { credential: credential() })).toMatchObject({ status: 400 })
    expect(await api.post('issuers/bbs-2023/credentials/issue', { credential: credential() })).toMatchObject({ status: 404, body: { code: 'ERR_SANDBOX_ISSUER_UNKNOWN' } })
  })

  it('keeps its keys across a restart, and has others under another secret', async () => {
    const ids = async (again: Awaited<ReturnType<typeof vcApi>>) => ((await again.get('manifest')).body.issuers as { id: string }[]).map(({ id }) => id)
    const [again, other] = [await vcApi({ database: api.database }), await vcApi({ database: api.database, secret: 'cd'.repeat(32) })]
    expect(await ids(again)).toEqual(await ids(api))
    expect(await ids(other)).not.toContain((await ids(api))[0])
    expect((await again.verify(await api.issue(credential()))).status).toBe(200)
  })
})

describe('proof sets and chains', () => {
  it('add a proof to those that are there, each of them needed', async () => {
    const first = await api.issue(credential(), 'ecdsa-rdfc-2019')
    const both = await api.issue(first, 'eddsa-rdfc-2022')
    expect((both.proof as JsonObject[]).map(({ cryptosuite }) => cryptosuite)).toEqual(['ecdsa-rdfc-2019', 'eddsa-rdfc-2022'])
    expect(both.issuer).toBe(first.issuer)
    expect((await api.verify(both)).status).toBe(200)
    const broken = { ...both, proof: [(both.proof as JsonObject[])[0], { ...(both.proof as JsonObject[])[1], created: '2020-01-01T00:00:00Z' }] }
    expect(rulesIn(await api.verify(broken))).toEqual(['signature'])
  })

  it.each([['as a text', 'urn:uuid:first'], ['as a list', ['urn:uuid:first']]])('follow one another, named %s', async (_, previousProof) => {
    const first = await api.issue(credential(), 'ecdsa-rdfc-2019', { proofId: 'urn:uuid:first' })
    const chained = await api.issue(first, 'ecdsa-rdfc-2019', { previousProof })
    expect((await api.verify(chained)).status).toBe(200)
    const [one, two] = chained.proof as JsonObject[]
    expect(rulesIn(await api.verify({ ...chained, proof: two }))).toEqual(['proof-previous'])
    expect(rulesIn(await api.verify({ ...chained, proof: [{ ...one, id: 'urn:uuid:other' }, two] }))).toEqual(['proof-previous'])
    // A proof that follows another vouches for it: taken away and put back otherwise, it shows.
    expect(rulesIn(await api.verify({ ...chained, proof: [{ ...one, created: '2020-01-01T00:00:00Z' }, two] }))).toEqual(['signature', 'signature'])
  })

  it('refuse to follow a proof that is not there', async () => {
    const answer = await api.post('credentials/issue', { credential: credential(), options: { previousProof: 'urn:uuid:absent' } })
    expect(answer).toMatchObject({ status: 422, body: { values: { rule: 'proof-previous' } } })
  })
})

describe('while the sandbox is closed', () => {
  it('nothing is signed, by any way in, and verifying stays open', async () => {
    const closed = await vcApi({ open: false, database: api.database })
    const signed = await api.issue(credential())
    for (const [path, body] of [['credentials/issue', { credential: credential() }], ['issuers/eddsa-rdfc-2022/credentials/issue', { credential: credential() }],
      ['presentations', { presentation: {} }], ['credentials/status', { credentialId: 'a', credentialStatus: [] }]] as const) {
      expect(await closed.post(path, body), path).toMatchObject({ status: 403, body: { code: 'ERR_SANDBOX_CLOSED' } })
    }
    expect(await closed.get('manifest')).toMatchObject({ status: 403, body: { code: 'ERR_SANDBOX_CLOSED' } })
    expect(await closed.get('status-lists/revocation')).toMatchObject({ status: 403 })
    expect((await closed.verify(signed)).status).toBe(200)
  })
})
