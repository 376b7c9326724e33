// SPDX-License-Identifier: EUPL-1.2
import type { CriterionResult } from '#domain/assessment/results.ts'
import type { Text } from '#domain/text.ts'
import { get } from '../../service/api.ts'
import type { AttemptLine, Debrief } from '../../service/shapes.ts'

/** More columns than this no longer fit a page, nor a mind. */
const most = 3

/** The learner's attempts at the same scenario before this one, oldest first: one's own, or those a teacher may read. */
export async function earlierThan({ attempt, learner }: Debrief, signal: AbortSignal): Promise<Debrief[]> {
  const { id, scenario, startedAt } = attempt
  const before = (one: { id: string; startedAt: string }) => one.id !== id && one.startedAt < startedAt
  if (id.startsWith('local')) {
    const { localAttempts, localDebrief } = await import('../../service/evidence-queue-local.ts')
    const names = (await localAttempts(scenario.id)).filter(before).slice(0, most).map((one) => one.id)
    return (await Promise.all(names.map(localDebrief))).flatMap((made) => (made ? [made.debrief] : [])).toReversed()
  }
  const { attempts } = await get<{ attempts: AttemptLine[] }>(learner === null ? '/api/attempts' : `/api/attempts/${id}/earlier`, { signal })
  const lines = attempts.filter((one) => one.scenario.id === scenario.id && one.finishedAt !== null && before(one))
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)).slice(0, most)
  const read = await Promise.all(lines.map((one) => get<{ debrief: Debrief }>(`/api/attempts/${one.id}`, { signal })))
  return read.map(({ debrief }) => debrief).toReversed()
}

export type Row = { id: string; text: Text; results: (CriterionResult['result'] | null)[]; change: 'new' | 'lost' | null }

/** Each criterion over the attempts, this one last; null where its variant did not have it. What changed comes first. */
export function compare(attempts: readonly Debrief[]): Row[] {
  const texts = new Map(attempts.flatMap(({ results }) => results.criteria.map(({ id, text }) => [id, text] as const)))
  const rows = [...texts].map(([id, text]): Row => {
    const results = attempts.map((one) => one.results.criteria.find((criterion) => criterion.id === id)?.result ?? null)
    return { id, text, results, change: changeOf(results) }
  })
  const rank = ({ change }: Row) => ['new', 'lost', null].indexOf(change)
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

/** New: met now and never before. Lost: met the last time and not now. */
function changeOf(results: Row['results']): Row['change'] {
  const [now, earlier] = [results.at(-1), results.slice(0, -1)]
  if (now === 'met') return earlier.includes('met') ? null : 'new'
  return now !== null && earlier.findLast((one) => one !== null) === 'met' ? 'lost' : null
}
