// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { handedOver, issuingRound, listCredentials, readBundle } from '#service/use-cases/issuing/index.ts'
import { confirmAtOnce, publishedLists } from './published-lists.ts'
import { learner, school, settle, validate } from './school.ts'
import { sharedOn } from './shared.ts'
import { eachDatabase } from './support.ts'
import { change, credentialOf, head, officer, statusOf } from './two-persons.ts'

// A thousand credentials, real nodes and databases: on a busy machine this may take minutes.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 })

/** PGlite serves one statement after the other: in PostgreSQL alone a thousand meet at once. */
const manyIn = (database: string) => (database === 'PostgreSQL' ? 1_000 : 100)

for (const { name, open } of eachDatabase) {
  describe(`what two persons do to a credential, kept in ${name}`, () => {
    const MANY = manyIn(name)
    let database: Database
    let ledger: EmbeddedLedger
    let folder: string
    let made: Awaited<ReturnType<typeof issuingNeeds>>
    let round: () => Promise<boolean>
    const db = () => database.db.withTables<IssuingTables>()

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'compagnon-status-'))
      ;[database, ledger] = await Promise.all([open(), startEmbeddedLedger(folder)])
      await settle(database)
      made = await issuingNeeds(sharedOn(database, ledger, folder))
      round = issuingRound(made.needs, { ledgerAnswers: true, registered: false, lastError: null })
    })
    afterAll(async () => {
      made.close()
      await ledger.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    })

    const until = async <T>(look: () => Promise<T | null | undefined | false>): Promise<T> => {
      for (let n = 0; n < 600; n++) {
        const busy = await round()
        const found = await look()
        if (found) return found
        if (!busy || n > 30) await new Promise(resolve => setTimeout(resolve, 100))
      }
      throw new Error('never came to be')
    }
    const signed = (attempt: string) => until(async () =>
      (await db().selectFrom('credentials').select('signed').where('record_key', '=', attempt).executeTakeFirst())?.signed)
    const settled = () => until(async () => !(await made.needs.statuses.unanchored()).length && !(await made.needs.store.hasWork(new Date())))
    const placeOf = (attempt: string) => db().selectFrom('status_indexes').selectAll().where('record_key', '=', attempt).executeTakeFirstOrThrow()
    const acts = () => statusOf(database)
    const { listsOf, saidOf, digestsOf } = publishedLists(() => made.needs, 'http://localhost:3999')

    it('is suspended, restored, then revoked for ever; both forms say so each time, and an outside library agrees', async () => {
      const attempt = await validate(database)
      await signed(attempt)
      const { list, position } = await placeOf(attempt)
      const credential = JSON.parse((await db().selectFrom('credentials').select('signed').where('record_key', '=', attempt).executeTakeFirstOrThrow()).signed ?? '') as JsonObject
      const outside = async () => {
        const { revocation, suspension } = await listsOf(list)
        const documentLoader = async (url: string) => ({ documentUrl: url, document: url.endsWith('/suspension') ? suspension : revocation, contextUrl: null })
        const { results, error } = await checkStatus({ credential, documentLoader, verifyBitstringStatusListCredential: false })
        if (!results) throw error ?? new Error('no answer')
        return results.every(({ status }) => !status)
      }
      for (const [act, reason, said] of [['suspend', 'inquiry', 2], ['restore', 'inquiry-closed', 0], ['revoke', 'fraud', 1]] as const) {
        await change(database, attempt, act, reason)
        await settled()
        expect(await saidOf(list, [position])).toEqual([{ bitstrings: said, token: said }])
        expect(await outside()).toBe(said === 0)
      }
      // What did not change was not signed, nor paid for, again: two suspensions' worth of lists, one of revocations.
      const forms = await db().selectFrom('status_publications').select('form').where('list', '=', list).where('version', '>', 0).orderBy('form').execute()
      expect(forms.map(({ form }) => form)).toEqual(['revocation', 'suspension', 'suspension', 'token', 'token', 'token'])
      for (const act of ['restore', 'suspend', 'revoke'] as const) {
        await expect(change(database, attempt, act, 'court-decision')).rejects.toMatchObject({ code: 'ERR_STATUS_CHANGE', values: { act, state: 'revoked' } })
      }
      const { credential: found, history } = await acts().findCredential(head, await credentialOf(database, attempt))
      expect(found.state).toBe('revoked')
      expect(history.map(({ act, reason, proposedBy, decision }) => [act, reason, proposedBy.id, decision?.taken, decision?.by.id])).toEqual([
        ['suspend', 'inquiry', head.id, 'confirmed', officer.id], ['restore', 'inquiry-closed', head.id, 'confirmed', officer.id],
        ['revoke', 'fraud', head.id, 'confirmed', officer.id],
      ])
    })

    it('takes two persons: whoever proposed never confirms, not even in the table itself', async () => {
      const attempt = await validate(database)
      await signed(attempt)
      const credential = await credentialOf(database, attempt)
      const act = await acts().proposeAct(head, { credential, act: 'revoke', reason: 'fraud' })
      await expect(acts().decideAct(head, act, 'confirmed')).rejects.toMatchObject({ code: 'ERR_STATUS_SAME_PERSON' })
      await expect(sql`update status_acts set decision = 'confirmed', decided_by = ${head.id}, decided_at = now() where id = ${act}`.execute(database.db)).rejects.toThrow()
      expect((await placeOf(attempt)).state).toBe('valid')
      await expect(acts().proposeAct(officer, { credential, act: 'suspend', reason: 'inquiry' })).rejects.toMatchObject({ code: 'ERR_STATUS_ACT_WAITING' })
      expect((await acts().listWaitingActs(officer)).map(({ id }) => id)).toEqual([act])
      await acts().decideAct(head, act, 'set-aside')
      await expect(acts().decideAct(officer, act, 'confirmed')).rejects.toMatchObject({ code: 'ERR_STATUS_ACT_DECIDED' })
      expect((await placeOf(attempt)).state).toBe('valid')
      expect(await acts().listWaitingActs(officer)).toEqual([])
    })

    it('is for those who govern its school only, and answers the others as if it were not there', async () => {
      const attempt = await validate(database)
      await signed(attempt)
      const credential = await credentialOf(database, attempt)
      const act = await acts().proposeAct(head, { credential, act: 'revoke', reason: 'fraud' })
      for (const stranger of [{ id: 'x', school: 'another', academy: null }, { id: 'x', school: null, academy: 'Another' }, { id: 'x', school: null, academy: null }]) {
        await expect(acts().findCredential(stranger, credential)).rejects.toMatchObject({ code: 'ERR_CREDENTIAL_UNKNOWN' })
        await expect(acts().decideAct(stranger, act, 'confirmed')).rejects.toMatchObject({ code: 'ERR_STATUS_ACT_UNKNOWN' })
        expect(await acts().listWaitingActs(stranger)).toEqual([])
      }
      await acts().decideAct(officer, act, 'set-aside')
    })

    it('is corrected: another made from the register as it stands takes its place, both sides know, and the wallet shows it', async () => {
      const attempt = await validate(database)
      await signed(attempt)
      const former = await credentialOf(database, attempt)
      await database.db.updateTable('people').set({ display_name: 'Zoé Dubosc' }).where('id', '=', learner.id).execute()
      await change(database, attempt, 'correct', 'name-changed')
      const next = await until(async () => (await acts().findCredential(head, former)).credential.replacedBy)
      await signed(String((await db().selectFrom('credentials').select('record_key').where('id', '=', next).executeTakeFirstOrThrow()).record_key))
      const texts = await Promise.all([former, next].map(async id => (await db().selectFrom('credentials').select('signed').where('id', '=', id).executeTakeFirstOrThrow()).signed))
      expect(texts.map(text => text?.includes('"identityHash":"Zoé Dubosc"'))).toEqual([false, true])
      expect((await acts().findCredential(head, next)).credential).toMatchObject({ state: 'valid', replaces: former, replacedBy: null })
      expect((await acts().findCredential(head, former)).credential).toMatchObject({ state: 'revoked', replacedBy: next })
      const held = (await listCredentials(made.needs)(learner.id)).map(({ id }) => id)
      expect([held.includes(next), held.includes(former)]).toEqual([true, false])
      await settled()
      const { list, position } = await placeOf(attempt)
      expect(await saidOf(list, [position])).toEqual([{ bitstrings: 1, token: 1 }])
      await expect(change(database, attempt, 'correct', 'name-changed')).rejects.toMatchObject({ code: 'ERR_STATUS_CHANGE' })
    })

    it('is handed over again, the same bytes, to one of two persons, and counted', async () => {
      const attempt = await validate(database)
      await signed(attempt)
      const credential = await credentialOf(database, attempt)
      const own = await until(() => readBundle(made.needs)(learner.id, credential).catch(() => null))
      const useCases = statusOf(database, ({ id }) => handedOver(made.needs, id, () => true))
      for (let times = 1; times <= 2; times++) {
        const act = await useCases.proposeAct(head, { credential, act: 'duplicate', reason: 'file-lost' })
        await expect(useCases.readDuplicate(head, act)).rejects.toMatchObject({ code: 'ERR_STATUS_ACT_UNKNOWN' })
        await useCases.decideAct(officer, act, 'confirmed')
        for (const person of [head, officer]) expect((await useCases.readDuplicate(person, act)).text).toBe(own)
        await expect(useCases.readDuplicate({ ...head, id: 'person-third' }, act)).rejects.toMatchObject({ code: 'ERR_STATUS_ACT_UNKNOWN' })
        expect((await useCases.findCredential(head, credential)).credential).toMatchObject({ state: 'valid', duplicates: times })
      }
    })

    it('is published again before its token ends, and not before', async () => {
      await settled()
      const { list } = await db().selectFrom('status_indexes').select('list').limit(1).executeTakeFirstOrThrow()
      const before = await made.needs.statuses.edition(list)
      await round()
      expect(await made.needs.statuses.edition(list)).toEqual(before)
      await db().updateTable('status_publications').set({ expires_at: new Date(Date.now() + 3600_000) }).where('list', '=', list).execute()
      await settled()
      expect(await made.needs.statuses.edition(list)).toMatchObject({ version: before?.version, turn: (before?.turn ?? 0) + 1 })
    })

    it(`loses none of ${MANY} revocations confirmed at once on one list: both forms agree, and the ledger holds their digests`, async () => {
      const attempts: string[] = []
      for (let n = 0; n < MANY; n++) attempts.push(await validate(database))
      await until(async () => !(await db().selectFrom('credentials').select('id').where('signed', 'is', null).execute()).length
        && !(await made.needs.store.ordersWaiting(1)).length)
      const spared = await validate(database)
      await signed(spared)
      const proposed = await Promise.all(attempts.map(async attempt =>
        acts().proposeAct(head, { credential: await credentialOf(database, attempt), act: 'revoke', reason: 'issued-in-error' })))
      const places = await db().selectFrom('status_indexes').select(['list', 'position']).where('record_key', 'in', attempts).execute()
      const [list = ''] = [...new Set(places.map(place => place.list))]
      expect(places.every(place => place.list === list)).toBe(true)
      await confirmAtOnce(proposed, officer, acts(), round)
      await settled()

      const [{ revoked = 0 } = {}] = (await sql<{ revoked: number }>`select count(*)::int as revoked from status_indexes where list = ${list} and state = 'revoked' and record_key in (${sql.join(attempts)})`.execute(database.db)).rows
      expect(revoked).toBe(MANY)
      const said = await saidOf(list, [...places.map(({ position }) => position), (await placeOf(spared)).position])
      expect(said.slice(0, MANY).every(({ bitstrings, token }) => bitstrings === 1 && token === 1)).toBe(true)
      expect(said.at(-1)).toEqual({ bitstrings: 0, token: 0 })
      for (const { form, published, onLedger } of await digestsOf(list, school)) expect(onLedger, form).toBe(published)
    })
  })
}
