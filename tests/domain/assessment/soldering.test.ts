// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { expertActions, expertPlay, faults, hazards, otherOrders, parts, timed, unluckySeeds, variantNames } from '#tests/support/plays/brasage-composant.ts'
import { soldering, solderingResults, solderingTrace } from '#tests/support/soldering.ts'

const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })
const notMet = ({ criteria }: Results) => criteria.filter(({ result }) => result === 'not-met').map(({ id }) => id)
const played = (seed: number, gestures: readonly Gesture[]) => solderingResults(seed, timed(gestures))
const events = (seed: number, gestures: readonly Gesture[]) =>
  solderingTrace(seed, timed(gestures), 'guided').moments.flatMap((moment) => moment.events.map(({ name }) => name))
const replaced = (seed: number, to: (gesture: Gesture) => Gesture[]) => expertPlay(seed).flatMap(to)

describe('soldering as an expert does', () => {
  for (const [seed, name] of variantNames.entries()) {
    it(`acquires everything in the variant ${name}, in real time and in extended time`, () => {
      for (const actions of [expertActions(seed), timed(expertPlay(seed))]) {
        const results = solderingResults(seed, actions)
        expect(notMet(results)).toEqual([])
        expect(results).toMatchObject({ acquired: true, eliminated: [] })
      }
    })
  }

  for (const [what, seed] of Object.entries(unluckySeeds)) {
    it(`finds and mends the misfortune: ${what}`, () => expect(played(seed, expertPlay(seed)).acquired).toBe(true))
  }

  for (const [order, play] of Object.entries(otherOrders)) {
    it(`may be done in another legal order: ${order}`, () => {
      for (const seed of variantNames.keys()) expect(notMet(played(seed, play(seed))), `${seed}`).toEqual([])
    })
  }

  it('bears a quicker and a slower hand: a gesture every 1.3 to 3 seconds', () => {
    for (const every of [1_300, 1_700, 2_500, 3_000]) expect(solderingResults(0, timed(expertPlay(0), every)).acquired, `${every}`).toBe(true)
  })

  it('is judged the same, bit for bit, when it is replayed', () => {
    for (const seed of variantNames.keys()) {
      expect(JSON.stringify(solderingTrace(seed, expertActions(seed)))).toBe(JSON.stringify(solderingTrace(seed, expertActions(seed))))
    }
  })

  it('keeps extended time in the evidence, at the gesture itself', () => {
    const paces = (actions: ReturnType<typeof timed>) => solderingTrace(0, actions).moments.flatMap((moment) => moment.events)
      .filter(({ name }) => name === 'iron-applied').map(({ values }) => values?.['pace'])
    expect(paces(timed(expertPlay(0)))).toEqual(['quarter', 'quarter'])
    expect(paces(expertActions(0))).toEqual(['full', 'full'])
  })
})

describe('each eliminatory fault of soldering', () => {
  it('has a play here', () => {
    expect(soldering.rubric.criteria.filter(({ eliminatory }) => eliminatory).map(({ id }) => id)).toEqual(Object.keys(faults))
  })

  for (const [id, { seed, play }] of Object.entries(faults)) {
    it(`${id} alone eliminates, with its own reason and moment`, () => {
      const results = played(seed, play())
      expect(results.eliminated).toEqual([id])
      const found = results.criteria.find((one) => one.id === id)
      const own = soldering.rubric.criteria.find((one) => one.id === id)?.reasons.notMet.fr ?? ''
      expect(found?.reason.fr.split(/\d+:\d+/)[0]).toBe(own.split('{time}')[0])
      expect(found?.reason.fr).not.toContain('{')
      expect(found?.at).toBeGreaterThan(0)
    })
  }

  it('a cut lead in an unprotected eye ends the attempt', () => {
    const { seed, play } = hazards['eye-hit'] ?? { seed: 0, play: () => [] }
    const end = play().findIndex(({ name }) => name === 'trim-lead')
    const trace = solderingTrace(seed, timed(play().slice(0, end + 1)))
    expect(trace.over).toBe('eye-hit')
    expect(assess(soldering.rubric, trace).eliminated).toContain('e-eyes')
  })
})

