// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '#domain/canonical.ts'
import { linkOf, nextChunk } from '#domain/evidence/chain.ts'
import type { Link } from '#domain/evidence/chain.ts'
import type { Chunk, RecordingHead } from '#domain/evidence/recording.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { expertPlay, shockPlay, timed } from '#tests/support/plays.ts'
import { databaseKinds } from '#tests/support/postgres.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService, Visitor } from '#tests/support/service.ts'

const scenario = 'consignation-armoire'

describe.each(databaseKinds)('the routes of evidence, on $name', ({ open }) => {
  let service: RunningService
  let database: Database
  let ines: Visitor
  let teacher: Visitor

  beforeAll(async () => {
    database = await open()
    service = await startService({ database })
    ines = await service.signIn('demo-ines')
    teacher = await service.signIn('demo-teacher')
  })
  // The service closes the database it is given, and with it the server below.
  afterAll(() => service?.close())

  const json = async <T>(answer: Promise<Response>) => {
    const response = await answer
    return { status: response.status, body: await response.json() as T }
  }
  const code = async (answer: Promise<Response>) => {
    const { status, body } = await json<{ code: string }>(answer)
    return `${status} ${body.code}`
  }

  async function begin(wish: Record<string, string> = {}, who = ines) {
    const { status, body } = await json<{ attempt: string; head: RecordingHead; headDigest: string }>(
      who.post('/api/attempts', { scenario, mode: 'assessed', ...wish }))
    expect(status).toBe(201)
    return body
  }

  function chunksOf(head: RecordingHead, gestures: Gesture[], size = 25): Chunk[] {
    const chunks: Chunk[] = []
    let last: Link | undefined
    // Sixty milliseconds apart: as fast as hands may be, and a whole play fits in what two clocks may differ by.
    const actions = timed(gestures, 60)
    for (let from = 0; from < actions.length; from += size) {
      chunks.push(nextChunk(head, last, actions.slice(from, from + size)))
      last = linkOf(chunks.at(-1) as Chunk, last)
    }
    return chunks
  }

  const send = (id: string, chunk: Chunk, head: RecordingHead, who = ines) =>
    who.post(`/api/attempts/${id}/chunks`, chunk.sequence === 0 ? { ...chunk, head } : chunk)
  const finish = (id: string, chunks: Chunk[], who = ines) => who.post(`/api/attempts/${id}/finish`,
    { chunks: chunks.length, last: chunks.length > 0 ? digestOf(chunks.at(-1)) : null })

  type Debrief = { debrief: { attempt: { id: string; status: string; assurance: string }; learner: unknown; trace: unknown[]
    results: { acquired: boolean; eliminated: string[]; competences: { result: string }[] }; credential: string | null } }

  async function playThrough(gestures?: Gesture[], wish: Record<string, string> = {}, who = ines) {
    const { attempt, head } = await begin(wish, who)
    const chunks = chunksOf(head, gestures ?? expertPlay(head.seed))
    for (const chunk of chunks) expect((await send(attempt, chunk, head, who)).status).toBe(201)
    return { attempt, head, chunks, ...await json<Debrief>(finish(attempt, chunks, who)) }
  }

  it('keep practice for its learner alone, past what hurts', async () => {
    const { attempt, status, body } = await playThrough([...shockPlay(), { name: 'close', target: 'door' }], { mode: 'practice' })
    expect(status).toBe(200)
    expect(body.debrief.trace).toHaveLength(3)
    expect(body.debrief.attempt.assurance).toBe('self')
    expect(await code(teacher.get(`/api/attempts/${attempt}`))).toBe('404 ERR_ATTEMPT_UNKNOWN')
  })

  it('take a perfect attempt from the first chunk to the issuing order', async () => {
    const { body: { session } } = await json<{ session: { id: string; code: string } }>(teacher.post('/api/sessions', { scenario }))
    const { attempt, head, chunks, status, body } = await playThrough(undefined, { sessionCode: session.code })
    expect(status).toBe(200)
    expect(head.assurance).toBe('supervised')
    expect(body.debrief.results).toMatchObject({ acquired: true, eliminated: [] })
    expect(body.debrief.results.competences.every(({ result }) => result === 'acquired')).toBe(true)
    expect(await json(finish(attempt, chunks))).toEqual({ status, body })

    const waiting = await json<{ pending: { attempt: string; learner: { displayName: string } }[] }>(teacher.get('/api/validations'))
    expect(waiting.body.pending.find((line) => line.attempt === attempt)).toMatchObject({
      learner: { displayName: 'Inès Moreau' }, acquired: true, eliminated: 0, assurance: 'supervised',
    })
    const seen = await json<Debrief>(teacher.get(`/api/attempts/${attempt}`))
    expect(seen.body.debrief).toEqual({ ...body.debrief, learner: { displayName: 'Inès Moreau' } })

    const decide = () => json(teacher.post(`/api/attempts/${attempt}/decision`, { decision: 'validated' }))
    expect(await Promise.all([decide(), decide(), decide()])).toEqual(Array(3).fill({ status: 200, body: { status: 'validated' } }))
    const { rows } = await sql<{ orders: number }>`select count(*)::int as orders from issuing_orders where attempt = ${attempt}`
      .execute(database.db)
    expect(rows).toEqual([{ orders: 1 }])
    await teacher.post(`/api/sessions/${session.id}/close`)
    expect(await code(ines.post('/api/attempts', { scenario, mode: 'assessed', sessionCode: session.code }))).toBe('409 ERR_SESSION_CLOSED')
  })

  it('keep what was acknowledged, and refuse each manipulation with its code', async () => {
    const other = await begin()
    const { attempt, head } = await begin()
    const chunks = chunksOf(head, expertPlay(head.seed))
    const [first, second, third] = chunks as [Chunk, Chunk, Chunk]
    expect((await send(attempt, first, head)).status).toBe(201)
    const again = await send(attempt, first, head)
    expect(again.status).toBe(200)
    const played = (change: Partial<RecordingHead>) => code(send(attempt, first, { ...head, ...change }))
    const altered = { ...first, actions: first.actions.slice(0, -1) }
    const hasty = { ...second, actions: second.actions.map((action) => ({ ...action, at: 3_000 })) }
    const unknown = { ...second, actions: [{ at: 2_000, name: 'teleport', target: 'q3' }] }
    const early = { ...second, actions: [{ at: 1, name: 'read', target: 'diagram' }] }
    const late = { ...second, actions: [{ at: 3_600_000, name: 'read', target: 'diagram' }] }
    expect(await code(send(attempt, altered, head))).toBe('409 ERR_CHUNK_ALTERED')
    expect(await code(send(attempt, third, head))).toBe('409 ERR_CHAIN_BROKEN')
    expect(await code(finish(attempt, []))).toBe('409 ERR_CHAIN_BROKEN')
    expect(await played({ seed: head.seed + 1 })).toBe('409 ERR_SEED_MISMATCH')
    expect(await played({ scenario: { ...head.scenario, digest: digestOf('other') } })).toBe('409 ERR_SCENARIO_DIGEST')
    expect(await played({ nonce: other.head.nonce })).toBe('409 ERR_NONCE_REUSED')
    expect(await played({ nonce: '0'.repeat(32) })).toBe('422 ERR_NONCE_UNKNOWN')
    expect(await code(send(attempt, unknown, head))).toBe('422 ERR_UNKNOWN_ACTION')
    expect(await code(send(attempt, early, head))).toBe('422 ERR_TIMING_IMPOSSIBLE')
    expect(await code(send(attempt, late, head))).toBe('422 ERR_TIMING_IMPOSSIBLE')
    expect(await code(send(attempt, hasty, head))).toBe('422 ERR_TIMING_IMPOSSIBLE')
    for (const chunk of chunks.slice(1)) expect((await send(attempt, chunk, head)).status).toBe(201)
    expect((await json<Debrief>(finish(attempt, chunks))).body.debrief.results.acquired).toBe(true)
    expect(await code(send(attempt, { ...third, sequence: chunks.length, previous: digestOf(chunks.at(-1)) }, head))).toBe('409 ERR_ATTEMPT_CLOSED')
  })

  it('acknowledge one of two chunks that race for one place', async () => {
    const { attempt, head } = await begin()
    const one = nextChunk(head, undefined, [{ at: 1, name: 'read', target: 'diagram' }])
    const other = nextChunk(head, undefined, [{ at: 2, name: 'open', target: 'door' }])
    const statuses = (await Promise.all([send(attempt, one, head), send(attempt, other, head), send(attempt, one, head)])).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    const { body } = await json<Debrief>(teacher.get(`/api/attempts/${attempt}`))
    expect(body.debrief.trace).toHaveLength(1)
  })

  it('let nobody change a chunk afterwards, not even in the database', async () => {
    await expect(database.runScript("update chunks set actions = '[]'")).rejects.toThrow(/does not change/)
  })

  it('assess an attempt that a fault ended, and show one that was left', async () => {
    const ended = await playThrough(shockPlay())
    expect(ended.body.debrief.results).toMatchObject({ acquired: false })
    expect(await code(teacher.post(`/api/attempts/${ended.attempt}/decision`, { decision: 'validated' }))).toBe('422 ERR_RESULT_NOT_ACQUIRED')
    expect(await json(teacher.post(`/api/attempts/${ended.attempt}/decision`, { decision: 'refused', reason: 'safety' })))
      .toEqual({ status: 200, body: { status: 'refused' } })
    const left = await begin()
    const { body } = await json<{ attempts: { id: string; status: string; acquired: boolean | null }[] }>(ines.get('/api/attempts'))
    expect(body.attempts.find(({ id }) => id === left.attempt)).toMatchObject({ status: 'open', acquired: null })
    expect(body.attempts.find(({ id }) => id === ended.attempt)).toMatchObject({ status: 'refused', acquired: false })
    const { body: lists } = await json<{ unfinished: { attempt: string }[] }>(teacher.get('/api/validations'))
    expect(lists.unfinished.map(({ attempt }) => attempt)).toContain(left.attempt)
    expect(await code(ines.get(`/api/attempts/${left.attempt}`))).toBe('409 ERR_ATTEMPT_NOT_ASSESSED')
    expect((await teacher.get(`/api/attempts/${left.attempt}`)).status).toBe(200)
  })

  it('give a teacher the same learner’s earlier tests to compare with, latest first, and never a practice', async () => {
    const first = await playThrough(shockPlay())
    const practice = await playThrough(shockPlay(), { mode: 'practice' })
    const second = await playThrough(shockPlay())
    const later = await playThrough(shockPlay())
    const earlier = async (who: Visitor, id: string) => (await json<{ attempts: { id: string }[] }>(who.get(`/api/attempts/${id}/earlier`))).body.attempts.map((one) => one.id)
    const seen = await earlier(teacher, later.attempt)
    expect(seen.slice(0, 2)).toEqual([second.attempt, first.attempt])
    expect(seen.length).toBeLessThanOrEqual(3)
    expect((await earlier(teacher, second.attempt))[0]).toBe(first.attempt)
    expect(await earlier(ines, second.attempt)).toContain(practice.attempt)
    expect(await code((await service.signIn('demo-yanis')).get(`/api/attempts/${second.attempt}/earlier`))).toBe('404 ERR_ATTEMPT_UNKNOWN')
    expect(await code(teacher.get(`/api/attempts/${practice.attempt}/earlier`))).toBe('404 ERR_ATTEMPT_UNKNOWN')
  })

  it('open nothing to visitors, other learners, or teachers of other schools', async () => {
    const { attempt, head, chunks } = await playThrough()
    const yanis = await service.signIn('demo-yanis')
    const visitor = service.visitor()
    expect(await code(visitor.post('/api/attempts', { scenario, mode: 'assessed' }))).toBe('401 ERR_NOT_SIGNED_IN')
    expect(await code(teacher.post('/api/attempts', { scenario, mode: 'assessed' }))).toBe('403 ERR_NOT_ALLOWED')
    expect(await code(ines.get('/api/validations'))).toBe('403 ERR_NOT_ALLOWED')
    expect(await code(ines.post(`/api/attempts/${attempt}/decision`, { decision: 'validated' }))).toBe('403 ERR_NOT_ALLOWED')
    expect(await code(yanis.get(`/api/attempts/${attempt}`))).toBe('404 ERR_ATTEMPT_UNKNOWN')
    expect(await code(send(attempt, chunks[0] as Chunk, head, yanis))).toBe('404 ERR_ATTEMPT_UNKNOWN')
    await database.runScript(`insert into schools values ('elsewhere', 'elsewhere', 'Elsewhere', '9999998Z', 'Elsewhere');
      update people set school = 'elsewhere' where subject = 'demo-teacher'`)
    expect(await code(teacher.get(`/api/attempts/${attempt}`))).toBe('404 ERR_ATTEMPT_UNKNOWN')
    expect(await code(teacher.post(`/api/attempts/${attempt}/decision`, { decision: 'validated' }))).toBe('404 ERR_ATTEMPT_UNKNOWN')
    expect((await json<{ pending: unknown[] }>(teacher.get('/api/validations'))).body.pending).toEqual([])
    await database.runScript("update people set school = 'school-louise-michel' where subject = 'demo-teacher'")
  })

  it('refuse what is no chunk, with the place that is wrong', async () => {
    const { attempt, head } = await begin()
    const body = { sequence: 0, previous: digestOf(head), actions: [{ at: 1, name: 'fill', target: 'tag.name', value: 'Inès Moreau' }], head }
    const { status, body: problem } = await json<{ code: string; values: { at: string } }>(ines.post(`/api/attempts/${attempt}/chunks`, body))
    expect([status, problem.code]).toEqual([400, 'ERR_REQUEST_INVALID'])
    expect(problem.values.at).toMatch(/actions/)
    expect(JSON.stringify(problem)).not.toContain('Moreau')
  })

  it('still replay an attempt whose scenario has since been published anew', async () => {
    const { attempt } = await playThrough()
    const { rows } = await sql<{ text: string }>`select text from scenario_versions`.execute(database.db)
    expect(rows).toHaveLength(1)
    const older = JSON.parse(rows[0]?.text ?? '{}') as { version: string }
    older.version = '0.0.1'
    const digest = digestOf(older)
    await sql`insert into scenario_versions (digest, id, text) values (${digest}, ${scenario}, ${JSON.stringify(older)})`.execute(database.db)
    await sql`update attempts set scenario_digest = ${digest} where id = ${attempt}`.execute(database.db)
    const { status, body } = await json<Debrief>(ines.get(`/api/attempts/${attempt}`))
    expect([status, body.debrief.results.acquired]).toEqual([200, true])
    // And its learner's own page is given that older content, to look at the attempt again.
    type Given = { digest: string; scenario: { version: string } }
    const given = (await json<Given>(ines.get(`/api/scenarios/${scenario}?digest=${encodeURIComponent(digest)}`))).body
    expect([given.digest, given.scenario.version]).toEqual([digest, '0.0.1'])
    const unknown = digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect(await code(ines.get(`/api/scenarios/${scenario}?digest=${encodeURIComponent(unknown)}`))).toContain('ERR_UNKNOWN_SCENARIO')
  })

  it('show the teacher how long evidence was held back, and every other attempt left unfinished', async () => {
    const { attempt, head } = await begin()
    const [first, ...others] = chunksOf(head, expertPlay(head.seed)) as [Chunk, ...Chunk[]]
    await send(attempt, first, head)
    await sql`update attempts set started_at = started_at - interval '10 minutes' where id = ${attempt}`.execute(database.db)
    for (const chunk of others) expect((await send(attempt, chunk, head)).status).toBe(201)
    await finish(attempt, [first, ...others])
    type Lines = { pending: { attempt: string; unfinishedOthers: number; longestSilenceMs: number }[]; unfinished: { unfinishedOthers: number }[] }
    const before = (await json<Lines>(teacher.get('/api/validations'))).body
    await begin()
    const { pending, unfinished } = (await json<Lines>(teacher.get('/api/validations'))).body
    const others_ = (lists: Lines) => lists.pending.find((line) => line.attempt === attempt)?.unfinishedOthers ?? 0
    expect(others_({ pending, unfinished })).toBe(others_(before) + 1)
    expect(unfinished[0]?.unfinishedOthers).toBe(unfinished.length - 1)
    const { body } = await json<{ debrief: { attempt: { longestSilenceMs: number } } }>(teacher.get(`/api/attempts/${attempt}`))
    const { longestSilenceMs } = body.debrief.attempt
    expect(longestSilenceMs).toBeGreaterThan(9 * 60_000)
    expect(longestSilenceMs).toBeLessThan(11 * 60_000)
    expect(pending.find((line) => line.attempt === attempt)?.longestSilenceMs).toBe(longestSilenceMs)
  })

  it('answer with lists that stay readable: the last two hundred lines', async () => {
    const yanis = await service.signIn('demo-yanis')
    const { attempt } = await begin({}, yanis)
    await sql`insert into attempts (id, person, school, scenario, scenario_digest, seed, mode, assurance, nonce, started_at)
      select 'many-' || n, person, school, scenario, scenario_digest, seed, mode, assurance, 'many-' || n, started_at - n * interval '1 day'
      from attempts, generate_series(1, 210) as n where id = ${attempt}`.execute(database.db)
    const { body: mine } = await json<{ attempts: { id: string }[] }>(yanis.get('/api/attempts'))
    expect([mine.attempts.length, mine.attempts[0]?.id]).toEqual([200, attempt])
    const { body: lists } = await json<{ unfinished: { attempt: string }[] }>(teacher.get('/api/validations'))
    expect(lists.unfinished).toHaveLength(200)
    expect(lists.unfinished.map((line) => line.attempt)).toContain(attempt)
    await database.runScript("delete from attempts where id like 'many-%'")
  })

  it('count the requests of each person, so that one cannot take the place of a class', async () => {
    const yanis = await service.signIn('demo-yanis')
    const statuses: number[] = []
    for (let batch = 0; batch < 13; batch++) {
      const answers = await Promise.all(Array.from({ length: 25 }, () => yanis.get('/api/attempts')))
      statuses.push(...answers.map(({ status }) => status))
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20)
    const refused = await yanis.get('/api/attempts')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await code(yanis.get('/api/attempts'))).toBe('429 ERR_TOO_MANY_REQUESTS')
    expect((await ines.get('/api/attempts')).status).toBe(200)
  })
})
