// SPDX-License-Identifier: EUPL-1.2
// A scenario that has no scene of its own, played in the workshop that its data make.
import { describe, expect, it } from 'vitest'
import { bare, headset, mouse, playCell } from '../parity/cell.ts'
import { expertPlay, hazards, seeds } from '../support/plays/changer-une-lampe.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const scenario = 'changer-une-lampe'

describe('a workshop composed from data alone', () => {
  const scene = sceneInBrowser()

  for (const input of [headset, mouse]) it(`is played by an expert (${input.name}), who acquires everything`, async () => {
    const seed = input === mouse ? seeds.swapped : seeds['as-labelled']
    const row = { scenario, name: 'perfect', seed, gestures: expertPlay(seed) }
    const { done, results, troubles } = await playCell(scene.browser, scene.address, row, input)
    expect(done).toEqual(row.gestures.map(bare))
    expect(results.acquired).toBe(true)
    expect(troubles).toEqual([])
  }, 300_000)

  it('hurts whoever touches a live terminal in it', async () => {
    const { seed, play } = hazards['shock']!
    const { over } = await playCell(scene.browser, scene.address, { scenario, name: 'shock', seed, gestures: play() }, mouse)
    expect(over).toBe('shock')
  }, 300_000)
})
