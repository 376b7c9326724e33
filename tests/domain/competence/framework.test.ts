// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { competenceOf, readFramework } from '#domain/competence/index.ts'
import ciel from '#resources/frameworks/ciel.json' with { type: 'json' }
import crcn from '#resources/frameworks/crcn.json' with { type: 'json' }
import melec from '#resources/frameworks/melec.json' with { type: 'json' }

describe('the frameworks', () => {
  it('are read: 13 competences of MELEC, 11 of CIEL, 16 of the CRCN in 5 areas', () => {
    expect([melec, ciel, crcn].map((json) => readFramework(json).competences.length)).toEqual([13, 11, 16])
    expect(readFramework(crcn).areas).toHaveLength(5)
  })

  it('say where their words come from and that the English is a working translation', () => {
    for (const json of [melec, ciel, crcn]) {
      const { source, status } = readFramework(json)
      expect(source).not.toBe('')
      expect(status.en).toContain('working translations')
      expect(status.fr).toContain('traductions de travail')
    }
  })

  it('place every competence of the CRCN in one of its areas', () => {
    const { areas = [], competences } = readFramework(crcn)
    for (const { area } of competences) expect(areas.map(({ code }) => code)).toContain(area)
  })

  it('answer by code, and refuse an unknown one', () => {
    expect(competenceOf(readFramework(melec), 'C5').label.fr).toBe('Contrôler les grandeurs caractéristiques de l’installation')
    expect(() => competenceOf(readFramework(melec), 'C99')).toThrow('ERR_UNKNOWN_COMPETENCE')
  })

  it('refuse a file that is malformed or names a code twice', () => {
    expect(() => readFramework({ ...melec, competences: [] })).toThrow('ERR_FRAMEWORK_INVALID')
    expect(() => readFramework({ ...melec, competences: [...melec.competences, ...melec.competences] })).toThrow('C1 twice')
  })
})
