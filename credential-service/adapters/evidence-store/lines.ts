// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { mostLines } from '../../use-cases/evidence/ports.ts'
import type { AttemptLine, AttemptStatus, TeacherLine } from '../../use-cases/evidence/ports.ts'
import type { AttemptRow, EvidenceDb } from './tables.ts'

type Counted = { met: number; total: number; eliminating: number; issued: boolean }

const linesFrom = (db: EvidenceDb) => db.selectFrom('attempts as attempt').selectAll('attempt').select((of) => [
  counted(of.ref('attempt.id'), "result = 'met'").as('met'),
  counted(of.ref('attempt.id'), 'true').as('total'),
  counted(of.ref('attempt.id'), 'eliminates').as('eliminating'),
  sql<boolean>`exists (select 1 from credentials where record_key = ${of.ref('attempt.id')} and signed is not null)`
    .as('issued'),
])

const counted = (attempt: unknown, condition: string) =>
  sql<number>`(select count(*)::int from criterion_results where attempt = ${attempt} and ${sql.raw(condition)})`

/** One person's last attempts, newest first. */
export async function linesOf(db: EvidenceDb, person: string): Promise<AttemptLine[]> {
  const rows = await linesFrom(db).where('attempt.person', '=', person).orderBy('started_at', 'desc').limit(mostLines).execute()
  return rows.map(lineOf)
}

/** A school's assessed-mode attempts in one status, except those of one person: oldest first, open ones newest first. */
export async function linesOfSchool(
  db: EvidenceDb, school: string, status: AttemptStatus, except: string,
): Promise<TeacherLine[]> {
  const rows = await linesFrom(db)
    .innerJoin('people as learner', 'learner.id', 'attempt.person')
    .select('learner.display_name')
    .select(sql<number>`(select count(*)::int from attempts as other
      where other.person = attempt.person and other.scenario = attempt.scenario and other.mode = 'assessed'
        and other.status = 'open' and other.id <> attempt.id)`.as('unfinished_others'))
    // As longestSilence in domain/evidence, without reading every gesture of every line.
    .select(sql<number>`coalesce((select greatest(0, max(round(
        extract(epoch from (chunk.received_at - attempt.started_at)) * 1000 - (chunk.actions->-1->>'at')::numeric)))
      from chunks as chunk where chunk.attempt = attempt.id), 0)::float8`.as('silence'))
    .where('attempt.school', '=', school).where('attempt.status', '=', status)
    .where('attempt.mode', '=', 'assessed').where('attempt.person', '!=', except)
    .orderBy('started_at', status === 'open' ? 'desc' : 'asc').limit(mostLines).execute()
  return rows.map((row) => ({
    ...lineOf(row), learner: { displayName: row.display_name }, unfinishedOthers: row.unfinished_others,
    longestSilenceMs: row.silence,
  }))
}

function lineOf(row: AttemptRow & Counted): AttemptLine {
  const judged = row.acquired !== null
  return {
    id: row.id, scenario: row.scenario, mode: row.mode, assurance: row.assurance,
    status: row.issued ? 'issued' : row.status,
    startedAt: row.started_at, finishedAt: row.finished_at, acquired: row.acquired,
    criteriaMet: judged ? row.met : null,
    criteriaTotal: judged ? row.total : null,
    eliminated: judged ? row.eliminating : null,
  }
}
