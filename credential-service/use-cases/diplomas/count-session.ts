// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import { countBatch, fault } from './count-batch.ts'
import type { AnchorFound, CountNeeds, SessionCount } from './count-ports.ts'
import type { AdmittedLines, DiplomaBatch, IssuingSession } from './ports.ts'

const PAGE = 5_000

/**
 * Counts both sides of a session anew, from the lines, the stored diplomas, the leaves of their trees and the ledger's
 * own events: exactly one diploma and one confirmed leaf for each line, and no anchor besides.
 * `lines` null: how many there were is taken from the session's opening, and none is compared by its key.
 * Refuses ERR_ISSUING_UNKNOWN.
 */
export const countSession = (needs: CountNeeds) => async (id: string, lines: AdmittedLines | null): Promise<SessionCount> => {
  const session = await needs.store.session(id)
  if (!session) throw new ServiceError('ERR_ISSUING_UNKNOWN', { session: id })
  const tally = await needs.counts.tally(id)
  const admitted = await countLines(needs, session, lines)
  const { inBatches, anchored, batches, confirmed, faults } = await countTrees(needs, session, await needs.anchors())
  const doubles = tally.diplomas * 3 - tally.keys - tally.ids - tally.leaves
  return {
    session: id, state: session.state, lines: admitted.count, diplomas: tally.diplomas, batches, confirmed, anchored,
    faults: [
      fault('line-without-diploma', admitted.without.length, admitted.without[0]),
      fault('diploma-without-line', Math.max(0, tally.diplomas - (admitted.count - admitted.without.length))),
      fault('double', doubles),
      fault('diploma-in-no-batch', Math.max(0, tally.diplomas - inBatches)),
      ...faults,
    ].filter(({ count }) => count > 0),
  }
}

async function countLines({ counts }: CountNeeds, session: IssuingSession, lines: AdmittedLines | null): Promise<{ count: number; without: string[] }> {
  if (lines === null || session.state === 'cancelled') {
    // Of a cancelled session nothing was to stay.
    const count = session.state === 'cancelled' ? 0 : session.expected ?? session.issued
    return { count, without: Array.from({ length: Math.max(0, count - (await counts.tally(session.id)).diplomas) }, () => '') }
  }
  const without: string[] = []
  let [count, key] = [0, null as string | null]
  for (;;) {
    const page = await lines.after(session.id, key, PAGE)
    count += page.length
    without.push(...await counts.without(session.id, page.map((line) => line.key)))
    key = page.at(-1)?.key ?? key
    if (page.length < PAGE) return { count, without }
  }
}

async function countTrees(needs: CountNeeds, session: IssuingSession, anchors: AnchorFound[]) {
  const account = (await needs.issuers.issuerNamed(session.issuer))?.account.toLowerCase()
  const theirs = new Map(anchors.filter(({ issuer }) => issuer.toLowerCase() === account).map((one) => [one.root, one]))
  const known = new Set(await needs.counts.rootsOf(session.issuer))
  const strangers = [...theirs.keys()].filter((root) => !known.has(root))
  const counted = { inBatches: 0, anchored: 0, batches: 0, confirmed: 0, faults: [fault('anchor-of-nothing', strangers.length, strangers[0])] }
  for (const batch of await needs.store.batches(session.id)) {
    const one = await countBatch(needs, session, batch, anchorOver(batch, theirs))
    counted.batches += 1
    counted.confirmed += batch.confirmedAt === null ? 0 : 1
    counted.inBatches += one.diplomas
    counted.anchored += one.anchored
    counted.faults.push(...one.faults)
  }
  return counted
}

/** The anchor of a batch; of one whose root another account took, of all the nodes that stand for it. */
function anchorOver({ root, parts }: DiplomaBatch, theirs: ReadonlyMap<string, AnchorFound>): AnchorFound | undefined {
  const found = (parts.length > 0 ? parts : [{ root }]).map((node) => theirs.get(node.root))
  if (found.some((one) => one === undefined)) return undefined
  return found.toSorted((a, b) => (b?.times ?? 0) - (a?.times ?? 0))[0]
}
