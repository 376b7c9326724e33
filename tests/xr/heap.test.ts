// SPDX-License-Identifier: EUPL-1.2
// Bytes do not depend on how busy the machine is; what is kept after a minute does, and is the bench's to say.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameBytes } from '../bench/xr-frame.ts'
import { scenarioIds } from '../parity/plays-of.ts'
import { launchBrowser } from '../support/browser.ts'
import { buildScenePage, type ScenePage } from './page/serve.ts'

describe('one frame of a workshop in a headset', () => {
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

  it.each(scenarioIds)('asks at most 2 KB of memory in %s', async (scenario) => {
    const bytes = await frameBytes(browser, server.address, scenario)
    // Nothing at all would mean that nothing was seen.
    expect(bytes).toBeGreaterThan(300)
    expect(bytes).toBeLessThanOrEqual(2_048)
  }, 300_000)
})
