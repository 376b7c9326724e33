// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, gesturesFor, hintFor, readScenario, start } from '#domain/scenario/index.ts'
import { readLayout } from '#domain/scenario/layout.ts'
import { kinds } from '#domain/workshop/kinds.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { timed } from '#tests/support/plays.ts'

const page = readFileSync(new URL('../../../docs/add-a-scenario.md', import.meta.url), 'utf8')
const json: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
const lamp = readScenario(json)

const lockedOut: Gesture[] = [{ name: 'open', target: 'q1' }, { name: 'lock', target: 'q1', with: 'padlock' }]
const test: Gesture = { name: 'self-test', target: 'tester' }
const measure: Gesture = { name: 'measure', target: 'x1.l', second: 'x1.n', with: 'tester' }
const results = (gestures: Gesture[], seed = 0) => assess(lamp.rubric, replay(lamp, {
  scenario: { id: lamp.id, digest: digestOfScenario(json) }, seed, mode: 'assessed', actions: timed(gestures),
}))

describe('the scenario shown in docs/add-a-scenario.md, which no code knows', () => {
  it('is played and acquired', () => {
    expect(results([...lockedOut, test, measure])).toMatchObject({ acquired: true, eliminated: [], competences: [{ code: 'C5', result: 'acquired' }] })
  })

  it('is failed by measuring before locking', () => {
    expect(results([test, measure])).toMatchObject({ acquired: false, eliminated: ['locked-before-test'] })
  })

  it('offers its gestures and its hint', () => {
    const progress = start(lamp, { seed: 0, mode: 'guided' })
    expect(gesturesFor(lamp, progress).map(({ label }) => label.fr)).toContain('Ouvrir le disjoncteur Q1')
    expect(hintFor(lamp, progress)?.fr).toBe('Quel appareil alimente la lampe ?')
  })

  it('is laid out as the page says', () => {
    const layout: unknown = JSON.parse([...page.matchAll(/```json\n([\s\S]*?)```/g)][1]?.[1] ?? '')
    expect(readLayout(layout, lamp).pieces).toHaveProperty('q1')
  })

  it('is described on a page that names every kind of equipment', () => {
    for (const kind of Object.keys(kinds)) expect(page).toContain(`\`${kind}\``)
  })
})
