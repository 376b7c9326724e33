// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { digestOf } from '#domain/canonical.ts'
import { toBytes32 } from '#domain/anchoring/index.ts'
import { toDidDocument } from '#domain/credential/index.ts'
import { verify } from '#domain/verification/index.ts'
import type { LedgerFacts, Ports, Verdict } from '#domain/verification/index.ts'
import { did, keyOf, recordOf } from '#tests/domain/credential/records.ts'
import { academy, academyRecord, accredited, at, chainId, documentRecord, far, ledgerSaying, ministry, reseal, school, statusListOf, worldOf } from './world.ts'

const world = await worldOf()
type World = typeof world

async function answer(text: string, facts: LedgerFacts | null, ports: Partial<Ports> = {}): Promise<Verdict> {
  const ledger = facts === null ? null : ledgerSaying(facts)
  return (await verify(text, { ledger, now: at.now, ...ports })).verdict
}
const failedOf = ({ checks }: Verdict) => checks.filter(({ result }) => result === 'failed').map(({ name, reason }) => `${name}: ${reason}`)
const unknownOf = ({ checks }: Verdict) => checks.filter(({ result }) => result === 'unknown').map(({ name, reason }) => `${name}: ${reason}`)

describe('a genuine bundle', () => {
  it('is valid, and every check says why', async () => {
    const verdict = await answer(world.text, world.facts)
    expect(verdict.outcome).toBe('valid')
    expect(verdict.checks.map(({ result, reason }) => `${result} ${reason}`)).toEqual([
      'passed file-intact', 'passed signature-genuine', 'passed accredited', 'passed key-in-force', 'passed anchored',
      'passed not-revoked', 'passed in-dates',
    ])
  })

  it('is valid as bytes too', async () => {
    const { verdict } = await verify(new TextEncoder().encode(world.text), { ledger: ledgerSaying(world.facts), now: at.now })
    expect(verdict.outcome).toBe('valid')
  })

  it('stays valid on a node that no longer keeps the old block', async () => {
    expect((await answer(world.text, { ...world.facts, block: 'pruned' })).outcome).toBe('valid')
  })
})

describe('with something missing', () => {
  it('cannot tell without a ledger, and says what could be checked', async () => {
    const verdict = await answer(world.text, null)
    expect(verdict.outcome).toBe('cannot-tell')
    expect(unknownOf(verdict)).toEqual([
      'accreditation: ledger-not-given', 'issuerKey: ledger-not-given', 'anchored: ledger-not-given', 'status: status-at-issue-only',
    ])
  })

  it('cannot tell when the ledger does not answer', async () => {
    const ledger = { ...ledgerSaying(world.facts), documentsOf: () => Promise.reject(new Error('no route')) }
    const verdict = await answer(world.text, null, { ledger })
    expect(verdict.outcome).toBe('cannot-tell')
    expect(unknownOf(verdict)).toContain('anchored: ledger-unreachable')
  })

  it('cannot tell when the trusted ledger is another contract', async () => {
    const verdict = await answer(world.text, { ...world.facts, contract: academy })
    expect(verdict.outcome).toBe('cannot-tell')
    expect(unknownOf(verdict)).toContain('anchored: other-ledger')
  })

  it('cannot tell when the trusted ledger is another network', async () => {
    expect((await answer(world.text, { ...world.facts, chainId: 1 })).outcome).toBe('cannot-tell')
  })

  it('cannot tell about an issuer the ledger does not know: that is not a forgery', async () => {
    const text = reseal(world.bundle, { issuer: { ...world.bundle.issuer, accreditation: [] } })
    const verdict = await answer(text, { ...world.facts, accreditations: {} })
    expect(verdict.outcome).toBe('cannot-tell')
    expect(unknownOf(verdict)).toEqual(['accreditation: issuer-unknown'])
  })

  it('cannot tell when the school published a newer revocation list that nobody can reach', async () => {
    const verdict = await answer(world.text, await withNewerList(world, []))
    expect(verdict.outcome).toBe('cannot-tell')
    expect(unknownOf(verdict)).toEqual(['status: status-newer-list'])
  })
})

