// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { lockOut, resultsOf, traceOf } from '#tests/support/lock-out.ts'
import { expertPlay, faults, otherOrders, parts, seeds, shockPlay, unluckySeeds, variantNames } from '#tests/support/plays.ts'

const melec = ['C1', 'C2', 'C5', 'C7', 'C8', 'C9', 'C11', 'C12']
const criterion = (results: Results, id: string) => results.criteria.find((one) => one.id === id)
const notMet = (results: Results) => results.criteria.filter(({ result }) => result === 'not-met').map(({ id }) => id)
const g = (name: string, target: string, rest: Partial<Gesture> = {}): Gesture => ({ name, target, ...rest })

describe('a perfect attempt', () => {
  for (const name of variantNames) {
    it(`acquires every competence in the variant ${name}`, () => {
      const results = resultsOf(seeds[name], expertPlay(seeds[name]))
      expect(results.competences.map(({ code, result }) => [code, result])).toEqual(melec.map((code) => [code, 'acquired']))
      expect(results).toMatchObject({ acquired: true, eliminated: [] })
      expect(notMet(results)).toEqual([])
    })
  }

  for (const [what, seed] of Object.entries(unluckySeeds)) {
    it(`finds and mends the misfortune: ${what}`, () => {
      expect(resultsOf(seed, expertPlay(seed)).acquired).toBe(true)
    })
  }

  for (const [order, gestures] of Object.entries(otherOrders)) {
    it(`may be done in another legal order: ${order}`, () => {
      for (const name of variantNames) {
        const results = resultsOf(seeds[name], gestures(seeds[name]))
        expect(notMet(results), name).toEqual([])
        expect(results.competences).toEqual(resultsOf(seeds[name], expertPlay(seeds[name])).competences.map((one) =>
          // Earthing done though optional is one more criterion met.
          ({ ...one, criteria: results.competences.find(({ code }) => code === one.code)?.criteria })))
        expect(results.acquired).toBe(true)
      }
    })
  }
})

describe('each eliminatory fault', () => {
  it('of the rubric has a play here: the seven of the facts', () => {
    expect(lockOut.rubric.criteria.filter(({ eliminatory }) => eliminatory).map(({ id }) => id)).toEqual(Object.keys(faults))
    expect(Object.keys(faults)).toHaveLength(7)
  })

  for (const [id, { seed, play }] of Object.entries(faults)) {
    it(`${id} alone eliminates, with its own reason and moment`, () => {
      const results = resultsOf(seed, play())
      expect(results.eliminated).toEqual([id])
      expect(results.acquired).toBe(false)
      const { reason, at, competences } = criterion(results, id) ?? {}
      const own = lockOut.rubric.criteria.find((one) => one.id === id)?.reasons.notMet.fr ?? ''
      expect(reason?.fr.split(/\d+:\d+/)).toEqual(own.split('{time}'))
      expect(at).toBeGreaterThan(0)
      for (const code of competences ?? []) expect(results.competences.find((one) => one.code === code)?.result).toBe('not-acquired')
    })
  }

  it('has a reason no other has', () => {
    const reasons = lockOut.rubric.criteria.filter(({ eliminatory }) => eliminatory).map(({ reasons: { notMet: { fr } } }) => fr)
    expect(new Set(reasons).size).toBe(7)
  })

  it('is not undone by doing it right afterwards', () => {
    const late = [...(faults['e-vat-order']?.play() ?? [])]
    expect(late.length).toBeGreaterThan(expertPlay(0).length)
    expect(resultsOf(0, late).eliminated).toContain('e-vat-order')
  })
})

describe('the key', () => {
  const index = expertPlay(0).findIndex(({ name }) => name === 'keep')
  it('left on the shared board for a moment while its padlock is in use is a fault, even taken back', () => {
    expect(resultsOf(0, expertPlay(0).toSpliced(index, 0, g('leave-on-board', 'key'))).eliminated).toEqual(['e-lock'])
  })

  it('may hang there while its padlock is free', () => {
    expect(resultsOf(0, [g('leave-on-board', 'key'), g('leave-on-board', 'key-2'), ...expertPlay(0)]).acquired).toBe(true)
  })

  it('left in the padlock is a fault', () => {
    expect(resultsOf(0, expertPlay(0).toSpliced(index, 1)).eliminated).toEqual(['e-lock'])
  })
})

