// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import type { Actor, EvidenceStore, ScenarioLibrary, TeacherLine } from '../evidence/ports.ts'
import { titles } from '../evidence/my-attempts.ts'

type Needs = { evidence: EvidenceStore; scenarios: ScenarioLibrary }
export type ToValidate = Omit<TeacherLine, 'scenario'> & { scenario: { id: string; title: Text } }

/**
 * What waits for a teacher of a school: attempts to validate, oldest first, and attempts begun and left unfinished,
 * so that a bad start cannot be taken back by beginning again. A teacher's own attempts are for a colleague.
 */
export const listToValidate = ({ evidence, scenarios }: Needs) => async (actor: Actor) => {
  if (actor.school === null) return { pending: [], unfinished: [] }
  const titled = await titles(scenarios)
  const shown = (line: TeacherLine): ToValidate => ({ ...line, scenario: titled(line.scenario) })
  const [pending, unfinished] = await Promise.all([
    evidence.linesOfSchool(actor.school, 'assessed', actor.id),
    evidence.linesOfSchool(actor.school, 'open', actor.id),
  ])
  return { pending: pending.map(shown), unfinished: unfinished.map(shown) }
}
