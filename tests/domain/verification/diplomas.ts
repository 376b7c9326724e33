// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { keccak, toBytes32, toHex } from '#domain/anchoring/index.ts'
import { pathIn, placeOf, rootOfTree, sortLeaves, toFlatTree } from '#domain/anchoring/tree.ts'
import { digestOf } from '#domain/canonical.ts'
import { addProof, addressOfForm, bitstringOf, kinds, packBitstring, toDidDocument, toStatusListCredential } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { DiplomaRecord } from '#domain/credential/diploma/issuing.ts'
import { bundleText, sealBundle } from '#domain/verification/index.ts'
import type { Bundle, LedgerFacts } from '#domain/verification/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { fastHashes } from '#service/adapters/hashing/index.ts'
import { academy as issuing, newPress } from '#tests/domain/credential/diploma/hands.ts'
import { diplomaOf } from '#tests/domain/credential/diploma/records.ts'
import { keyOf } from '#tests/domain/credential/records.ts'
import { lineOf } from '#tests/service/diplomas/lines.ts'
import { academy, accredited, chainId, contract, juryOver, knowSuspensions, ministry, school } from './world.ts'

const { did } = diplomaOf().issuer
const issued = Date.parse(diplomaOf().validFrom) / 1000
/** Ledger time of each thing that happened, in seconds. */
export const when = { accredited: issued - 86_400, anchored: issued + 600, now: issued + 3_600 }
const bytes32 = (seed: number) => toHex(new Uint8Array(32).fill(seed))
const uuidOf = (n: number) => `0b6f1d1e-6a0e-4b55-9d0c-${n.toString(16).padStart(12, '0')}`

/** The n-th diploma of a made-up session, of the forms and with the names that sessions have. */
export function recordAt(n: number): DiplomaRecord {
  const { result: { diploma, speciality, mention, school: origin, ...holder } } = lineOf(n)
  return diplomaOf({ id: `urn:uuid:${uuidOf(n)}`, holder, school: origin, status: { ...diplomaOf().status, index: n },
    diploma: { ...diplomaOf().diploma, code: diploma, address: `http://localhost:3000/diplomas/${diploma}`, speciality, mention } })
}

async function listOf(set: number[], purpose: 'revocation' | 'suspension'): Promise<JsonObject> {
  const { verificationMethod } = issuing.signing
  const encodedList = await packBitstring(bitstringOf(set))
  const unsigned = toStatusListCredential({ address: addressOfForm(diplomaOf().status.list, purpose), purpose, issuer: did, validFrom: '2026-07-06T09:00:00Z', encodedList })
  return addProof(unsigned, { verificationMethod, created: '2026-07-06T09:00:00Z' }, keyOf(7).sign, contexts)
}

/** A session's diplomas as their holders keep them, in one batch of `leaves` on the ledger that saw it. */
export async function sessionOf({ count, leaves = 64, revoked = [] }: { count: number; leaves?: number; revoked?: number[] }) {
  const quick = await fastHashes()
  const press = newPress(quick)
  const records = Array.from({ length: count }, (_, n) => recordAt(n))
  await press.prepare(records)
  const salts = randomBytes(32 * count)
  const made = await Promise.all(records.map((record, i) => press.issue(record, salts.subarray(32 * i, 32 * i + 32))))
  const sorted = sortLeaves(Buffer.concat([...made.map(({ leaf }) => leaf), randomBytes(32 * (leaves - count))]))
  const tree = toFlatTree(sorted, quick.hashLevel)
  const block = { number: 12, hash: bytes32(40), timestamp: when.anchored }
  const place = { chainId, contract, issuer: school, kind: kinds.diploma, transaction: bytes32(41), block }
  const [listCredential, suspensions] = [await listOf(revoked, 'revocation'), await listOf([], 'suspension')]
  knowSuspensions(suspensions)
  const didDocument = toDidDocument({ did, publicKeys: [issuing.multikey], chainId, account: school })
  const accreditation = [accredited({ kind: kinds.diploma, from: when.accredited, recordedAt: when.accredited }),
    accredited({ kind: kinds.diploma, issuer: academy, by: ministry, mayAccredit: true, from: when.accredited - 1000, recordedAt: when.accredited - 1000 })]
  const { held, carried } = juryOver(toHex(rootOfTree(tree)))
  const bundles = made.map(({ text, digest, leaf }, i): Bundle => sealBundle({
    type: 'CompagnonBundle', version: 1, credential: JSON.parse(Buffer.from(text, 'latin1').toString('utf8')) as JsonObject,
    receipt: {
      salt: toHex(salts.subarray(32 * i, 32 * i + 32)), credentialDigest: toHex(digest), leaf: toHex(leaf),
      path: pathIn(tree, placeOf(sorted, leaf)).map(toHex), root: toHex(rootOfTree(tree)), ledger: place,
    },
    deliberation: carried,
    issuer: { did, didDocument, accreditation },
    status: { listCredential, digest: digestOf(listCredential), fetchedAt: '2026-07-06T10:05:00Z', suspension: { listCredential: suspensions, digest: digestOf(suspensions) } },
    contexts: { ...contexts },
  }))
  const facts: LedgerFacts = {
    chainId, contract, rootAuthority: ministry, deliberation: held,
    anchor: { issuer: school, anchoredAt: when.anchored, kind: kinds.diploma },
    block: { hash: block.hash, timestamp: block.timestamp, transactions: [place.transaction] },
    accreditations: { [school]: [accreditation[0]!], [academy]: [accreditation[1]!] },
    documents: [{ didDigest: keccak(new TextEncoder().encode(did)), documentDigest: toBytes32(digestOf(didDocument)), recordedAt: when.accredited }],
    statusLists: [{ digest: toBytes32(digestOf(listCredential)), recordedAt: when.accredited }],
    suspensionLists: [{ digest: toBytes32(digestOf(suspensions)), recordedAt: when.accredited }],
  }
  return { bundles, texts: bundles.map(bundleText), facts }
}