describe('lesser mistakes', () => {
  const [expert, generator] = [expertPlay(0), expertPlay(2)]
  const before = (list: Gesture[], name: string, target: string, ...extra: Gesture[]) =>
    list.flatMap((one) => (one.name === name && one.target === target ? [...extra, one] : [one]))
  const without = (list: Gesture[], name: string, target: string) => list.filter((one) => one.name !== name || one.target !== target)
  const mistakes: [string, number, Gesture[], string[]][] = [
    ['opening a wrong breaker and closing it again', 0, before(expert, 'open', 'q3', g('open', 'q1'), g('close', 'q1')), ['l2-right-only']],
    ['never reading the diagram', 0, without(expert, 'read', 'diagram'), ['l0-diagram']],
    ['noting the wrong device', 0, expert.map((one) => (one.target === 'sheet.device' ? { ...one, value: 'q2' } : one)), ['l0-device']],
    ['forgetting the backup on the sheet', 0, without(expert, 'fill', 'sheet.backup'), ['l0-sources']],
    ['keeping the watch on', 0, without(expert, 'take-off', 'watch'), ['l1-protection']],
    ['not inspecting the gloves', 0, without(expert, 'inspect', 'gloves'), ['l1-protection']],
    ['wearing pierced gloves', 32, expertPlay(32).filter(({ name }) => name !== 'exchange'), ['l1-protection']],
    ['breaking the generator’s load with Q9', 2, without(without(generator, 'stop', 'm1'), 'start', 'm1'), ['l2-load-break']],
    ['yesterday’s date on the tag', 0, expert.map((one) => (one.target === 'tag.date' ? { ...one, value: 'yesterday' } : one)), ['l3-tag']],
    ['not reading the mark at the work point', 0, without(expert, 'identify', 'x3'), ['l4-identification']],
    ['a wrong line on the certificate', 0, expert.map((one) => (one.target === 'attestation.work' ? { ...one, value: 'lighting' } : one)), ['l7-attestation']],
    ['no barrier', 0, without(without(expert, 'place', 'barrier'), 'remove', 'barrier'), ['l7-barrier']],
    ['power restored with the door open', 0, without(expert, 'close', 'door'), ['l8-reverse']],
    ['unlocking before the zone is clear', 0, without(expert, 'clear-zone', 'work-leader'), ['l8-clear']],
    ['not starting the extractor again', 0, without(expert, 'start', 'm1'), ['l8-restored']],
    ['taking the earth clamp off first', 3, expertPlay(3).flatMap((one) => (one.name === 'disconnect' && one.target === 'x3.n'
      ? [g('disconnect', 'x3.pe', { with: 'earthing-kit' }), one] : one.name === 'disconnect' && one.target === 'x3.pe' ? [] : [one])), ['l6-earthing']],
    ['clamping a phase before earth', 3, before(without(expertPlay(3), 'connect', 'x3.l1'), 'connect', 'x3.pe', g('connect', 'x3.l1', { with: 'earthing-kit' })), ['l6-earthing']],
  ]
  for (const [what, seed, gestures, ids] of mistakes) {
    it(`cost their own criterion and eliminate nobody: ${what}`, () => {
      const results = resultsOf(seed, gestures)
      expect(notMet(results)).toEqual(ids)
      expect(results).toMatchObject({ eliminated: [], acquired: false })
    })
  }

  it('undoing the lock-out without notice', () => {
    const early = [...expert.slice(0, expert.findIndex(({ name }) => name === 'receive-end-of-work')), ...parts.clearUp(), ...parts.unlock('q3')]
    expect(notMet(resultsOf(0, early))).toEqual(expect.arrayContaining(['l8-notice', 'l8-clear']))
  })
})

