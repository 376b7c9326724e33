// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { keccak, toBytes32 } from '../anchoring/bytes32.ts'
import { checkReceipt } from '../anchoring/receipt.ts'
import { digestOf } from '../canonical.ts'
import { bitAt } from '../credential/bitstring.ts'
import { isPinned } from '../credential/contexts.ts'
import type { Contexts } from '../credential/contexts.ts'
import { assertionKeyOf, ownsAccount } from '../credential/did-document.ts'
import { asList, isJsonObject } from '../credential/json.ts'
import type { JsonObject } from '../credential/json.ts'
import { kindOf } from '../credential/kind.ts'
import { checkProof } from '../credential/proof.ts'
import type { Bundle } from './bundle.ts'
import type { Facts } from './facts.ts'
import { askLedger } from './ask-ledger.ts'
import { isWorthAsking } from './judge.ts'
import type { LedgerReader } from './ledger.ts'
import { isIntact } from './read-bundle.ts'

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
}

/** Everything a verdict on this bundle rests on. Never throws: what does not answer is a missing fact. */
export async function gatherFacts(bundle: Bundle, ports: Ports): Promise<Facts> {
  const { credential, receipt, issuer } = bundle
  const contexts = pinnedOf(bundle.contexts)
  const asked = contexts.length === Object.keys(bundle.contexts).length
  const ledger = await askLedger(bundle, ports.ledger)
  const facts: Facts = {
    now: ports.now,
    integrity: !isIntact(bundle) ? 'altered' : asked ? 'intact' : 'context-altered',
    said: saidBy(credential),
    key: await keyFacts(bundle, Object.fromEntries(contexts)),
    receipt: { ...receipt, fault: checkReceipt(receipt, credential) },
    accreditation: issuer.accreditation,
    status: await statusFacts(bundle, Object.fromEntries(contexts)),
    ledger,
  }
  return { ...facts, status: { ...facts.status, fresh: await freshList(bundle, facts, ports) } }
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

async function keyFacts({ credential, issuer, receipt }: Bundle, contexts: Contexts): Promise<Facts['key']> {
  const { did, didDocument } = issuer
  const named = issuerOf(credential)
  const key = keyOf(credential, didDocument)
  return {
    issuerAgrees: named === did && didDocument.id === did && methodOf(credential).startsWith(`${did}#`),
    signature: key === null ? null : await checkProof(credential, key, contexts),
    accountNamed: ownsAccount(didDocument, receipt.ledger.chainId, receipt.ledger.issuer),
    documentDigest: toBytes32(digestOf(didDocument)),
    didDigest: keccak(utf8ToBytes(did)),
  }
}

const entryOf = ({ credential }: Bundle): JsonObject => asList(credential.credentialStatus).find(isJsonObject) ?? {}

async function statusFacts(bundle: Bundle, contexts: Contexts): Promise<Facts['status']> {
  const { status: { listCredential, digest }, issuer } = bundle
  const entry = entryOf(bundle)
  const key = keyOf(listCredential, issuer.didDocument)
  const signed = key !== null && (await checkProof(listCredential, key, contexts)).verified
  const genuine = signed && issuerOf(listCredential) === issuer.did && digestOf(listCredential) === digest
    && listCredential.id === entry.statusListCredential && entry.type === 'BitstringStatusListEntry'
  return { genuine, digest: toBytes32(digest), revoked: await revokedIn(listCredential, entry), fresh: null }
}

// The newer list needs no signature check: the issuer's account put its digest on the ledger.
async function freshList(bundle: Bundle, facts: Facts, { fetchStatus }: Ports): Promise<Facts['status']['fresh']> {
  const { status, ledger } = facts
  const latest = 'missing' in ledger ? undefined : ledger.statusLists.at(-1)
  if (latest === undefined || latest.digest === status.digest || !status.genuine) return null
  const entry = entryOf(bundle)
  const address = String(entry.statusListCredential)
  if (!isHostOf(bundle.issuer.did, address) || !isWorthAsking(facts)) return null
  const list = await Promise.resolve(fetchStatus?.(address)).catch(() => undefined)
  if (!isJsonObject(list)) return null
  return { digest: toBytes32(digestOf(list)), revoked: await revokedIn(list, entry) }
}

// did:web method §3.1: the host comes first, the colon of its port percent-encoded.
function isHostOf(did: string, address: string): boolean {
  const [, method, host = ''] = did.split(':')
  const [, found] = /^https?:\/\/([^/?#@\\]+)\//i.exec(address) ?? []
  return method === 'web' && found !== undefined && found.toLowerCase() === host.replace(/%3a/i, ':').toLowerCase()
}

async function revokedIn(list: JsonObject, entry: JsonObject): Promise<boolean | null> {
  const subject = isJsonObject(list.credentialSubject) ? list.credentialSubject : {}
  const { statusPurpose, encodedList } = subject
  const index = typeof entry.statusListIndex === 'string' && /^\d{1,9}$/.test(entry.statusListIndex) ? Number(entry.statusListIndex) : -1
  if (statusPurpose !== 'revocation' || entry.statusPurpose !== 'revocation' || typeof encodedList !== 'string') return null
  return bitAt(encodedList, index)
}

function methodOf(credential: JsonObject): string {
  const { proof } = credential
  return isJsonObject(proof) && typeof proof.verificationMethod === 'string' ? proof.verificationMethod : ''
}

const keyOf = (credential: JsonObject, didDocument: JsonObject) => assertionKeyOf(didDocument, methodOf(credential))

const issuerOf = ({ issuer }: JsonObject) => (isJsonObject(issuer) ? issuer.id : issuer)
