// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EvidenceRefused, openEvidenceQueue, SignedOut } from '#app/service/evidence-queue.ts'
import type { EvidenceTransport } from '#app/service/evidence-queue.ts'
import type { EvidenceDeviceStore, StoredAttempt, StoredChunk } from '#app/service/evidence-queue-store.ts'
import { whatItMeans } from '#app/service/evidence-queue-transport.ts'
import { Problem, Unreachable } from '#app/service/problem.ts'
import { placeInChain, linkOf } from '#domain/evidence/chain.ts'
import type { Chunk, RecordingHead } from '#domain/evidence/recording.ts'
import type { Action } from '#domain/workshop/action.ts'

const head: RecordingHead = {
  scenario: { id: 'consignation-armoire', digest: `sha256:${'a'.repeat(64)}` },
  seed: 0, mode: 'assessed', assurance: 'online', nonce: '0'.repeat(32),
}
const attempt: StoredAttempt = { id: 'attempt', owner: 'ines', head, startedAt: '2026-11-23T08:00:00Z', finishedAt: null }
const action = (at: number): Action => ({ at, name: 'read', target: 'diagram' })

/** A device's memory, without a browser; tests/app/workshop.test.ts uses the real one. */
function deviceMemory() {
  const attempts = new Map<string, StoredAttempt>([[attempt.id, attempt]])
  const actions: Action[] = []
  const chunks: StoredChunk[] = []
  const store: EvidenceDeviceStore = {
    attempts: async () => [...attempts.values()],
    attempt: async (id) => attempts.get(id),
    saveAttempt: async (one) => void attempts.set(one.id, one),
    actions: async () => [...actions],
    addActions: async (_id, from, more) => void actions.splice(from, more.length, ...more),
    chunks: async () => chunks.toSorted((a, b) => a.sequence - b.sequence),
    saveChunk: async (row) => void (chunks[row.sequence] = structuredClone(row)),
    scenario: async () => undefined,
    scenarioNamed: async () => undefined,
    saveScenario: async () => undefined,
    forget: async (id) => void attempts.delete(id),
    close: () => undefined,
  }
  return { store, attempts, actions, chunks }
}

