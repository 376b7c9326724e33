// SPDX-License-Identifier: EUPL-1.2
// The network rack in words: an expert with the keyboard alone, in a real browser.
import { describe, expect, it } from 'vitest'
import { expertPlay, seeds } from '#tests/support/plays/cablage-baie-reseau.ts'
import { keyboard, playCell } from '../parity/cell.ts'
import { sceneInBrowser } from '#tests/xr/page/in-browser.ts'

describe('the network rack in the plain page', () => {
  const scene = sceneInBrowser()

  it('is wired, tested and handed over with the keyboard alone, a faulty cord found on the way', async () => {
    const row = { scenario: 'cablage-baie-reseau', name: 'perfect', seed: seeds.cord, gestures: expertPlay(seeds.cord) }
    const { results, judged, troubles, done } = await playCell(scene.browser, scene.address, row, keyboard)
    expect(judged.filter(({ result }) => result !== 'met')).toEqual([])
    expect(results.acquired).toBe(true)
    expect(troubles).toEqual([])
    expect(done).toHaveLength(row.gestures.length)
  })
})
