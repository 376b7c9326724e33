// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { keccak } from '../anchoring/bytes32.ts'
import type { JsonObject } from '../credential/json.ts'
import { kindOf, kinds } from '../credential/kind.ts'
import { entryFor } from '../credential/status-forms.ts'
import type { AccreditationRecord, Bundle } from './bundle.ts'
import type { Facts, LedgerFacts } from './facts.ts'
import { askRenewals } from './gather-renewals.ts'
import type { LedgerReader } from './ledger.ts'
import { listsOf, successorsOf } from './succession.ts'

const HIGHEST = 8

/** What the trusted ledger says about this bundle; missing when there is none or it does not answer in full. */
export async function askLedger(bundle: Bundle, reader: LedgerReader | null, now: number): Promise<Facts['ledger']> {
  if (reader === null) return { missing: 'ledger-not-given' }
  return read(bundle, reader, now).catch(() => ({ missing: 'ledger-unreachable' as const }))
}

async function read(bundle: Bundle, reader: LedgerReader, now: number): Promise<LedgerFacts> {
  const { credential, receipt } = bundle
  const { issuer, kind, block } = receipt.ledger
  const [chainId, rootAuthority, anchor, at, documents] = await Promise.all([
    reader.chainId(),
    reader.rootAuthority(),
    reader.anchorOf(receipt.root, kind),
    reader.blockAt(block.number),
    reader.documentsOf(issuer),
  ])
  const archivists = (bundle.renewals ?? []).map(({ ledger }) => ledger.issuer)
  const accreditations = await climb(reader, [issuer, ...archivists], rootAuthority)
  const over = accreditations[issuer.toLowerCase()]?.some(({ until, withdrawnAt }) => withdrawnAt !== 0 || until <= now)
  // A contract of before there were successions is not asked about one while its issuer stands.
  const successors = over ? await successorsOf(reader, issuer) : []
  const lists = (entry: JsonObject | undefined) => listsOf(reader, listOf(entry), issuer, successors)
  const statusLists = await lists(entryFor(credential, 'revocation'))
  // A contract of before there were juries refuses the question, and answers every other.
  const deliberation = kindOf(credential) === kinds.diploma ? await reader.deliberationUnder(receipt.root).catch(() => 'not-answered' as const) : undefined
  const renewals = bundle.renewals === undefined ? {} : { renewals: await askRenewals(bundle, reader) }
  const facts = {
    chainId, contract: reader.contract, rootAuthority, anchor, block: at, accreditations, documents, statusLists, successors,
    ...(deliberation === undefined ? {} : { deliberation }), ...renewals,
  }
  const suspensions = entryFor(credential, 'suspension')
  if (!suspensions) return facts
  return { ...facts, suspensionLists: await lists(suspensions) }
}

async function climb(reader: LedgerReader, accounts: string[], rootAuthority: string): Promise<Record<string, AccreditationRecord[]>> {
  const known = new Map<string, AccreditationRecord[]>()
  let above = [...new Set(accounts.map(account => account.toLowerCase()))]
  for (let height = 0; above.length > 0 && height < HIGHEST; height++) {
    for (const account of above) known.set(account, await reader.accreditationsOf(account))
    const granters = above.flatMap(account => known.get(account) ?? []).map(({ by }) => by.toLowerCase())
    above = [...new Set(granters)].filter(account => account !== rootAuthority.toLowerCase() && !known.has(account))
  }
  return Object.fromEntries(known)
}

const listOf = (entry: JsonObject | undefined) => keccak(utf8ToBytes(String(entry?.statusListCredential)))
