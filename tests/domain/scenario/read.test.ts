// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { readFramework } from '#domain/competence/index.ts'
import { checkCompetences, digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import type { Scenario } from '#domain/scenario/index.ts'
import melec from '#resources/frameworks/melec.json' with { type: 'json' }
import { lockOut, scenarioJson } from '#tests/support/lock-out.ts'

/** The scenario with one thing changed by hand. */
const spoilt = (spoil: (scenario: Scenario) => void): unknown => {
  const copy = structuredClone(scenarioJson) as Scenario
  spoil(copy)
  return copy
}
const first = <T>(list: T[]): T => list[0] as T

describe('reading a scenario', () => {
  const cases: [string, (scenario: Scenario) => void, string][] = [
    ['a missing title', (scenario) => { delete (scenario as Partial<Scenario>).title }, 'title'],
    ['a text in one language', (scenario) => { delete (scenario.title as Partial<Scenario['title']>).en }, '/title'],
    ['an unknown property', (scenario) => { Object.assign(scenario, { colour: 'red' }) }, ''],
    ['an id used twice', (scenario) => { scenario.equipment.push(first(scenario.equipment)) }, 'twice'],
    ['a kind nobody knows', (scenario) => { first(scenario.equipment).kind = 'unicorn' }, 'unicorn'],
    ['a place that is not there', (scenario) => { first(scenario.equipment).place = 'attic' }, 'attic'],
    ['a door that is not there', (scenario) => { first(scenario.equipment).behind = 'gate' }, 'gate'],
    ['a beginning its kind does not have', (scenario) => { first(scenario.equipment).start = { colour: 'red' } }, 'colour'],
    ['a beginning of another type', (scenario) => { first(scenario.equipment).start = { read: 'yes' } }, 'read'],
    ['a stage after one that is not there', (scenario) => { first(scenario.stages).after = ['l42'] }, 'l42'],
    ['a condition on a gesture that does not exist', (scenario) => { first(scenario.stages).done = { done: { name: 'melt' } } }, 'melt'],
    ['a condition on equipment that is not there', (scenario) => { first(scenario.stages).done = { done: { target: 'q7' } } }, 'q7'],
    ['a condition on a terminal that is not there', (scenario) => { first(scenario.stages).done = { done: { target: 'x3.l9' } } }, 'x3.l9'],
    ['a condition on a fact that a variant lacks', (scenario) => { first(scenario.stages).done = { done: { target: '$nothing' } } }, '$nothing'],
    ['a state compared with a fact that a variant lacks', (scenario) => { first(scenario.stages).done = { state: [{ of: first(scenario.equipment).id, is: { read: '$nothing' } }] } }, '$nothing'],
    ['a value that is a fact no variant has', (scenario) => { first(scenario.stages).done = { done: { value: ['$nothing'] } } }, '$nothing'],
    ['a named condition that is not there', (scenario) => { first(scenario.stages).done = { use: 'nothing' } }, 'nothing'],
    ['a named condition that uses itself', (scenario) => { scenario.conditions = { ...scenario.conditions, loop: { not: { use: 'loop' } } }; first(scenario.stages).done = { use: 'loop' } }, 'loop'],
    ['a terminal misspelt in a conductor', (scenario) => { first(scenario.network.conductors)[0] = 'x3.l9' }, 'x3.l9'],
    ['a load between nodes that nothing feeds', (scenario) => { first(scenario.network.loads).between = [['m1.l', 'x3.n']] }, '/network/loads/0'],
    ['a source misspelt in a pole', (scenario) => { first(first(scenario.network.switches).poles)[0] = 'gird.l1' }, '/network/switches/0'],
    ['a node misspelt in one variant only', (scenario) => { first(scenario.variants).changes.network = { conductors: [['q3.l1', 'x3.l7']] } }, '/variants/plain/changes/network/conductors/0'],
    ['a condition on an event that never happens', (scenario) => { first(scenario.stages).done = { done: { event: 'opend' } } }, 'opend is not an event; did you mean opened?'],
    ['an event that never happens, in a list of a criterion', (scenario) => { first(scenario.rubric.criteria).met = { never: { event: ['arc', 'shok'] } } }, 'shok is not an event; did you mean shock?'],
    ['a fact that names a piece that is not there', (scenario) => { first(scenario.variants).facts['wrong'] = ['q0', 'q11'] }, 'q11 is not there; did you mean q1?'],
    ['a gesture that its piece does not have', (scenario) => { first(scenario.stages).done = { done: { name: 'sign', target: 'q1' } } }, 'sign cannot be done to q1; there are open, close,'],
    ['a signature on a form that nobody signs', (scenario) => { first(scenario.stages).done = { done: { name: 'sign', target: 'sheet' } } }, 'sheet is a form that is never signed: give it signed: true, or leave this condition out'],
    ['a form that was signed, where nobody signs it', (scenario) => { first(scenario.stages).done = { done: { event: 'signed', eventTarget: 'sheet' } } }, 'sheet is a form that is never signed'],
    ['the state of being signed, where nobody signs', (scenario) => { first(scenario.stages).done = { state: [{ of: 'sheet', is: { signed: true } }] } }, 'sheet is a form that is never signed'],
    ['a form handed to nobody', (scenario) => { first(scenario.rubric.criteria).met = { done: { name: 'hand-over', target: 'sheet' } } }, 'sheet is a form that is never handed over: give it handedTo, a person'],
    ['a state its kind does not have', (scenario) => { first(scenario.stages).done = { state: [{ of: 'q1', is: { closd: true } }] } }, 'q1 has no closd; did you mean closed?'],
    ['a field that is not on the form', (scenario) => { first(scenario.stages).done = { state: [{ of: 'tag', is: { 'fields.nam': 'own-name' } }] } }, 'tag.nam is no field to fill; did you mean name?'],
    ['a choice that a field does not offer', (scenario) => { first(scenario.stages).done = { state: [{ of: 'tag', is: { 'fields.name': 'own-nam' } }] } }, 'tag.name does not offer own-nam; did you mean own-name?'],
    ['a condition in no known form', (scenario) => { first(scenario.stages).done = { perhaps: true } as never }, '/stages/0/done'],
  ]
  for (const [what, spoil, where] of cases) {
    it(`refuses ${what}, and says where`, () => {
      const read = () => readScenario(spoilt(spoil))
      expect(read).toThrow('ERR_SCENARIO_INVALID')
      expect(read).toThrow(where)
    })
  }

  it('says what to do about a node that leads nowhere, and which terminals there are', () => {
    const read = () => readScenario(spoilt((scenario) => { first(scenario.network.conductors)[0] = 'x3.l9' }))
    expect(read).toThrow('x3.l9 leads nowhere (x3 has l1, l2, l3, n, pe): correct it, list it among its terminals, or join it to something')
  })

  it('says which name was meant only when one comes near', () => {
    const read = (event: string) => () => readScenario(spoilt((scenario) => { first(scenario.stages).done = { done: { event } } }))
    expect(read('unlokced')).toThrow('unlokced is not an event; did you mean unlocked?')
    expect(read('breakfast')).toThrow(/breakfast is not an event"/)
  })

  it('takes a signature where a form is signed, in one variant at least', () => {
    const signs = (sign: (scenario: Scenario) => void) => () => readScenario(spoilt((scenario) => {
      first(scenario.stages).done = { done: { name: 'sign', target: 'sheet' } }
      sign(scenario)
    }))
    expect(signs((scenario) => { first(scenario.variants).changes.equipment = { sheet: { signed: true } } })).not.toThrow()
    expect(signs(() => undefined)).toThrow('never signed')
  })

  it('refuses what is not a scenario at all', () => {
    for (const nonsense of [null, 42, 'scenario', [], {}]) expect(() => readScenario(nonsense)).toThrow('ERR_SCENARIO_INVALID')
  })

  it('has a digest that follows the content and not the order of its keys', () => {
    const reordered = Object.fromEntries(Object.entries(scenarioJson as object).toReversed())
    expect(digestOfScenario(reordered)).toBe(digestOfScenario(scenarioJson))
    expect(digestOfScenario(spoilt((scenario) => { scenario.minutes += 1 }))).not.toBe(digestOfScenario(scenarioJson))
  })

  it('names only competences of its framework', () => {
    const framework = readFramework(melec)
    expect(() => checkCompetences(lockOut, framework)).not.toThrow()
    const wrong = readScenario(spoilt((scenario) => { first(scenario.rubric.criteria).competences = ['C99'] }))
    expect(() => checkCompetences(wrong, framework)).toThrow('ERR_UNKNOWN_COMPETENCE')
  })

  it('says who has not validated its criteria yet', () => {
    expect(lockOut.rubric.status.fr).toContain('inspecteur')
    expect(lockOut.rubric.status.en).toContain('inspector')
  })
})
