// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProof, addressOfForm, bitstringOf, packBitstring, toCredential, toDidDocument, toStatusListCredential } from '#domain/credential/index.ts'
import { verifyCredential } from '#service/use-cases/vc-api/index.ts'
import type { VcApiNeeds } from '#service/use-cases/vc-api/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { did, keyOf, recordOf } from '#tests/domain/credential/records.ts'
import { vcApi } from './sandbox.ts'

describe('a credential of a school of this service', () => {
  let api: Awaited<ReturnType<typeof vcApi>>
  beforeAll(async () => { api = await vcApi({ open: false }) })
  afterAll(() => api?.close())

  const key = keyOf(1)
  const account = '0x00000000000000000000000000000000000000a3'
  const { status } = recordOf()

  /** What the service would find of the school, with these places of its list set. */
  async function needs(revoked: number[], known = true, suspended: number[] = []): Promise<VcApiNeeds> {
    const lists = new Map<string, string>()
    for (const [purpose, places] of [['revocation', revoked], ['suspension', suspended]] as const) {
      const [address, encodedList] = [addressOfForm(status.list, purpose), await packBitstring(bitstringOf(places))]
      lists.set(address, JSON.stringify(toStatusListCredential({ address, issuer: did, validFrom: '2026-11-01T00:00:00Z', encodedList, purpose })))
    }
    return {
      ...api.needs,
      issuerDocument: async (asked) => (known && asked === did ? toDidDocument({ did, publicKeys: [key.multikey], chainId: 31337, account }) : null),
      publishedList: async (address) => lists.get(address) ?? null,
    }
  }
  const signed = () => addProof(toCredential(recordOf()), { verificationMethod: key.verificationMethod, created: '2026-11-23T18:00:01Z' }, key.sign, contexts)

  it('is verified by the VC API, its status with it', async () => {
    expect(await verifyCredential(await needs([]))(await signed(), { checks: ['proof', 'credentialStatus'] })).toEqual({ verified: true, faults: [], findings: [], warnings: [], checked: ['proof', 'credentialStatus'] })
  })

  it('is not, once revoked, altered, or of a school that is not here', async () => {
    const credential = await signed()
    const rules = async (revoked: number[], document: object, known = true) => (await verifyCredential(await needs(revoked, known))(document)).findings.map(({ rule }) => rule)
    expect(await rules([status.index], credential)).toEqual(['status-set'])
    expect((await verifyCredential(await needs([], true, [status.index]))(credential)).findings).toEqual([{ rule: 'status-set', at: '/credentialStatus/1' }])
    expect(await rules([], { ...credential, name: 'Bac Pro' })).toEqual(['signature'])
    expect(await rules([], credential, false)).toEqual(['method-unknown'])
  })
})
