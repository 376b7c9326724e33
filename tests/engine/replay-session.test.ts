// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFilm } from '#app/engine/replay-film.ts'
import { createReplaySession, speeds } from '#app/engine/replay-session.ts'
import { expertBeside, expertTime, spanAt, stageSpans } from '#app/engine/replay-stages.ts'
import type { Mode, RecordingHead } from '#domain/evidence/recording.ts'
import { replay } from '#domain/evidence/replay.ts'
import { gesturesFor, play, start } from '#domain/scenario/index.ts'
import type { Action } from '#domain/workshop/action.ts'
import { lockOut, lockOutDigest, traceOf } from '#tests/support/lock-out.ts'
import { expertPlay, faults, otherOrders, shockPlay, timed } from '#tests/support/plays.ts'

const headFor = (seed: number, mode: Mode): RecordingHead =>
  ({ scenario: { id: lockOut.id, digest: lockOutDigest }, seed, mode, assurance: 'self', nonce: '0'.repeat(32) })

function lookedAt(actions: readonly Action[], seed = 0, mode: Mode = 'assessed') {
  const clock = { time: 700.25, now: () => clock.time }
  const film = createReplaySession({ scenario: lockOut, head: headFor(seed, mode), actions }, clock)
  /** Lets this much real time pass, a picture at a time. */
  const wait = (ms: number, picture = 16.7) => {
    for (let left = ms; left > 0; left -= picture) {
      clock.time += Math.min(left, picture)
      film.advance()
    }
  }
  return { film, clock, wait }
}

/** What replaying from nothing gives at this time. */
const worldAt = (actions: readonly Action[], ms: number, seed: number, mode: Mode) => actions.filter(({ at }) => at <= ms)
  .reduce((progress, action) => play(lockOut, progress, action), start(lockOut, { seed, mode })).world

/** A learner who does anything that is offered, in jumps of time that may be nothing. */
function wander(seed: number, choices: readonly [number, number][], mode: Mode): Action[] {
  const actions: Action[] = []
  let progress = start(lockOut, { seed, mode })
  for (const [choice, wait] of choices) {
    const offers = gesturesFor(lockOut, progress)
    const gesture = offers[choice % Math.max(offers.length, 1)]?.gesture
    if (!gesture) break
    actions.push({ at: (actions.at(-1)?.at ?? 0) + wait, ...gesture })
    progress = play(lockOut, progress, actions.at(-1)!)
  }
  return actions
}

describe('an attempt looked at again', () => {
  it('shows at any time the world that replaying up to then gives, however one jumped there', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.nat(4_000)), { minLength: 1, maxLength: 70 })
    const jumps = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(fc.nat(47), steps, jumps, fc.constantFrom<Mode>('guided', 'practice', 'assessed'), (seed, choices, where, mode) => {
      const actions = wander(seed, choices, mode)
      const { film } = lookedAt(actions, seed, mode)
      for (const share of where) {
        film.seek(share * film.length)
        expect(film.progress().world).toEqual(worldAt(actions, film.elapsed(), seed, mode))
        expect(film.actions()).toHaveLength(film.count)
      }
    }), { numRuns: 60 })
  })

  it('plays little again to go back: what it has passed is kept now and then', () => {
    const actions = timed(expertPlay(3))
    const film = createFilm({ scenario: lockOut, head: headFor(3, 'assessed'), actions })
    const end = film.after(actions.length)
    const kept = film.after(48)
    film.after(1)
    expect(film.after(48)).toBe(kept)
    // From what is kept at 48, two more are played: the rest is the very same.
    expect(film.after(50).trace.moments.slice(0, 48).every((moment, i) => moment === kept.trace.moments[i])).toBe(true)
    expect(film.after(actions.length)).toEqual(end)
  })

  it('ends with the very trace that the service makes of the recording', () => {
    const actions = timed(expertPlay(2))
    const { film } = lookedAt(actions, 2)
    film.seek(film.length)
    expect(film.progress().trace).toEqual(replay(lockOut, { ...headFor(2, 'assessed'), actions }))
  })

  it('runs at the speed that is asked, each gesture in its turn, and stops at its end', () => {
    for (const speed of speeds) {
      const actions = timed(expertPlay(0)).slice(0, 12)
      const { film, wait } = lookedAt(actions)
      const seen: number[] = []
      film.subscribe(({ action }) => seen.push(action.at))
      film.setSpeed(speed)
      film.resume()
      wait(10_000 / speed)
      expect(film.elapsed()).toBeGreaterThan(9_900)
      expect(film.elapsed()).toBeLessThanOrEqual(10_001)
      wait(60_000 / speed)
      expect(film.paused).toBe(true)
      expect(film.elapsed()).toBe(film.length)
      expect(seen).toEqual(actions.map(({ at }) => at))
    }
  })

  it('lets no time pass while it is paused, and begins again once it has ended', () => {
    const { film, wait } = lookedAt(timed(expertPlay(0)).slice(0, 5))
    film.resume()
    wait(3_000)
    film.pause()
    const at = film.elapsed()
    wait(20_000)
    expect(film.elapsed()).toBe(at)
    film.seek(film.length)
    film.resume()
    expect(film.elapsed()).toBe(0)
  })

  it('goes from gesture to gesture, forwards and back, and says each', () => {
    const { film } = lookedAt(timed(shockPlay()))
    const said = () => film.said().map(({ en }) => en).join(' ')
    expect(film.said()).toEqual([])
    film.step(1)
    expect([film.elapsed(), film.count]).toEqual([2_000, 1])
    film.step(1)
    expect(film.count).toBe(2)
    expect(said()).toMatch(/volts|shock|current/i)
    film.step(1)
    expect(film.count).toBe(2)
    film.step(-1)
    expect(film.count).toBe(1)
    film.step(-1)
    expect(film.count).toBe(0)
  })

  it('cannot be acted upon', () => {
    const { film } = lookedAt(timed(shockPlay()))
    film.seek(2_000)
    const before = film.progress()
    expect(film.act({ name: 'close', target: 'door' })).toEqual([])
    expect(film.progress()).toBe(before)
    expect(film.offers()).toEqual([])
    expect(film.hint()).toBeNull()
  })

  it('of an attempt without a gesture is a workshop that stands still', () => {
    const { film, wait } = lookedAt([])
    film.resume()
    wait(1_000)
    expect([film.length, film.elapsed(), film.count]).toEqual([0, 0, 0])
  })
})

