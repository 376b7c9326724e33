// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readMultikey, writeMultikey } from '#domain/credential/data-integrity/index.ts'
import { isDateTime } from '#domain/credential/data-model/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { tableSandboxStatuses } from '#service/adapters/vc-api/index.ts'
import { credential, EXAMPLES, V2 } from '#tests/domain/credential/data-model/documents.ts'
import { ORIGIN, rulesIn, vcApi } from './sandbox.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let api: Awaited<ReturnType<typeof vcApi>>
beforeAll(async () => { api = await vcApi() })
afterAll(() => api?.close())

/** Neither a text nor anything that can be made one. */
const unprintable = { toString: 1, valueOf: 1 }
const entry = (change: JsonObject = {}) => ({ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', ...change })
const places = async () => (await api.database.db.withTables<{ sandbox_statuses: { position: number } }>().selectFrom('sandbox_statuses').select('position').execute()).length

describe('contexts added to what JCS signed', () => {
  it('may not change what it means', async () => {
    const signed = await api.issue(credential({ '@context': [V2, EXAMPLES], 'credentialSubject': { id: 'did:example:ines', alumniOf: 'Lycée' } }), 'eddsa-jcs-2022')
    const under = (context: unknown) => api.verify({ ...signed, '@context': [V2, EXAMPLES, context] })
    expect((await under({ unused: 'urn:x:unused' })).status).toBe(200)
    expect(rulesIn(await under({ alumniOf: 'urn:x:expelledFrom' }))).toEqual(['context-changed'])
  })
})

describe('a change of status', () => {
  it.each([['constructor'], ['__proto__'], ['toString'], [unprintable], [null]])('is not read from %j', async (status) => {
    const issued = await api.issue(credential({ id: 'urn:uuid:inherited' }), 'bitstring-status-list')
    const answer = await api.post('credentials/status', { credentialId: 'urn:uuid:inherited', credentialStatus: entry({ status: status ?? {} }) })
    expect(answer).toMatchObject({ status: 422, body: { code: 'ERR_STATUS_ENTRY' } })
    expect((await api.verify(issued)).status).toBe(200)
  })
})

describe('values that are no text', () => {
  it('are refused where they stand', async () => {
    const issue = (change: JsonObject, options: JsonObject = {}) => api.post('credentials/issue', { credential: credential(change), options })
    expect(await issue({}, { credentialStatus: { type: unprintable } })).toMatchObject({ status: 422, body: { code: 'ERR_STATUS_ENTRY' } })
    expect(await issue({ relatedResource: { id: 'urn:a:b', digestMultibase: 'u', mediaType: unprintable } })).toMatchObject({ status: 422 })
    const message = { status: unprintable, message: 'a' }
    expect(await issue({ credentialStatus: entry({ statusListIndex: '1', statusListCredential: 'urn:a:b', statusMessage: [message, message] }) })).toMatchObject({ status: 422, body: { values: { rule: 'status-entry' } } })
  })
})

describe('places of the sandbox’s lists', () => {
  it('are given once for each purpose, and to nothing that is refused', async () => {
    const before = await places()
    const many = Array.from({ length: 300 }, () => entry())
    for (const options of [{ previousProof: 'urn:absent:1' }, { proofId: 'no address' }, { mandatoryPointers: ['/absent'] }]) {
      expect((await api.post('credentials/issue', { credential: credential(), options: { ...options, credentialStatus: many } })).status).toBe(422)
    }
    expect(await places()).toBe(before)
    await api.issue(credential(), 'eddsa-rdfc-2022', { credentialStatus: many })
    expect(await places()).toBe(before + 1)
  })

  it('are refused by a code of their own when there is none left', async () => {
    const full = { insertInto: () => ({ values: () => ({ onConflict: () => ({ returning: () => ({ executeTakeFirst: async () => undefined }) }) }) }) }
    await expect(tableSandboxStatuses(full as never).allocate('revocation', null)).rejects.toMatchObject({ code: 'ERR_SANDBOX_LIST_FULL' })
  })
})

describe('status entries', () => {
  const listed = (length: number) => Array.from({ length }, () => entry({ statusListIndex: '5', statusListCredential: `${ORIGIN}/vc-api/status-lists/revocation` }))

  it('are sixteen at most, and not looked at when the proof is wrong', async () => {
    const signed = await api.issue(credential())
    expect(rulesIn(await api.verify({ ...signed, credentialStatus: listed(17) }))).toEqual(['size'])
    const answer = await api.verify({ ...signed, credentialStatus: entry({ statusListIndex: '5', statusListCredential: 'https://elsewhere.example/list' }) })
    expect(rulesIn(answer)).toEqual(['signature'])
    expect(answer.body).toMatchObject({ checks: [{ check: ['proof'] }], warnings: [] })
  })

  it('of a list that is not read are no check carried out', async () => {
    const signed = await api.issue(credential({ credentialStatus: entry({ statusListIndex: '5', statusListCredential: 'https://elsewhere.example/list' }) }))
    expect(await api.verify(signed)).toMatchObject({ status: 200, body: { checks: ['proof'], warnings: [{ rule: 'status-retrieval' }] } })
    expect((await api.verify(signed, { checks: [] })).body).toMatchObject({ checks: ['proof'] })
  })
})

describe('the name of another issuer', () => {
  it('is not kept for a proof that does not hold, or is not by that issuer', async () => {
    const other = await api.issue(credential(), 'ecdsa-rdfc-2019')
    expect((await api.issue(other)).issuer).toBe(other.issuer)
    const { issuer } = await api.issue(credential())
    expect((await api.issue({ ...other, credentialSubject: { id: 'did:example:paul' } })).issuer).toBe(issuer)
    expect((await api.issue({ ...other, issuer: 'https://ministere.example' })).issuer).toBe(issuer)
  })
})

describe('days and keys that there are not', () => {
  it('are not read', () => {
    for (const day of ['2024-02-30', '2023-02-29', '2024-04-31', '1900-02-29']) expect(isDateTime(`${day}T00:00:00Z`), day).toBe(false)
    for (const day of ['2024-02-29', '2000-02-29', '2024-12-31']) expect(isDateTime(`${day}T00:00:00Z`), day).toBe(true)
    expect(readMultikey(writeMultikey({ kind: 'P-256', bytes: new Uint8Array(33).fill(0xff) }))).toBeNull()
    expect(readMultikey(writeMultikey({ kind: 'Ed25519', bytes: new Uint8Array(32).fill(0xff) }))).toBeNull()
  })
})
