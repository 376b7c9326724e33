// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { isRole } from '#domain/access.ts'
import type { Identity, PeopleStore, Person } from '../../use-cases/people/index.ts'
import type { Database } from '../database/index.ts'

/** People, their browser sessions and the sign-ins under way, in the database. */
export const databasePeople = ({ db }: Database): PeopleStore => ({
  async remember(identity, newId) {
    const said = await columnsOf(db, identity)
    const { id } = await db.insertInto('people')
      .values({ id: newId, issuer: identity.issuer, subject: identity.subject, ...said })
      .onConflict((at) => at.columns(['issuer', 'subject']).doUpdateSet(said))
      .returning('id').executeTakeFirstOrThrow()
    return id
  },
  async openSession(token_digest, person, expires_at) {
    await db.insertInto('browser_sessions').values({ token_digest, person, expires_at }).execute()
  },
  personOfSession: (digest, now) => personOfSession(db, digest, now),
  async closeSession(digest) {
    await db.deleteFrom('browser_sessions').where('token_digest', '=', digest).execute()
  },
  async keepSignIn(state_digest, { browserDigest, nonce, codeVerifier, returnTo, expiresAt }) {
    await db.insertInto('sign_ins').values({
      state_digest, browser_digest: browserDigest, nonce, code_verifier: codeVerifier, return_to: returnTo,
      expires_at: expiresAt,
    }).execute()
  },
  async takeSignIn(digest, now) {
    const row = await db.deleteFrom('sign_ins').where('state_digest', '=', digest).returningAll().executeTakeFirst()
    if (!row || row.expires_at <= now) return null
    return {
      browserDigest: row.browser_digest, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to,
      expiresAt: row.expires_at,
    }
  },
  async forgetExpired(now) {
    await db.deleteFrom('browser_sessions').where('expires_at', '<=', now).execute()
    await db.deleteFrom('sign_ins').where('expires_at', '<=', now).execute()
    await db.deleteFrom('provider_documents').where('expires_at', '<=', now).execute()
  },
})

async function columnsOf(db: Database['db'], { displayName, roles, uai, academy }: Identity) {
  const school = uai === null
    ? undefined
    : await db.selectFrom('schools').select('id').where('uai', '=', uai).executeTakeFirst()
  return { display_name: displayName, roles: sql<string[]>`${roles}::text[]`, school: school?.id ?? null, academy: academy ?? null }
}

async function personOfSession(db: Database['db'], digest: string, now: Date): Promise<Person | null> {
  const row = await db.selectFrom('browser_sessions as session')
    .innerJoin('people as person', 'person.id', 'session.person')
    .leftJoin('schools as school', 'school.id', 'person.school')
    .where('session.token_digest', '=', digest).where('session.expires_at', '>', now)
    .select(['person.id', 'display_name', 'roles', 'person.academy', 'school.id as school_id', 'school.name as school_name'])
    .executeTakeFirst()
  if (!row) return null
  const school = row.school_id && row.school_name ? { id: row.school_id, name: row.school_name } : null
  return { id: row.id, displayName: row.display_name, roles: row.roles.filter(isRole), school, ...(row.academy === null ? {} : { academy: row.academy }) }
}
