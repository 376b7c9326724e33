// SPDX-License-Identifier: EUPL-1.2
import { databaseEvidence, databaseSessions, scenarioLibrary, systemChance, systemClock } from '../adapters/evidence-store/index.ts'
import { frameworkLibrary } from '../adapters/frameworks/index.ts'
import { attemptRoutes } from '../routes/attempts.ts'
import { scenarioRoutes } from '../routes/scenarios.ts'
import { sessionRoutes } from '../routes/sessions.ts'
import { validationRoutes } from '../routes/validations.ts'
import { catalogueUseCases } from '../use-cases/catalogue/index.ts'
import { evidenceUseCases } from '../use-cases/evidence/index.ts'
import type { Room, Shared } from '../rooms.ts'

/** The catalogue, attempts, teachers' sessions and decisions. */
export async function teachingRoom({ database }: Shared): Promise<Room> {
  const evidence = databaseEvidence(database)
  const scenarios = await scenarioLibrary(evidence)
  const useCases = evidenceUseCases({
    evidence, sessions: databaseSessions(database), scenarios, chance: systemChance, clock: systemClock,
  })
  const catalogue = catalogueUseCases({ scenarios, frameworks: await frameworkLibrary() })
  return {
    routes: [scenarioRoutes(catalogue), attemptRoutes(useCases), sessionRoutes(useCases), validationRoutes(useCases)],
  }
}
