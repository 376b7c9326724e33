// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { credentialV1, V1 } from '#tests/domain/credential/data-model/documents.ts'
import { rulesIn, vcApi } from './sandbox.ts'

let api: Awaited<ReturnType<typeof vcApi>>
beforeAll(async () => { api = await vcApi() })
afterAll(() => api?.close())

const STATUS_2021 = 'https://w3id.org/vc/status-list/2021/v1'
const LIST = 'https://example.org/status/3'

describe('StatusList2021, which Bitstring Status List has replaced', () => {
  it('is accepted in a credential of version 1.1, and its status is not read', async () => {
    const entry = { id: `${LIST}#94567`, type: 'StatusList2021Entry', statusPurpose: 'revocation', statusListIndex: '94567', statusListCredential: LIST }
    const signed = await api.issue(credentialV1({ '@context': [V1, STATUS_2021], 'credentialStatus': entry }))
    expect(await api.verify(signed)).toMatchObject({ status: 200, body: { verified: true, checks: ['proof'], warnings: [{ rule: 'status-kind', at: '/credentialStatus' }] } })
    const asked = await api.verify(signed, { checks: ['proof', 'credentialStatus'] })
    expect(asked).toMatchObject({ status: 400, body: { problemDetails: [{ type: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR', rule: 'status-kind' }] } })
  })

  it('is accepted as a list, a credential like any other', async () => {
    const list = credentialV1({
      '@context': [V1, STATUS_2021], 'id': LIST, 'type': ['VerifiableCredential', 'StatusList2021Credential'],
      'credentialSubject': { id: `${LIST}#list`, type: 'StatusList2021', statusPurpose: 'revocation', encodedList: 'H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA' },
    })
    expect(await api.verify(await api.issue(list))).toMatchObject({ status: 200 })
  })

  it('needs its context, as all that version 1.1 does not know', async () => {
    const entry = { id: `${LIST}#1`, type: 'StatusList2021Entry', statusPurpose: 'revocation', statusListIndex: '1', statusListCredential: LIST }
    const answer = await api.post('credentials/issue', { credential: credentialV1({ credentialStatus: entry }) })
    expect(answer).toMatchObject({ status: 422, body: { values: { rule: 'json-ld' } } })
    expect(rulesIn(answer)).toEqual([])
  })
})
