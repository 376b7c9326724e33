// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { lastEvents, played } from '#tests/support/lock-out.ts'
import { parts, seeds, shockPlay } from '#tests/support/plays.ts'

const g = (name: string, target: string, rest: { with?: string; second?: string; value?: string } = {}) => ({ name, target, ...rest })
const named = (seed: number, gestures: Parameters<typeof played>[1]) => lastEvents(seed, gestures).map(({ name }) => name)
const opened = [g('open', 'q3'), g('open', 'door')]

describe('what hurts', () => {
  it('gives a shock to a bare hand on a live terminal, and ends an assessed attempt', () => {
    const progress = played(seeds.plain, shockPlay())
    expect(progress.events).toMatchObject([{ name: 'shock', target: 'x3.l1', values: { volts: 230, cause: 'touched-live' } }])
    expect(progress.over).toBe('shock')
    expect(progress.trace.over).toBe('shock')
  })

  it('lets a guided attempt go on after the shock', () => {
    const progress = played(seeds.plain, [...shockPlay(), g('close', 'door')], 'guided')
    expect(progress.over).toBeUndefined()
    expect(progress.events[0]?.name).toBe('door-closed')
  })

  it('in practice is kept in the trace, and one goes on from just before', () => {
    const before = played(seeds.plain, shockPlay().slice(0, -1), 'practice')
    const hurt = played(seeds.plain, shockPlay(), 'practice')
    expect(hurt.events[0]?.name).toBe('shock')
    expect(hurt.over).toBeUndefined()
    expect(hurt.world).toEqual(before.world)
    expect(hurt.trace.moments.at(-1)?.events).toEqual(hurt.events)
    expect(played(seeds.plain, [...shockPlay(), g('close', 'door')], 'practice').events[0]?.name).toBe('door-closed')
  })

  it('in practice takes back the gesture itself: the breaker closed on an earthed line is open again', () => {
    const before = [...opened, ...parts.earth()]
    const practised = played(seeds.plain, [...before, g('close', 'q3')], 'practice')
    expect(practised.events.map(({ name }) => name)).toContain('arc')
    expect(practised.world).toEqual(played(seeds.plain, before, 'practice').world)
  })

  it('strikes an arc under gloved fingers', () => {
    expect(named(seeds.plain, [...parts.protect(0), g('open', 'door'), g('touch', 'x3.l2')])).toEqual(['arc'])
  })

  it('shocks through pierced gloves', () => {
    expect(named(32, [g('put-on', 'gloves'), g('open', 'door'), g('touch', 'x3.l2')])).toEqual(['shock'])
  })

  it('strikes an arc when a live conductor is earthed, and the clamp stays off', () => {
    const progress = played(seeds.plain, [g('open', 'door'), g('connect', 'x3.l1', { with: 'earthing-kit' })], 'guided')
    expect(progress.events).toMatchObject([{ name: 'arc', values: { cause: 'earthed-live' } }])
    expect(progress.world['earthing-kit']).toMatchObject({ clamps: [] })
  })

  it('strikes an arc when a breaker closes onto an earthed circuit, and does not hold', () => {
    const progress = played(seeds.plain, [...opened, ...parts.earth(), g('close', 'q3')], 'guided')
    expect(progress.events).toMatchObject([{ name: 'arc', values: { cause: 'closed-on-earth' } }])
    expect(progress.world['q3']).toMatchObject({ closed: false })
  })

  it('hurts the work leader who was told it was safe', () => {
    const progress = played(seeds.generator, [...parts.lockOut('q3'), g('authorise-work', 'work-leader')])
    expect(progress.events).toMatchObject([{ name: 'accident', values: { at: 'x3.l1', volts: 230 } }])
    expect(progress.over).toBe('accident')
  })

  it('says so when a disconnector breaks a load, and not when a breaker does', () => {
    expect(named(seeds.plain, [g('open', 'q0')])).toContain('load-break')
    expect(named(seeds.plain, [g('open', 'q3')])).toContain('load-cut')
    expect(named(seeds.plain, [g('stop', 'm1'), g('stop', 'e1'), g('open', 'q0')])).toEqual(['opened'])
  })

  it('breaks the load on the generator too', () => {
    expect(named(seeds.generator, [g('open', 'q3'), g('open', 'q9')])).toContain('load-break')
  })

  it('touches a dead terminal without harm', () => {
    expect(named(seeds.plain, [...opened, g('touch', 'x3.l1')])).toEqual(['touched'])
  })
})

