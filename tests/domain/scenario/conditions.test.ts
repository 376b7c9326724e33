// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { find, holds } from '#domain/scenario/index.ts'
import type { Condition, Match } from '#domain/scenario/index.ts'
import { traceOf } from '#tests/support/lock-out.ts'

const g = (name: string, target: string, rest: { with?: string; second?: string; value?: string } = {}) => ({ name, target, ...rest })
// Actions at 2, 4, 6… seconds.
const trace = traceOf(0, [
  g('read', 'diagram'), g('stop', 'm1'), g('open', 'q3'), g('self-test', 'tester'), g('open', 'door'),
  g('measure', 'x3.l2', { with: 'tester', second: 'x3.l1' }), g('measure', 'x3.l1', { with: 'tester', second: 'x3.n' }), g('self-test', 'tester'), g('close', 'q3'),
])
const check = (condition: Condition) => holds(condition, trace)
const read: Match = { name: 'read' }
const opened: Match = { event: 'opened', target: 'q3' }
const test: Match = { name: 'self-test', event: 'self-test-passed' }
const between = (a: string, b: string): Match => ({ between: [a, b] })

describe('the rubric’s language', () => {
  it('knows what was done and what never was', () => {
    expect(check({ done: opened })).toBe(true)
    expect(check({ never: opened })).toBe(false)
    expect(check({ done: { target: 'q2' } })).toBe(false)
    expect(check({ never: { target: 'q2' } })).toBe(true)
  })

  it('knows what came before what', () => {
    expect(check({ before: [read, opened] })).toBe(true)
    expect(check({ before: [opened, read] })).toBe(false)
    expect(check({ before: [read, { target: 'q2' }] })).toBe(true)
    expect(check({ before: [{ target: 'q2' }, read] })).toBe(false)
  })

  it('knows how long after', () => {
    const withinSeconds = (seconds: number): Condition => ({ within: { ms: seconds * 1000, from: test, to: { name: 'measure' } } })
    expect(check(withinSeconds(6))).toBe(true)
    expect(check(withinSeconds(5))).toBe(false)
    expect(check({ within: { ms: 1000, from: test, to: { target: 'q2' } } })).toBe(false)
  })

  it('finds steps in order, in any order inside a step, and nothing forbidden between', () => {
    const pairs = [between('x3.n', 'x3.l1'), between('x3.l1', 'x3.l2')]
    const steps = [{ one: test }, { allOf: pairs, withinMs: 4000 }, { one: test }]
    expect(check({ sequence: { steps } })).toBe(true)
    expect(check({ sequence: { steps: [{ one: test }, { allOf: pairs, withinMs: 3999 }] } })).toBe(false)
    expect(check({ sequence: { steps, without: { target: 'door' } } })).toBe(false)
    expect(check({ sequence: { steps: steps.toReversed() } })).toBe(true)
    expect(check({ sequence: { steps: [{ allOf: pairs }, { one: opened }] } })).toBe(false)
  })

  it('reads the world at the end, and around a moment', () => {
    expect(check({ state: [{ of: 'q3', is: { closed: true } }] })).toBe(true)
    expect(check({ state: [{ of: ['q1', 'q3'], is: { closed: true, padlock: null } }] })).toBe(true)
    expect(check({ done: { name: 'measure', when: [{ of: 'q3', is: { closed: false } }] } })).toBe(true)
    expect(check({ done: { name: 'open', target: 'q3', then: [{ of: 'q3', is: { closed: true } }] } })).toBe(false)
  })

  it('asks something of each time', () => {
    expect(check({ every: { name: 'measure' }, needs: { done: opened } })).toBe(true)
    const late = find({ every: { name: ['open', 'measure'] }, needs: { done: test } }, trace)
    expect(late).toMatchObject({ holds: false, moment: { at: 6000 } })
    expect(check({ every: { target: 'q2' }, needs: { done: read } })).toBe(true)
  })

  it('joins sentences and speaks of each item of a list', () => {
    expect(check({ all: [{ done: read }, { not: { done: { target: 'q2' } } }] })).toBe(true)
    expect(check({ any: [{ done: { target: 'q2' } }, { done: read }] })).toBe(true)
    expect(check({ any: [] })).toBe(false)
    expect(check({ each: '$devices', holds: { done: { event: 'opened', target: '$it' } } })).toBe(true)
    expect(check({ each: ['q3', 'q2'], holds: { done: { event: 'opened', target: '$it' } } })).toBe(false)
  })

  it('names the moment that decides', () => {
    expect(find({ never: opened }, trace).moment?.at).toBe(6000)
    expect(find({ all: [{ done: read }, { done: opened }] }, trace).moment?.at).toBe(6000)
    expect(find({ done: { target: 'q2' } }, trace).moment).toBeNull()
  })

  it('refuses a named condition that was not put in place', () => {
    expect(() => check({ use: 'protected' })).toThrow('ERR_SCENARIO_INVALID')
  })
})
