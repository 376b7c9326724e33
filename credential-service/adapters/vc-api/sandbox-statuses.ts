// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import type { Generated, Kysely } from 'kysely'
import { digestOfText } from '#domain/canonical.ts'
import { SHORTEST_LIST } from '#domain/credential/index.ts'
import { ServiceError } from '#service/use-cases/errors.ts'
import type { SandboxStatuses, StatusPurpose } from '#service/use-cases/vc-api/ports.ts'

export type SandboxTables = {
  sandbox_statuses: { purpose: StatusPurpose; position: number; credential_digest: string | null; set_at: Generated<Date | null> }
}

/** The status places of what the sandbox issued: drawn at random, flipped in the table. */
export function tableSandboxStatuses(db: Kysely<SandboxTables>): SandboxStatuses {
  return {
    async allocate(purpose, credentialId) {
      for (let tries = 0; tries < 64; tries++) {
        const row = { purpose, position: randomInt(SHORTEST_LIST), credential_digest: credentialId === null ? null : digestOfText(credentialId) }
        const given = await db.insertInto('sandbox_statuses').values(row).onConflict((clash) => clash.doNothing())
          .returning('position').executeTakeFirst()
        if (given) return given.position
      }
      throw new ServiceError('ERR_SANDBOX_LIST_FULL', { purpose })
    },
    async flip({ purpose, credentialId, position, set, at }) {
      const { numUpdatedRows } = await db.updateTable('sandbox_statuses').set({ set_at: set ? at : null })
        .where('purpose', '=', purpose)
        .where((where) => where.or([
          where('credential_digest', '=', digestOfText(credentialId)),
          ...(position === undefined ? [] : [where.and([where('position', '=', position), where('credential_digest', 'is', null)])]),
        ]))
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async isSet(purpose, position) {
      const row = await db.selectFrom('sandbox_statuses').select('position').where('purpose', '=', purpose)
        .where('position', '=', position).where('set_at', 'is not', null).executeTakeFirst()
      return row !== undefined
    },
    async places(purpose) {
      const rows = await db.selectFrom('sandbox_statuses').select('position').where('purpose', '=', purpose)
        .where('set_at', 'is not', null).execute()
      return rows.map(({ position }) => position)
    },
  }
}
