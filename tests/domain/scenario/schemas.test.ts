// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readScenario } from '#domain/scenario/index.ts'
import { schemaFiles, schemaText } from '../../../scripts/write-schemas.ts'

const root = new URL('../../../', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, root), 'utf8')

describe('the resources', () => {
  for (const [name, schema] of Object.entries(schemaFiles)) {
    it(`have an up-to-date ${name} (else: node scripts/write-schemas.ts)`, () => {
      expect(text(`resources/schemas/${name}`)).toBe(schemaText(schema))
    })
  }

  for (const folder of readdirSync(new URL('resources/scenarios', root))) {
    it(`hold a readable scenario ${folder}, named as its folder`, () => {
      expect(readScenario(JSON.parse(text(`resources/scenarios/${folder}/scenario.json`))).id).toBe(folder)
    })
  }

  it('name no scenario, device or variant in the rules: adding a scenario touches no code', () => {
    const rooms = ['competence', 'workshop', 'scenario', 'evidence', 'assessment']
    const files = rooms.flatMap((room) => readdirSync(new URL(`domain/${room}`, root)).map((file) => `domain/${room}/${file}`))
    const code = files.filter((file) => file.endsWith('.ts')).map(text).map((source) => source.replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, ''))
    for (const source of code) expect(source).not.toMatch(/consignation|'q\d'|'x3|extract|mislabelled/)
  })
})
