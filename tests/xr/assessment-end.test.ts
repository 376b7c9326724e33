// SPDX-License-Identifier: EUPL-1.2
// The end of an assessment in a headset: nothing that is touched hides what is to be read, and what is asked is seen.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { ask, enterVr, frames, headsetDoer, putOnHeadset, stubDraws, workshopStands } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { hazards } from '../support/plays/changer-une-lampe.ts'
import { buildScenePage, type ScenePage } from './page/serve.ts'

const { seed, play } = hazards['shock']!

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

describe('an assessment in a headset', () => {
  async function inHeadset(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    await quickFrames(page)
    await stubDraws(page)
    await putOnHeadset(page)
    await page.goto(`${server.address}?scenario=changer-une-lampe&seed=${seed}&mode=assessed`)
    await workshopStands(page)
    await enterVr(page)
    return page
  }
  const isThere = (page: Page, id: string) => ask(page, (one) => Boolean(globalThis.compagnonLocator?.(one)), id, 20_000)
  const inVr = (page: Page) => page.evaluate(() => Boolean((globalThis as never as { device: { activeSession?: unknown } }).device.activeSession))

  it('keeps what is to be read after an accident, whatever is touched meanwhile', async () => {
    const page = await inHeadset()
    const doer = headsetDoer(page)
    // A panel is open when it happens, and a thing is touched after it.
    await doer.touch('order')
    await page.evaluate((gestures) => { for (const gesture of gestures) globalThis.session.act(gesture) }, play())
    await isThere(page, 'hurt-read')
    await doer.touch('tester')
    await frames(page, 5)
    await isThere(page, 'hurt-read')
    await doer.press('hurt-read')
    await page.locator('.attempt-ended').waitFor({ timeout: 20_000 })
    await page.close()
  }, 300_000)

  it('leaves the headset to ask, on the page, whether it is finished', async () => {
    const page = await inHeadset()
    await isThere(page, 'finish')
    await headsetDoer(page).press('finish')
    await page.locator('[data-finish="go"]').waitFor({ timeout: 20_000 })
    await expect.poll(() => inVr(page), { timeout: 20_000 }).toBe(false)
    await page.close()
  }, 300_000)
})
