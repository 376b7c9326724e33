// SPDX-License-Identifier: EUPL-1.2
// The motor starter, found and mended: by keyboard in the plain page, and by mouse in the workshop its layout makes.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bare, keyboard, mouse, playCell } from '../parity/cell.ts'
import { launchBrowser } from '../support/browser.ts'
import { expertPlay, seeds } from '../support/plays/panne-depart-moteur.ts'
import { buildScenePage, type ScenePage } from './page/serve.ts'

const scenario = 'panne-depart-moteur'

describe('the motor starter', () => {
  let server: ScenePage
  let browser: Browser
  beforeAll(async () => {
    server = await buildScenePage()
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  // Two variants: one that nothing shows from outside, one that is proven with the machine running.
  for (const [input, seed] of [[keyboard, seeds.coil], [mouse, seeds.auxiliary]] as const) {
    it(`is mended by an expert (${input.name}), who acquires everything`, async () => {
      const row = { scenario, name: 'perfect', seed, gestures: expertPlay(seed) }
      const { done, results, troubles } = await playCell(browser, server.address, row, input)
      expect(done).toEqual(row.gestures.map(bare))
      expect(results.acquired).toBe(true)
      expect(troubles).toEqual([])
    }, 300_000)
  }
})