/** The service's side of the chain, with the domain's own rule; `down` says what happens to each request. */
function serviceOnWire() {
  const received: Chunk[] = []
  const wire = { sends: 0, finished: 0, down: (_send: number): 'ok' | 'lost' | 'answer-lost' | Error => 'ok' }
  const transport: EvidenceTransport = {
    send: async (_id, chunk) => {
      const fate = wire.down(wire.sends += 1)
      if (fate === 'lost') throw new TypeError('Failed to fetch')
      if (fate instanceof Error) throw fate
      const links = received.map((one, index) => linkOf(one, index > 0 ? linkOf(received[index - 1] as Chunk) : undefined))
      if (placeInChain(head, links, chunk) === 'next') received.push(structuredClone(chunk))
      if (fate === 'answer-lost') throw new TypeError('Failed to fetch')
    },
    finish: async () => void (wire.finished += 1),
  }
  return { transport, received, wire, times: () => received.flatMap((chunk) => chunk.actions.map(({ at }) => at)) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

describe('the evidence queue', () => {
  it('sends each gesture at once, and says that everything is recorded', async () => {
    const { store } = deviceMemory()
    const { transport, times, received } = serviceOnWire()
    const queue = await openEvidenceQueue(store, attempt, transport)
    queue.add([action(1)])
    expect(queue.state()).toMatchObject({ state: 'sending', waiting: 1 })
    await settle()
    queue.add([action(2)])
    await settle()
    expect(times()).toEqual([1, 2])
    expect(received).toHaveLength(2)
    expect(queue.state()).toMatchObject({ state: 'saved', waiting: 0 })
  })

  it('keeps everything in order through a lost connection, trying again less and less often', async () => {
    const { store } = deviceMemory()
    const { transport, times, wire } = serviceOnWire()
    wire.down = () => 'lost'
    const queue = await openEvidenceQueue(store, attempt, transport)
    for (let at = 1; at <= 20; at++) queue.add([action(at)])
    await settle(60_000)
    expect(queue.state()).toMatchObject({ state: 'waiting', waiting: 20 })
    // 0.5, 1, 2, 4, 8, 16, 30 seconds: in one minute about seven tries, not a hundred and twenty.
    expect(wire.sends).toBeGreaterThan(4)
    expect(wire.sends).toBeLessThan(9)
    wire.down = () => 'ok'
    queue.wake()
    await settle()
    expect(times()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(queue.state()).toMatchObject({ state: 'saved', waiting: 0 })
  })

  it('sends the very same chunk again when only the answer was lost: nothing twice', async () => {
    const { store } = deviceMemory()
    const { transport, times, wire } = serviceOnWire()
    wire.down = (send) => (send % 2 === 1 ? 'answer-lost' : 'ok')
    const queue = await openEvidenceQueue(store, attempt, transport)
    queue.add([action(1)])
    await settle()
    queue.add([action(2)])
    await settle(120_000)
    expect(times()).toEqual([1, 2])
    expect(queue.state().state).toBe('saved')
  })

  it('goes on after a reload with what was not acknowledged, to the byte', async () => {
    const { store, chunks } = deviceMemory()
    const { transport, times, wire } = serviceOnWire()
    wire.down = (send) => (send === 1 ? 'ok' : 'answer-lost')
    const before = await openEvidenceQueue(store, attempt, transport)
    for (const at of [1, 2, 3]) {
      before.add([action(at)])
      await settle()
    }
    before.close()
    const kept = structuredClone(chunks)
    wire.down = () => 'ok'
    const after = await openEvidenceQueue(store, attempt, transport)
    after.add([action(4)])
    await settle(60_000)
    expect(times()).toEqual([1, 2, 3, 4])
    for (const { sequence, chunk } of kept) expect(chunks[sequence]?.chunk).toEqual(chunk)
  })

  it('stops at a refusal, says which, and keeps what was done', async () => {
    const { store, actions } = deviceMemory()
    const { transport, wire } = serviceOnWire()
    wire.down = () => new EvidenceRefused('ERR_TIMING_IMPOSSIBLE')
    const queue = await openEvidenceQueue(store, attempt, transport)
    queue.add([action(1)])
    await settle(120_000)
    expect(wire.sends).toBe(1)
    expect(queue.state()).toMatchObject({ state: 'refused', refusal: 'ERR_TIMING_IMPOSSIBLE', waiting: 1 })
    expect(actions).toHaveLength(1)
    await expect(queue.finish()).rejects.toThrow('ERR_TIMING_IMPOSSIBLE')
  })

  it('remembers a refusal, so that the attempt is not proposed again', async () => {
    const { store } = deviceMemory()
    const { transport, wire } = serviceOnWire()
    wire.down = () => new EvidenceRefused('ERR_CHUNK_ALTERED')
    const queue = await openEvidenceQueue(store, attempt, transport)
    queue.add([action(1)])
    await settle()
    expect(await store.attempt('attempt')).toMatchObject({ refusal: 'ERR_CHUNK_ALTERED' })
  })

  it('can still end, after a refusal, with what was received before it', async () => {
    const { store } = deviceMemory()
    const { transport, wire, received } = serviceOnWire()
    const ends: unknown[] = []
    const queue = await openEvidenceQueue(store, attempt, { ...transport, finish: async (_id, end) => void ends.push(end) })
    queue.add([action(1)])
    await settle()
    wire.down = () => new EvidenceRefused('ERR_TIMING_IMPOSSIBLE')
    queue.add([action(2)])
    await settle()
    await queue.finishReceived()
    expect(ends).toEqual([{ chunks: 1, last: linkOf(received[0] as Chunk).digest }])
  })

  it('goes on sending when the device can keep nothing, and says so', async () => {
    const { store } = deviceMemory()
    const { transport, times } = serviceOnWire()
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    const queue = await openEvidenceQueue({ ...store, addActions: full, saveChunk: full }, attempt, transport)
    queue.add([action(1)])
    await settle()
    queue.add([action(2)])
    await settle()
    expect(times()).toEqual([1, 2])
    expect(queue.state()).toMatchObject({ state: 'saved', waiting: 0, deviceKeeps: false })
  })

  it('says that the page may be closed only once the device has kept that the attempt is finished', async () => {
    const { store } = deviceMemory()
    const { transport, wire } = serviceOnWire()
    wire.down = () => 'lost'
    const slow: EvidenceDeviceStore = { ...store, saveAttempt: (one) => new Promise((done) => setTimeout(() => done(store.saveAttempt(one)), 100)) }
    const queue = await openEvidenceQueue(slow, attempt, transport)
    queue.add([action(1)])
    await settle()
    void queue.finish()
    await settle(50)
    expect(queue.state()).toMatchObject({ state: 'waiting', finish: 'no' })
    await settle(60)
    expect(queue.state()).toMatchObject({ state: 'waiting', finish: 'kept' })
    queue.close()
    const later = await openEvidenceQueue(store, (await store.attempt('attempt'))!, transport)
    expect(later.state().finish).toBe('kept')
    later.close()
  })

  it('is finished even where the device can keep nothing, and says meanwhile that the page must stay open', async () => {
    const { store } = deviceMemory()
    const { transport, wire } = serviceOnWire()
    wire.down = () => 'lost'
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    const queue = await openEvidenceQueue({ ...store, saveAttempt: full }, attempt, transport)
    queue.add([action(1)])
    const finished = queue.finish()
    await settle()
    expect(queue.state()).toMatchObject({ state: 'waiting', finish: 'unkept', deviceKeeps: false })
    wire.down = () => 'ok'
    queue.wake()
    await settle()
    await finished
    expect(wire.finished).toBe(1)
  })

  it('makes no chunk once it is closed: another page may hold the attempt', async () => {
    const { store, chunks } = deviceMemory()
    const { transport, times } = serviceOnWire()
    const queue = await openEvidenceQueue(store, attempt, transport)
    queue.add([action(1)])
    queue.close()
    await settle(60_000)
    expect([times(), chunks]).toEqual([[], []])
  })

  it('waits for a sign-in that ran out instead of giving up', async () => {
    const { store } = deviceMemory()
    const { transport, wire, times } = serviceOnWire()
    wire.down = (send) => (send < 3 ? new SignedOut() : 'ok')
    const queue = await openEvidenceQueue(store, attempt, transport)
    queue.add([action(1)])
    await settle()
    expect(queue.state()).toMatchObject({ state: 'waiting', signedOut: true })
    await settle(10_000)
    expect(times()).toEqual([1])
    expect(queue.state()).toMatchObject({ state: 'saved', signedOut: false })
  })

  it('finishes only once everything is acknowledged, and then leaves nothing on the device', async () => {
    const { store, attempts } = deviceMemory()
    const { transport, wire, times } = serviceOnWire()
    wire.down = () => 'lost'
    const queue = await openEvidenceQueue(store, attempt, transport)
    queue.add([action(1), action(2)])
    let finished = false
    void queue.finish().then(() => { finished = true })
    await settle(5_000)
    expect([finished, wire.finished]).toEqual([false, 0])
    expect((await store.attempt('attempt'))?.finishedAt).not.toBeNull()
    wire.down = () => 'ok'
    queue.wake()
    await settle()
    expect([finished, wire.finished, times()]).toEqual([true, 1, [1, 2]])
    expect(attempts.size).toBe(0)
  })
})

describe('what a failed request means for the evidence', () => {
  const meaning = (status: number, code: string) => whatItMeans(new Problem(status, code))

  it('waits for its owner while nobody, or somebody else, is signed in on the device', () => {
    expect(meaning(401, 'ERR_NOT_SIGNED_IN')).toBeInstanceOf(SignedOut)
    expect(meaning(403, 'ERR_NOT_ALLOWED')).toBeInstanceOf(SignedOut)
    expect(meaning(404, 'ERR_ATTEMPT_UNKNOWN')).toBeInstanceOf(SignedOut)
  })

  it('is over for what the rules refused', () => {
    for (const [status, code] of [[409, 'ERR_CHUNK_ALTERED'], [409, 'ERR_SESSION_CLOSED'], [422, 'ERR_TIMING_IMPOSSIBLE']] as const) {
      expect(meaning(status, code)).toEqual(new EvidenceRefused(code))
    }
  })

  it('passes later for a service that is busy, broken or out of reach', () => {
    for (const error of [new Problem(429, 'ERR_TOO_MANY_REQUESTS'), new Problem(503, 'ERR_TOO_SLOW'), new Unreachable(null)]) {
      expect(whatItMeans(error)).toBe(error)
    }
  })
})
