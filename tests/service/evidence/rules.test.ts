// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest'
import { digestOf } from '#domain/canonical.ts'
import { linkOf, nextChunk } from '#domain/evidence/chain.ts'
import type { Link } from '#domain/evidence/chain.ts'
import type { Chunk, Mode, RecordingHead } from '#domain/evidence/recording.ts'
import type { Action } from '#domain/workshop/action.ts'
import { expertPlay, faults, otherOrders, shockPlay, timed } from '#tests/support/plays.ts'
import { evidenceForTests } from './memory.ts'

const scenario = 'consignation-armoire'
const ines = { id: 'ines', school: 'louise-michel' }
const yanis = { id: 'yanis', school: 'louise-michel' }
const karim = { id: 'karim', school: 'louise-michel' }
const stranger = { id: 'stranger', school: 'elsewhere' }
const minutes = 60_000

let service: Awaited<ReturnType<typeof evidenceForTests>>
beforeEach(async () => {
  service = await evidenceForTests()
})

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(() => 'accepted', (error: { code: string }) => error.code)

/** A recording cut in chunks, as a device makes them. */
function chunksOf(head: RecordingHead, actions: Action[], size = 10): Chunk[] {
  const chunks: Chunk[] = []
  let last: Link | undefined
  for (let from = 0; from < actions.length; from += size) {
    const chunk = nextChunk(head, last, actions.slice(from, from + size))
    last = linkOf(chunk, last)
    chunks.push(chunk)
  }
  return chunks
}

async function begin({ seed = 0, mode = 'assessed' as Mode, sessionCode = undefined as string | undefined, who = ines } = {}) {
  service.next.seed = seed
  const { attempt, head } = await service.startAttempt(who, { scenario, mode, ...(sessionCode ? { sessionCode } : {}) })
  service.clock.time += 30 * minutes
  const send = (chunk: Chunk, played = head) =>
    service.receiveChunk(who, attempt, chunk.sequence === 0 ? { ...chunk, head: played } : chunk)
  const finish = (chunks: Chunk[]) => {
    const last = chunks.at(-1)
    return service.finishAttempt(who, attempt, { chunks: chunks.length, last: last ? digestOf(last) : null })
  }
  return { attempt, head, send, finish }
}

async function playThrough(gestures: ReturnType<typeof expertPlay>, seed = 0, who = ines, mode: Mode = 'assessed') {
  const begun = await begin({ seed, who, mode })
  const chunks = chunksOf(begun.head, timed(gestures))
  for (const chunk of chunks) await begun.send(chunk)
  return { ...begun, debrief: await begun.finish(chunks), chunks }
}

