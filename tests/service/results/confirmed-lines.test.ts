// SPDX-License-Identifier: EUPL-1.2
// What counts of a session, stretch by stretch, and how many lines the database goes through for it.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOfLine, textOfLine, type FileKind, type KeptResult } from '#domain/credential/diploma/index.ts'
import { migrate, readMigrations, type Database } from '#service/adapters/database/index.ts'
import { confirmedResults } from '#service/adapters/diploma-lines/index.ts'
import { resultsKeys, tableResults, type ResultsDb, type ResultsTables } from '#service/adapters/results-store/index.ts'
import type { FileEnd, LinePlace, ResultsStore } from '#service/use-cases/results/ports.ts'
import { databaseKinds } from '#tests/support/postgres.ts'
import { ACADEMY } from '#tests/support/results-file.ts'

const now = new Date('2026-07-01T08:00:00Z')
const [LONG, SHORT, CORRECTED] = [6_000, 120, 40]
const SPAN = 200
const ADDED = 300

/** The result of the n-th person: one in four is refused. */
const resultOf = (n: number, session: string, average = 12): KeptResult => ({
  candidate: `candidate ${n}`, familyName: 'Lefèvre', givenNames: ['Chloé'], birthDate: '2008-07-14', birthPlace: 'Paris',
  school: { uai: '0690001A', name: 'Lycée Louise-Michel' }, diploma: 'PROJET-BCP-MELEC', speciality: null, average, mention: 'none',
  decision: n % 4 === 0 ? 'refused' : 'admitted', session, academy: ACADEMY,
} as unknown as KeptResult)

