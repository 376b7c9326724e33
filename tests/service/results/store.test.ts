// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOfResults, type FileKind } from '#domain/credential/diploma/index.ts'
import { migrate, readMigrations, type Database } from '#service/adapters/database/index.ts'
import { fileReader, knownRegisters } from '#service/adapters/results-file/index.ts'
import { resultsKeys, tableResults, type ResultsTables } from '#service/adapters/results-store/index.ts'
import { resultsUseCases } from '#service/use-cases/results/index.ts'
import type { ConfirmedLine, LinePlace, Officer, ResultsNeeds } from '#service/use-cases/results/ports.ts'
import { databaseKinds } from '#tests/support/postgres.ts'
import { ACADEMY, csvOf, soundLine } from '#tests/support/results-file.ts'

const officer: Officer = { id: 'officer', academy: 'Lyon' }
const colleague = { id: 'other', academy: ACADEMY }
const soon = new Date('2026-07-01T08:00:00Z')

describe.each(databaseKinds)('results of juries, on $name', ({ open }) => {
  let database: Database
  let needs: ResultsNeeds
  let use: ReturnType<typeof resultsUseCases>
  const keys = resultsKeys(new Uint8Array(32).fill(7))

  beforeAll(async () => {
    database = await open()
    await migrate(database, await readMigrations())
    for (const id of ['officer', 'other']) {
      await database.db.insertInto('people').values({ id, issuer: 'i', subject: id, display_name: id, roles: ['academy'], school: null }).execute()
    }
    needs = {
      store: tableResults(database.db.withTables<ResultsTables>(), keys), registers: knownRegisters(), candidateOf: keys.candidateOf,
      reader: fileReader(1_000_000), edge: { now: () => soon, uuid: randomUUID },
    }
    use = resultsUseCases(needs)
  })
  afterAll(() => database?.close())

  let month = 0
  /** A session that no other test has. */
  const fresh = async () => {
    const session = `20${30 + month++}-06`
    return { session, ...await use.openResults(officer, session, ACADEMY).then(({ id }) => ({ id })) }
  }
  const upload = (id: string, text: string, kind: FileKind = 'results', who = officer) =>
    use.uploadFile(who, id, { kind, format: 'csv', bytes: piecesOf(text) })
  const lines = (session: string, ...of: number[]) => of.map((n) => ({ ...soundLine(n), session }))
  const count = async (table: string) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(database.db)
    return rows[0]?.n
  }
  /** What counts of a session, from the first file to the last. */
  const current = async (id: string) => {
    const all: ConfirmedLine[] = []
    for (let place: LinePlace | null = null; ;) {
      const { lines: found, upTo } = await needs.store.confirmedLines(id, place, 100)
      all.push(...found)
      if (upTo === null) return all
      place = upTo
    }
  }

  it('keep no INE and no name in clear, and give a line back as it was', async () => {
    const { id, session } = await fresh()
    const file = await upload(id, csvOf(lines(session, 1)))
    await use.confirmFile(officer, file.id, { digest: file.digest, leaveOutFaulty: false })
    const { rows } = await sql<{ all: string }>`select string_agg(line::text, '') as all from result_lines as line`.execute(database.db)
    for (const secret of ['123456001AB', 'Lefèvre', 'Chloé', '2008', 'Louise']) expect(rows[0]?.all).not.toContain(secret)
    const [line] = await current(id)
    expect(line).toMatchObject({ key: `${file.id}:2`, position: 1, line: 2, result: {
      familyName: 'Lefèvre-N’Diaye', birthDate: '2008-07-14', average: 14.25, mention: 'bien', decision: 'admitted', session,
    } })
    expect(JSON.stringify(line)).not.toContain('123456001AB')
  })

  it('count each fault, say where it is first, and page through all', async () => {
    const { id, session } = await fresh()
    const bad = lines(session, 1, 2, 3, 4).map((line, n) => (n < 3 ? { ...line, schoolUai: '0690001Z', mention: 'Génial' } : line))
    const file = await upload(id, csvOf(bad))
    expect(file).toMatchObject({ state: 'checked', lines: 4, sound: 1, admitted: 1, faulty: 3, encoding: 'utf-8', separator: ';' })
    const { counts } = await use.readReport(officer, file.id)
    expect(counts).toEqual([
      { code: 'mention-unknown', cell: 'mention', count: 3, lines: [2, 3, 4] },
      { code: 'uai-letter', cell: 'schoolUai', count: 3, lines: [2, 3, 4] },
    ])
    const first = await use.listFaults(officer, file.id, null, 4)
    const second = await use.listFaults(officer, file.id, first.at(-1) ?? null, 4)
    expect([...first, ...second].map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 mention-unknown', '2 uai-letter', '3 mention-unknown', '3 uai-letter', '4 mention-unknown', '4 uai-letter',
    ])
  })

  it('take the second line of one person out of a file', async () => {
    const { id, session } = await fresh()
    const file = await upload(id, csvOf(lines(session, 5, 6, 5)))
    expect(file).toMatchObject({ sound: 2, faulty: 1 })
    expect(await use.listFaults(officer, file.id, null, 9)).toEqual([{ line: 4, code: 'double-in-file', cell: 'ine' }])
  })

  it('know a person of an earlier file again, whichever officer confirmed it', async () => {
    const { id, session } = await fresh()
    const first = await upload(id, csvOf(lines(session, 1)))
    await use.confirmFile(officer, first.id, { digest: first.digest, leaveOutFaulty: false })
    const theirs = await use.openResults(colleague, session, ACADEMY)
    const again = await upload(theirs.id, csvOf(lines(session, 1, 2)), 'results', colleague)
    expect(await use.listFaults(colleague, again.id, null, 9)).toEqual([{ line: 2, code: 'double-earlier', cell: 'ine' }])
  })

  it('replace a line by its correction, and refuse a correction of nothing', async () => {
    const { id, session } = await fresh()
    const first = await upload(id, csvOf(lines(session, 1, 2)))
    await use.confirmFile(officer, first.id, { digest: first.digest, leaveOutFaulty: false })
    const [one, three] = lines(session, 1, 3)
    const corrections = await upload(id, csvOf([{ ...one, average: '16', mention: 'très bien' }, { ...three }]), 'corrections')
    expect(await use.listFaults(officer, corrections.id, null, 9)).toEqual([{ line: 3, code: 'nothing-to-correct', cell: 'ine' }])
    await use.confirmFile(officer, corrections.id, { digest: corrections.digest, leaveOutFaulty: true })
    expect((await current(id)).map(({ position, result }) => [position, result.average])).toEqual([[1, 14.25], [2, 16]])
    const [sheet] = (await use.listResults(officer)).filter((one) => one.id === id)
    expect(sheet).toMatchObject({ files: 2, confirmed: 2 })
  })

  it('digest what was confirmed as it is documented, and other results otherwise', async () => {
    const { id, session } = await fresh()
    const first = await upload(id, csvOf(lines(session, 1, 2)))
    const confirmed = await use.confirmFile(officer, first.id, { digest: first.digest, leaveOutFaulty: false })
    const { salt_sealed } = await database.db.withTables<ResultsTables>().selectFrom('result_sessions').select('salt_sealed').where('id', '=', id).executeTakeFirstOrThrow()
    const salt = Buffer.from(keys.sessionSeal.open(id, salt_sealed)).toString('hex')
    expect(confirmed.resultsDigest).toBe(digestOfResults({ session, academy: ACADEMY, salt, files: [{ kind: 'results', lines: 2, digest: first.digest }] }))
    const other = await upload(id, csvOf(lines(session, 3)), 'additions')
    expect(other.digest).not.toBe(first.digest)
    const more = await use.confirmFile(officer, other.id, { digest: other.digest, leaveOutFaulty: false })
    expect(more.resultsDigest).not.toBe(confirmed.resultsDigest)
  })

  it('never change once confirmed, and are erased once discarded', async () => {
    const { id, session } = await fresh()
    const file = await upload(id, csvOf(lines(session, 1)))
    await use.confirmFile(officer, file.id, { digest: file.digest, leaveOutFaulty: false })
    await expect(use.discardFile(officer, file.id)).rejects.toThrow('ERR_RESULTS_FILE_DECIDED')
    const db = database.db.withTables<ResultsTables>()
    await expect(db.updateTable('result_lines').set({ decision: 'refused' }).where('file', '=', file.id).execute()).rejects.toThrow('does not change')
    await expect(db.deleteFrom('result_lines').where('file', '=', file.id).execute()).rejects.toThrow('stays')
    await expect(db.updateTable('result_files').set({ sound: 9 }).where('id', '=', file.id).execute()).rejects.toThrow('does not change')
    await expect(needs.store.keep(file.id, [], [], soon)).rejects.toThrow('does not change')
    const [before] = [await count('result_lines')]
    const gone = await upload(id, csvOf(lines(session, 2)))
    expect(await use.discardFile(officer, gone.id)).toMatchObject({ state: 'discarded' })
    expect(await count('result_lines')).toBe(before)
    await expect(use.confirmFile(officer, gone.id, { digest: gone.digest, leaveOutFaulty: false })).rejects.toThrow('ERR_RESULTS_FILE_DECIDED')
  })

  it('let one of two files with the same person through, when both are confirmed at once', async () => {
    const { id, session } = await fresh()
    const [one, other] = [await upload(id, csvOf(lines(session, 1))), await upload(id, csvOf(lines(session, 1, 2)))]
    const ends = await Promise.allSettled([one, other].map(({ id: file, digest }) => use.confirmFile(officer, file, { digest, leaveOutFaulty: false })))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(String(ends.map((end) => (end.status === 'rejected' ? end.reason : '')).join(''))).toContain('ERR_RESULTS_OVERTAKEN')
  })

  it('confirm nothing that was not agreed to, and twice the same is once', async () => {
    const { id, session } = await fresh()
    const faulty = await upload(id, csvOf([...lines(session, 1), { ...soundLine(2), session, birthDate: '31/02/2008' }]))
    await expect(use.confirmFile(officer, faulty.id, { digest: faulty.digest, leaveOutFaulty: false })).rejects.toThrow('ERR_RESULTS_FAULTY_LINES')
    await expect(use.confirmFile(officer, faulty.id, { digest: `sha256:${'0'.repeat(64)}`, leaveOutFaulty: true })).rejects.toThrow('ERR_RESULTS_FILE_DECIDED')
    await expect(use.confirmFile({ id: 'other', academy: 'Paris' }, faulty.id, { digest: faulty.digest, leaveOutFaulty: true })).rejects.toThrow('ERR_RESULTS_FILE_UNKNOWN')
    const once = await use.confirmFile(officer, faulty.id, { digest: faulty.digest, leaveOutFaulty: true })
    expect(await use.confirmFile(officer, faulty.id, { digest: faulty.digest, leaveOutFaulty: true })).toEqual(once)
    const none = await upload(id, csvOf([{ ...soundLine(3), session: 'x' }]))
    await expect(use.confirmFile(officer, none.id, { digest: none.digest, leaveOutFaulty: true })).rejects.toThrow('ERR_RESULTS_NOTHING_SOUND')
  })

  it('leave nothing of a file that breaks off, or that a dead process left', async () => {
    const { id, session } = await fresh()
    const before = [await count('result_files'), await count('result_lines'), await count('result_faults')]
    const text = csvOf(lines(session, ...Array.from({ length: 2_500 }, (_, n) => n)))
    const broken = use.uploadFile(officer, id, { kind: 'results', format: 'csv', bytes: piecesOf(text, new Error('the line went dead')) })
    await expect(broken).rejects.toThrow('the line went dead')
    expect([await count('result_files'), await count('result_lines'), await count('result_faults')]).toEqual(before)

    await needs.store.begin({ id: 'left', results: id, name: null, kind: 'results', format: 'csv', by: 'officer', at: soon })
    await needs.store.keep('left', [], [{ line: 2, code: 'cells', cell: '' }], soon)
    expect(await needs.store.file('left')).toBeNull()
    expect(await needs.store.filesOf(id)).toEqual([])
    expect(await needs.store.forgetUnfinished(soon)).toBe(0)
    expect(await needs.store.forgetUnfinished(new Date(soon.getTime() + 1))).toBe(1)
    expect([await count('result_files'), await count('result_lines'), await count('result_faults')]).toEqual(before)
  })

  it('are shared by the officers of one academy, and are not there for anyone of another', async () => {
    const { id, session } = await fresh()
    expect((await use.openResults(colleague, session, ACADEMY)).id).toBe(id)
    const file = await upload(id, csvOf(lines(session, 1)))
    expect(await use.readReport(colleague, file.id)).toMatchObject({ file: { id: file.id } })
    expect((await use.listResults(colleague)).map((one) => one.id)).toContain(id)
    expect(use.listAcademies(officer)).toMatchObject([{ code: ACADEMY, name: 'Lyon' }])
    for (const stranger of [{ id: 'other', academy: 'Paris' }, { id: 'other' }, { id: 'officer', academy: '01' }]) {
      await expect(use.openResults(stranger, session, ACADEMY)).rejects.toThrow('ERR_RESULTS_ACADEMY_OTHER')
      await expect(use.readResults(stranger, id)).rejects.toThrow('ERR_RESULTS_SESSION_UNKNOWN')
      await expect(upload(id, csvOf(lines(session, 2)), 'results', stranger)).rejects.toThrow('ERR_RESULTS_SESSION_UNKNOWN')
      await expect(use.readReport(stranger, file.id)).rejects.toThrow('ERR_RESULTS_FILE_UNKNOWN')
      await expect(use.everyFault(stranger, file.id)).rejects.toThrow('ERR_RESULTS_FILE_UNKNOWN')
      await expect(use.discardFile(stranger, file.id)).rejects.toThrow('ERR_RESULTS_FILE_UNKNOWN')
      await expect(use.confirmFile(stranger, file.id, { digest: file.digest, leaveOutFaulty: false })).rejects.toThrow('ERR_RESULTS_FILE_UNKNOWN')
      expect((await use.listResults(stranger)).map((one) => one.id)).not.toContain(id)
    }
  })

  it('stay whole when the answer to the last statement of an upload is lost', async () => {
    const { id, session } = await fresh()
    const cut = resultsUseCases({ ...needs, store: { ...needs.store, finish: async (...said) => {
      await needs.store.finish(...said)
      throw new Error('the connection went dead')
    } } })
    await expect(cut.uploadFile(officer, id, { kind: 'results', format: 'csv', bytes: piecesOf(csvOf(lines(session, 1, 2, 3))) })).rejects.toThrow('went dead')
    const [file] = (await use.readResults(officer, id)).files
    expect(file).toMatchObject({ state: 'checked', sound: 3 })
    await expect(database.db.withTables<ResultsTables>().deleteFrom('result_lines').where('file', '=', file!.id).execute()).rejects.toThrow('stays')
    await use.confirmFile(officer, file!.id, { digest: file!.digest, leaveOutFaulty: false })
    expect(await current(id)).toHaveLength(3)
  })

  it('are not confirmed when lines of a checked file are gone, and can then still be discarded', async () => {
    const { id, session } = await fresh()
    const file = await upload(id, csvOf(lines(session, 1, 2)))
    const changed = (state: string) => sql`update result_files set state = ${state} where id = ${file.id}`.execute(database.db)
    await changed('discarded')
    await sql`delete from result_lines where file = ${file.id} and line = 2`.execute(database.db)
    await changed('checked')
    await expect(use.confirmFile(officer, file.id, { digest: file.digest, leaveOutFaulty: false })).rejects.toThrow('ERR_RESULTS_LINES_LOST')
    expect(await current(id)).toEqual([])
    expect(await use.discardFile(officer, file.id)).toMatchObject({ state: 'discarded' })
  })

  it('wait for a slow sender of whom pieces come, and tell one who was silent for too long', async () => {
    const { id, session } = await fresh()
    let now = soon
    const slow = resultsUseCases({ ...needs, edge: { ...needs.edge, now: () => now } })
    const text = Buffer.from(csvOf(lines(session, 1, 2, 3)))
    const meanwhile = (n: number) => slow.uploadFile(officer, id, { kind: 'results', format: 'csv', bytes: piecesOf(csvOf(lines(session, n))) })
    async function* sender(minutes: number, pieces: number) {
      for (let piece = 0; piece < pieces; piece++) {
        yield text.subarray(Math.floor(text.length * piece / pieces), Math.floor(text.length * (piece + 1) / pieces))
        now = new Date(now.getTime() + minutes * 60_000)
        await meanwhile(100 + piece)
      }
    }
    const send = (minutes: number, pieces: number) => slow.uploadFile(officer, id, { kind: 'results', format: 'csv', bytes: sender(minutes, pieces) })
    expect(await send(9, 4)).toMatchObject({ state: 'checked', sound: 3 })
    await expect(send(11, 2)).rejects.toMatchObject({ code: 'ERR_RESULTS_FILE_TAKEN_AWAY' })
    await expect(needs.store.keep('nowhere', [], [{ line: 2, code: 'cells', cell: '' }], soon)).rejects.toMatchObject({ code: 'ERR_RESULTS_FILE_TAKEN_AWAY' })
  })

  it('take two files at once and ask a third to wait', async () => {
    const { id, session } = await fresh()
    const release = Promise.withResolvers<void>()
    async function* held() { await release.promise; yield Buffer.from(csvOf(lines(session, 1))) }
    const first = [1, 2].map(() => use.uploadFile(officer, id, { kind: 'results', format: 'csv', bytes: held() }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await expect(upload(id, csvOf(lines(session, 3)))).rejects.toThrow('ERR_RESULTS_BUSY')
    release.resolve()
    await Promise.all(first)
    expect(await upload(id, csvOf(lines(session, 3)))).toMatchObject({ sound: 1 })
  })
})

/** A file as it comes over a line: small pieces, cut anywhere. */
async function* piecesOf(text: string, failure?: Error): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 1_013) yield bytes.subarray(at, at + 1_013)
  if (failure) throw failure
}

