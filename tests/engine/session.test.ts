// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSession } from '#app/engine/session.ts'
import type { Session } from '#app/engine/session.ts'
import { assess } from '#domain/assessment/index.ts'
import type { Mode, RecordingHead } from '#domain/evidence/recording.ts'
import { replay } from '#domain/evidence/replay.ts'
import { digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import type { Action } from '#domain/workshop/action.ts'
import json from '#resources/scenarios/consignation-armoire/scenario.json' with { type: 'json' }
import { expertPlay, shockPlay } from '#tests/support/plays.ts'

const scenario = readScenario(json)
const headFor = (mode: Mode, seed = 0): RecordingHead => ({
  scenario: { id: scenario.id, digest: digestOfScenario(json) }, seed, mode,
  assurance: mode === 'assessed' ? 'online' : 'self', nonce: '0'.repeat(32),
})

function aSession({ mode = 'guided', seed = 0, earlier }: { mode?: Mode; seed?: number; earlier?: Action[] } = {}) {
  const clock = { time: 5_000.5, now: () => clock.time }
  const sent: Action[] = []
  const session = createSession({
    scenario, head: headFor(mode, seed), clock, onActions: (actions) => sent.push(...actions), ...(earlier && { earlier }),
  })
  return { session, clock, sent }
}

const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

describe('a session', () => {
  it('dates each gesture in whole milliseconds since the attempt began', () => {
    const { session, clock, sent } = aSession()
    clock.time += 1_234.7
    session.act({ name: 'read', target: 'diagram' })
    expect(sent).toEqual([{ at: 1234, name: 'read', target: 'diagram' }])
    expect(session.actions()).toEqual(sent)
  })

  it('lets no time pass while the page is hidden', () => {
    const { session, clock } = aSession()
    clock.time += 1_000
    session.pause()
    expect(session.paused).toBe(true)
    clock.time += 60_000
    expect(session.elapsed()).toBe(1_000)
    session.resume()
    clock.time += 500
    session.act({ name: 'read', target: 'diagram' })
    expect(session.actions()[0]?.at).toBe(1_500)
  })

  it('keeps no evidence of a gesture the world does not know', () => {
    const { session, sent } = aSession()
    const before = session.progress()
    expect(refusal(() => session.act({ name: 'fly', target: 'q3' }))).toBe('ERR_UNKNOWN_ACTION')
    expect(refusal(() => session.act({ name: 'open', target: 'q77' }))).toBe('ERR_UNKNOWN_EQUIPMENT')
    expect(sent).toEqual([])
    expect(session.progress()).toBe(before)
  })

  it('ends an assessed attempt at an accident, and refuses what comes after', () => {
    const { session, sent, clock } = aSession({ mode: 'assessed' })
    for (const gesture of shockPlay()) session.act(gesture)
    expect(session.over).not.toBeNull()
    expect(refusal(() => session.act({ name: 'read', target: 'diagram' }))).toBe('ERR_ATTEMPT_CLOSED')
    expect(sent).toHaveLength(shockPlay().length)
    expect(session.offers()).toEqual([])
    const at = session.elapsed()
    clock.time += 9_000
    session.resume()
    expect(session.elapsed()).toBe(at)
  })

  it('goes on after an accident when training, so that one can look around', () => {
    const { session } = aSession({ mode: 'guided' })
    for (const gesture of shockPlay()) session.act(gesture)
    expect(session.over).toBeNull()
    expect(session.act({ name: 'read', target: 'diagram' })).toBeDefined()
  })

  it('gives hints when training, none in practice and none when assessed', () => {
    expect(aSession({ mode: 'practice' }).session.hint()).toBeNull()
    expect(aSession({ mode: 'guided' }).session.hint()).toMatchObject({ fr: expect.any(String), en: expect.any(String) })
    expect(aSession({ mode: 'assessed' }).session.hint()).toBeNull()
  })

  it('offers only gestures that it accepts', () => {
    const { session } = aSession()
    for (const { gesture } of session.offers()) expect(() => aSession().session.act(gesture)).not.toThrow()
    expect(session.offers('q3').every(({ gesture }) => gesture.target === 'q3')).toBe(true)
  })

  it('tells each listener what was done and what the world answered, until they leave', () => {
    const { session } = aSession()
    const heard: string[] = []
    const leave = session.subscribe(({ action, events }) => heard.push(`${action.name}: ${events.map(({ name }) => name).join()}`))
    session.act({ name: 'open', target: 'door' })
    leave()
    session.act({ name: 'close', target: 'door' })
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatch(/^open: /)
  })

  it('takes up an interrupted attempt where it was', () => {
    const play = expertPlay(2)
    const first = playAll(aSession({ mode: 'assessed', seed: 2 }).session, play.slice(0, 30))
    const { session, sent } = aSession({ mode: 'assessed', seed: 2, earlier: [...first.actions()] })
    expect(session.progress().world).toEqual(first.progress().world)
    expect(session.elapsed()).toBe(first.actions().at(-1)?.at)
    playAll(session, play.slice(30))
    expect(sent).toHaveLength(play.length - 30)
    const trace = replay(scenario, { ...headFor('assessed', 2), actions: [...session.actions()] })
    expect(assess(scenario.rubric, trace).acquired).toBe(true)
  })

  it('leaves evidence that replays to the very same world, for every variant', () => {
    for (const seed of [0, 1, 2, 3, 12, 32, 44]) {
      const session = playAll(aSession({ mode: 'assessed', seed }).session, expertPlay(seed))
      const trace = replay(scenario, { ...headFor('assessed', seed), actions: [...session.actions()] })
      expect(trace.moments.at(-1)?.world).toEqual(session.progress().world)
      expect(assess(scenario.rubric, trace).acquired).toBe(true)
    }
  })

  it('never dates a gesture before the one before, however the page is hidden and shown', () => {
    const step = fc.record({ wait: fc.double({ min: 0, max: 5_000, noNaN: true }), then: fc.constantFrom('act', 'pause', 'resume') })
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { session, clock } = aSession()
      let passed = 0
      for (const { wait, then } of steps) {
        clock.time += wait
        passed += wait
        if (then === 'act') session.act({ name: 'read', target: 'diagram' })
        else session[then]()
      }
      const times = session.actions().map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      // A thousandth of a millisecond for sums of fractions, which do not come out even.
      expect(times.every((at) => Number.isSafeInteger(at) && at <= passed + 0.001)).toBe(true)
    }))
  })
})

function playAll(session: Session, gestures: ReturnType<typeof expertPlay>): Session {
  for (const gesture of gestures) session.act(gesture)
  return session
}
