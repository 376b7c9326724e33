// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { IssuingTables } from '../issuing-store/tables.ts'

/**
 * Gives a record a free place of a list, drawn at random so that it tells nothing of the order of issue, inside the
 * caller's transaction.
 * @returns the place, or null when the record already has one
 * @throws Error when the list has no place left to be found
 */
export async function allocateIndex(tx: Transaction<IssuingTables>, list: string, recordKey: string): Promise<number | null> {
  const { length } = await tx.selectFrom('status_lists').select('length').where('id', '=', list).executeTakeFirstOrThrow()
  for (let tries = 0; tries < 64; tries++) {
    const row = { list, position: randomInt(length), record_key: recordKey }
    const given = await tx.insertInto('status_indexes').values(row).onConflict(clash => clash.doNothing())
      .returning('position').executeTakeFirst()
    if (given) return given.position
    const known = await tx.selectFrom('status_indexes').select('position').where('record_key', '=', recordKey).executeTakeFirst()
    if (known) return null
  }
  throw new Error(`The status list ${list} is full`)
}