describe('a school that has changed since', () => {
  it('leaves a credential valid when issued, once its accreditation is withdrawn after it', async () => {
    const withdrawn = accredited({ withdrawnAt: at.anchored + 100 })
    const verdict = await answer(world.text, { ...world.facts, accreditations: { ...world.facts.accreditations, [school]: [withdrawn] } })
    expect(verdict.outcome).toBe('valid-when-issued')
    expect(verdict.checks[2]).toMatchObject({ reason: 'accredited-then', values: { date: at.anchored + 100 } })
  })

  it('leaves it valid when issued once its accreditation has run out', async () => {
    expect((await answer(world.text, world.facts, { now: far + 1 })).outcome).toBe('valid-when-issued')
  })

  it('leaves it valid when issued, sixty years on, though the newest list is gone with the school', async () => {
    const facts = await withNewerList(world, [])
    const verdict = await answer(world.text, facts, { now: at.now + 60 * 31_557_600 })
    expect(verdict.outcome).toBe('valid-when-issued')
    expect(unknownOf(verdict)).toEqual(['status: status-not-known-since'])
  })

  it('leaves it valid when issued once the withdrawal that the file knew of has been brought forward', async () => {
    const own = [at.anchored + 900, at.anchored + 100].map(withdrawnAt => accredited({ withdrawnAt }))
    const text = reseal(world.bundle, { issuer: { ...world.bundle.issuer, accreditation: [own[0]!, academyRecord] } })
    const verdict = await answer(text, { ...world.facts, accreditations: { ...world.facts.accreditations, [school]: [own[1]!] } })
    expect(verdict.outcome).toBe('valid-when-issued')
  })

  it('leaves it valid when issued once its keys have changed', async () => {
    const renewed = documentRecord(digestOf({ other: true }), at.anchored + 500)
    const verdict = await answer(world.text, { ...world.facts, documents: [...world.facts.documents, renewed] })
    expect(verdict.outcome).toBe('valid-when-issued')
  })

  it('accepts keys that changed between the signature and the anchoring', async () => {
    const renewed = documentRecord(digestOf({ other: true }), at.issued + 10)
    expect((await answer(world.text, { ...world.facts, documents: [...world.facts.documents, renewed] })).outcome).toBe('valid-when-issued')
  })

  it('keeps it valid when the academy above is withdrawn later', async () => {
    const above = { ...academyRecord, withdrawnAt: at.anchored + 100 }
    expect((await answer(world.text, { ...world.facts, accreditations: { [school]: [accredited()], [academy]: [above] } })).outcome).toBe('valid')
  })

  it('reads the newer revocation list when it is reachable', async () => {
    const newer = await statusListOf([1], at.anchored + 50)
    const facts = await withNewerList(world, [1])
    expect((await answer(world.text, facts, { fetchStatus: async () => newer })).outcome).toBe('valid')
  })
})

type Bad = { name: string; fails: string; make: () => Promise<Verdict> }
const resealed = (changes: Parameters<typeof reseal>[1]) => () => answer(reseal(world.bundle, changes), world.facts)
const receipt = (changes: Partial<World['bundle']['receipt']>) => resealed({ receipt: { ...world.bundle.receipt, ...changes } })
const place = (changes: Partial<World['bundle']['receipt']['ledger']>) => receipt({ ledger: { ...world.bundle.receipt.ledger, ...changes } })
const onLedger = (changes: Partial<LedgerFacts>) => () => answer(world.text, { ...world.facts, ...changes })
const made = (changes: Parameters<typeof worldOf>[0], ports: Partial<Ports> = {}) => async () => {
  const { text, facts } = await worldOf(changes)
  return answer(text, facts, ports)
}
const instant = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '')