describe('an attempt, as the service sees it', () => {
  it('is given a seed, a single-use nonce and the digest of the scenario', async () => {
    const one = await service.startAttempt(ines, { scenario, mode: 'assessed' })
    const other = await service.startAttempt(ines, { scenario, mode: 'assessed' })
    expect(one.head.nonce).toMatch(/^[0-9a-f]{32}$/)
    expect(one.head.nonce).not.toBe(other.head.nonce)
    expect(one.headDigest).toBe(digestOf(one.head))
  })

  it('is acquired after a perfect play, whatever the variant and the legal order', async () => {
    for (const seed of [0, 1, 2, 3]) {
      expect((await playThrough(expertPlay(seed), seed)).debrief.results.acquired).toBe(true)
    }
    for (const order of Object.values(otherOrders)) {
      expect((await playThrough(order(0), 0)).debrief.results.acquired).toBe(true)
    }
  })

  it.each(Object.entries(faults))('gives the reason of %s', async (criterion, { seed, play }) => {
    const { debrief } = await playThrough(play(), seed)
    expect(debrief.results.eliminated).toContain(criterion)
    expect(debrief.results.criteria.find(({ id }) => id === criterion)?.reason.fr).toMatch(/\w/)
    expect(debrief.results.acquired).toBe(false)
  })

  it('is assessed as it stands when a fault ended it', async () => {
    const { debrief } = await playThrough(shockPlay())
    expect(debrief.attempt.status).toBe('assessed')
    expect(debrief.results.acquired).toBe(false)
    expect(debrief.trace.at(-1)?.events.map(({ name }) => name)).toContain('shock')
  })

  it('receives nothing after the fault that ended it', async () => {
    const { head, send } = await begin()
    const actions = [...timed(shockPlay()), { at: 9_000, name: 'read', target: 'diagram' }]
    const [first, second] = chunksOf(head, actions, shockPlay().length)
    await send(first as Chunk)
    expect(await codeOf(send(second as Chunk))).toBe('ERR_ATTEMPT_CLOSED')
  })

  it('stays, unfinished, when another is begun', async () => {
    const { send, head, attempt } = await begin()
    await send(chunksOf(head, timed(shockPlay()))[0] as Chunk)
    await service.startAttempt(ines, { scenario, mode: 'assessed' })
    const mine = await service.myAttempts(ines)
    expect(mine).toHaveLength(2)
    expect(mine.every(({ status }) => status === 'open')).toBe(true)
    const { unfinished } = await service.listToValidate(karim)
    expect(unfinished.map(({ id }) => id)).toContain(attempt)
    // What was acknowledged can already be looked at, the fault included.
    const debrief = await service.readDebrief({ ...karim, teaches: true }, attempt)
    expect(debrief.results.acquired).toBe(false)
    expect(debrief.trace).toHaveLength(shockPlay().length)
  })
})

describe('a chunk', () => {
  it('gets the same answer when it is sent again', async () => {
    const { head, send, attempt } = await begin()
    const chunk = chunksOf(head, timed(expertPlay(0)))[0] as Chunk
    const first = await send(chunk)
    service.clock.time += minutes
    expect(await send(chunk)).toEqual({ ...first, isNew: false })
    expect(service.files.get(attempt)?.chunks).toHaveLength(1)
  })

  it('is nobody else’s to send', async () => {
    const { head, attempt } = await begin()
    const chunk = chunksOf(head, timed(expertPlay(0)))[0] as Chunk
    expect(await codeOf(service.receiveChunk(yanis, attempt, { ...chunk, head }))).toBe('ERR_ATTEMPT_UNKNOWN')
  })

  it('says with the first what was played', async () => {
    const { head, attempt } = await begin()
    const chunk = chunksOf(head, timed(expertPlay(0)))[0] as Chunk
    expect(await codeOf(service.receiveChunk(ines, attempt, chunk))).toBe('ERR_CHAIN_BROKEN')
  })
})

