// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { toBytes32 } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import { addProof, bitstringOf, packBitstring, toStatusListCredential } from '#domain/credential/index.ts'
import { verify } from '#domain/verification/index.ts'
import type { LedgerFacts } from '#domain/verification/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { did, keyOf, recordOf } from '#tests/domain/credential/records.ts'
import { academy, at, ledgerSaying, reseal, school, statusListOf, worldOf } from './world.ts'

const newer = await statusListOf([1], at.anchored + 50)

/** The answer, and every address that was asked for a newer list. */
async function checked(text: string, facts: LedgerFacts) {
  const asked: string[] = []
  const fetchStatus = async (address: string) => {
    asked.push(address)
    return newer
  }
  const statusLists = [...facts.statusLists, { digest: toBytes32(digestOf(newer)), recordedAt: at.anchored + 50 }]
  const { verdict } = await verify(text, { ledger: ledgerSaying({ ...facts, statusLists }), now: at.now, fetchStatus })
  return { asked, outcome: verdict.outcome }
}

/** A world whose credential and list name this address for the list. */
async function listedAt(address: string) {
  const status = { ...recordOf().status, list: address }
  const { bundle, facts } = await worldOf({ record: { status } })
  const key = keyOf(1)
  const instant = new Date(at.accredited * 1000).toISOString()
  const encodedList = await packBitstring(bitstringOf([]))
  const unsigned = toStatusListCredential({ address, issuer: did, validFrom: instant, encodedList })
  const listCredential = await addProof(unsigned, { verificationMethod: key.verificationMethod, created: instant }, key.sign, contexts)
  const text = reseal(bundle, { status: { ...bundle.status, listCredential, digest: digestOf(listCredential) } })
  return { text, facts: { ...facts, statusLists: [{ digest: toBytes32(digestOf(listCredential)), recordedAt: at.accredited }] } }
}

describe('who is asked for a newer revocation list', () => {
  it('is the server of an accredited school, once the rest of its file stands', async () => {
    const { text, facts } = await worldOf()
    expect(await checked(text, facts)).toEqual({ asked: [recordOf().status.list], outcome: 'valid' })
  })

  it('is nobody for the file of someone this ledger does not accredit, nor of a key it does not know', async () => {
    const { text, facts } = await worldOf()
    const strangers: Partial<LedgerFacts>[] = [
      { accreditations: {} }, { documents: [] }, { rootAuthority: school }, { anchor: null }, { contract: academy }, { chainId: 1 },
    ]
    for (const stranger of strangers) expect((await checked(text, { ...facts, ...stranger })).asked).toEqual([])
  })

  it('is nobody for a credential that was changed', async () => {
    const { text, facts } = await worldOf({ forge: vc => ({ ...vc, name: 'Bac Pro' }) })
    expect((await checked(text, facts)).asked).toEqual([])
  })

  it('is never a host that the school’s did:web does not name', async () => {
    const elsewhere = [
      'http://169.254.169.254/latest', 'http://localhost:8545/status/1', 'http://localhost/status/1',
      'http://localhost:3000@inside.example/status/1',
    ]
    for (const address of elsewhere) {
      const { text, facts } = await listedAt(address)
      expect(await checked(text, facts)).toEqual({ asked: [], outcome: 'cannot-tell' })
    }
    const { text, facts } = await listedAt('http://LOCALHOST:3000/status/2')
    expect((await checked(text, facts)).asked).toEqual(['http://LOCALHOST:3000/status/2'])
  })
})
