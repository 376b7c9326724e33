// SPDX-License-Identifier: EUPL-1.2
// In a headset, what has just hurt comes before the eyes, and a practice goes on from there.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { arDoer, enterAr, meetingRoom, putAt, standInRoom } from '../support/augmented.ts'
import { ask, dispatch, enterVr, frames, headsetDoer, inOwnSpace, putOnHeadset, stubDraws, whereIs, workshopStands } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { hazards } from '../support/plays/changer-une-lampe.ts'
import { ahead } from '../support/slate.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const { seed, play } = hazards['shock']!

const scene = sceneInBrowser()

describe('an accident in a practice, in a headset', () => {
  /** Standing in the lamp's workshop, turned by so many radians, just hurt. */
  async function hurt(locale: string, turn: number): Promise<Page> {
    const page = await scene.browser.newPage({ viewport: { width: 1280, height: 800 }, locale })
    await quickFrames(page)
    await stubDraws(page)
    await putOnHeadset(page)
    await page.goto(`${scene.address}?scenario=changer-une-lampe&seed=${seed}&mode=practice`)
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
    const page = await scene.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    await stubDraws(page)
    await standInRoom(page)
    await page.goto(`${scene.address}?scenario=changer-une-lampe&seed=${seed}&mode=practice`)
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
