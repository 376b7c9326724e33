// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { StatusAct, StatusReason } from '#domain/credential/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { tableStatusActs } from '#service/adapters/status-store/index.ts'
import { statusUseCases } from '#service/use-cases/status/index.ts'
import { school } from './school.ts'

/** The head of the test school, and an officer of its academy. */
export const head = { id: 'person-head', school: school.id, academy: null }
export const officer = { id: 'person-officer', school: null, academy: school.academy }

export const statusOf = (database: Database, fileOf = async ({ id }: { id: string }) => Promise.reject<string>(new Error(`No file of ${id}`))) =>
  statusUseCases({ acts: tableStatusActs(database.db.withTables<IssuingTables>()), fileOf, edge: { now: () => new Date(), uuid: randomUUID } })

/** The id that the credential of an attempt has in the store. */
export async function credentialOf(database: Database, attempt: string): Promise<string> {
  const { id } = await database.db.withTables<IssuingTables>().selectFrom('credentials').select('id')
    .where('record_key', '=', attempt).executeTakeFirstOrThrow()
  return id
}

/** One person proposes, another confirms. */
export async function change(database: Database, attempt: string, act: StatusAct, reason: StatusReason, second = officer): Promise<void> {
  const useCases = statusOf(database)
  const credential = await credentialOf(database, attempt)
  await useCases.decideAct(second, await useCases.proposeAct({ ...head, academy: second.academy }, { credential, act, reason }), 'confirmed')
}
