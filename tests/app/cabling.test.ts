// SPDX-License-Identifier: EUPL-1.2
// The network rack in words: an expert with the keyboard alone, in a real browser.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { expertPlay, seeds } from '#tests/support/plays/cablage-baie-reseau.ts'
import { keyboard, playCell } from '../parity/cell.ts'
import { buildScenePage, type ScenePage } from '../xr/page/serve.ts'

describe('the network rack in the plain page', () => {
  let server: ScenePage
  let browser: Browser
  beforeAll(async () => {
    server = await buildScenePage()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('is wired, tested and handed over with the keyboard alone, a faulty cord found on the way', async () => {
    const row = { scenario: 'cablage-baie-reseau', name: 'perfect', seed: seeds.cord, gestures: expertPlay(seeds.cord) }
    const { results, judged, troubles, done } = await playCell(browser, server.address, row, keyboard)
    expect(judged.filter(({ result }) => result !== 'met')).toEqual([])
    expect(results.acquired).toBe(true)
    expect(troubles).toEqual([])
    expect(done).toHaveLength(row.gestures.length)
  })
})