describe.each(databaseKinds)('confirmed lines, on $name', ({ open }) => {
  let database: Database
  let db: ResultsDb
  let store: ResultsStore
  const keys = resultsKeys(new Uint8Array(32).fill(7))

  beforeAll(async () => {
    database = await open()
    await migrate(database, await readMigrations())
    // Nothing is known of the tables before a test has the database look at them.
    if (database.kind === 'postgres') await sql`alter table result_lines set (autovacuum_enabled = false)`.execute(database.db)
    await database.db.insertInto('people').values({ id: 'officer', issuer: 'i', subject: 'officer', display_name: 'officer', roles: ['academy'], school: null }).execute()
    db = database.db.withTables<ResultsTables>()
    store = tableResults(db, keys)
    for (const session of ['2030-06', '2031-06']) {
      await store.openSession({ id: session, session, academy: ACADEMY, openedBy: 'officer', openedAt: now })
      await confirm(session, 'results', Array.from({ length: session === '2030-06' ? LONG : SHORT }, (_, n) => resultOf(n, session)))
    }
  })
  afterAll(() => database?.close())

  /** A file with the n-th of these on line 3 n + 2: the lines between are at fault. Gives its id. */
  async function receive(results: string, kind: FileKind, of: KeptResult[]): Promise<string> {
    const id = `${kind} of ${results}`
    await store.begin({ id, results, name: null, kind, format: 'csv', by: 'officer', at: now })
    const lines = of.map((kept, n) => ({ line: 3 * n + 2, kept, text: textOfLine(kept), digest: digestOfLine(textOfLine(kept)) }))
    for (let at = 0; at < lines.length; at += 1_000) await store.keep(id, lines.slice(at, at + 1_000), [], now)
    return id
  }
  // Said to be short: a long file has the database look at its lines, and here it is to know nothing of them.
  const END: FileEnd = { encoding: 'utf-8', separator: ';', bytes: 1, lines: 1, emptyLines: 0 }

  async function confirm(results: string, kind: FileKind, of: KeptResult[]): Promise<void> {
    const id = await receive(results, kind, of)
    await store.finish(id, END)
    expect(await store.confirm({ file: id, by: 'officer', at: now })).toBe('confirmed')
  }

  async function everyLine(results: string, span: number) {
    const all: (readonly [position: number, line: number, average: number])[] = []
    for (let place: LinePlace | null = null; ;) {
      const { lines, upTo } = await store.confirmedLines(results, place, span)
      all.push(...lines.map(({ position, line, result }) => [position, line, Number(result.average)] as const))
      if (upTo === null) return all
      place = upTo
    }
  }

  /** How many lines of results the database goes through for this, as it counts them itself. */
  const goneThroughFor = (act: (store: ResultsStore) => Promise<unknown>) => db.transaction().execute(async (turn) => {
    const before = await counted(turn)
    await act(tableResults(turn, keys))
    return (await counted(turn)) - before
  })
  const goneThrough = (results: string, after: LinePlace | null) => goneThroughFor((one) => one.confirmedLines(results, after, SPAN))
  const counted = async (turn: ResultsDb) => {
    const { rows } = await sql<{ lines: number }>`select (seq_tup_read + idx_tup_fetch)::float8 as lines
      from pg_stat_xact_user_tables where relname = 'result_lines'`.execute(turn)
    return rows[0]!.lines
  }
  const places: Record<string, LinePlace | null> = { beginning: null, middle: { position: 1, line: 3 * LONG / 2 }, end: { position: 1, line: 3 * (LONG - SPAN) } }

  it('are each given once and in their order, whatever the length of a stretch', async () => {
    const whole = await everyLine('2031-06', 1_000_000)
    expect(whole.map(([, line]) => line)).toEqual(Array.from({ length: SHORT }, (_, n) => 3 * n + 2))
    for (const span of [1, SPAN]) expect(await everyLine('2031-06', span)).toEqual(whole)
  })

  it('cost the lines of their stretch and no others, wherever it begins and however many there are', async () => {
    for (const known of ['nothing', 'everything']) {
      if (known === 'everything') await sql`analyze`.execute(database.db)
      for (const [name, after] of Object.entries(places)) {
        const few = await goneThrough('2030-06', after)
        expect(few, `${name}, ${known} known of the tables`).toBeGreaterThan(0)
        expect(few, `${name}, ${known} known of the tables`).toBeLessThanOrEqual(SPAN + 1)
      }
    }
  })

  it('give a correction in its place and not what it corrects, and still cost the same wherever they begin', async () => {
    const corrected = Array.from({ length: CORRECTED }, (_, n) => n * 100)
    await confirm('2030-06', 'corrections', corrected.map((n) => resultOf(n, '2030-06', 15)))
    const all = await everyLine('2030-06', SPAN)
    expect(all).toHaveLength(LONG)
    expect(all.filter(([position]) => position === 2)).toEqual(corrected.map((_, n) => [2, 3 * n + 2, 15]))
    expect(all.filter(([position, line]) => position === 1 && corrected.includes((line - 2) / 3))).toEqual([])
    for (const [name, after] of Object.entries(places)) {
      // Each line is looked for once more, among those that came later.
      expect(await goneThrough('2030-06', after), name).toBeLessThanOrEqual(2 * SPAN + CORRECTED)
    }
  })

  it('are looked through for the doubles of a later file once for each of its lines, and not once more for each other', async () => {
    await sql`analyze`.execute(database.db)
    const id = await receive('2030-06', 'additions', Array.from({ length: ADDED }, (_, n) => resultOf(n < 5 ? n : LONG + n, '2030-06')))
    expect(await goneThroughFor(async (one) => { expect(await one.finish(id, END)).toMatchObject({ sound: ADDED - 5, faulty: 5 }) })).toBeLessThan(20 * ADDED + LONG)
  })

  it('are put together to as many admitted ones as are asked for, to the last', async () => {
    const lines = confirmedResults((...asked) => store.confirmedLines(...asked))
    const taken: string[] = []
    for (let key: string | null = null; ;) {
      const part = await lines.after('2031-06', key, 25)
      taken.push(...part.map((one) => one.key))
      if (part.length < 25) break
      key = part.at(-1)!.key
    }
    const admitted = Array.from({ length: SHORT }, (_, n) => n).filter((n) => n % 4 !== 0)
    expect(taken).toEqual(admitted.map((n) => `1:${3 * n + 2}`))
  })
})
