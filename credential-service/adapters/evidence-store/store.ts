// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { Attempt, EvidenceStore } from '../../use-cases/evidence/ports.ts'
import type { Database } from '../database/index.ts'
import { linesOf, linesOfSchool } from './lines.ts'
import { readFile } from './read-file.ts'
import type { EvidenceTables } from './tables.ts'
import { writeTo } from './write.ts'

/** Attempts, what was acknowledged of them, their results and decisions, in the database. */
export function databaseEvidence(database: Database): EvidenceStore {
  const db = database.db as unknown as Kysely<EvidenceTables>
  return {
    create: (attempt, scenarioText) => create(db, attempt, scenarioText),
    read: (id) => readFile(db, id),
    change: (id, decide) => db.transaction().execute(async (change) => {
      const file = await readFile(change, id, 'locked')
      if (!file) return null
      const { answer, writes } = decide(file)
      for (const write of writes) await writeTo(change, file.attempt, write)
      return answer
    }),
    attemptOfNonce: async (nonce) => {
      const row = await db.selectFrom('attempts').select('id').where('nonce', '=', nonce).executeTakeFirst()
      return row?.id ?? null
    },
    openAttempts: async (person, since) => {
      const { open } = await db.selectFrom('attempts').select((of) => of.fn.countAll<string>().as('open'))
        .where('person', '=', person).where('status', '=', 'open').where('started_at', '>', since).executeTakeFirstOrThrow()
      return Number(open)
    },
    linesOf: (person) => linesOf(db, person),
    linesOfSchool: (school, status, except) => linesOfSchool(db, school, status, except),
    displayNameOf: async (person) => {
      const row = await db.selectFrom('people').select('display_name').where('id', '=', person).executeTakeFirst()
      return row?.display_name ?? ''
    },
    scenarioText: async (digest) => {
      const row = await db.selectFrom('scenario_versions').select('text').where('digest', '=', digest).executeTakeFirst()
      return row?.text ?? null
    },
  }
}

async function create(db: Kysely<EvidenceTables>, attempt: Attempt, text: string): Promise<void> {
  const { scenario, seed, mode, assurance, nonce } = attempt.head
  await db.transaction().execute(async (change) => {
    await change.insertInto('scenario_versions').values({ digest: scenario.digest, id: scenario.id, text })
      .onConflict((known) => known.column('digest').doNothing()).execute()
    await change.insertInto('attempts').values({
      id: attempt.id, person: attempt.person, school: attempt.school, session: attempt.session,
      scenario: scenario.id, scenario_digest: scenario.digest, seed, mode, assurance, nonce,
      status: attempt.status, started_at: attempt.startedAt, finished_at: attempt.finishedAt, acquired: null,
    }).execute()
  })
}
