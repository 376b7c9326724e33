// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { buildScenePage, type ScenePage } from './serve.ts'

export type Scene = Pick<ScenePage, 'address'> & { browser: Browser }

/** The workshop's page, served, and a browser to open it with: there from the first test to the last. */
export function sceneInBrowser(): Scene {
  // Filled before any test of the file begins.
  const scene = {} as Scene
  let page: ScenePage | undefined
  beforeAll(async () => {
    page = await buildScenePage()
    scene.address = page.address
    scene.browser = await launchBrowser()
  })
  afterAll(async () => {
    await scene.browser?.close()
    await page?.close()
  })
  return scene
}
