// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { readDiplomaSaid } from '#domain/credential/diploma/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { DiplomaHolders, HeldDiploma } from '#service/use-cases/diplomas/holder-ports.ts'
import type { FormStore } from '#service/use-cases/issuing/forms-ports.ts'
import { textOf } from './parts.ts'
import type { DiplomaTables } from './tables.ts'

type Db = Kysely<DiplomaTables>

/** A code is 80 random bits: a quick hash under a key is enough that the table gives none of them away. */
export const claimDigests = (key: Uint8Array) => (code: string) => createHmac('sha256', key).update(code).digest('base64url')

/** Whose wallet each diploma is in, and the codes with which one gets there. `perBatch`: how many diplomas a batch has. */
export const tableHolders = (db: Db, perBatch: number): DiplomaHolders => ({
  heldBy: async person => {
    const rows = await heldRows(db, perBatch, person).where('governed_diplomas.replaced_by', 'is', null).orderBy('issuing_sessions.valid_from', 'desc').execute()
    return Promise.all(rows.map(row => toHeld(db, row)))
  },
  async held(person, id) {
    const row = await heldRows(db, perBatch, person).where('diplomas.id', '=', id).executeTakeFirst()
    return row ? toHeld(db, row) : null
  },
  async unclaimed(school, session, { after, limit }) {
    const rows = await db.selectFrom('diplomas').innerJoin('issuing_sessions', 'issuing_sessions.id', 'diplomas.session')
      .leftJoin('diploma_holders', 'diploma_holders.diploma', 'diplomas.id').leftJoin('governed_diplomas', 'governed_diplomas.diploma', 'diplomas.id')
      .select(['diplomas.id', 'form', 'texts', 'signature', sql<string>`(select uai from schools where id = ${school})`.as('uai')])
      .where('issuing_sessions.session', '=', session).where('deliberation', 'is not', null).where('salt', 'is not', null)
      .where('person', 'is', null).where('governed_diplomas.replaced_by', 'is', null)
      .where(sql<boolean>`strpos(texts, (select uai from schools where id = ${school})) > 0`)
      .$if(after !== null, query => query.where(sql<boolean>`(diplomas.session, diplomas.place) > (select session, place from diplomas where id = ${after})`))
      .orderBy('diplomas.session').orderBy('diplomas.place').limit(limit + 1).execute()
    const next = rows.length > limit ? rows[limit - 1]!.id : null
    const found = await Promise.all(rows.slice(0, limit).map(async row => ({ id: row.id, uai: row.uai, text: await textOf(db, row) })))
    // The code of a school may also stand in a text that is none: what the diploma says decides.
    return { found: found.filter(({ text, uai }) => said(text).school.uai === uai), next }
  },
  keepClaims: (claims, { person, at, until }) => db.transaction().execute(async tx => {
    for (const { digest, diploma } of claims) {
      await tx.deleteFrom('diploma_claims').where('diploma', '=', diploma).where('used_at', 'is', null).execute()
      await tx.insertInto('diploma_claims').values({ code_digest: digest, diploma, made_by: person, made_at: at, expires_at: until, used_at: null }).execute()
    }
  }),
  take: claim => db.transaction().execute(tx => take(tx, claim)),
})

const said = (text: string) => readDiplomaSaid(JSON.parse(text) as JsonObject)

async function take(tx: Transaction<DiplomaTables>, { digest, birthDate, person, at, mostFailures }: Parameters<DiplomaHolders['take']>[0]): Promise<string | null> {
  // The row is locked: of two who type one code at once, the second finds it used.
  const row = await tx.selectFrom('diploma_claims').selectAll().where('code_digest', '=', digest).forUpdate().executeTakeFirst()
  if (!row || row.used_at !== null || row.expires_at <= at || row.failures >= mostFailures) return null
  const id = await standingFor(tx, row.diploma)
  const diploma = await tx.selectFrom('diplomas').select(['form', 'texts', 'signature']).where('id', '=', id).where('salt', 'is not', null).executeTakeFirst()
  if (!diploma) return null
  if (said(await textOf(tx, diploma)).holder.birthDate !== birthDate) {
    await tx.updateTable('diploma_claims').set({ failures: row.failures + 1 }).where('code_digest', '=', digest).execute()
    return null
  }
  // One diploma may have two slips, from before and after a correction: who has it already is given it again, and only
  // somebody else is refused, whose slip stays what it was.
  await tx.insertInto('diploma_holders').values({ diploma: id, person, since: at }).onConflict(clash => clash.doNothing()).execute()
  const holder = await tx.selectFrom('diploma_holders').select('person').where('diploma', '=', id).executeTakeFirst()
  if (holder?.person !== person) return null
  await tx.updateTable('diploma_claims').set({ used_at: at }).where('code_digest', '=', digest).execute()
  return id
}

/**
 * The last of the diplomas that took the place of this one; itself when none did. A slip may have been printed before a
 * correction. The row is locked: a correction confirmed at the same time moves the holder, or is followed here.
 */
async function standingFor(tx: Transaction<DiplomaTables>, id: string): Promise<string> {
  const row = await tx.selectFrom('governed_diplomas').select('replaced_by').where('diploma', '=', id).forShare().executeTakeFirst()
  return row?.replaced_by ? standingFor(tx, row.replaced_by) : id
}

const heldRows = (db: Db, perBatch: number, person: string) => db.selectFrom('diploma_holders').innerJoin('diplomas', 'diplomas.id', 'diploma_holders.diploma')
  .innerJoin('issuing_sessions', 'issuing_sessions.id', 'diplomas.session')
  .leftJoin('governed_diplomas', 'governed_diplomas.diploma', 'diplomas.id').leftJoin('status_indexes', 'status_indexes.record_key', 'governed_diplomas.record_key')
  .select(['diplomas.id', 'issuing_sessions.issuer', 'form', 'texts', 'signature', 'status_indexes.state'])
  .select(sql<boolean>`exists (select 1 from diploma_batches b where b.session = diplomas.session and b.ordinal = diplomas.place / ${sql.lit(perBatch)}
    and b.confirmed_at is not null)`.as('ready'))
  .where('diploma_holders.person', '=', person).where('diplomas.salt', 'is not', null)

async function toHeld(db: Db, row: Awaited<ReturnType<ReturnType<typeof heldRows>['executeTakeFirstOrThrow']>>): Promise<HeldDiploma> {
  return { id: row.id, issuer: row.issuer, text: await textOf(db, row), state: row.state ?? 'valid', ready: row.ready }
}

/** The other forms of diplomas that were asked for, each made once. */
export function tableCopies(db: Db): FormStore {
  const kept = async (diploma: string, form: string) => {
    const row = await db.selectFrom('diploma_copies').select('signed').where('diploma', '=', diploma).where('form', '=', form).executeTakeFirst()
    return row?.signed ?? null
  }
  return {
    kept,
    async keep(diploma, form, signed) {
      await db.insertInto('diploma_copies').values({ diploma, form, signed }).onConflict(clash => clash.doNothing()).execute()
      return (await kept(diploma, form)) ?? signed
    },
  }
}
