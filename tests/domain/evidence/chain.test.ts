// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { digestOf } from '#domain/canonical.ts'
import {
  checkHead, checkPace, checkTiming, clockTolerance, linkOf, longestSilence, mostPerSecond, nextChunk, placeInChain,
} from '#domain/evidence/index.ts'
import type { Link, RecordingHead } from '#domain/evidence/index.ts'
import type { Action } from '#domain/workshop/action.ts'
import { lockOut, lockOutDigest } from '#tests/support/lock-out.ts'
import { expertPlay, timed } from '#tests/support/plays.ts'

const head: RecordingHead = { scenario: { id: lockOut.id, digest: lockOutDigest }, seed: 0, mode: 'assessed', assurance: 'online', nonce: '0'.repeat(32) }
const actions = timed(expertPlay(0))
const first = nextChunk(head, undefined, actions.slice(0, 10))
const firstLink = linkOf(first)
const second = nextChunk(head, firstLink, actions.slice(10, 20))
const links: Link[] = [firstLink, linkOf(second, firstLink)]

describe('the chain of chunks', () => {
  it('begins at the digest of the head and goes on from chunk to chunk', () => {
    expect(first).toMatchObject({ sequence: 0, previous: digestOf(head) })
    expect(second).toMatchObject({ sequence: 1, previous: firstLink.digest })
    expect(placeInChain(head, [], first)).toBe('next')
    expect(placeInChain(head, [firstLink], second)).toBe('next')
  })

  it('knows an acknowledged chunk sent again as it was', () => {
    expect(placeInChain(head, links, structuredClone(first))).toBe('known')
  })

  it('refuses an acknowledged chunk sent again with another content', () => {
    const altered = { ...first, actions: first.actions.slice(0, -1) }
    expect(() => placeInChain(head, links, altered)).toThrow('ERR_CHUNK_ALTERED')
  })

  it('refuses a hole', () => {
    expect(() => placeInChain(head, [], second)).toThrow('ERR_CHAIN_BROKEN')
    expect(() => placeInChain(head, links, { ...second, sequence: 3 })).toThrow('ERR_CHAIN_BROKEN')
  })

  it('refuses to take back what was acknowledged: a rewritten past has another digest', () => {
    const rewritten = linkOf(nextChunk(head, undefined, actions.slice(0, 9)))
    expect(() => placeInChain(head, [firstLink], nextChunk(head, rewritten, actions.slice(9, 20)))).toThrow('ERR_CHAIN_BROKEN')
  })

  it('refuses a chunk of another attempt', () => {
    expect(() => placeInChain({ ...head, nonce: '1'.repeat(32) }, [], first)).toThrow('ERR_CHAIN_BROKEN')
  })

  it('keeps the time of the last action, across an empty chunk too', () => {
    expect(firstLink.lastAt).toBe(20_000)
    expect(linkOf(nextChunk(head, firstLink, []), firstLink).lastAt).toBe(20_000)
  })
})

describe('the head of a recording', () => {
  const refusals: [string, RecordingHead, string][] = [
    ['another scenario', { ...head, scenario: { ...head.scenario, id: 'other' } }, 'ERR_SCENARIO_DIGEST'],
    ['another content', { ...head, scenario: { ...head.scenario, digest: `sha256:${'0'.repeat(64)}` } }, 'ERR_SCENARIO_DIGEST'],
    ['another seed', { ...head, seed: 1 }, 'ERR_SEED_MISMATCH'],
    ['another nonce', { ...head, nonce: 'f'.repeat(32) }, 'ERR_NONCE_UNKNOWN'],
    ['another mode', { ...head, mode: 'guided' }, 'ERR_CHAIN_BROKEN'],
    ['a better assurance', { ...head, assurance: 'supervised' }, 'ERR_CHAIN_BROKEN'],
  ]
  for (const [what, played, code] of refusals) {
    it(`refuses ${what} with ${code}`, () => expect(() => checkHead(head, played)).toThrow(code))
  }

  it('accepts what was given', () => expect(() => checkHead(head, structuredClone(head))).not.toThrow())
})

describe('timing', () => {
  const at = (...times: number[]): Action[] => times.map((time) => ({ at: time, name: 'read', target: 'diagram' }))

  it('accepts several actions at one time and the tolerance between two clocks', () => {
    expect(() => checkTiming(at(100, 100, 250), 100, 250)).not.toThrow()
    expect(() => checkTiming(at(1_000 + clockTolerance), 0, 1_000)).not.toThrow()
  })

  it('refuses a time that goes back, within a chunk or from the chunk before', () => {
    expect(() => checkTiming(at(200, 100), 0, 1_000)).toThrow('ERR_TIMING_IMPOSSIBLE')
    expect(() => checkTiming(at(100), 200, 1_000)).toThrow('ERR_TIMING_IMPOSSIBLE')
  })

  it('refuses more time than really passed', () => {
    expect(() => checkTiming(at(1_001 + clockTolerance), 0, 1_000)).toThrow('ERR_TIMING_IMPOSSIBLE')
  })

  it('refuses what is not whole milliseconds', () => {
    for (const time of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => checkTiming(at(time), 0, 9_999)).toThrow('ERR_TIMING_IMPOSSIBLE')
  })

  it('allows half a minute between the clocks of a device and of the service', () => {
    expect(clockTolerance).toBe(30_000)
  })

  it('refuses a pace that no hand has, and accepts twenty gestures in a second', () => {
    expect(() => checkPace(at(...Array<number>(mostPerSecond).fill(0)))).not.toThrow()
    expect(() => checkPace(at(...Array<number>(mostPerSecond + 1).fill(0)))).toThrow('ERR_TIMING_IMPOSSIBLE')
    const every = (ms: number) => at(...Array.from({ length: 100 }, (_, index) => 5_000 + index * ms))
    expect(() => checkPace(every(50))).not.toThrow()
    expect(() => checkPace(every(49))).toThrow('ERR_TIMING_IMPOSSIBLE')
  })

  it('of reception shows the longest silence, whichever chunk ended it', () => {
    expect(longestSilence(1_000, [])).toBe(0)
    expect(longestSilence(1_000, [{ lastAt: 500, receivedAt: 1_600 }, { lastAt: 2_000, receivedAt: 63_000 }, { lastAt: 70_000, receivedAt: 71_100 }])).toBe(60_000)
    expect(longestSilence(1_000, [{ lastAt: 500, receivedAt: 1_400 }])).toBe(0)
  })
})
