// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { stageSpans } from '#app/engine/replay-stages.ts'
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import type { ExpertFile } from '#domain/evidence/index.ts'
import { digestOfScenario, readScenario, variantOf } from '#domain/scenario/index.ts'
import { expertFile, playOf, scenarioFolder, written } from '#tests/support/expert.ts'

const withExpert = readdirSync(scenarioFolder).filter((id) => existsSync(new URL(`${id}/expert.json`, scenarioFolder)))

const read = (id: string, file: string) => readFile(new URL(`${id}/${file}.json`, scenarioFolder), 'utf8')

it('the lock-out has an expert', () => expect(withExpert).toContain('consignation-armoire'))

describe.each(withExpert)('the expert of %s', (id) => {
  it('shows every competence in every variant', async () => {
    const json = JSON.parse(await read(id, 'scenario')) as unknown
    const scenario = readScenario(json)
    const { recordings } = JSON.parse(await read(id, 'expert')) as ExpertFile
    expect(recordings.map(({ variant }) => variant)).toEqual(scenario.variants.map((one) => one.id))
    for (const { variant, seed, actions } of recordings) {
      expect(variantOf(scenario, seed).id).toBe(variant)
      const trace = replay(scenario, { scenario: { id, digest: digestOfScenario(json) }, seed, mode: 'assessed', actions })
      expect(assess(scenario.rubric, trace).acquired, variant).toBe(true)
      // What stands beside a learner must have every stage, without a gap: else it would have nowhere to be.
      const spans = stageSpans(scenario, trace, actions.at(-1)?.at ?? 0)
      expect(spans.filter(({ done }) => !done), variant).toEqual([])
    }
  })
})

it('the lock-out’s expert is what its play says (made anew by tests/support/expert.ts)', async () => {
  const id = 'consignation-armoire'
  expect(await read(id, 'expert')).toBe(written(expertFile(readScenario(JSON.parse(await read(id, 'scenario'))), await playOf(id))))
})
