// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { DeliberationStore } from '../../use-cases/deliberation/ports.ts'
import { passkeyOf, type DeliberationDb } from './tables.ts'

export type Passkeys = Pick<DeliberationStore, 'passkeyOf' | 'passkeyNamed' | 'keepPasskey' | 'keepSignCount' | 'keepChallenge' | 'takeChallenge' | 'jurors'>

/** Passkeys, and who has one. */
export const passkeysIn = (db: DeliberationDb): Passkeys => ({
  async passkeyOf(person) {
    const row = await db.selectFrom('passkeys').selectAll().where('person', '=', person).where('retired_at', 'is', null).executeTakeFirst()
    return row ? passkeyOf(row) : null
  },
  async passkeyNamed(member) {
    const row = await db.selectFrom('passkeys').selectAll().where('member', '=', member).executeTakeFirst()
    return row ? passkeyOf(row) : null
  },
  keepPasskey: ({ person, member, credential, point: { x, y }, signCount, registeredAt }) => db.transaction().execute(async (change) => {
    const there = await change.selectFrom('passkeys').select('member')
      .where((either) => either.or([either('member', '=', member), either('credential', '=', credential)])).executeTakeFirst()
    if (there) return false
    await change.updateTable('passkeys').set({ retired_at: registeredAt }).where('person', '=', person).where('retired_at', 'is', null).execute()
    await change.insertInto('passkeys')
      .values({ person, member, credential, x, y, sign_count: signCount, registered_at: registeredAt, retired_at: null }).execute()
    return true
  }),
  async keepSignCount(member, count) {
    await db.updateTable('passkeys').set({ sign_count: count }).where('member', '=', member).execute()
  },
  async keepChallenge(person, challenge, expires_at) {
    await db.insertInto('passkey_challenges').values({ person, challenge, expires_at })
      .onConflict((at) => at.column('person').doUpdateSet({ challenge, expires_at })).execute()
  },
  async takeChallenge(person, now) {
    const row = await db.deleteFrom('passkey_challenges').where('person', '=', person).returningAll().executeTakeFirst()
    return row && row.expires_at > now ? row.challenge : null
  },
  async jurors() {
    const people = await db.selectFrom('people').select(['id', 'display_name']).where(sql<boolean>`'jury' = any(roles)`).orderBy('display_name').execute()
    const rows = await db.selectFrom('passkeys').selectAll().where('retired_at', 'is', null).execute()
    const passkeys = new Map(rows.map((row) => [row.person, passkeyOf(row)]))
    return people.map(({ id, display_name }) => ({ person: id, name: display_name, passkey: passkeys.get(id) ?? null }))
  },
})
