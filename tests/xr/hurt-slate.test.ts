// SPDX-License-Identifier: EUPL-1.2
// In a headset, what has just hurt comes before the eyes. In a practice one goes on from there; in an assessment one leaves.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arDoer, enterAr, meetingRoom, putAt, standInRoom } from '../support/augmented.ts'
import { launchBrowser } from '../support/browser.ts'
import { actsByGaze, gazeDoer, putControllersAway } from '../support/gaze.ts'
import { ask, dispatch, enterVr, frames, headsetDoer, inOwnSpace, leaveVr, putOnHeadset, stubDraws, whereIs, workshopStands } from '../support/headset.ts'
import { press } from '../support/keyboard.ts'
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

/** Where a key of the slate is once the slate has come before the eyes. */
const ahead = (page: Page, key = 'hurt-go-on') => ask(page, (one) => {
  const [at, stood] = [one, 'origin'].map((id) => globalThis.compagnonLocator?.(id)?.at)
  return at && stood && Math.hypot(at[0] - stood[0], at[2] - stood[2]) > 1.15 ? at : null
}, key, 20_000)

describe('an accident in a practice, in a headset', () => {

  /** Standing in the lamp's workshop, turned by so many radians, just hurt. */
  async function hurt(locale: string, turn: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale })
    await quickFrames(page)
    await stubDraws(page)
    await putOnHeadset(page)
    await page.goto(`${server.address}?scenario=changer-une-lampe&seed=${seed}&mode=practice`)
    await workshopStands(page)
    await enterVr(page)
    await dispatch(page, 'look_at', { device: 'headset', target: { x: -Math.sin(turn), y: 1.62, z: -Math.cos(turn) } })
    await frames(page, 4)
    await page.evaluate((gestures) => { for (const gesture of gestures) globalThis.session.act(gesture) }, play())
    return page
  }

  for (const [locale, turn] of [['fr-FR', 0], ['en-GB', 1.9]] as const) it(`puts what happened before the eyes of whoever faces ${turn} rad, without moving them (${locale})`, async () => {
    const page = await hurt(locale, turn)
    const stood = await whereIs(page, 'origin')
    // The key is in the lower half of the slate, which faces the eyes from further up.
    const [x, y, z] = await inOwnSpace(page, await ahead(page))
    expect(Math.hypot(x, z)).toBeGreaterThan(1.2)
    expect(Math.hypot(x, y - 1.62, z)).toBeLessThan(1.6)
    expect(Math.abs(Math.atan2(-x, -z) - turn)).toBeLessThan(0.1)
    expect(y).toBeLessThan(1.6)
    expect(y).toBeGreaterThan(1)
    expect(await whereIs(page, 'origin')).toEqual(stood)
    await page.close()
  }, 300_000)

  it('lets one go on from just before by its ray, whatever stands between, and goes back to one’s side', async () => {
    const page = await hurt('fr-FR', 0)
    await ahead(page)
    const doer = headsetDoer(page)
    const gestures = await doer.count()
    await doer.press('hurt-go-on')
    const [x, , z] = await inOwnSpace(page, await whereIs(page, 'recentre'))
    expect(Math.abs(x)).toBeGreaterThan(0.5)
    expect(Math.hypot(x, z)).toBeLessThan(1.1)
    expect(await doer.count()).toBe(gestures)
    await page.close()
  }, 300_000)

  it('comes before the eyes in a real room too, and goes back to one’s left', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    await stubDraws(page)
    await standInRoom(page)
    await page.goto(`${server.address}?scenario=changer-une-lampe&seed=${seed}&mode=practice`)
    await workshopStands(page)
    await enterAr(page)
    await putAt(page, meetingRoom.table)
    await ask(page, () => globalThis.compagnonLocator?.('recentre'), null, 20_000)
    const aside = await whereIs(page, 'recentre')
    await page.evaluate((gestures) => { for (const gesture of gestures) globalThis.session.act(gesture) }, play())
    const far = async () => {
      const [x, y, z] = await inOwnSpace(page, await whereIs(page, 'hurt-go-on'))
      const { x: hx, y: hy, z: hz } = await page.evaluate(() => {
        const { position } = (globalThis as never as { device: { position: { x: number; y: number; z: number } } }).device
        return { x: position.x, y: position.y, z: position.z }
      })
      return Math.hypot(x - hx, y - hy, z - hz)
    }
    // It is not seen until it is there.
    await expect.poll(far, { timeout: 20_000 }).toBeLessThan(1.6)
    expect(await far()).toBeGreaterThan(1.2)
    await arDoer(page).press('hurt-go-on')
    const back = await whereIs(page, 'recentre')
    expect(Math.hypot(...back.map((v, i) => v - aside[i]!))).toBeLessThan(0.05)
    await page.close()
  }, 300_000)
})

describe('an accident in an assessment, in a headset', () => {
  /** An assessment that has just ended so, in the headset. */
  async function over({ hands = false, byGaze = false } = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    await quickFrames(page)
    await stubDraws(page)
    await putOnHeadset(page)
    if (byGaze) await actsByGaze(page)
    await page.goto(`${server.address}?scenario=changer-une-lampe&seed=${seed}&mode=assessed`)
    await workshopStands(page)
    await enterVr(page, { hands })
    if (byGaze) await putControllersAway(page)
    await page.evaluate((gestures) => { for (const gesture of gestures) globalThis.session.act(gesture) }, play())
    expect(await page.evaluate('session.over')).toBe('shock')
    await ahead(page, 'hurt-read')
    return page
  }
  const inVr = (page: Page) => page.evaluate(() => Boolean((globalThis as never as { device: { activeSession?: unknown } }).device.activeSession))
  const done = (page: Page) => page.evaluate(() => globalThis.session.actions().map(({ at: _, ...gesture }) => gesture))
  /** Taken to the page that says it all, out of the headset, with the evidence as it was. */
  const led = async (page: Page) => {
    await page.locator('.attempt-ended').waitFor({ timeout: 20_000 })
    await expect.poll(() => inVr(page), { timeout: 20_000 }).toBe(false)
    expect(await done(page)).toEqual(play())
    await page.close()
  }

  it('stays before the eyes for longer than on a screen, until its reader presses its button', async () => {
    const page = await over()
    await ask(page, (since) => performance.now() - since > 4_000, await page.evaluate(() => performance.now()), 60_000)
    expect(await inVr(page)).toBe(true)
    expect(await page.locator('.attempt-ended').count()).toBe(0)
    await headsetDoer(page).press('hurt-read')
    await led(page)
  }, 300_000)

  const others: [string, Parameters<typeof over>[0], (page: Page) => Promise<void>][] = [
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
})
