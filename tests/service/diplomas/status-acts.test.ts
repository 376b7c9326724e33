// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StatusAct, StatusReason } from '#domain/credential/index.ts'
import type { Verdict } from '#domain/verification/index.ts'
import { diplomas } from '#service/adapters/diploma-store/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import { competences, tableStatusActs } from '#service/adapters/status-store/index.ts'
import { rotateKey } from '#service/use-cases/issuing/index.ts'
import { statusUseCases } from '#service/use-cases/status/index.ts'
import { confirmAtOnce, publishedLists } from '#tests/service/issuing/published-lists.ts'
import { eachDatabase } from '#tests/service/issuing/support.ts'
import { openDecidedSessions, ORIGIN, versailles as academy } from './decided-session.ts'
import type { DecidedSessions } from './decided-session.ts'
import { lineOf, madeUpLines } from './lines.ts'

// A thousand acts, real nodes, threads and databases: on a busy machine this may take minutes.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 240_000 })

/** PGlite serves one statement after the other: in PostgreSQL alone a thousand meet at once. */
const manyIn = (database: string) => (database === 'PostgreSQL' ? 1_000 : 100)
const SIXTY_YEARS = 60 * 31_557_600
const SESSION = 'july'
const UAI = lineOf(1).result.school.uai

/** Two officers of the academy, who say which one by its name or by its code; the head of the school of origin. */
const officer = { id: 'person-officer', school: null, academy: 'Versailles' }
const other = { id: 'person-other-officer', school: null, academy: '25' }
const head = { id: 'person-head', school: 'school-origin', academy: null }
const strangers = [{ id: 'x', school: null, academy: 'Paris' }, { id: 'x', school: 'school-elsewhere', academy: null }, { id: 'x', school: null, academy: null }]