describe('the hazards of the bench', () => {
  const hot = [...parts.station(0), ...parts.look('p1', 10)]

  it('burn whoever touches the tip, or a joint just made, and nobody once it is cold', () => {
    expect(events(0, [...hot, g('touch-tip', 'iron')])).toContain('burnt')
    expect(events(0, [g('touch-tip', 'iron')])).toContain('felt-cold')
    const upTo = expertPlay(0).slice(0, expertPlay(0).findIndex(({ name }) => name === 'withdraw') + 1)
    expect(events(0, [...upTo, g('touch-joint', 'board.p1')])).toEqual(expect.arrayContaining(['burnt', 'joint-disturbed']))
    expect(events(0, [...upTo, ...parts.stand(), ...parts.look('p1', 8), g('touch-joint', 'board.p1')])).not.toContain('burnt')
  })

  it('keep the tip hot for minutes after the station is off', () => {
    expect(events(0, [...hot, g('switch-off', 'iron'), ...parts.look('p1', 20), g('touch-tip', 'iron')])).toContain('burnt')
  })

  it('send a charge through the board from an unearthed hand, or one whose strap does not earth', () => {
    expect(events(0, parts.place(0))).toContain('discharged')
    expect(events(12, [g('put-on', 'strap'), ...parts.place(12)])).toContain('discharged')
    expect(events(0, [...parts.strap(0), ...parts.place(0)])).not.toContain('discharged')
  })

  it('tear the pad off with a braid lifted from cold solder, and clean it when the solder is molten', () => {
    const made = expertPlay(0).slice(0, expertPlay(0).findIndex(({ name }) => name === 'stand-iron'))
    const braid = (name: string, rest = {}) => g(name, name === 'lift-braid' ? 'board' : 'board.p1', { with: 'braid', ...rest })
    expect(events(0, [...made, braid('lay-braid'), braid('lift-braid')])).toContain('braid-tore')
    const clean = [...made, braid('lay-braid'), parts.apply('p1'), ...parts.look('p1', 7), braid('lift-braid'), parts.withdraw(), ...parts.look('p1', 2)]
    expect(events(0, clean)).toContain('braid-lifted')
    expect(solderingTrace(0, timed(clean), 'guided').moments.at(-1)?.world['board']).toMatchObject({ joints: { p1: { verdict: 'empty', lifted: false } } })
  })

  const refusals: [string, Gesture[], string][] = [
    ['an iron that is not in the hand', [...parts.strap(0), ...parts.place(0), parts.apply('p1')], 'iron-not-in-hand'],
    ['to solder a hole without a lead', [...parts.take(), parts.apply('p1')], 'no-lead'],
    ['to tin a cold tip', [g('tin-tip', 'iron', { with: 'wire' })], 'tip-too-cold'],
    ['to feed where nothing is hot', [parts.feed()], 'nothing-hot'],
    ['to cut a lead that is not soldered', [g('trim-lead', 'board.p1', { with: 'cutters' })], 'not-soldered'],
    ['to test a strap nobody wears', [g('test-strap', 'strap')], 'strap-not-worn'],
  ]
  for (const [what, gestures, reason] of refusals) {
    it(`refuse ${what}`, () => {
      expect(solderingTrace(0, timed(gestures), 'guided').moments.at(-1)?.events.at(-1)).toMatchObject({ name: 'refused', values: { reason } })
    })
  }
})

describe('lesser mistakes at the bench', () => {
  const without = (seed: number, name: string, target: string) => replaced(seed, (one) => (one.name === name && one.target === target ? [] : [one]))
  const slip = replaced(0, (one) => (one.name === 'bend-leads' ? [] : [one]))
  const mistakes: [string, number, Gesture[], string[]][] = [
    ['not reading the order', 0, without(0, 'read', 'order'), ['s0-order']],
    ['not testing the strap', 0, without(0, 'test-strap', 'strap'), ['s1-static']],
    ['no extraction', 0, without(0, 'start', 'arm'), ['s1-fumes']],
    ['leaving the setting as it was found', 0, without(0, 'set-temperature', 'iron'), ['s2-setting']],
    ['a tip neither cleaned nor tinned', 0, replaced(0, (one) => (['wipe-tip', 'tin-tip'].includes(one.name) ? [] : [one])), ['s2-tip']],
    ['the component the wrong way round, and said so', 0, replaced(0, (one) => (one.name === 'put-through' ? [{ ...one, value: 'hole-1' }]
      : one.target === 'record.result' ? [{ ...one, value: 'not-conform' }] : [one])), ['s3-way']],
    ['leads left straight: the first joint slips', 0, replaced(0, (one) => (one.name === 'bend-leads' ? [] : one.target === 'record.joint-1' ? [{ ...one, value: 'bad' }]
      : one.target === 'record.result' ? [{ ...one, value: 'not-conform' }] : [one])), ['s3-held', 's4-joint-1']],
    ['not looking through the magnifier after soldering', 0, replaced(0, (one) => (one.name === 'inspect-joint' ? [g('read', 'order')] : [one])), ['s5-inspect']],
    ['leads not trimmed', 0, replaced(0, (one) => (one.name === 'trim-lead' ? [] : [one])), ['s5-trim']],
    ['continuity not checked', 0, without(0, 'check-continuity', 'board'), ['s5-continuity']],
    ['a wrong line on the record', 0, replaced(0, (one) => (one.target === 'record.setting' ? [{ ...one, value: 's400' }] : [one])), ['s6-record']],
    ['the station left on', 0, without(0, 'switch-off', 'iron'), ['s6-tidy']],
  ]
  for (const [what, seed, gestures, ids] of mistakes) {
    it(`cost their own criterion and eliminate nobody: ${what}`, () => {
      expect(played(seed, gestures)).toMatchObject({ eliminated: [], acquired: false })
      expect(notMet(played(seed, gestures))).toEqual(ids)
    })
  }

  it('the iron withdrawn before the wire leaves a spike', () => {
    const late = replaced(0, (one) => (one.name === 'stop-feed' ? [] : [one]))
    expect(events(0, late)).toContain('wire-pulled-late')
    expect(notMet(played(0, late))).toEqual(expect.arrayContaining(['s4-wire', 's4-joint-1']))
  })

  it('a slipped joint heated again with a little wire is mended', () => {
    const again = [...parts.take(), parts.apply('p1'), ...parts.look('p1', 2), parts.feed('joint-slow'), parts.stop(), parts.withdraw(), ...parts.look('p1', 2), ...parts.stand()]
    const mended = slip.flatMap((one) => (one.name === 'trim-lead' && one.target === 'board.p1' ? [...again, one] : [one]))
    expect(notMet(played(0, mended))).toEqual(['s3-held'])
  })
})
