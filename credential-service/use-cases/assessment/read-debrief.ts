// SPDX-License-Identifier: EUPL-1.2
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import type { Digest } from '#domain/canonical.ts'
import { DomainError } from '#domain/errors.ts'
import { longestSilence } from '#domain/evidence/chain.ts'
import { replay } from '#domain/evidence/replay.ts'
import type { Recording, RecordingHead } from '#domain/evidence/recording.ts'
import type { Text } from '#domain/text.ts'
import type { Action, WorldEvent } from '#domain/workshop/action.ts'
import { ServiceError } from '../errors.ts'
import type { Actor, AttemptFile, EvidenceStore, Playable, ScenarioLibrary, ShownStatus } from '../evidence/ports.ts'

type Needs = { evidence: EvidenceStore; scenarios: ScenarioLibrary }

/** The same page for the learner and the teacher: what was done, what it showed, which criterion, at which moment. */
export type Debrief = {
  attempt: {
    id: string
    scenario: { id: string; title: Text; digest: Digest }
    mode: RecordingHead['mode']
    assurance: RecordingHead['assurance']
    status: ShownStatus
    startedAt: Date
    finishedAt: Date | null
    variant: string
    /** With it the recording replays to the very same world. */
    seed: number
    /** How long evidence was held back at most, in milliseconds (domain/evidence): for the teacher's eye. */
    longestSilenceMs: number
  }
  /** Whose attempt it is: for the teacher only. */
  learner: { displayName: string } | null
  /** While the attempt is open: as far as it goes. */
  results: Results
  trace: { at: number; action: Action; events: WorldEvent[] }[]
  decision: { decision: 'validated' | 'refused'; reason: string | null; decidedAt: Date } | null
  /** Id of the credential made from it, once signed. */
  credential: string | null
}

/**
 * The debrief of one's own attempt, or of one's school's for a teacher.
 * Refuses ERR_ATTEMPT_UNKNOWN (the same answer for none, for another learner's and for another school's), and
 * ERR_ATTEMPT_NOT_ASSESSED to the learner of an assessed attempt that is still open: it would say what is missing.
 */
export const readDebrief = ({ evidence, scenarios }: Needs) =>
  async (actor: Actor & { teaches: boolean }, id: string): Promise<Debrief> => {
    const file = await evidence.read(id)
    if (!file || !maySee(actor, file)) throw new ServiceError('ERR_ATTEMPT_UNKNOWN', { attempt: id })
    const { head, person, status } = file.attempt
    const own = person === actor.id
    if (own && head.mode === 'assessed' && status === 'open') {
      throw new ServiceError('ERR_ATTEMPT_NOT_ASSESSED', { attempt: id })
    }
    const { digest } = head.scenario
    const playable = await scenarios.version(digest)
    if (!playable) throw new DomainError('ERR_SCENARIO_DIGEST', { digest })
    return debriefOf(file, playable, own ? null : await evidence.displayNameOf(person))
  }

/** One's own, or an assessed one of one's school for a teacher. */
export function maySee(actor: Actor & { teaches: boolean }, { attempt }: AttemptFile): boolean {
  if (attempt.person === actor.id) return true
  return actor.teaches && attempt.head.mode === 'assessed' && attempt.school !== null && attempt.school === actor.school
}

function debriefOf(file: AttemptFile, playable: Playable, learner: string | null): Debrief {
  const { attempt, decision } = file
  const { scenario, mode, assurance } = attempt.head
  const trace = replay(playable.scenario, recordingOf(file))
  return {
    attempt: {
      id: attempt.id,
      scenario: { id: scenario.id, title: playable.scenario.title, digest: scenario.digest },
      mode, assurance,
      status: file.credential ? 'issued' : attempt.status,
      startedAt: attempt.startedAt,
      finishedAt: attempt.finishedAt,
      variant: trace.variant,
      seed: attempt.head.seed,
      longestSilenceMs: silenceOf(file),
    },
    learner: learner === null ? null : { displayName: learner },
    results: file.results ?? assess(playable.scenario.rubric, trace),
    trace: trace.moments.map(({ action, events }) => ({ at: action.at, action, events: [...events] })),
    decision: decision && { decision: decision.decision, reason: decision.reason, decidedAt: decision.decidedAt },
    credential: file.credential,
  }
}

const silenceOf = ({ attempt, chunks }: AttemptFile) => longestSilence(attempt.startedAt.getTime(),
  chunks.map(({ actions, receivedAt }) => ({ lastAt: actions.at(-1)?.at ?? 0, receivedAt: receivedAt.getTime() })))

/** What was done, from what was acknowledged. */
export const recordingOf = ({ attempt, chunks }: Pick<AttemptFile, 'attempt' | 'chunks'>): Recording =>
  ({ ...attempt.head, actions: chunks.flatMap((chunk) => chunk.actions) })