describe('testing the tester', () => {
  const expert = expertPlay(0)
  const first = expert.findIndex(({ name }) => name === 'self-test')
  const last = expert.findLastIndex(({ name }) => name === 'self-test')

  it('is required before', () => {
    expect(notMet(resultsOf(0, expert.toSpliced(first, 1)))).toEqual(['l5-test-before', 'e-vat'])
  })

  it('is required after', () => {
    expect(notMet(resultsOf(0, expert.toSpliced(last, 1)))).toEqual(['l5-test-after', 'e-vat'])
  })

  it('is required close to the measurements: within three minutes to show it, within a quarter of an hour not to be eliminated', () => {
    const trace = traceOf(0, expert)
    const waiting = (ms: number) => ({
      ...trace, moments: trace.moments.map((moment, index) => ({ ...moment, at: moment.action.at + (index > first ? ms : 0) })),
    })
    expect(notMet(assess(lockOut.rubric, waiting(181_000)))).toEqual(['l5-test-before'])
    expect(notMet(assess(lockOut.rubric, waiting(901_000)))).toEqual(['l5-test-before', 'e-vat'])
  })

  it('may be begun again: a check done badly, then well, is done well', () => {
    const badly = [...parts.measure().slice(0, 3), g('self-test', 'tester')]
    expect(resultsOf(0, expert.toSpliced(first, 0, ...badly)).acquired).toBe(true)
  })

  it('is void once the padlock has been off again, until it is done afresh', () => {
    const last = expert.findLastIndex(({ name }) => name === 'self-test')
    const reopened = [g('unlock', 'q3', { with: 'key' }), g('close', 'q3'), g('open', 'q3'), g('lock', 'q3', { with: 'padlock' }), g('keep', 'key')]
    expect(resultsOf(0, expert.toSpliced(last + 1, 0, ...reopened)).eliminated).toEqual(['e-vat'])
    expect(resultsOf(0, expert.toSpliced(last + 1, 0, ...reopened, ...parts.checkVoltage(0))).acquired).toBe(true)
  })

  it('shows every one of the ten pairs missing', () => {
    for (let index = first + 1; index < last; index++) {
      expect(notMet(resultsOf(0, expert.toSpliced(index, 1)))).toEqual(['l5-pairs', 'l5-test-after', 'e-vat'])
    }
  })
})

describe('the second source', () => {
  it('shows itself to who measures, and can still be separated', () => {
    const seed = seeds.generator
    const forgetful = [
      ...parts.identifySources(seed), ...parts.protect(seed), ...parts.stopLoad(), ...parts.lockOut('q3'), ...parts.identify(),
      ...parts.selfTest(), ...parts.measure().slice(0, 1), ...parts.lockOut('q9', '-2'), ...parts.checkVoltage(seed),
      ...parts.handOver(seed), ...parts.authorise(), ...parts.restore(seed),
    ]
    expect(resultsOf(seed, forgetful)).toMatchObject({ acquired: true, eliminated: [] })
  })

  it('forgotten to the end, hurts the work leader', () => {
    const seed = seeds.generator
    const trace = traceOf(seed, [...parts.lockOut('q3'), ...parts.handOver(0), ...parts.authorise()])
    expect(trace.over).toBe('accident')
    expect(assess(lockOut.rubric, trace).eliminated).toEqual(expect.arrayContaining(['e-vat']))
  })
})

describe('more care than asked', () => {
  it('is no fault: the spare backup feed locked out too, and the certificate says so', () => {
    const careful = expertPlay(0).flatMap((one) => (one.name === 'open' && one.target === 'q3' ? [...parts.lockOut('q9', '-2'), one] : [one]))
      .map((one) => (one.target === 'attestation.backup' ? { ...one, value: 'locked' } : one))
    expect(resultsOf(0, careful)).toMatchObject({ acquired: true, eliminated: [] })
  })

  it('is no fault: a certificate signed with a mistake is begun again before it is handed over', () => {
    const index = expertPlay(0).findIndex(({ name }) => name === 'hand-over')
    const again = expertPlay(0).filter(({ name, target }) => (name === 'fill' && target.startsWith('attestation.')) || name === 'sign')
    const mistaken = expertPlay(0).map((one) => (one.target === 'attestation.date' ? { ...one, value: 'yesterday' } : one))
    expect(resultsOf(0, mistaken.toSpliced(index, 0, g('start-over', 'attestation'), ...again)).acquired).toBe(true)
  })
})

describe('an attempt that stops early', () => {
  it('leaves unobserved what was not reached, and acquires nothing', () => {
    const results = resultsOf(0, [])
    expect(new Set(results.criteria.map(({ result }) => result))).toEqual(new Set(['not-observed']))
    expect(results).toMatchObject({ acquired: false, eliminated: [] })
    expect(results.competences.every(({ result }) => result === 'not-observed')).toBe(true)
  })

  it('keeps what the shock says', () => {
    const results = resultsOf(0, shockPlay())
    expect(results.eliminated).toEqual(['e-contact'])
    expect(criterion(results, 'e-contact')?.at).toBe(4_000)
  })

  it('judges earthing only where it is compulsory', () => {
    expect(criterion(resultsOf(0, expertPlay(0)), 'e-earthing')).toBeUndefined()
    expect(criterion(resultsOf(3, expertPlay(3)), 'e-earthing')?.result).toBe('met')
  })
})
