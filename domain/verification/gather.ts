// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { rootOf } from '../anchoring/batch.ts'
import { keccak, toBytes32 } from '../anchoring/bytes32.ts'
import type { Bytes32 } from '../anchoring/bytes32.ts'
import { checkReceipt } from '../anchoring/receipt.ts'
import type { ReceiptFault } from '../anchoring/receipt.ts'
import { digestOf } from '../canonical.ts'
import type { Digest } from '../canonical.ts'
import { bitAt } from '../credential/bitstring.ts'
import { isPinned } from '../credential/contexts.ts'
import type { Contexts } from '../credential/contexts.ts'
import { ownsAccount } from '../credential/did-document.ts'
import { isJsonObject } from '../credential/json.ts'
import type { JsonObject } from '../credential/json.ts'
import { kindOf } from '../credential/kind.ts'
import { checkProof } from '../credential/proof.ts'
import type { ProofCheck } from '../credential/proof.ts'
import type { Bundle } from './bundle.ts'
import { askLedger } from './ask-ledger.ts'
import { brokenToday } from './broken.ts'
import type { BrokenAlgorithms } from './broken.ts'
import type { Facts } from './facts.ts'
import { renewalFacts } from './gather-renewals.ts'
import { freshLists, statusFacts } from './gather-status.ts'
import type { LedgerReader } from './ledger.ts'
import { isIntact } from './read-bundle.ts'
import { issuerOf, keyOf, methodOf } from './signed-by.ts'

/** What a verifier has at hand. Nothing here is required but the time. */
export type Ports = {
  /** A ledger the verifier trusts, chosen by the verifier; null to check without one. */
  ledger: LedgerReader | null
  /**
   * Gets a status list credential. Only asked when the ledger knows a newer list than the file's, when everything else
   * in the file stands, and of the host that the issuer's did:web names.
   */
  fetchStatus?: (address: string) => Promise<unknown>
  /** Seconds since 1970. */
  now: number
  /** What the verifier no longer relies on, and since when; by default what this version knows to be broken. */
  broken?: BrokenAlgorithms
}

/**
 * How each fact that takes long is found. Whoever checks many files gives quicker hands, which find the same.
 */
export type Hands = {
  isIntact(bundle: Bundle): boolean
  checkReceipt(receipt: Bundle['receipt'], credential: JsonObject): ReceiptFault | null
  checkProof(document: JsonObject, key: string, contexts: Contexts): Promise<ProofCheck>
  /** Where a leaf and its path lead. */
  rootOf(leaf: string, path: readonly string[]): Bytes32
  /** Whether a place of a packed list is set. */
  bitAt(encodedList: string, index: number): Promise<boolean | null>
  digestOf(document: JsonObject): Digest
}

/** One file at a time: everything is worked out anew. */
export const plainHands: Hands = { isIntact, checkReceipt, checkProof, rootOf, bitAt, digestOf }

/** Everything a verdict on this bundle rests on. Never throws: what does not answer is a missing fact. */
export async function gatherFacts(bundle: Bundle, ports: Ports, hands = plainHands): Promise<Facts> {
  const { credential, receipt, issuer } = bundle
  const contexts = pinnedOf(bundle.contexts)
  const asked = contexts.length === Object.keys(bundle.contexts).length
  const ledger = await askLedger(bundle, ports.ledger, ports.now)
  const facts: Facts = {
    now: ports.now,
    integrity: !hands.isIntact(bundle) ? 'altered' : asked ? 'intact' : 'context-altered',
    said: saidBy(credential),
    key: await keyFacts(bundle, Object.fromEntries(contexts), hands),
    receipt: { ...receipt, fault: hands.checkReceipt(receipt, credential) },
    accreditation: issuer.accreditation,
    ...juryFacts(bundle, hands),
    ...await statusFacts(bundle, Object.fromEntries(contexts), hands),
    ...renewalFacts(bundle),
    broken: ports.broken ?? brokenToday,
    ledger,
  }
  return { ...facts, ...await freshLists(bundle, facts, ports, hands) }
}

const pinnedOf = (contexts: Bundle['contexts']) => Object.entries(contexts).filter(([address, context]) => isPinned(address, context))

function saidBy(credential: JsonObject): Facts['said'] {
  const proof = isJsonObject(credential.proof) ? credential.proof : {}
  return {
    validFrom: secondsOf(credential.validFrom),
    validUntil: credential.validUntil === undefined ? undefined : secondsOf(credential.validUntil),
    signedAt: secondsOf(proof.created),
    kind: kindOf(credential),
  }
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

function secondsOf(value: unknown): number | null {
  const milliseconds = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000)
}

function juryFacts({ receipt, deliberation: said }: Bundle, hands: Hands): Pick<Facts, 'jury'> {
  return said ? { jury: { said, leads: hands.rootOf(receipt.root, said.path) === said.root } } : {}
}

async function keyFacts({ credential, issuer, receipt }: Bundle, contexts: Contexts, hands: Hands): Promise<Facts['key']> {
  const { did, didDocument } = issuer
  const named = issuerOf(credential)
  const key = keyOf(credential, didDocument)
  return {
    issuerAgrees: named === did && didDocument.id === did && methodOf(credential).startsWith(`${did}#`),
    signature: key === null ? null : await hands.checkProof(credential, key, contexts),
    accountNamed: ownsAccount(didDocument, receipt.ledger.chainId, receipt.ledger.issuer),
    documentDigest: toBytes32(hands.digestOf(didDocument)),
    didDigest: keccak(utf8ToBytes(did)),
  }
}