const bads: Bad[] = [
  { name: 'signed by another key', fails: 'signature: signature-altered', make: made({ signedWith: 2 }) },
  { name: 'changed in a value after signing', fails: 'signature: signature-altered', make: made({ forge: vc => ({ ...vc, name: 'Bac Pro' }) }) },
  { name: 'given an undefined word', fails: 'signature: credential-unreadable', make: made({ forge: vc => ({ ...vc, mention: 'Très bien' }) }) },
  { name: 'given a vocabulary of its own', fails: 'signature: context-unknown', make: made({ forge: vc => ({ ...vc, '@context': [...vc['@context'] as string[], { '@vocab': 'https://example.org/' }] }) }) },
  { name: 'stripped of its proof', fails: 'signature: key-not-in-document', make: made({ forge: ({ proof: _, ...vc }) => vc }) },
  { name: 'given a broken proof value', fails: 'signature: proof-unsupported', make: made({ forge: vc => ({ ...vc, proof: { ...vc.proof as object, proofValue: 'z0' } }) }) },
  { name: 'claiming to be a diploma', fails: 'anchored: kind-differs', make: made({ forge: vc => ({ ...vc, credentialSubject: { achievement: { achievementType: 'Diploma' } } }) }) },
  { name: 'hiding a diploma behind a second subject', fails: 'anchored: kind-differs', make: made({ forge: vc => ({ ...vc, credentialSubject: [vc.credentialSubject as object, { achievement: { achievementType: 'Diploma' } }] }) }) },
  { name: 'expired', fails: 'dates: expired', make: made({ record: { validUntil: instant(at.now - 1) } }) },
  { name: 'not yet valid', fails: 'dates: not-yet-valid', make: made({ record: { validFrom: instant(at.now + 86_400) } }) },
  { name: 'dated unreadably', fails: 'dates: dates-unreadable', make: made({ forge: vc => ({ ...vc, validFrom: 'yesterday' }) }) },
  { name: 'revoked when handed over', fails: 'status: revoked', make: made({ revoked: [recordOf().status.index] }) },
  { name: 'revoked since', fails: 'status: revoked', make: async () => answer(world.text, await withNewerList(world, [4711]), { fetchStatus: async () => statusListOf([4711], at.anchored + 50) }) },
  { name: 'carrying a list the school never published', fails: 'status: status-list-unknown', make: onLedger({ statusLists: [{ digest: `0x${'5'.repeat(64)}`, recordedAt: 1 }] }) },
  { name: 'carrying a changed list', fails: 'status: status-list-altered', make: resealed({ status: { ...world.bundle.status, listCredential: { ...world.bundle.status.listCredential, name: 'x' } } }) },
  { name: 'carrying another list under the same digest', fails: 'status: status-list-altered', make: async () => answer(reseal(world.bundle, { status: { ...world.bundle.status, listCredential: await statusListOf([7]) } }), world.facts) },
  { name: 'never anchored', fails: 'anchored: never-anchored', make: onLedger({ anchor: null }) },
  { name: 'anchored by another school', fails: 'anchored: anchored-by-other', make: onLedger({ anchor: { ...world.facts.anchor!, issuer: academy } }) },
  { name: 'anchored at another moment than its receipt says', fails: 'anchored: receipt-differs', make: onLedger({ anchor: { ...world.facts.anchor!, anchoredAt: at.anchored + 1 } }) },
  { name: 'given another salt', fails: 'anchored: leaf-differs', make: receipt({ salt: `0x${'7'.repeat(64)}` }) },
  { name: 'given another digest', fails: 'anchored: credential-differs', make: receipt({ credentialDigest: `0x${'7'.repeat(64)}` }) },
  { name: 'given another path', fails: 'anchored: path-differs', make: receipt({ path: [`0x${'7'.repeat(64)}`] }) },
  { name: 'passing an inner node for its leaf', fails: 'anchored: leaf-differs', make: receipt({ leaf: world.bundle.receipt.path[1]!, path: [] }) },
  { name: 'given another transaction', fails: 'anchored: receipt-differs', make: place({ transaction: `0x${'7'.repeat(64)}` }) },
  { name: 'given another block', fails: 'anchored: receipt-differs', make: place({ block: { ...world.bundle.receipt.ledger.block, hash: `0x${'7'.repeat(64)}` } }) },
  { name: 'placed in a block to come', fails: 'anchored: receipt-differs', make: onLedger({ block: 'future' }) },
  { name: 'given another kind', fails: 'anchored: kind-differs', make: place({ kind: 2 }) },
  { name: 'given another account', fails: 'issuerKey: account-differs', make: place({ issuer: academy }) },
  { name: 'accredited for another kind only', fails: 'accreditation: not-accredited-then', make: accreditation(accredited({ kind: 2 })) },
  { name: 'accredited too late', fails: 'accreditation: not-accredited-then', make: accreditation(accredited({ from: at.anchored + 1, recordedAt: at.anchored + 1 })) },
  { name: 'accredited after the fact', fails: 'accreditation: not-accredited-then', make: accreditation(accredited({ recordedAt: at.anchored + 1 })) },
  { name: 'accredited no longer', fails: 'accreditation: not-accredited-then', make: accreditation(accredited({ until: at.anchored })) },
  { name: 'withdrawn before', fails: 'accreditation: withdrawn-before', make: accreditation(accredited({ withdrawnAt: at.anchored })) },
  { name: 'accredited by nobody who could', fails: 'accreditation: chain-broken', make: accreditation(accredited({ by: school }), accredited({ by: school })) },
  { name: 'accredited by an academy that may not accredit', fails: 'accreditation: chain-broken', make: accreditation(accredited(), { ...academyRecord, mayAccredit: false }) },
  { name: 'writing itself a longer accreditation', fails: 'accreditation: accreditation-differs', make: resealed({ issuer: { ...world.bundle.issuer, accreditation: [accredited({ until: far + 1 })] } }) },
  { name: 'writing itself a withdrawal that was never made', fails: 'accreditation: accreditation-differs', make: resealed({ issuer: { ...world.bundle.issuer, accreditation: [accredited({ withdrawnAt: at.later })] } }) },
  { name: 'given another issuer', fails: 'issuerKey: issuer-differs', make: resealed({ issuer: { ...world.bundle.issuer, did: 'did:web:example.org' } }) },
  { name: 'given a DID document of its own', fails: 'issuerKey: document-not-recorded', make: ownDocument },
  { name: 'given a changed DID document', fails: 'issuerKey: document-not-recorded', make: resealed({ issuer: { ...world.bundle.issuer, didDocument: { ...world.bundle.issuer.didDocument, alsoKnownAs: ['x'] } } }) },
  { name: 'signed with a key recorded too late', fails: 'issuerKey: key-not-then', make: documents([{ ...world.facts.documents[0]!, recordedAt: at.anchored + 1 }]) },
  { name: 'signed with a key already replaced', fails: 'issuerKey: key-not-then', make: documents([world.facts.documents[0]!, documentRecord(digestOf({ other: true }), at.issued - 10)]) },
  { name: 'recorded under another DID', fails: 'issuerKey: document-not-recorded', make: documents([{ ...world.facts.documents[0]!, didDigest: `0x${'7'.repeat(64)}` }]) },
  { name: 'carrying a changed vocabulary', fails: 'integrity: context-altered', make: changedContext },
  { name: 'changed and not resealed', fails: 'integrity: file-altered', make: () => answer(world.text.replace('Jean-Perrin', 'Jean-Perrln'), world.facts) },
]

