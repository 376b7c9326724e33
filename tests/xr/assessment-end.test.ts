// SPDX-License-Identifier: EUPL-1.2
// The end of an assessment in a headset: what happened stays before the eyes until it is read, nothing that is touched
// hides it, and what is asked is seen.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { actsByGaze, gazeDoer, putControllersAway } from '../support/gaze.ts'
import { ask, enterVr, frames, headsetDoer, leaveVr, putOnHeadset, stubDraws, workshopStands } from '../support/headset.ts'
import { press } from '../support/keyboard.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { hazards } from '../support/plays/changer-une-lampe.ts'
import { ahead } from '../support/slate.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const { seed, play } = hazards['shock']!

const scene = sceneInBrowser()

type Wearing = { hands?: boolean; byGaze?: boolean }

/** An assessment that begins in the headset. */
async function inHeadset({ hands = false, byGaze = false }: Wearing = {}): Promise<Page> {
  const page = await scene.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
  await quickFrames(page)
  await stubDraws(page)
  await putOnHeadset(page)
  if (byGaze) await actsByGaze(page)
  await page.goto(`${scene.address}?scenario=changer-une-lampe&seed=${seed}&mode=assessed`)
  await workshopStands(page)
  await enterVr(page, { hands })
  if (byGaze) await putControllersAway(page)
  return page
}

const isHurt = async (page: Page) => {
  await page.evaluate((gestures) => { for (const gesture of gestures) globalThis.session.act(gesture) }, play())
  expect(await page.evaluate('session.over')).toBe('shock')
}
const isThere = (page: Page, id: string) => ask(page, (one) => Boolean(globalThis.compagnonLocator?.(one)), id, 20_000)
const inVr = (page: Page) => page.evaluate(() => Boolean((globalThis as never as { device: { activeSession?: unknown } }).device.activeSession))
const done = (page: Page) => page.evaluate(() => globalThis.session.actions().map(({ at: _, ...gesture }) => gesture))

/** Taken to the page that says it all, out of the headset, with the evidence as it was. */
async function led(page: Page, gestures = play()): Promise<void> {
  await page.locator('.attempt-ended').waitFor({ timeout: 20_000 })
  await expect.poll(() => inVr(page), { timeout: 20_000 }).toBe(false)
  expect(await done(page)).toEqual(gestures)
  await page.close()
}

describe('an accident in an assessment, in a headset', () => {
  async function over(wearing?: Wearing): Promise<Page> {
    const page = await inHeadset(wearing)
    await isHurt(page)
    await ahead(page, 'hurt-read')
    return page
  }

  it('stays before the eyes for longer than on a screen, until its reader presses its button', async () => {
    const page = await over()
    await ask(page, (since) => performance.now() - since > 4_000, await page.evaluate(() => performance.now()), 60_000)
    expect(await inVr(page)).toBe(true)
    expect(await page.locator('.attempt-ended').count()).toBe(0)
    await headsetDoer(page).press('hurt-read')
    await led(page)
  }, 300_000)

  const others: [string, Wearing, (page: Page) => Promise<void>][] = [
    ['a pinch of a bare hand', { hands: true }, (page) => headsetDoer(page, { hands: true }).press('hurt-read')],
    ['a gaze that rests', { byGaze: true }, (page) => gazeDoer(page).press('hurt-read')],
    ['the keyboard', {}, (page) => press(page, '[data-hurt="go-on"]')],
    ['taking the headset off', {}, async (page) => { await leaveVr(page) }],
  ]
  for (const [how, wearing, read] of others) it(`is left by ${how}`, async () => {
    const page = await over(wearing)
    await read(page)
    await led(page)
  }, 300_000)

  it('stays to be read, whatever is touched meanwhile', async () => {
    const page = await inHeadset()
    const doer = headsetDoer(page)
    // A panel is open when it happens, and a thing is touched after it.
    await doer.touch('order')
    await isHurt(page)
    await isThere(page, 'hurt-read')
    await doer.touch('tester')
    await frames(page, 5)
    await isThere(page, 'hurt-read')
    await doer.press('hurt-read')
    await led(page, [{ name: 'read', target: 'order' }, ...play()])
  }, 300_000)

  it('waits for whoever is in the safe place, and is before their eyes when they come back', async () => {
    const page = await inHeadset()
    const doer = headsetDoer(page)
    await doer.press('safe-place')
    await isThere(page, 'safe-back')
    await isHurt(page)
    // Longer than what happened takes to come before the eyes of someone who is there.
    await ask(page, (since) => performance.now() - since > 2_000, await page.evaluate(() => performance.now()), 60_000)
    await doer.press('safe-back')
    await ahead(page, 'hurt-read')
    expect((await doer.where('hurt-read'))![1]).toBeGreaterThan(0.5)
    await doer.press('hurt-read')
    await led(page)
  }, 300_000)
})

it('leaves the headset to ask, on the page, whether an assessment is finished', async () => {
  const page = await inHeadset()
  await isThere(page, 'finish')
  await headsetDoer(page).press('finish')
  await page.locator('[data-finish="go"]').waitFor({ timeout: 20_000 })
  await expect.poll(() => inVr(page), { timeout: 20_000 }).toBe(false)
  await page.close()
}, 300_000)
