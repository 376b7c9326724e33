// SPDX-License-Identifier: EUPL-1.2
// Bytes do not depend on how busy the machine is; what is kept after a minute does, and is the bench's to say.
import { describe, expect, it } from 'vitest'
import { frameBytes } from '../bench/xr-frame.ts'
import { scenarioIds } from '../parity/plays-of.ts'
import { sceneInBrowser } from './page/in-browser.ts'

describe('one frame of a workshop in a headset', () => {
  const scene = sceneInBrowser()

  it.each(scenarioIds)('asks at most 2 KB of memory in %s', async (scenario) => {
    const bytes = await frameBytes(scene.browser, scene.address, scenario)
    // Nothing at all would mean that nothing was seen.
    expect(bytes).toBeGreaterThan(300)
    expect(bytes).toBeLessThanOrEqual(2_048)
  }, 300_000)
})
