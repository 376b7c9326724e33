// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readScenario } from '#domain/scenario/index.ts'
import { readLayout } from '#domain/scenario/layout.ts'
import lampJson from '#resources/scenarios/changer-une-lampe/scenario.json' with { type: 'json' }
import lampLayout from '#resources/scenarios/changer-une-lampe/layout.json' with { type: 'json' }

const lamp = readScenario(lampJson)
const folder = new URL('../../../resources/scenarios/', import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
const panel = { id: 'p', kind: 'panel', at: [0, 1.4, 0] }

describe('the layouts beside the scenarios', () => {
  for (const id of readdirSync(folder).filter((one) => existsSync(new URL(`${one}/layout.json`, folder)))) {
    it(`fit their scenario: ${id}`, () => {
      expect(() => readLayout(json(`${id}/layout.json`), readScenario(json(`${id}/scenario.json`)))).not.toThrow()
    })
  }
})

describe('a layout', () => {
  it('may say nothing at all', () => {
    expect(readLayout({}, lamp)).toEqual({})
  })

  it('is read as it is written', () => {
    expect(readLayout(lampLayout, lamp).furniture?.map(({ id }) => id)).toEqual(['board-12', 'box', 'bench', 'tools', 'shelf', 'whiteboard'])
  })

  it('gives a door to a cabinet alone', () => {
    const starter = readScenario(json('panne-depart-moteur/scenario.json'))
    const withDoor = (kind: string) => readLayout({ furniture: [{ ...panel, kind, door: 'door' }] }, starter)
    expect(withDoor('cabinet').furniture?.[0]?.door).toBe('door')
    expect(() => withDoor('panel')).toThrow('ERR_LAYOUT_INVALID')
  })

  const refused: Record<string, [unknown, string]> = {
    'a shape that is not a layout': [{ furniture: 'all over' }, '/furniture'],
    'a word nobody knows': [{ rooms: [] }, '/rooms'],
    'furniture nobody makes': [{ furniture: [{ id: 'p', kind: 'sofa', at: [0, 0, 0] }] }, '/furniture/0/kind'],
    'furniture with one id twice': [{ furniture: [panel, panel] }, '/furniture'],
    'a door that is not a door': [{ furniture: [{ ...panel, kind: 'cabinet', door: 'q1' }] }, '/furniture/p/door'],
    'rails on what has none': [{ furniture: [{ ...panel, kind: 'bench', rails: 2 }] }, '/furniture/p/rails'],
    'things kept on what only furnishes': [{ furniture: [{ ...panel, kind: 'whiteboard', holds: [] }] }, '/furniture/p/holds'],
    'a place the scenario does not have': [{ furniture: [{ ...panel, holds: ['attic'] }] }, '/furniture/p/holds'],
    'a piece the scenario does not have': [{ pieces: { q7: { at: [0, 1, 0] } } }, '/pieces/q7'],
    'a piece on furniture that is not there': [{ pieces: { q1: { on: 'p' } } }, '/pieces/q1/on'],
    'a piece on what only furnishes': [{ furniture: [{ ...panel, kind: 'shelf' }], pieces: { q1: { on: 'p' } } }, '/pieces/q1/on'],
    'a piece in two places': [{ furniture: [panel], pieces: { q1: { on: 'p', at: [0, 1, 0] } } }, '/pieces/q1'],
    'a rail of nothing': [{ pieces: { q1: { rail: 1 } } }, '/pieces/q1'],
    'a point out of this world': [{ pieces: { q1: { at: [0, 1, 400] } } }, '/pieces/q1/at/2'],
    'a viewpoint twice': [{ viewpoints: ['a', 'a'].map((id) => ({ id, name: { fr: 'Ici', en: 'Here' }, from: [0, 1, 2], to: [0, 1, 0] })) }, '/viewpoints'],
  }
  for (const [what, [layout, path]] of Object.entries(refused)) {
    it(`is refused, with the place, for ${what}`, () => {
      expect(() => readLayout(layout, lamp)).toThrow('ERR_LAYOUT_INVALID')
      try { readLayout(layout, lamp) } catch (error) { expect((error as { values: { path: string } }).values.path).toBe(path) }
    })
  }
})
