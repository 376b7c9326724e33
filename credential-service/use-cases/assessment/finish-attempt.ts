// SPDX-License-Identifier: EUPL-1.2
import { assess } from '#domain/assessment/index.ts'
import type { Digest } from '#domain/canonical.ts'
import { DomainError } from '#domain/errors.ts'
import { linkOf } from '#domain/evidence/chain.ts'
import { replay } from '#domain/evidence/replay.ts'
import { ServiceError } from '../errors.ts'
import type { Actor, AttemptFile, Clock, EvidenceStore, Playable, ScenarioLibrary } from '../evidence/ports.ts'
import { readDebrief, recordingOf } from './read-debrief.ts'
import type { Debrief } from './read-debrief.ts'

type Needs = { evidence: EvidenceStore; scenarios: ScenarioLibrary; clock: Clock }
/** What the device believes it sent: how many chunks, and the digest of the last (null: none). */
type End = { chunks: number; last: Digest | null }

/**
 * Ends one's own attempt: replays what was acknowledged, with the rules the device played with, and stores the result
 * of each criterion and competence with its reason. An attempt that a fault ended is assessed like any other.
 * Asked again, it answers the same. Refuses ERR_ATTEMPT_UNKNOWN, and ERR_CHAIN_BROKEN when the device counts other
 * chunks than were acknowledged (one withdrawn, or one still on its way).
 */
export const finishAttempt = ({ evidence, scenarios, clock }: Needs) =>
  async (actor: Actor, id: string, end: End): Promise<Debrief> => {
    const found = await evidence.read(id)
    if (!found || found.attempt.person !== actor.id) throw new ServiceError('ERR_ATTEMPT_UNKNOWN', { attempt: id })
    const { digest } = found.attempt.head.scenario
    const playable = await scenarios.version(digest)
    if (!playable) throw new DomainError('ERR_SCENARIO_DIGEST', { digest })
    await evidence.change(id, (file) => conclude(file, playable, end, clock.now()))
    return readDebrief({ evidence, scenarios })({ ...actor, teaches: false }, id)
  }

function conclude(file: AttemptFile, playable: Playable, end: End, now: Date) {
  const last = file.chunks.at(-1)?.digest ?? null
  if (end.chunks !== file.chunks.length || end.last !== last) {
    throw new DomainError('ERR_CHAIN_BROKEN', { sequence: end.chunks, expected: file.chunks.length })
  }
  if (file.attempt.status !== 'open') return { answer: true, writes: [] }
  // What was kept is what came: a row changed behind the service's back would not carry its own digest.
  const changed = file.chunks.find((chunk) => linkOf(chunk).digest !== chunk.digest)
  if (changed) throw new DomainError('ERR_CHUNK_ALTERED', { sequence: changed.sequence })
  const results = assess(playable.scenario.rubric, replay(playable.scenario, recordingOf(file)))
  return { answer: true, writes: [{ kind: 'assessed' as const, finishedAt: now, results }] }
}
