// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFramework } from '#domain/competence/index.ts'
import { checkCompetences, readScenario } from '#domain/scenario/index.ts'
import { schemaFiles, schemaText } from '../../../scripts/write-schemas.ts'

const root = new URL('../../../', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, root), 'utf8')

const frameworks = readdirSync(new URL('resources/frameworks', root)).map((file) => readFramework(JSON.parse(text(`resources/frameworks/${file}`))))

describe('the resources', () => {
  for (const [name, schema] of Object.entries(schemaFiles)) {
    it(`have an up-to-date ${name} (else: node scripts/write-schemas.ts)`, () => {
      expect(text(`resources/schemas/${name}`)).toBe(schemaText(schema))
    })
  }

  for (const folder of readdirSync(new URL('resources/scenarios', root))) {
    it(`hold a readable scenario ${folder}, named as its folder, with the competences of its framework`, () => {
      const scenario = readScenario(JSON.parse(text(`resources/scenarios/${folder}/scenario.json`)))
      expect(scenario.id).toBe(folder)
      expect(frameworks.map(({ id }) => id)).toContain(scenario.framework)
      expect(scenario.rubric.framework).toBe(scenario.framework)
      for (const framework of frameworks) if (framework.id === scenario.framework) checkCompetences(scenario, framework)
    })
  }

  it('name no scenario, device or variant in the rules: adding a scenario touches no code', () => {
    const rooms = ['competence', 'workshop', 'scenario', 'evidence', 'assessment']
    const files = rooms.flatMap((room) => readdirSync(new URL(`domain/${room}`, root)).map((file) => `domain/${room}/${file}`))
    const code = files.filter((file) => file.endsWith('.ts')).map(text).map((source) => source.replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, ''))
    for (const source of code) expect(source).not.toMatch(/consignation|'q\d'|'x3|extract|mislabelled/)
  })
})
