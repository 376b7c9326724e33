// SPDX-License-Identifier: EUPL-1.2
import { toBytes32 } from '../anchoring/bytes32.ts'
import type { Contexts } from '../credential/contexts.ts'
import { isJsonObject } from '../credential/json.ts'
import type { JsonObject } from '../credential/json.ts'
import { entryFor } from '../credential/status-forms.ts'
import type { Bundle } from './bundle.ts'
import type { Facts, ListFacts } from './facts.ts'
import type { Hands, Ports } from './gather.ts'
import { isWorthAsking } from './judge.ts'
import type { StatusListRecord } from './ledger.ts'
import { issuerOf, keyOf } from './signed-by.ts'
import { countedLists } from './succession.ts'

type Purpose = 'revocation' | 'suspension'
type Carried = { listCredential: JsonObject; digest: Bundle['status']['digest'] }
type Lists = Pick<Facts, 'status' | 'suspension'>

/** What the lists in the file say: that of revocations, and that of suspensions where the credential names one. */
export async function statusFacts(bundle: Bundle, contexts: Contexts, hands: Hands): Promise<Lists> {
  const { status } = bundle
  const revocations = await listFacts(bundle, { purpose: 'revocation', carried: status }, contexts, hands)
  if (!entryFor(bundle.credential, 'suspension')) return { status: revocations }
  return { status: revocations, suspension: await listFacts(bundle, { purpose: 'suspension', carried: status.suspension }, contexts, hands) }
}

async function listFacts(
  { credential, issuer, renewals = [] }: Bundle, { purpose, carried }: { purpose: Purpose; carried: Carried | undefined }, contexts: Contexts, hands: Hands,
): Promise<ListFacts> {
  if (carried === undefined) return { genuine: false, digest: `0x${'0'.repeat(64)}`, revoked: null, fresh: null }
  const { listCredential, digest } = carried
  const entry = entryFor(credential, purpose) ?? {}
  // Lists of a renewal are of its own day: signed with a key that came since, or by a successor.
  const signers = [issuer, ...renewals.slice(-1).map(({ signer }) => signer)]
  const signed = (await Promise.all(signers.map(signer => isSignedBy(listCredential, signer, contexts, hands)))).some(Boolean)
  const genuine = signed && hands.digestOf(listCredential) === digest
    && listCredential.id === entry.statusListCredential && entry.type === 'BitstringStatusListEntry'
  return { genuine, digest: toBytes32(digest), revoked: await setIn(listCredential, entry, purpose, hands), fresh: null }
}

type Signer = Pick<Bundle['issuer'], 'did' | 'didDocument'>

async function isSignedBy(list: JsonObject, { did, didDocument }: Signer, contexts: Contexts, hands: Hands): Promise<boolean> {
  const key = issuerOf(list) === did ? keyOf(list, didDocument) : null
  return key !== null && (await hands.checkProof(list, key, contexts)).verified
}

/** The same facts with the lists published since, where the ledger knows newer ones and they could be read. */
export async function freshLists(bundle: Bundle, facts: Facts, { fetchStatus }: Ports, hands: Hands): Promise<Lists> {
  const { status, suspension, ledger } = facts
  if ('missing' in ledger) return { status, ...(suspension ? { suspension } : {}) }
  const fresh = (purpose: Purpose, list: ListFacts, records: StatusListRecord[]) =>
    freshList(bundle, { purpose, list, latest: countedLists(records, ledger).at(-1), worth: () => isWorthAsking(facts) }, fetchStatus, hands)
  const revocations = { ...status, fresh: await fresh('revocation', status, ledger.statusLists) }
  if (!suspension) return { status: revocations }
  return { status: revocations, suspension: { ...suspension, fresh: await fresh('suspension', suspension, ledger.suspensionLists ?? []) } }
}

type Wanted = { purpose: Purpose; list: ListFacts; latest: StatusListRecord | undefined; worth: () => boolean }

// The newer list needs no signature check: the issuer's account, or its successor's, put its digest on the ledger.
async function freshList(bundle: Bundle, { purpose, list, latest, worth }: Wanted, fetchStatus: Ports['fetchStatus'], hands: Hands): Promise<ListFacts['fresh']> {
  if (latest === undefined || latest.digest === list.digest || !list.genuine) return null
  const entry = entryFor(bundle.credential, purpose) ?? {}
  const address = String(entry.statusListCredential)
  if (!isHostOf(bundle.issuer.did, address) || !worth()) return null
  const found = await Promise.resolve(fetchStatus?.(address)).catch(() => undefined)
  if (!isJsonObject(found)) return null
  return { digest: toBytes32(hands.digestOf(found)), revoked: await setIn(found, entry, purpose, hands) }
}

// did:web method §3.1: the host comes first, the colon of its port percent-encoded.
function isHostOf(did: string, address: string): boolean {
  const [, method, host = ''] = did.split(':')
  const [, found] = /^https?:\/\/([^/?#@\\]+)\//i.exec(address) ?? []
  return method === 'web' && found !== undefined && found.toLowerCase() === host.replace(/%3a/i, ':').toLowerCase()
}

async function setIn(list: JsonObject, entry: JsonObject, purpose: Purpose, hands: Hands): Promise<boolean | null> {
  const subject = isJsonObject(list.credentialSubject) ? list.credentialSubject : {}
  const { statusPurpose, encodedList } = subject
  const index = typeof entry.statusListIndex === 'string' && /^\d{1,9}$/.test(entry.statusListIndex) ? Number(entry.statusListIndex) : -1
  if (statusPurpose !== purpose || entry.statusPurpose !== purpose || typeof encodedList !== 'string') return null
  return hands.bitAt(encodedList, index)
}
