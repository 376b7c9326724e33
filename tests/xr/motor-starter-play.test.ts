// SPDX-License-Identifier: EUPL-1.2
// The motor starter, found and mended: by keyboard in the plain page, and by mouse in the workshop its layout makes.
import { describe, expect, it } from 'vitest'
import { bare, keyboard, mouse, playCell } from '../parity/cell.ts'
import { expertPlay, seeds } from '../support/plays/panne-depart-moteur.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const scenario = 'panne-depart-moteur'

describe('the motor starter', () => {
  const scene = sceneInBrowser()

  // Two variants: one that nothing shows from outside, one that is proven with the machine running.
  for (const [input, seed] of [[keyboard, seeds.coil], [mouse, seeds.auxiliary]] as const) {
    it(`is mended by an expert (${input.name}), who acquires everything`, async () => {
      const row = { scenario, name: 'perfect', seed, gestures: expertPlay(seed) }
      const { done, results, troubles } = await playCell(scene.browser, scene.address, row, input)
      expect(done).toEqual(row.gestures.map(bare))
      expect(results.acquired).toBe(true)
      expect(troubles).toEqual([])
    }, 300_000)
  }
})
