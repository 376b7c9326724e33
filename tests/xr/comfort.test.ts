// SPDX-License-Identifier: EUPL-1.2
// Comfort in an emulated headset: nothing moves anyone unasked, and everything can be done in other ways.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Settings } from '#app/ui/settings/choices.ts'
import { violations } from '../support/checker.ts'
import { actsByGaze, gazeDoer, putControllersAway } from '../support/gaze.ts'
import { dispatch, enterVr, frames, headsetDoer, leaveVr, putOnHeadset, stubDraws, whereIs, workshopStands } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { withSettings } from '../support/settings.ts'
import { playIn3d } from '../support/workshop-3d.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const scene = sceneInBrowser()

async function open(settings: Partial<Settings> = {}, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await scene.browser.newPage({ viewport: { width: 900, height: 600 }, locale: 'fr-FR' })
  await quickFrames(page)
  await stubDraws(page)
  await putOnHeadset(page)
  await withSettings(page, settings)
  await prepare?.(page)
  await page.goto(`${scene.address}?mode=guided&input=3d`)
  await workshopStands(page)
  return page
}

const kept = async (page: Page) => (JSON.parse(await page.evaluate(() => localStorage.getItem('compagnon.settings') ?? '{}')) as { settings: Settings }).settings
const done = (page: Page) => page.evaluate(() => globalThis.session.actions().map(({ name, target }) => `${name} ${target}`))
const elapsed = (page: Page) => page.evaluate(() => globalThis.session.elapsed())
const close = (a: number[], b: number[]) => Math.hypot(...a.map((v, i) => v - (b[i] ?? 0)))
const inVr = (page: Page, wanted: boolean) => expect.poll(() => page.evaluate(() => Boolean((globalThis as never as { device: { activeSession?: unknown } }).device.activeSession)), { timeout: 30_000 }).toBe(wanted)
const stick = (page: Page, x: number, side = 'right') => dispatch(page, 'set_gamepad_state', { device: `controller-${side}`, axes: [{ index: 0, value: x }] })
const turnOf = async (page: Page) => {
  const [origin, ahead] = [await whereIs(page, 'origin'), await whereIs(page, 'origin-ahead')]
  return Math.round((Math.atan2(origin[0] - ahead[0], origin[2] - ahead[2]) * 180) / Math.PI)
}

