// SPDX-License-Identifier: EUPL-1.2
// The line from an attempt to the teacher's decision, by HTTP, as a browser would.
import { nextChunk } from '#domain/evidence/chain.ts'
import type { RecordingHead } from '#domain/evidence/recording.ts'
import { expertPlay, timed } from '#tests/support/plays.ts'
import type { Visitor } from '#tests/support/service.ts'

const SCENARIO = 'consignation-armoire'

/** A perfect assessed attempt, finished; gives its id. */
export async function playPerfectly(student: Visitor): Promise<string> {
  const begun = await student.post('/api/attempts', { scenario: SCENARIO, mode: 'assessed' })
  const { attempt, head } = await read<{ attempt: string; head: RecordingHead }>(begun, 201)
  const chunk = nextChunk(head, undefined, timed(expertPlay(head.seed), 60))
  const { digest } = await read<{ digest: string }>(await student.post(`/api/attempts/${attempt}/chunks`, { ...chunk, head }), 201)
  await read(await student.post(`/api/attempts/${attempt}/finish`, { chunks: 1, last: digest }), 200)
  return attempt
}

/** The teacher's yes; once answered it must never be lost. */
export async function validate(teacher: Visitor, attempt: string): Promise<void> {
  await read(await teacher.post(`/api/attempts/${attempt}/decision`, { decision: 'validated' }), 200)
}

export type Held = { id: string; status: 'preparing' | 'anchoring' | 'ready' }

export const heldBy = async (student: Visitor) =>
  (await read<{ credentials: Held[] }>(await student.get('/api/credentials'), 200)).credentials

async function read<T>(answer: Response, status: number): Promise<T> {
  if (answer.status !== status) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}
