// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { credentialDigestOf, keccak, leafOf, paddingFor, toBatch, toBytes32, toReceipt } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import type { Digest } from '#domain/canonical.ts'
import { addProof, addressOfForm, bitstringOf, packBitstring, toCredential, toDidDocument, toStatusListCredential } from '#domain/credential/index.ts'
import type { AchievementRecord, JsonObject } from '#domain/credential/index.ts'
import { toDiplomaCredential } from '#domain/credential/diploma/issuing.ts'
import { bundleText, sealBundle } from '#domain/verification/index.ts'
import type { AccreditationRecord, Bundle, DeliberationRecord, LedgerReader } from '#domain/verification/index.ts'
import type { LedgerFacts } from '#domain/verification/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { diplomaOf } from '#tests/domain/credential/diploma/records.ts'
import { did, keyOf, recordOf } from '#tests/domain/credential/records.ts'

export const chainId = 31337
export const contract = '0x5fbdb2315678afecb367f032d93f642f64180aa3'
export const ministry = '0x00000000000000000000000000000000000000a1'
export const academy = '0x00000000000000000000000000000000000000a2'
export const school = '0x00000000000000000000000000000000000000a3'

/** Ledger time of each thing that happened, in seconds. */
export const at = { accredited: 1_700_000_000, issued: 1_763_920_800, anchored: 1_763_920_860, now: 1_763_930_000, later: 1_790_000_000 }
export const far = 1_900_000_000

const bytes32 = (seed: number): Bytes32 => `0x${seed.toString(16).padStart(2, '0').repeat(32)}`
const instant = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '')

export const accredited = (changes: Partial<AccreditationRecord> = {}): AccreditationRecord => ({
  issuer: school, by: academy, kind: 1, mayAccredit: false, from: at.accredited, until: far, recordedAt: at.accredited, withdrawnAt: 0, ...changes,
})
export const academyRecord = accredited({ issuer: academy, by: ministry, mayAccredit: true, from: at.accredited - 1000, recordedAt: at.accredited - 1000 })

type Changes = {
  record?: Partial<AchievementRecord>
  /** What is done to the signed credential before it is anchored. */
  forge?: (credential: JsonObject) => JsonObject
  signedWith?: number
  revoked?: number[]
  suspended?: number[]
  /** A diploma, over whose session two of a jury of three decided. */
  diploma?: boolean
}

/** A whole small world: a school, its key, one credential in a batch of four, and the ledger that saw it. */
export async function worldOf({ record = {}, forge = same => same, signedWith = 1, revoked = [], suspended = [], diploma = false }: Changes = {}) {
  const kind = diploma ? 2 : 1
  const key = keyOf(1)
  const didDocument = toDidDocument({ did, publicKeys: [key.multikey], chainId, account: school })
  const proof = { verificationMethod: key.verificationMethod, created: instant(at.issued) }
  const listCredential = await statusListOf(revoked)
  const said = recordOf({ validFrom: instant(at.issued), ...record })
  const suspensions = await statusListOf(suspended, at.accredited, addressOfForm(said.status.list, 'suspension'))
  knowSuspensions(suspensions)
  const unsigned = diploma ? toDiplomaCredential(diplomaOf({ issuer: said.issuer, validFrom: said.validFrom, status: said.status })) : toCredential(said)
  const credential = forge(await addProof(unsigned, proof, keyOf(signedWith).sign, contexts))
  const digest = credentialDigestOf(credential)
  const leaves = [leafOf(bytes32(9), digest), bytes32(20), bytes32(21)]
  const batch = toBatch(leaves, Array.from({ length: paddingFor(3) }, () => bytes32(30)))
  const block = { number: 12, hash: bytes32(40), timestamp: at.anchored }
  const place = { chainId, contract, issuer: school, kind, transaction: bytes32(41), block }
  const { held, carried } = juryOver(batch.root)
  const records = [accredited({ kind }), { ...academyRecord, kind }]
  const bundle = sealBundle({
    type: 'CompagnonBundle', version: 1, credential,
    receipt: toReceipt(batch, bytes32(9), digest, place),
    ...(diploma ? { deliberation: carried } : {}),
    issuer: { did, didDocument, accreditation: records },
    status: { listCredential, digest: digestOf(listCredential), fetchedAt: instant(at.issued), suspension: { listCredential: suspensions, digest: digestOf(suspensions) } },
    contexts: { ...contexts },
  })
  const facts: LedgerFacts = {
    chainId, contract, rootAuthority: ministry,
    anchor: { issuer: school, anchoredAt: at.anchored, kind },
    ...(diploma ? { deliberation: held } : {}),
    block: { hash: block.hash, timestamp: block.timestamp, transactions: [place.transaction] },
    accreditations: { [school]: records.slice(0, 1), [academy]: records.slice(1) },
    documents: [documentRecord(digestOf(didDocument), at.accredited)],
    statusLists: [{ digest: toBytes32(digestOf(listCredential)), recordedAt: at.accredited }],
    suspensionLists: [{ digest: toBytes32(digestOf(suspensions)), recordedAt: at.accredited }],
  }
  return { bundle, facts, text: bundleText(bundle) }
}