describe('a recording changed by hand', () => {
  type Begun = Awaited<ReturnType<typeof begin>> & { chunks: [Chunk, Chunk, Chunk] }
  const otherActions: Action[] = [{ at: 100, name: 'open', target: 'q0' }]
  const manipulations: [string, string, (begun: Begun) => Promise<unknown>][] = [
    ['with an acknowledged chunk altered', 'ERR_CHUNK_ALTERED',
      ({ send, chunks: [first] }) => send({ ...first, actions: first.actions.slice(1) })],
    ['with an acknowledged chunk withdrawn at the end', 'ERR_CHAIN_BROKEN', ({ finish, chunks: [first] }) => finish([first])],
    ['with a chunk left out', 'ERR_CHAIN_BROKEN', ({ send, chunks: [first] }) =>
      send({ sequence: 3, previous: digestOf(first), actions: otherActions })],
    ['with a chunk chained to another', 'ERR_CHAIN_BROKEN', ({ send, chunks: [first, , third] }) =>
      send({ ...third, previous: digestOf(first) })],
    ['with another seed', 'ERR_SEED_MISMATCH', ({ send, head, chunks: [first] }) => send(first, { ...head, seed: 1 })],
    ['with another digest', 'ERR_SCENARIO_DIGEST', ({ send, head, chunks: [first] }) =>
      send(first, { ...head, scenario: { ...head.scenario, digest: digestOf('another') } })],
    ['with a nonce nobody gave', 'ERR_NONCE_UNKNOWN', ({ send, head, chunks: [first] }) =>
      send(first, { ...head, nonce: 'f'.repeat(32) })],
    ['with an action the world does not know', 'ERR_UNKNOWN_ACTION', ({ send, chunks: [, second] }) =>
      send(nextChunkAfter(second, [{ at: 60_000, name: 'teleport', target: 'q3' }]))],
    ['with time that goes back', 'ERR_TIMING_IMPOSSIBLE', ({ send, chunks: [, second] }) =>
      send(nextChunkAfter(second, [{ at: 1, name: 'read', target: 'diagram' }]))],
    ['with more time than has passed', 'ERR_TIMING_IMPOSSIBLE', ({ send, chunks: [, second] }) =>
      send(nextChunkAfter(second, [{ at: 31 * minutes, name: 'read', target: 'diagram' }]))],
    ['at a pace no hand has', 'ERR_TIMING_IMPOSSIBLE', ({ send, chunks: [, second] }) =>
      send(nextChunkAfter(second, Array<Action>(21).fill({ at: 60_000, name: 'read', target: 'diagram' })))],
    ['at a pace no hand has, spread over two chunks', 'ERR_TIMING_IMPOSSIBLE', ({ send, chunks: [, second] }) =>
      send(nextChunkAfter(second, Array<Action>(20).fill({ at: 40_001, name: 'read', target: 'diagram' })))],
    ['of another level of assurance', 'ERR_CHAIN_BROKEN', ({ send, head, chunks: [first] }) =>
      send(first, { ...head, assurance: 'supervised' })],
  ]
  const nextChunkAfter = ({ sequence, ...chunk }: Chunk, actions: Action[]): Chunk =>
    ({ sequence: sequence + 1, previous: digestOf({ sequence, ...chunk }), actions })

  it.each(manipulations)('%s is refused with %s, and what was acknowledged stays', async (_name, code, manipulate) => {
    const begun = await begin()
    const chunks = chunksOf(begun.head, timed(expertPlay(0))) as Begun['chunks']
    await begun.send(chunks[0])
    await begun.send(chunks[1])
    const before = structuredClone(service.files.get(begun.attempt))
    expect(await codeOf(manipulate({ ...begun, chunks }))).toBe(code)
    expect(service.files.get(begun.attempt)).toEqual(before)
    for (const chunk of chunks.slice(2)) await begun.send(chunk)
    expect((await begun.finish(chunks)).results.acquired).toBe(true)
  })

  it('behind the service’s back is not assessed: ERR_CHUNK_ALTERED', async () => {
    const { head, send, finish, attempt } = await begin()
    const chunks = chunksOf(head, timed(expertPlay(0)))
    for (const chunk of chunks) await send(chunk)
    const file = service.files.get(attempt)
    if (file) service.files.set(attempt, { ...file, chunks: file.chunks.map((chunk, index) => (index === 1 ? { ...chunk, actions: chunk.actions.slice(1) } : chunk)) })
    expect(await codeOf(finish(chunks))).toBe('ERR_CHUNK_ALTERED')
  })

  it('with the nonce of an earlier attempt is refused with ERR_NONCE_REUSED', async () => {
    const first = await playThrough(expertPlay(0))
    const second = await begin()
    expect(await codeOf(second.send(first.chunks[0] as Chunk, first.head))).toBe('ERR_NONCE_REUSED')
    expect(service.files.get(second.attempt)?.chunks).toEqual([])
  })
})

