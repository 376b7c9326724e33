// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { canonicalJson, digestOf, digestOfText } from '#domain/canonical.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { sql } from 'kysely'

export const school = { id: 'school-test', slug: 'test', name: 'Lycée de test', uai: '9999998A', academy: 'Test', kind: 'school' as const }
export const learner = { id: 'person-7c2f', name: 'Zoé Quatremère-Dubosc', email: 'zoe.quatremere@eleve.example' }

const scenario = {
  id: 'consignation-armoire',
  title: { fr: 'Consigner une armoire', en: 'Lock out a cabinet' },
  summary: { fr: 'Mettre hors tension, vérifier.', en: 'Isolate, then test.' },
  framework: 'melec',
}
const scenarioDigest = digestOf(scenario)

const results = {
  competences: [{ code: 'C4', result: 'acquired', criteria: ['k1'] }, { code: 'C7', result: 'acquired', criteria: ['k1'] }],
  criteria: [], eliminated: [], acquired: true,
}

/** A school, a learner and the scenario, as other rooms would have written them. */
export async function settle({ db }: Database): Promise<void> {
  await db.insertInto('schools').values(school).onConflict(clash => clash.doNothing()).execute()
  await db.insertInto('people').values({
    id: learner.id, issuer: 'https://op.example', subject: learner.email, display_name: learner.name,
    roles: sql<string[]>`'{student}'::text[]`, school: school.id,
  }).onConflict(clash => clash.doNothing()).execute()
  await sql`insert into scenario_versions (digest, id, text) values (${scenarioDigest}, ${scenario.id}, ${canonicalJson(scenario)})
    on conflict do nothing`.execute(db)
}

export const validate = (database: Database) => validateFor(database, { learner: learner.id, school: school.id })

/** What a teacher's decision writes: an attempt and its issuing order. Gives the attempt's id. */
export async function validateFor({ db }: Database, whose: { learner: string; school: string }): Promise<string> {
  const attempt = randomUUID()
  const now = new Date()
  await db.transaction().execute(async tx => {
    await sql`insert into attempts (id, person, school, scenario, scenario_digest, seed, mode, assurance, nonce, status, started_at)
      values (${attempt}, ${whose.learner}, ${whose.school}, ${scenario.id}, ${scenarioDigest}, 1, 'assessed', 'supervised', ${attempt}, 'validated', ${now})`.execute(tx)
    await sql`insert into issuing_orders (attempt, learner, school, scenario, scenario_digest, results, evidence_digest, assurance, finished_at, decided_at, decided_by)
      values (${attempt}, ${whose.learner}, ${whose.school}, ${scenario.id}, ${scenarioDigest}, ${JSON.stringify(results)}::jsonb,
        ${digestOfText(attempt)}, 'supervised', ${now}, ${now}, 'person-teacher')`.execute(tx)
  })
  return attempt
}
