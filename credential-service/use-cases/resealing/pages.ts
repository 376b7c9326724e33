// SPDX-License-Identifier: EUPL-1.2
import { toBatch } from '#domain/anchoring/index.ts'
import { pathIn, placeOf, toFlatTree } from '#domain/anchoring/tree.ts'
import type { FlatTree } from '#domain/anchoring/tree.ts'
import { namesSuspension, SHORTEST_LIST } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { diplomaEvidence } from '../diplomas/read-diploma.ts'
import type { DiplomaNeeds } from '../diplomas/ports.ts'
import type { IssuingNeeds } from '../issuing/ports.ts'
import { ServiceError } from '../errors.ts'
import { evidenceOf } from '../issuing/wallet.ts'
import type { Cursor, Evidence, EvidencePages, Page } from './ports.ts'
import { CREDENTIALS } from './shapes.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'issuers' | 'store'> & {
  diplomas: DiplomaNeeds['store']
  hashLevel: DiplomaNeeds['hashLevel']
  /** How many are hashed at once, and how many diplomas a batch has. */
  sizes: { page: number; batch: number }
}

/** Credentials by their ids, then each session of diplomas by its places; a page never goes beyond one batch of diplomas. */
export function evidencePages(needs: Needs): EvidencePages {
  const treeOf = batchTrees(needs)
  return {
    async page(issuer, before, cursor) {
      const found = cursor.source === CREDENTIALS ? await credentials(needs, issuer, before, cursor) : await diplomas(needs, treeOf, cursor)
      if (found !== null) return found
      const source = await sourceAfter(needs, issuer, before, cursor.source)
      const next = source === null ? null : { source, after: null }
      return { source: cursor.source, first: null, whose: [], evidence: [], next }
    },
  }
}

/** The tree of the batch asked for last is kept: its pages follow each other. */
function batchTrees({ diplomas: store, hashLevel }: Needs) {
  let last: { name: string; made: Promise<{ leaves: Uint8Array; tree: FlatTree }> } | undefined
  return (session: string, ordinal: number) => {
    const name = `${session} ${ordinal}`
    if (last?.name === name) return last.made
    const made = store.leavesOf(session, ordinal).then(leaves => ({ leaves, tree: toFlatTree(leaves, hashLevel) }))
    last = { name, made }
    // What could not be read is read again.
    made.catch(() => { last = undefined })
    return made
  }
}

async function sourceAfter({ diplomas: store }: Needs, issuer: string, before: Date, source: string): Promise<string | null> {
  const sessions = await store.anchoredSessions(issuer, before)
  return sessions[sessions.indexOf(source) + 1] ?? null
}

async function credentials({ store, ledger, issuers, sizes }: Needs, issuer: string, before: Date, { source, after }: Cursor): Promise<Page | null> {
  const ids = await store.confirmedAfter(issuer, before, after === null ? null : String(after), sizes.page)
  if (ids.length === 0) return null
  const trees = new Map<string, ReturnType<typeof toBatch>>()
  const evidence: (Evidence | null)[] = []
  for (const id of ids) {
    const kept = await store.kept(id)
    if (kept === null || kept.signed === null || !kept.batch) {
      evidence.push(null)
      continue
    }
    const parts = settled(await evidenceOf({ ledger, issuers }, { ...kept, batch: kept.batch }, batch => {
      const tree = trees.get(batch.id) ?? toBatch(batch.leaves, [])
      trees.set(batch.id, tree)
      return tree
    }))
    evidence.push({
      source, id, place: null, list: kept.status.list, suspends: namesSuspension(JSON.parse(kept.signed) as JsonObject),
      text: kept.signed, receipt: parts.receipt, deliberation: null, issuerPart: parts.issuer,
    })
  }
  return { source, first: null, whose: ids.map(id => ({ source, id, place: null })), evidence, next: { source, after: ids.at(-1) ?? null } }
}

async function diplomas(needs: Needs, treeOf: ReturnType<typeof batchTrees>, { source, after }: Cursor): Promise<Page | null> {
  const { diplomas: store, sizes } = needs
  const [session, batches, from] = [await store.session(source), await store.batches(source), Number(after ?? 0)]
  const ordinal = Math.floor(from / sizes.batch)
  const batch = batches[ordinal]
  if (!session || !batch || from >= session.issued) return null
  const to = Math.min(from + sizes.page, (ordinal + 1) * sizes.batch, session.issued)
  const [{ leaves, tree }, lists] = [await treeOf(source, ordinal), await store.lists(session, Math.ceil(to / SHORTEST_LIST))]
  const evidenceIn = diplomaEvidence(needs, session, batches, batch)
  const evidenceOfOne = async (kept: Kept): Promise<Evidence> => {
    const place = placeOf(leaves, kept.leaf)
    const parts = settled(await evidenceIn(kept, { place, path: pathIn(tree, place) }))
    const list = settled(lists[Math.floor(kept.place / SHORTEST_LIST)]).id
    const { receipt, deliberation = null, issuer: issuerPart } = parts
    return { source, id: kept.id, place: kept.place, list, suspends: namesSuspension(parts.credential), text: kept.text, receipt, deliberation, issuerPart }
  }
  const evidence: (Evidence | null)[] = []
  for (const kept of await store.keptBetween(session, from, to)) {
    evidence.push(kept && await evidenceOfOne(kept))
  }
  const whose = Array.from({ length: to - from }, (_, i) => ({ source, id: '', place: from + i }))
  return { source, first: from, whose, evidence, next: { source, after: to } }
}

type Kept = NonNullable<Awaited<ReturnType<Needs['diplomas']['keptBetween']>>[number]>

/** What was confirmed once and is not now (a block was undone) is waited for: left out, it would not be sealed again this year. */
function settled<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new ServiceError('ERR_NOT_READY')
  return found
}