for (const { name, open } of eachDatabase) {
  describe(`what two persons do to a diploma, kept in ${name}`, () => {
    const MANY = manyIn(name)
    let world: DecidedSessions
    let [first, second, third] = ['', '', '']
    const acts = () => statusUseCases({
      acts: tableStatusActs(world.database.db.withTables<IssuingTables>(), [competences(), diplomas()]),
      fileOf: ({ id }) => world.bundleOf(id), edge: { now: () => new Date(), uuid: randomUUID },
    })
    const { saidOf, digestsOf } = publishedLists(() => world.needs, ORIGIN)
    const change = async (credential: string, act: StatusAct, reason: StatusReason) =>
      acts().decideAct(other, await acts().proposeAct(officer, { credential, act, reason }), 'confirmed')
    const placesOf = async (ids: string[]) => {
      const { rows } = await sql<{ list: string; position: number; state: string }>`select list, position, state from status_indexes
        where record_key in (${sql.join(ids.map(id => `diploma:${id}`))})`.execute(world.database.db)
      return rows
    }
    const statusIn = ({ outcome, checks }: Verdict) => [outcome, checks.find(check => check.name === 'status')?.reason]

    beforeAll(async () => {
      const database = await open()
      await sql`insert into schools (id, slug, name, uai, academy) values ('school-origin', 'origin', 'Lycée d’origine', ${UAI}, 'Versailles'),
        ('school-elsewhere', 'elsewhere', 'Lycée d’ailleurs', '0750001A', 'Versailles')`.execute(database.db)
      world = await openDecidedSessions(database)
      await world.issue(madeUpLines(MANY + 20), SESSION)
      ;[first, second, third] = [await world.idOf(SESSION, 6), await world.idOf(SESSION, 7), await world.idOf(SESSION, 8)]
    })
    afterAll(() => world?.close())

    it('is found by its number, by its line, or by name and birth date, by those who govern it and by nobody else', async () => {
      const { result: { familyName, birthDate } } = lineOf(7)
      for (const who of [officer, other, head]) {
        expect((await acts().findCredential(who, first)).credential).toMatchObject({ id: first, kind: 'diploma', holder: `Zoé ${familyName}`, state: 'valid', school: academy.name, suspendable: true })
        expect((await acts().searchDiplomas(who, { session: '2026-07', line: '7' })).map(({ id }) => id)).toEqual([first])
        expect((await acts().searchDiplomas(who, { session: '2026-07', familyName: familyName.toLowerCase(), birthDate })).map(({ id }) => id)).toEqual([first])
        // Of two of one name, each says who they are.
        const { birthPlace, school } = lineOf(7).result
        expect((await acts().searchDiplomas(who, { session: '2026-07', familyName, birthDate }))[0]!.told).toEqual({ birthDate, birthPlace, schooledAt: school.name })
        expect(await acts().searchDiplomas(who, { session: '2026-06', line: '7' })).toEqual([])
        expect(await acts().searchDiplomas(who, { session: '2026-07', familyName, birthDate: '2008-12-31' })).toEqual([])
      }
      for (const stranger of strangers) {
        await expect(acts().findCredential(stranger, first)).rejects.toMatchObject({ code: 'ERR_CREDENTIAL_UNKNOWN' })
        expect(await acts().searchDiplomas(stranger, { session: '2026-07', line: '7' })).toEqual([])
      }
    })

    it('is found by its line by every academy, of thirty that decided on sessions of one month', async () => {
      const codes = Array.from({ length: 30 }, (_, n) => `elsewhere-${n}`)
      await world.database.runScript(codes.map(code => `
        insert into issuing_sessions (id, issuer, session, academy, state, key_sealed, valid_from, deliberation, resumed_at, created_at)
          select '${code}', issuer, session, '${code}', state, key_sealed, valid_from, deliberation, resumed_at, created_at from issuing_sessions where id = '${SESSION}';
        insert into diplomas select '${code}', place, record_key, gen_random_uuid(), form, texts, signature, digest, leaf, salt
          from diplomas where session = '${SESSION}' and place = 6`).join(';'))
      for (const code of [...codes, 'Versailles']) {
        const session = code === 'Versailles' ? SESSION : code
        const found = await acts().searchDiplomas({ id: 'x', school: null, academy: code }, { session: '2026-07', line: '7' })
        expect(found.map(({ id }) => id), code).toEqual([await world.idOf(session, 6)])
      }
      await world.database.runScript(`delete from diplomas where session like 'elsewhere-%'; delete from issuing_sessions where id like 'elsewhere-%'`)
    })

    it('has no place in the table before the first act about it; then the place its own text names', async () => {
      expect(await placesOf([first, second])).toEqual([])
      const act = await acts().proposeAct(head, { credential: second, act: 'revoke', reason: 'fraud' })
      const [place, ...more] = await placesOf([first, second])
      const [revocations] = (JSON.parse(await world.bundleOf(second)) as { credential: { credentialStatus: { id: string }[] } }).credential.credentialStatus
      expect([`${ORIGIN}/status/${place?.list}#${place?.position}`, place?.state, more]).toEqual([revocations!.id, 'valid', []])
      for (const stranger of strangers) {
        expect(await acts().listWaitingActs(stranger)).toEqual([])
        await expect(acts().decideAct(stranger, act, 'confirmed')).rejects.toMatchObject({ code: 'ERR_STATUS_ACT_UNKNOWN' })
      }
      for (const who of [officer, head]) expect((await acts().listWaitingActs(who)).map(({ id }) => id)).toEqual([act])
      await acts().decideAct(other, act, 'set-aside')
    })

    it('is the academy’s act: the head of the school of origin proposes, an officer confirms, and never who proposed', async () => {
      const act = await acts().proposeAct(officer, { credential: second, act: 'suspend', reason: 'inquiry' })
      await expect(acts().decideAct(officer, act, 'confirmed')).rejects.toMatchObject({ code: 'ERR_STATUS_SAME_PERSON' })
      await expect(acts().decideAct(head, act, 'confirmed')).rejects.toMatchObject({ code: 'ERR_STATUS_ACADEMY_CONFIRMS' })
      expect((await placesOf([second]))[0]?.state).toBe('valid')
      await acts().decideAct(other, act, 'set-aside')
    })

    it('is suspended, restored, then revoked for ever: both forms of the list and every verdict say so', async () => {
      const text = await world.bundleOf(first)
      expect(statusIn(await world.verdictOn(text))).toEqual(['valid', 'not-revoked'])
      for (const [act, reason, said, verdict] of [
        ['suspend', 'inquiry', 2, ['not-valid', 'suspended']], ['restore', 'inquiry-closed', 0, ['valid', 'not-revoked']], ['revoke', 'fraud', 1, ['not-valid', 'revoked']],
      ] as const) {
        await change(first, act, reason)
        await world.settled()
        const [{ list, position } = { list: '', position: -1 }] = await placesOf([first])
        expect(await saidOf(list, [position])).toEqual([{ bitstrings: said, token: said }])
        expect(statusIn(await world.verdictOn(text))).toEqual(verdict)
      }
      await expect(change(first, 'restore', 'court-decision')).rejects.toMatchObject({ code: 'ERR_STATUS_CHANGE' })
      expect((await acts().findCredential(officer, first)).history.map(({ act }) => act)).toEqual(['suspend', 'restore', 'revoke'])
    })

    it('takes no correction before a corrected line was decided on', async () => {
      await expect(acts().proposeAct(officer, { credential: third, act: 'correct', reason: 'name-changed' })).rejects.toMatchObject({ code: 'ERR_DIPLOMA_NOT_CORRECTED' })
    })

    it('is handed over again: the same bytes, whatever became of its neighbours and of the academy’s key, and they hold', async () => {
      const before = await world.bundleOf(third)
      await world.until(() => rotateKey(world.needs)(academy.slug))
      await world.settled()
      const act = await acts().proposeAct(head, { credential: third, act: 'duplicate', reason: 'file-lost' })
      await expect(acts().readDuplicate(head, act)).rejects.toMatchObject({ code: 'ERR_STATUS_ACT_UNKNOWN' })
      await acts().decideAct(officer, act, 'confirmed')
      expect((await acts().readDuplicate(head, act)).text).toBe(before)
      expect((await acts().findCredential(officer, third)).credential).toMatchObject({ state: 'valid', duplicates: 1 })
      const { outcome, checks } = await world.verdictOn(before)
      expect([outcome, checks.filter(({ result }) => result !== 'passed')]).toEqual(['valid-when-issued', []])
      // Sixty years on, the accreditation over and the service gone: from the file and the ledger alone.
      const later = await world.verdictOn(before, { now: Math.ceil(Date.now() / 1000) + SIXTY_YEARS, away: true })
      expect([...statusIn(later), later.checks.filter(({ result }) => result === 'failed')]).toEqual(['valid-when-issued', 'status-not-known-since', []])
    })

    it(`loses none of ${MANY} revocations confirmed at once on one list: both forms agree, and the ledger holds their digests`, async () => {
      const ids = (await sql<{ id: string }>`select id from diplomas where session = ${SESSION} and place >= 10 and place < ${10 + MANY}`.execute(world.database.db)).rows.map(({ id }) => id)
      const proposed: string[] = []
      for (const credential of ids) proposed.push(await acts().proposeAct(officer, { credential, act: 'revoke', reason: 'issued-in-error' }))
      const places = await placesOf(ids)
      const [list = ''] = places.map(place => place.list)
      expect([places.length, places.every(place => place.list === list)]).toEqual([MANY, true])
      await confirmAtOnce(proposed, other, acts(), world.round)
      await world.settled()
      expect((await placesOf(ids)).filter(({ state }) => state === 'revoked')).toHaveLength(MANY)
      const [spared] = await placesOf([third])
      const said = await saidOf(list, [...places.map(({ position }) => position), spared!.position])
      expect(said.slice(0, MANY).every(({ bitstrings, token }) => bitstrings === 1 && token === 1)).toBe(true)
      expect(said.at(-1)).toEqual({ bitstrings: 0, token: 0 })
      for (const { form, published, onLedger } of await digestsOf(list, academy)) expect(onLedger, form).toBe(published)
    })
  })
}