describe('what the objects refuse', () => {
  const reasons: [string, Parameters<typeof played>[1], string][] = [
    ['a terminal behind a closed door', [g('touch', 'x3.l1')], 'door-closed'],
    ['a padlock on a closed lever', [g('lock', 'q3', { with: 'padlock' })], 'lever-closed'],
    ['a locked lever', [g('open', 'q3'), g('lock', 'q3', { with: 'padlock' }), g('close', 'q3')], 'lever-locked'],
    ['one padlock on two levers', [g('open', 'q3'), g('lock', 'q3', { with: 'padlock' }), g('open', 'q2'), g('lock', 'q2', { with: 'padlock' })], 'padlock-used'],
    ['another padlock’s key', [g('open', 'q3'), g('lock', 'q3', { with: 'padlock' }), g('unlock', 'q3', { with: 'key-2' })], 'wrong-key'],
    ['a key left on the board', [g('open', 'q3'), g('lock', 'q3', { with: 'padlock' }), g('leave-on-board', 'key'), g('unlock', 'q3', { with: 'key' })], 'key-on-board'],
    ['signing an incomplete certificate', [g('sign', 'attestation')], 'form-incomplete'],
    ['handing over an unsigned certificate', [g('hand-over', 'attestation', { with: 'work-leader' })], 'not-signed'],
    ['ending work that has not begun', [g('receive-end-of-work', 'work-leader')], 'work-not-started'],
    ['closing out a certificate nobody received', [g('end', 'attestation')], 'not-handed-over'],
  ]
  for (const [what, gestures, reason] of reasons) {
    it(`refuse ${what}`, () => {
      expect(lastEvents(seeds.plain, gestures)).toMatchObject([{ name: 'refused', values: { reason } }])
    })
  }
})

describe('the instruments', () => {
  const measure = (tool: string, target: string, second: string) => g('measure', target, { with: tool, second })

  it('light the tester up to 400 V between phases and up to 230 V to neutral', () => {
    const shown = (second: string) => played(seeds.plain, [g('open', 'door'), measure('tester', 'x3.l1', second)], 'guided').world['tester']
    expect(shown('x3.l2')).toMatchObject({ display: { light: 400, lights: [12, 50, 120, 230, 400] } })
    expect(shown('x3.n')).toMatchObject({ display: { light: 230, lights: [12, 50, 120, 230] } })
  })

  it('leave the tester dark on a dead circuit', () => {
    expect(lastEvents(seeds.plain, [...opened, measure('tester', 'x3.l1', 'x3.l2')])).toMatchObject([{ name: 'voltage-shown', values: { light: 0, dead: true } }])
  })

  it('leave a tester with a weak battery dark on a live circuit: why it is tested first', () => {
    expect(lastEvents(12, [g('open', 'door'), measure('tester', 'x3.l1', 'x3.l2')])).toMatchObject([{ values: { light: 0, dead: true } }])
    expect(named(12, [g('self-test', 'tester')])).toEqual(['self-test-failed'])
    expect(named(12, [g('exchange', 'tester'), g('self-test', 'tester')])).toEqual(['self-test-passed'])
  })

  it('show whole volts on the multimeter', () => {
    expect(lastEvents(seeds.plain, [g('open', 'door'), measure('multimeter', 'x3.l1', 'x3.l2')])).toMatchObject([{ name: 'volts-shown', values: { volts: 398 } }])
  })

  it('follow the wires to the devices that feed the work point', () => {
    const devices = (seed: number) => lastEvents(seed, [g('open', 'door'), g('trace', 'x3')])[0]?.values?.['devices']
    expect([0, 1, 2, 3].map(devices)).toEqual(['q3', 'q2', 'q3 q9', 'q3'])
  })
})