describe('assurance', () => {
  it('is self when training or practising, online when assessed with an account, supervised in a teacher’s open session', async () => {
    const session = await service.openSession(karim, scenario)
    const levels = await Promise.all([
      service.startAttempt(ines, { scenario, mode: 'guided' }),
      service.startAttempt(ines, { scenario, mode: 'practice' }),
      service.startAttempt(ines, { scenario, mode: 'assessed' }),
      service.startAttempt(ines, { scenario, mode: 'assessed', sessionCode: session.code }),
    ])
    expect(levels.map(({ head }) => head.assurance)).toEqual(['self', 'self', 'online', 'supervised'])
  })

  it('is not raised by an unknown code, another school’s code or a closed session', async () => {
    const session = await service.openSession(karim, scenario)
    const with_ = (who: typeof ines, sessionCode: string) =>
      codeOf(service.startAttempt(who, { scenario, mode: 'assessed', sessionCode }))
    expect(await with_(ines, '999999')).toBe('ERR_SESSION_UNKNOWN')
    expect(await with_(stranger, session.code)).toBe('ERR_SESSION_UNKNOWN')
    await service.closeSession(karim, session.id)
    expect(await with_(ines, session.code)).toBe('ERR_SESSION_CLOSED')
  })

  it('is not kept for what comes after the session, a quarter of an hour of grace apart', async () => {
    const session = await service.openSession(karim, scenario)
    const { head, send, finish } = await begin({ sessionCode: session.code })
    const chunks = chunksOf(head, timed(expertPlay(0)), 20) as [Chunk, Chunk, Chunk]
    const first = await send(chunks[0])
    await service.closeSession(karim, session.id)
    service.clock.time += 14 * minutes
    expect((await send(chunks[1])).isNew).toBe(true)
    service.clock.time += 2 * minutes
    expect(await codeOf(send(chunks[2]))).toBe('ERR_SESSION_CLOSED')
    // What came in time stays, is acknowledged again, and can be finished.
    expect(await send(chunks[0])).toEqual({ ...first, isNew: false })
    expect((await finish(chunks.slice(0, 2))).attempt).toMatchObject({ status: 'assessed', assurance: 'supervised' })
  })

  it('ends with a session that nobody closed twelve hours after it was opened', async () => {
    const session = await service.openSession(karim, scenario)
    const { head, send } = await begin({ sessionCode: session.code })
    const [first] = chunksOf(head, timed(expertPlay(0))) as [Chunk]
    service.clock.time += 12 * 60 * minutes
    expect(await codeOf(send(first))).toBe('ERR_SESSION_CLOSED')
    expect(await codeOf(service.startAttempt(ines, { scenario, mode: 'assessed', sessionCode: session.code }))).toBe('ERR_SESSION_CLOSED')
    expect((await service.listSessions(karim))[0]?.closedAt).toEqual(new Date(session.openedAt.getTime() + 12 * 60 * minutes))
  })

  it('online owes nothing to a session: an attempt of no session may be sent whenever its connection is back', async () => {
    const { head, send } = await begin()
    service.clock.time += 48 * 60 * minutes
    expect((await send(chunksOf(head, timed(expertPlay(0)))[0] as Chunk)).isNew).toBe(true)
  })

  it('lets only the teacher who opened a session close it', async () => {
    const session = await service.openSession(karim, scenario)
    expect(await codeOf(service.closeSession({ ...karim, id: 'colleague' }, session.id))).toBe('ERR_SESSION_UNKNOWN')
  })
})

describe('a teacher’s decision', () => {
  it('on a perfect attempt writes one issuing order, however often it is sent', async () => {
    const { attempt, head, debrief } = await playThrough(expertPlay(0))
    const decision = { decision: 'validated' as const }
    expect(await service.decide(karim, attempt, decision)).toEqual({ status: 'validated' })
    expect(await service.decide(karim, attempt, decision)).toEqual({ status: 'validated' })
    expect(service.orders).toHaveLength(1)
    expect(service.orders[0]).toMatchObject({
      attempt, learner: 'ines', school: 'louise-michel', assurance: 'online', decidedBy: 'karim', results: debrief.results,
      evidenceDigest: digestOf({ ...head, actions: timed(expertPlay(0)) }),
    })
  })

  it('stands: the other decision is refused afterwards', async () => {
    const { attempt } = await playThrough(expertPlay(0))
    await service.decide(karim, attempt, { decision: 'refused', reason: 'not-observed' })
    expect(await codeOf(service.decide(karim, attempt, { decision: 'validated' }))).toBe('ERR_DECISION_TAKEN')
    expect(service.orders).toEqual([])
  })

  it('is not taken on one’s own attempt, another school’s, an unfinished one, a training, or a failed one', async () => {
    const { attempt } = await playThrough(expertPlay(0))
    const decide = (who: typeof karim, id: string) => codeOf(service.decide(who, id, { decision: 'validated' }))
    expect(await decide(ines, attempt)).toBe('ERR_NOT_ALLOWED')
    expect(await decide(stranger, attempt)).toBe('ERR_ATTEMPT_UNKNOWN')
    expect(await decide(karim, (await begin()).attempt)).toBe('ERR_ATTEMPT_NOT_ASSESSED')
    expect(await decide(karim, (await playThrough(expertPlay(0), 0, ines, 'guided')).attempt)).toBe('ERR_ATTEMPT_NOT_ASSESSED')
    expect(await decide(karim, (await playThrough(shockPlay())).attempt)).toBe('ERR_RESULT_NOT_ACQUIRED')
    expect(service.orders).toEqual([])
  })
})

