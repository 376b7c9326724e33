// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Database } from '../database/index.ts'

type Payload = Record<string, unknown> & { grantId?: string; uid?: string }

/** What oidc-provider keeps (sessions, codes, tokens, grants), in the database: a restart forgets no sign-in under way. */
export const documentsIn = ({ db }: Database) => (model: string) => {
  const table = () => db.selectFrom('provider_documents').select('payload').where('model', '=', model)
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', new Date())]))
  const first = async (query: ReturnType<typeof table>) => (await query.executeTakeFirst())?.payload as Payload | undefined
  return {
    find: (id: string) => first(table().where('id', '=', id)),
    findByUid: (uid: string) => first(table().where('uid', '=', uid)),
    // The device flow is switched off: no document carries a user code.
    findByUserCode: async () => undefined,
    async upsert(id: string, payload: Payload, expiresIn?: number) {
      const document = {
        payload: JSON.stringify(payload),
        grant_id: payload.grantId ?? null,
        uid: payload.uid ?? null,
        expires_at: expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
      }
      await db.insertInto('provider_documents').values({ model, id, ...document })
        .onConflict((at) => at.columns(['model', 'id']).doUpdateSet(document)).execute()
    },
    async consume(id: string) {
      const consumed = JSON.stringify({ consumed: Math.floor(Date.now() / 1000) })
      await db.updateTable('provider_documents').set({ payload: sql`payload || ${consumed}::jsonb` })
        .where('model', '=', model).where('id', '=', id).execute()
    },
    async destroy(id: string) {
      await db.deleteFrom('provider_documents').where('model', '=', model).where('id', '=', id).execute()
    },
    async revokeByGrantId(grantId: string) {
      await db.deleteFrom('provider_documents').where('model', '=', model).where('grant_id', '=', grantId).execute()
    },
  }
}
