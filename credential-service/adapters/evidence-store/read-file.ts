// SPDX-License-Identifier: EUPL-1.2
import type { Results } from '#domain/assessment/index.ts'
import type { Attempt, AttemptFile, Decision, ReceivedChunk } from '../../use-cases/evidence/ports.ts'
import type { AttemptRow, EvidenceDb } from './tables.ts'

/** Everything about one attempt; `locked` keeps others waiting until the transaction ends. */
export async function readFile(db: EvidenceDb, id: string, locked?: 'locked'): Promise<AttemptFile | null> {
  const find = db.selectFrom('attempts').selectAll().where('id', '=', id)
  const row = await (locked ? find.forUpdate() : find).executeTakeFirst()
  if (!row) return null
  return {
    attempt: attemptOf(row),
    session: row.session === null ? null : await sessionOf(db, row.session),
    chunks: await chunksOf(db, id),
    results: row.acquired === null ? null : await resultsOf(db, id, row.acquired),
    decision: await decisionOf(db, id),
    credential: await credentialOf(db, id),
  }
}

const attemptOf = (row: AttemptRow): Attempt => ({
  id: row.id, person: row.person, school: row.school, session: row.session,
  head: {
    scenario: { id: row.scenario, digest: row.scenario_digest },
    seed: row.seed, mode: row.mode, assurance: row.assurance, nonce: row.nonce,
  },
  status: row.status, startedAt: row.started_at, finishedAt: row.finished_at,
})

async function sessionOf(db: EvidenceDb, id: string): Promise<AttemptFile['session']> {
  const row = await db.selectFrom('teaching_sessions').select(['opened_at', 'closed_at']).where('id', '=', id).executeTakeFirst()
  return row ? { openedAt: row.opened_at, closedAt: row.closed_at } : null
}

async function chunksOf(db: EvidenceDb, attempt: string): Promise<ReceivedChunk[]> {
  const rows = await db.selectFrom('chunks').selectAll().where('attempt', '=', attempt).orderBy('sequence').execute()
  return rows.map(({ sequence, previous, digest, actions, received_at }) =>
    ({ sequence, previous, digest, actions, receivedAt: received_at }))
}

async function resultsOf(db: EvidenceDb, attempt: string, acquired: boolean): Promise<Results> {
  const criteria = await db.selectFrom('criterion_results').select(['criterion', 'eliminates', 'detail'])
    .where('attempt', '=', attempt).orderBy('position').execute()
  const competences = await db.selectFrom('competence_results').select('detail')
    .where('attempt', '=', attempt).orderBy('position').execute()
  return {
    competences: competences.map((row) => row.detail as Results['competences'][number]),
    criteria: criteria.map((row) => row.detail as Results['criteria'][number]),
    eliminated: criteria.filter((row) => row.eliminates).map((row) => row.criterion),
    acquired,
  }
}

async function decisionOf(db: EvidenceDb, attempt: string): Promise<Decision | null> {
  const row = await db.selectFrom('decisions').selectAll().where('attempt', '=', attempt).executeTakeFirst()
  if (!row) return null
  return { decision: row.decision, reason: row.reason, decidedAt: row.decided_at, decidedBy: row.decided_by }
}

async function credentialOf(db: EvidenceDb, attempt: string): Promise<string | null> {
  const row = await db.selectFrom('credentials').select('id')
    .where('record_key', '=', attempt).where('signed', 'is not', null).executeTakeFirst()
  return row?.id ?? null
}