describe('a debrief', () => {
  it('is for its learner and, with the name, for the teachers of the school', async () => {
    const { attempt } = await playThrough(expertPlay(0))
    const read = (who: typeof ines, teaches: boolean) => service.readDebrief({ ...who, teaches }, attempt)
    expect((await read(ines, false)).learner).toBeNull()
    expect((await read(karim, true)).learner).toEqual({ displayName: 'name of ines' })
    expect(await codeOf(read(yanis, false))).toBe('ERR_ATTEMPT_UNKNOWN')
    expect(await codeOf(read(stranger, true))).toBe('ERR_ATTEMPT_UNKNOWN')
  })

  it('of a training is for its learner alone', async () => {
    const { attempt } = await playThrough(shockPlay(), 0, ines, 'guided')
    expect(await codeOf(service.readDebrief({ ...karim, teaches: true }, attempt))).toBe('ERR_ATTEMPT_UNKNOWN')
  })

  it('of an open assessed attempt is no answer key: its learner gets it at the end, the teacher may look', async () => {
    const { attempt, head, send, finish } = await begin()
    const chunks = chunksOf(head, timed(expertPlay(0)))
    await send(chunks[0] as Chunk)
    const read = (who: typeof ines, teaches: boolean) => service.readDebrief({ ...who, teaches }, attempt)
    expect(await codeOf(read(ines, false))).toBe('ERR_ATTEMPT_NOT_ASSESSED')
    expect(await codeOf(read(ines, true))).toBe('ERR_ATTEMPT_NOT_ASSESSED')
    expect((await read(karim, true)).trace).toHaveLength(10)
    for (const chunk of chunks.slice(1)) await send(chunk)
    await finish(chunks)
    expect((await read(ines, false)).results.acquired).toBe(true)
    const training = await begin({ mode: 'guided' })
    expect((await service.readDebrief({ ...ines, teaches: false }, training.attempt)).attempt.status).toBe('open')
  })

  it('says how long evidence was held back', async () => {
    const { debrief } = await playThrough(expertPlay(0))
    // Everything came half an hour after the attempt began; the first ten gestures took twenty seconds.
    expect(debrief.attempt.longestSilenceMs).toBe(30 * minutes - 20_000)
  })
})

describe('one person', () => {
  it('is refused another attempt after twenty were left within a day, until one is finished or the day is over', async () => {
    for (let left = 0; left < 20; left++) await service.startAttempt(ines, { scenario, mode: 'guided' })
    const again = () => codeOf(service.startAttempt(ines, { scenario, mode: 'assessed' }))
    expect(await again()).toBe('ERR_TOO_MANY_ATTEMPTS')
    expect(await codeOf(service.startAttempt(yanis, { scenario, mode: 'assessed' }))).toBe('accepted')
    const [open] = service.files.values()
    await service.finishAttempt(ines, open?.attempt.id ?? '', { chunks: 0, last: null })
    expect(await again()).toBe('accepted')
    expect(await again()).toBe('ERR_TOO_MANY_ATTEMPTS')
    service.clock.time += 24 * 60 * minutes
    expect(await again()).toBe('accepted')
  })
})
