// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { LinePlace } from '../results/ports.ts'
import type { Deliberation, DeliberationNeeds } from './ports.ts'

/** The database's largest number of a line: no file has as many. */
const AFTER_EVERY_LINE = 2_147_483_647

/**
 * After which line a deliberation's own lines begin. One that follows a decision is about the files confirmed since
 * alone: corrections and late additions. What was decided on stays decided. Null when they begin at the first.
 * Throws ERR_INTERNAL when no file leads to what was decided: to begin at the first would issue every diploma again.
 */
export async function beginningOf(
  { store, results }: Pick<DeliberationNeeds, 'store' | 'results'>, { results: session, round }: Pick<Deliberation, 'results' | 'round'>,
): Promise<LinePlace | null> {
  const decided = (await store.roundsOf(session)).find((one) => one.state === 'decided' && one.round < round)
  if (!decided) return null
  const files = (await results.filesOf(session)).filter(({ confirmedAt }) => confirmedAt !== null)
    .toSorted((a, b) => a.confirmedAt!.getTime() - b.confirmedAt!.getTime())
  // Files have their places in the order in which they were confirmed, from 1 on.
  const last = files.findIndex(({ resultsDigest }) => resultsDigest === decided.digest)
  if (last < 0) throw new ServiceError('ERR_INTERNAL', { results: session, digest: decided.digest })
  return { position: last + 1, line: AFTER_EVERY_LINE }
}
