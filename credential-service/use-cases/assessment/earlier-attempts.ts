// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import { titles, type MyAttempt } from '../evidence/my-attempts.ts'
import type { Actor, EvidenceStore, ScenarioLibrary } from '../evidence/ports.ts'
import { maySee } from './read-debrief.ts'

type Needs = { evidence: EvidenceStore; scenarios: ScenarioLibrary }

/** More than this no longer fits a page, nor a mind. */
const most = 3

/**
 * The finished attempts of the same learner at the same scenario before this one, latest first: those whose debrief the
 * one who asks may read, and no other. Refuses ERR_ATTEMPT_UNKNOWN as the debrief does.
 */
export const earlierAttempts = ({ evidence, scenarios }: Needs) =>
  async (actor: Actor & { teaches: boolean }, id: string): Promise<MyAttempt[]> => {
    const file = await evidence.read(id)
    if (!file || !maySee(actor, file)) throw new ServiceError('ERR_ATTEMPT_UNKNOWN', { attempt: id })
    const { person, head, startedAt } = file.attempt
    const titled = await titles(scenarios)
    const earlier: MyAttempt[] = []
    for (const line of await evidence.linesOf(person)) {
      const before = line.scenario === head.scenario.id && line.finishedAt !== null && line.startedAt < startedAt
      if (!before || earlier.length === most) continue
      const other = await evidence.read(line.id)
      if (other && maySee(actor, other)) earlier.push({ ...line, scenario: titled(line.scenario) })
    }
    return earlier
  }