describe('a bad bundle', () => {
  for (const { name, fails, make } of bads) {
    it(`is refused when ${name}`, async () => {
      const verdict = await make()
      expect(failedOf(verdict)).toContain(fails)
      expect(verdict.outcome).toBe('not-valid')
    })
  }

  it('is refused even without a ledger', async () => {
    const { text } = await worldOf({ signedWith: 2 })
    expect((await answer(text, null)).outcome).toBe('not-valid')
  })
})

function accreditation(own: ReturnType<typeof accredited>, above = academyRecord) {
  const text = reseal(world.bundle, { issuer: { ...world.bundle.issuer, accreditation: [own, above] } })
  return () => answer(text, { ...world.facts, accreditations: { [academy]: [above], [school]: [own] } })
}

function documents(history: LedgerFacts['documents']) {
  return () => answer(world.text, { ...world.facts, documents: history })
}

// A forger who signs with a key of its own and writes the DID document to match.
async function ownDocument() {
  const forger = keyOf(2)
  const didDocument = toDidDocument({ did, publicKeys: [forger.multikey], chainId, account: school })
  const { bundle, facts } = await worldOf({ signedWith: 2, forge: vc => ({ ...vc, proof: { ...vc.proof as object, verificationMethod: forger.verificationMethod } }) })
  return answer(reseal(bundle, { issuer: { ...bundle.issuer, didDocument } }), facts)
}

function changedContext() {
  const [address, context] = Object.entries(world.bundle.contexts)[0]!
  return answer(reseal(world.bundle, { contexts: { ...world.bundle.contexts, [address]: { ...context, extra: 1 } } }), world.facts)
}

async function withNewerList({ facts }: World, revoked: number[]): Promise<LedgerFacts> {
  const newer = await statusListOf(revoked, at.anchored + 50)
  return { ...facts, statusLists: [...facts.statusLists, { digest: toBytes32(digestOf(newer)), recordedAt: at.anchored + 50 }] }
}

it('knows the authority of the ledger by its account alone', async () => {
  const verdict = await answer(world.text, { ...world.facts, rootAuthority: school })
  expect(failedOf(verdict)).toContain('accreditation: chain-broken')
  expect(ministry).not.toBe(school)
})