const ends = (actions: readonly Action[]) => (actions.at(-1)?.at ?? 0) + 2_000

describe('the stages of an attempt', () => {
  it('follow each other without a gap to its end, each where it was done', () => {
    for (const seed of [0, 1, 2, 3]) {
      const actions = timed(expertPlay(seed))
      const spans = stageSpans(lockOut, traceOf(seed, expertPlay(seed)), ends(actions))
      expect(spans.every(({ done }) => done)).toBe(true)
      expect(spans[0]?.from).toBe(0)
      spans.slice(1).forEach(({ from }, i) => expect(from).toBe(spans[i]?.to))
    }
  })

  it('end with the one that was left undone', () => {
    const spans = stageSpans(lockOut, traceOf(0, expertPlay(0).slice(0, 20)), 60_000)
    expect(spans.at(-1)).toMatchObject({ done: false, to: 60_000 })
  })
})

describe('the expert beside the learner', () => {
  const spansOf = (seed: number, gestures: ReturnType<typeof expertPlay>) => stageSpans(lockOut, traceOf(seed, gestures), ends(timed(gestures)))
  const expert = spansOf(0, expertPlay(0))

  it('does the same at the same time when both play alike', () => {
    for (let at = 0; at < 100_000; at += 1_700) expect(expertTime(expert, expert, at)).toBe(Math.min(at, expert.at(-1)!.to))
  })

  it('is always in the stage that the learner is in, whatever the order', () => {
    const plays = [...Object.values(otherOrders).map((order) => order(0)), ...Object.values(faults).filter(({ seed }) => seed === 0).map(({ play: one }) => one())]
    for (const gestures of plays) {
      const learner = spansOf(0, gestures)
      for (let at = 0; at < ends(timed(gestures)); at += 2_300) {
        const stage = spanAt(learner, at)!
        const theirs = expert.find(({ id }) => id === stage.id)!
        const then = expertTime(learner, expert, at)
        expect(then).toBeGreaterThanOrEqual(theirs.from)
        expect(then).toBeLessThanOrEqual(theirs.to)
      }
    }
  })

  it('is at the learner’s own gesture in a stage that the learner left undone', () => {
    // Everything but the second self-test of the tester: the voltage check is never complete, and the rest goes on.
    const gestures = expertPlay(0)
    const last = gestures.findLastIndex(({ name }) => name === 'self-test')
    const careless = gestures.filter((_, i) => i !== last)
    const learner = { actions: timed(careless), spans: spansOf(0, careless) }
    expect(learner.spans.at(-1)).toMatchObject({ id: 'l5', done: false })
    const master = { actions: timed(gestures), spans: expert }
    const measured = learner.actions.find(({ name }) => name === 'measure')!
    const beside = master.actions.find(({ at }) => at === expertBeside(learner, master, measured.at))
    expect(beside).toMatchObject({ name: 'measure', target: measured.target })
    // Elsewhere it goes by the stages, as ever.
    expect(expertBeside(learner, master, 3_000)).toBe(expertTime(learner.spans, expert, 3_000))
  })
})