describe('in a headset', () => {
  it('nobody is moved unasked: a head that turns, a door that opens and a lever leave one where one stands', async () => {
    const page = await open()
    await enterVr(page)
    const before = await whereIs(page, 'origin')
    const doer = headsetDoer(page)
    await playIn3d(doer, [{ name: 'open', target: 'door' }, { name: 'open', target: 'q3' }])
    await dispatch(page, 'look_at', { device: 'headset', target: { x: 2, y: 0, z: 1 } })
    await frames(page, 30)
    expect([await whereIs(page, 'origin'), await turnOf(page)]).toEqual([before, 0])
    await page.close()
  })

  it('a stick turns by the chosen step, once, about the head, with either controller; never when it was switched off', async () => {
    const page = await open({ turn: 45 })
    await enterVr(page)
    for (const side of ['right', 'left']) {
      await stick(page, 1, side)
      await frames(page, 20)
      await stick(page, 0, side)
      await frames(page, 4)
    }
    expect(await turnOf(page)).toBe(-90)
    expect(close(await whereIs(page, 'origin'), [0, 0, 1])).toBeLessThan(0.01)
    await page.close()
    const never = await open({ turn: 0 })
    await enterVr(never)
    await stick(never, 1)
    await frames(never, 20)
    expect(await turnOf(never)).toBe(0)
    await never.close()
  })

  it('settings are changed on the slate, and kept', async () => {
    const page = await open()
    await enterVr(page)
    const doer = headsetDoer(page)
    await doer.press('settings')
    await doer.press('set:captions')
    await doer.press('settings-more')
    await doer.press('set:turn:90')
    expect(await kept(page)).toMatchObject({ captions: false, turn: 90 })
    await page.close()
  })

  it('the quiet place is one key away, stops the time of the simulation, and brings one back to where one was', async () => {
    const page = await open()
    await enterVr(page)
    const doer = headsetDoer(page)
    await doer.touch('padlock')
    const before = await whereIs(page, 'origin')
    await doer.press('safe-place')
    await whereIs(page, 'safe-back')
    const then = await elapsed(page)
    await frames(page, 60)
    expect(await elapsed(page)).toBe(then)
    await doer.press('safe-back')
    await frames(page, 20)
    expect(await whereIs(page, 'origin')).toEqual(before)
    expect(await elapsed(page)).toBeGreaterThan(then)
    expect(await whereIs(page, 'held-put-down')).toBeTruthy()
    await page.close()
  })

  it('a button held for a second leads there and back; a short press does not', async () => {
    const page = await open()
    await enterVr(page)
    const hold = async (pressed: number, count: number) => {
      for (const value of [pressed, 0]) {
        await dispatch(page, 'set_gamepad_state', { device: 'controller-right', buttons: [{ index: 4, value }] })
        await frames(page, value ? count : 4)
      }
    }
    const shows = () => headsetDoer(page).shows('safe-back')
    await hold(1, 30)
    expect(await shows()).toBe(false)
    await hold(1, 120)
    expect(await shows()).toBe(true)
    await hold(1, 120)
    expect(await shows()).toBe(false)
    await page.close()
  })

  it('what is held stays held when controllers are laid down for bare hands, in mid-step', async () => {
    const page = await open()
    await enterVr(page)
    await playIn3d(headsetDoer(page), [{ name: 'open', target: 'q3' }])
    await headsetDoer(page).touch('padlock')
    await dispatch(page, 'set_input_mode', { mode: 'hand' })
    await frames(page, 20)
    await headsetDoer(page, { hands: true }).touch('q3')
    await frames(page, 6)
    expect(await done(page)).toEqual(['open q3', 'lock q3'])
    await page.close()
  })

  it('seated, the eyes are raised as calibrated, at once and the next time', async () => {
    const page = await open({ seated: true })
    await enterVr(page)
    await dispatch(page, 'set_transform', { device: 'headset', position: { x: 0, y: 1.15, z: 0 } })
    await frames(page, 4)
    await headsetDoer(page).press('recentre')
    await frames(page, 4)
    expect((await kept(page)).lift).toBe(45)
    await leaveVr(page)
    await frames(page, 10)
    await enterVr(page)
    expect((await whereIs(page, 'origin'))[1]).toBeCloseTo(0.45, 3)
    await page.close()
  })

  it('a sound is written near what makes it, in sight even when it is behind', async () => {
    const page = await open({ moreTime: true })
    await enterVr(page)
    await headsetDoer(page).touch('q3')
    expect(close(await whereIs(page, 'caption:click'), await whereIs(page, 'q3'))).toBeLessThan(0.6)
    // The extractor, at one's side, stops: written within sight, not where it is.
    await frames(page, 4)
    const [caption, fan, [x, , z]] = [await whereIs(page, 'caption:humStops'), await whereIs(page, 'm1'), await whereIs(page, 'origin')]
    expect(close(caption, fan)).toBeGreaterThan(0.3)
    expect(caption[2]).toBeLessThan(z)
    expect(Math.abs(caption[0] - x)).toBeLessThan(0.9)
    await page.close()
  })

  it('the head alone does it all: a door, a place to stand at, a form, a tool taken and used', async () => {
    const page = await open({}, actsByGaze)
    await enterVr(page)
    await putControllersAway(page)
    const play = [{ name: 'open', target: 'door' }, { name: 'read', target: 'diagram' }, { name: 'fill', target: 'sheet.device', value: 'q3' },
      { name: 'open', target: 'q3' }, { name: 'lock', target: 'q3', with: 'padlock' }]
    await playIn3d(gazeDoer(page), play)
    expect(await done(page)).toEqual(play.map(({ name, target }) => `${name} ${target}`))
    await page.close()
  })
})

describe('around the 3D view', () => {
  it('the page, its settings and what is said of health have nothing that a checker finds; health is said once a device', async () => {
    const page = await open()
    expect(await violations(page)).toEqual([])
    await page.locator('[data-settings]').click()
    await page.locator('[data-setting="theme"][value="dark"]').check()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('[data-enter-vr]').click()
    await page.locator('[data-health="accept"]').waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('[data-health="accept"]').click()
    await inVr(page, true)
    await leaveVr(page)
    await inVr(page, false)
    await page.locator('[data-enter-vr]').click()
    await inVr(page, true)
    await page.close()
  })
})