/** A jury's decision over this batch and another, as the ledger holds it and as a file carries it. */
export function juryOver(batch: Bytes32) {
  const { root, pathOf } = toBatch([batch, bytes32(50)], [])
  const [name, results] = [bytes32(60), bytes32(61)]
  const counted = { results, root, round: 1, members: 3, quorum: 2, signatures: 2 }
  const held: DeliberationRecord = { name, issuer: school, outcome: 'decided', ...counted, closedAt: at.anchored - 30 }
  return { held, carried: { deliberation: name, ...counted, decidedAt: held.closedAt, path: pathOf(batch) } }
}

export const documentRecord = (digest: Digest, recordedAt: number) =>
  ({ didDigest: keccak(utf8ToBytes(did)), documentDigest: toBytes32(digest), recordedAt })

/** The addresses of the lists of suspensions met so far, as the ledger knows them. */
const suspensionLists = new Set<string>()
/** Makes the ledgers here know that a list is one of suspensions. */
export const knowSuspensions = ({ id }: JsonObject) => void suspensionLists.add(keccak(utf8ToBytes(String(id))))

/** The school's status list, signed, with these places set; a list of suspensions when it has the address of one. */
export async function statusListOf(set: number[], validFrom = at.accredited, address = recordOf().status.list): Promise<JsonObject> {
  const key = keyOf(1)
  const encodedList = await packBitstring(bitstringOf(set))
  const purpose = address.endsWith('/suspension') ? 'suspension' : 'revocation'
  const unsigned = toStatusListCredential({ address, issuer: did, validFrom: instant(validFrom), encodedList, purpose })
  return addProof(unsigned, { verificationMethod: key.verificationMethod, created: instant(validFrom) }, key.sign, contexts)
}

/** The same bundle with its `integrity` made right again, as a careful forger would. */
export const reseal = (bundle: Bundle, changes: Partial<Bundle>): string => {
  const { integrity: _, ...parts } = { ...bundle, ...changes }
  return bundleText(sealBundle(parts))
}

/** A ledger that says exactly these facts. */
export const ledgerSaying = (facts: LedgerFacts): LedgerReader => ({
  contract: facts.contract,
  chainId: async () => facts.chainId,
  rootAuthority: async () => facts.rootAuthority,
  anchorOf: async () => facts.anchor,
  blockAt: async () => facts.block,
  deliberationUnder: async () => {
    if (facts.deliberation === 'not-answered') throw new Error('execution reverted')
    return facts.deliberation ?? null
  },
  accreditationsOf: async account => facts.accreditations[account] ?? [],
  documentsOf: async () => facts.documents,
  statusListsOf: async (account, list) => {
    const records = suspensionLists.has(list) ? facts.suspensionLists ?? [] : facts.statusLists
    return records.filter(({ by = school }) => by === account).map(({ digest, recordedAt }) => ({ digest, recordedAt }))
  },
  successorOf: async account => {
    const place = [school, ...(facts.successors ?? []).map(({ successor }) => successor)].indexOf(account)
    return place < 0 ? null : facts.successors?.[place] ?? null
  },
})
