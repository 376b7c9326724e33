// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { fillTemplate } from '#domain/credential/template.ts'
import type { Template } from '#domain/credential/template.ts'
import { written } from '#domain/credential/diploma/issuing.ts'
import { toBase58 } from '#domain/credential/multibase.ts'
import type { DiplomaStore, IssuingSession, MadePart } from '#service/use-cases/diplomas/ports.ts'
import type { Seal } from '../seal/seal.ts'
import { openSalt } from '../diploma-workers/salts.ts'
import { toSession } from './sessions.ts'
import type { DiplomaTables } from './tables.ts'

type Db = Kysely<DiplomaTables>
type Parts = Pick<DiplomaStore, 'keepPart' | 'leaves' | 'erase' | 'kept' | 'keptBetween' | 'forget'>

export const partsOf = (db: Db, seal: Seal): Parts => ({
  keepPart: (session, first, lastKey, part, at) => keepPart(db, { session, first, lastKey, part, at }),
  async leaves(session, from, to) {
    const { rows } = await sql<{ leaves: Uint8Array | null }>`select string_agg(leaf, ''::bytea order by place) as leaves
      from diplomas where session = ${session} and place >= ${from} and place < ${to}`.execute(db)
    const leaves = rows[0]?.leaves ?? new Uint8Array(0)
    if (leaves.length !== 32 * (to - from)) throw new Error(`Session ${session} lacks diplomas between ${from} and ${to}`)
    return leaves
  },
  async erase(session) {
    await db.deleteFrom('diplomas').where('session', '=', session).execute()
  },
  kept: id => kept(db, seal, id),
  keptBetween: (session, from, to) => keptBetween(db, session, from, to),
  forget: id => db.transaction().execute(async tx => {
    for (const table of ['diploma_copies', 'diploma_claims', 'diploma_holders'] as const) await tx.deleteFrom(table).where('diploma', '=', id).execute()
    const done = await tx.updateTable('diplomas').set({ texts: '', signature: new Uint8Array(0), salt: null }).where('id', '=', id).executeTakeFirst()
    return done.numUpdatedRows > 0n
  }),
})

type Kept = { session: string; first: number; lastKey: string; part: MadePart; at: Date }

/**
 * One transaction: the session's row is taken and must still run and stand where the part begins, then the whole part
 * goes in with one statement. Fixed-width things come as one row of bytes and are cut there: the same on both databases.
 */
const keepPart = (db: Db, { session, first, lastKey, part, at }: Kept): Promise<boolean> => db.transaction().execute(async tx => {
  const moved = await tx.updateTable('issuing_sessions').set({ issued: first + part.count, last_key: lastKey, last_part_at: at })
    .where('id', '=', session).where('state', '=', 'running').where('issued', '=', first).executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return false
  for (const [id, template] of part.templates) {
    await tx.insertInto('diploma_forms').values({ id, template }).onConflict(clash => clash.doNothing()).execute()
  }
  await sql`insert into diplomas (session, place, record_key, id, form, texts, signature, digest, leaf, salt)
    select ${session}::text, ${first}::int + i::int - 1, key, encode(substr(${part.ids}::bytea, 16 * (i::int - 1) + 1, 16), 'hex')::uuid,
      nullif(form, ''), texts, substr(${part.signatures}::bytea, 64 * (i::int - 1) + 1, 64), substr(${part.digests}::bytea, 32 * (i::int - 1) + 1, 32),
      substr(${part.leaves}::bytea, 32 * (i::int - 1) + 1, 32), substr(${part.salts}::bytea, 32 * (i::int - 1) + 1, 32)
    from unnest(string_to_array(${part.keys}::text, e'\n'), string_to_array(${part.forms}::text, e'\n'), string_to_array(${part.texts}::text, e'\n'))
      with ordinality as line (key, form, texts, i)`.execute(tx)
  return true
})

async function kept(db: Db, seal: Seal, id: string): ReturnType<Parts['kept']> {
  const row = await db.selectFrom('diplomas').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.salt === null) return null
  const session = toSession(await db.selectFrom('issuing_sessions').selectAll().where('id', '=', row.session).executeTakeFirstOrThrow(), seal)
  const salt = openSalt(session.key, row.place, row.salt)
  return { session, place: row.place, text: await textOf(db, row), digest: row.digest, leaf: row.leaf, salt }
}

async function keptBetween(db: Db, { id: session, key }: IssuingSession, from: number, to: number): ReturnType<Parts['keptBetween']> {
  const rows = await db.selectFrom('diplomas').selectAll().where('session', '=', session).where('place', '>=', from).where('place', '<', to).orderBy('place').execute()
  const templates = await templatesOf(db, [...new Set(rows.flatMap(({ form }) => form ?? []))])
  const found: Awaited<ReturnType<Parts['keptBetween']>> = Array.from({ length: to - from }, () => null)
  for (const row of rows) {
    if (row.salt === null) continue
    const { id, place, digest, leaf } = row
    found[place - from] = { id, place, digest, leaf, text: textIn(row, templates), salt: openSalt(key, place, row.salt) }
  }
  return found
}

/** The very text that was signed: its form's, with its own texts and its signature in the slots. */
export async function textOf(db: Db, row: Stored): Promise<string> {
  return textIn(row, await templatesOf(db, row.form === null ? [] : [row.form]))
}

type Stored = { form: string | null; texts: string; signature: Uint8Array }

async function templatesOf(db: Db, forms: readonly string[]): Promise<Map<string, Template>> {
  if (forms.length === 0) return new Map()
  const rows = await db.selectFrom('diploma_forms').selectAll().where('id', 'in', forms).execute()
  return new Map(rows.map(({ id, template }) => [id, JSON.parse(template) as Template]))
}

function textIn({ form, texts, signature }: Stored, templates: ReadonlyMap<string, Template>): string {
  const said = JSON.parse(texts) as string | string[]
  if (form === null || typeof said === 'string') return String(said)
  const template = templates.get(form)
  if (template === undefined) throw new Error(`The form ${form} of a diploma is not kept`)
  return Buffer.from(fillTemplate(template, [...written(said).inJson, toBase58(signature)]), 'latin1').toString('utf8')
}
