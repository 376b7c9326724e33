// SPDX-License-Identifier: EUPL-1.2
// The workshop on devices that give less than they promised: graphics that go, or that never were.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, frames, workshopStands } from '#tests/support/headset.ts'
import { mouseDoer } from '#tests/support/mouse.ts'
import { player } from '#tests/support/workshop-3d.ts'
import { sceneInBrowser } from '#tests/xr/page/in-browser.ts'

// Draws are counted and not made: there is no graphics processor here.
const counting = `
globalThis.draws = 0
for (const name of ['drawElements', 'drawArrays', 'drawRangeElements', 'drawElementsInstanced', 'drawArraysInstanced'])
  WebGL2RenderingContext.prototype[name] = function () { draws += 1 }
for (const name of ['clear', 'blitFramebuffer']) WebGL2RenderingContext.prototype[name] = function () {}
`
const withProcessor = `
const gp = WebGL2RenderingContext.prototype.getParameter
WebGL2RenderingContext.prototype.getParameter = function (k) { return k === 37446 ? 'A graphics processor' : gp.call(this, k) }
`
const loss = (page: Page, what: 'loseContext' | 'restoreContext') => page.evaluate((name) => {
  const kept = globalThis as never as { graphics?: WEBGL_lose_context | null }
  kept.graphics = name === 'loseContext' ? document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context') ?? null : kept.graphics ?? null
  kept.graphics?.[name]()
}, what)
const done = (page: Page) => page.evaluate('session.actions().length') as Promise<number>
/** What turns at the beginning is stopped, and comes to rest: a fan in sight asks for frames for as long as it turns. */
const stopTheFan = async (page: Page) => { if (await page.evaluate('session.progress().world.m1.running')) await mouseDoer(page).touch('m1') }
const drawn = (page: Page) => page.evaluate('draws') as Promise<number>

describe('the workshop, on a device that gives less than it promised', () => {
  const scene = sceneInBrowser()

  async function open(scripts: string[], query = ''): Promise<{ page: Page; troubles: string[] }> {
    const page = await scene.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    for (const script of scripts) await page.addInitScript(script)
    await page.goto(`${scene.address}?seed=0&mode=assessed${query}`)
    return { page, troubles }
  }

  it('comes back when its graphics do, by itself or when asked, or goes on with words: the same world, the same tool in the hand, the same evidence', async () => {
    const { page, troubles } = await open([counting])
    await workshopStands(page)
    const play = player(mouseDoer(page))
    await play({ name: 'open', target: 'door' })
    await mouseDoer(page).touch('padlock')
    await page.locator('[data-held=put-down]').waitFor()
    await loss(page, 'loseContext')
    await page.locator('[data-lost=retry]').waitFor()
    expect(await done(page)).toBe(1)
    const before = await drawn(page)
    await loss(page, 'restoreContext')
    await page.locator('[data-lost=retry]').waitFor({ state: 'detached' })
    await workshopStands(page)
    await page.locator('[data-held=put-down]').waitFor()
    await ask(page, (count) => (globalThis as never as { draws: number }).draws > count, before, 20_000)
    await player(mouseDoer(page))({ name: 'open', target: 'q3' })
    expect(await page.evaluate('session.actions().map(({ name, target }) => name + " " + target)')).toEqual(['open door', 'open q3'])

    // They go again, and do not come back: one asks for them, then goes on with words.
    await loss(page, 'loseContext')
    await page.locator('[data-lost=retry]').click()
    await page.locator('[data-lost=retry]').waitFor({ state: 'detached' })
    await workshopStands(page)
    await mouseDoer(page).touch('diagram')
    expect(await done(page)).toBe(3)
    await loss(page, 'loseContext')
    await page.locator('[data-lost=plain]').click()
    await page.locator('.plain-view').waitFor()
    expect([await done(page), troubles]).toEqual([3, []])
    await page.close()
  })

  it('goes on with words, without an error, where there is no 3D at all, and says so', async () => {
    const { page, troubles } = await open([`
      const get = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : get.call(this, kind, ...rest) }`])
    await page.locator('.plain-view').waitFor()
    await page.locator('[data-unable]').waitFor()
    expect(troubles).toEqual([])
    await page.close()
  })

  it('draws nothing while nothing moves, even finely, and draws again at a touch', async () => {
    const { page, troubles } = await open([counting, withProcessor, 'delete globalThis.SharedArrayBuffer'])
    await workshopStands(page)
    await stopTheFan(page)
    let [last, quiet] = [-1, 0]
    for (let look = 0; look < 120 && quiet < 2; look++) {
      await page.waitForTimeout(500)
      const now = await drawn(page)
      quiet = now === last ? quiet + 1 : 0
      last = now
    }
    expect(quiet).toBe(2)
    await page.mouse.move(640, 400)
    await mouseDoer(page).touch('diagram')
    await frames(page, 4)
    expect(await drawn(page)).toBeGreaterThan(last)
    expect(troubles).toEqual([])
    await page.close()
  })

  it('shows clean edges and letters once all is at rest, though it draws coarsely while things move', async () => {
    const { page, troubles } = await open([counting])
    await workshopStands(page)
    await stopTheFan(page)
    // Less than six pixels of the picture for four of the page while it moves, six once it is still.
    const width = () => page.evaluate(() => document.querySelector('canvas')!.width / innerWidth)
    const fine = () => document.querySelector('canvas')!.width >= innerWidth * 1.5
    await ask(page, fine, null, 60_000)
    await page.mouse.move(640, 400)
    await page.mouse.down()
    await page.mouse.move(660, 400)
    await ask(page, () => document.querySelector('canvas')!.width <= innerWidth, null, 30_000)
    await page.mouse.up()
    await ask(page, fine, null, 60_000)
    expect(await width()).toBe(1.5)
    expect(troubles).toEqual([])
    await page.close()
  })

  it('gets lighter by itself when frames are slow, and nothing there is to do changes', async () => {
    // Every draw costs fifteen milliseconds: this device said more than it can.
    const { page, troubles } = await open([counting, withProcessor, `
      const quick = WebGL2RenderingContext.prototype.drawElements
      WebGL2RenderingContext.prototype.drawElements = function (...given) { const until = performance.now() + 15; while (performance.now() < until); return quick.apply(this, given) }`])
    await workshopStands(page)
    const rung = async () => Number(await page.locator('[data-rung]').getAttribute('data-rung'))
    const [begun, offers] = [await rung(), await page.evaluate('session.offers().length')]
    // The fan turns: frames follow one another.
    await ask(page, (from) => Number(document.querySelector('[data-rung]')?.getAttribute('data-rung')) < from, begun, 90_000)
    expect(await page.evaluate('session.offers().length')).toBe(offers)
    expect(troubles).toEqual([])
    await page.close()
  })

  it('stops time while nobody looks, and says so to whoever comes back', async () => {
    const { page } = await open([counting], '&input=plain')
    await page.locator('.plain-view').waitFor()
    const hide = (hidden: boolean) => page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => now })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
    await hide(true)
    const before = await page.evaluate('session.elapsed()')
    await page.waitForTimeout(300)
    expect(await page.evaluate('[session.elapsed(), session.paused]')).toEqual([before, true])
    await hide(false)
    await page.locator('[data-back]').waitFor()
    expect(await page.evaluate('session.paused')).toBe(false)
    await page.close()
  })
})
