// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '#domain/workshop/kinds.ts'
import type { PieceKind } from '#domain/workshop/pieces.ts'
import { partsOf } from '#app/equipment/craft/forge.ts'
import { plain } from '#app/equipment/craft/solid.ts'
import { bodyOf, loadBodies } from '#app/equipment/kinds.ts'
import { everyKind, exhibitOf, IT } from '#app/pages/gallery/exhibit.ts'
import { kindName } from '#app/pages/gallery/kind-names.ts'
import { showing } from '#app/pages/gallery/plinth.ts'
import { posesNow, stageOf } from '#app/scenes/stand/stage.ts'
import { bodiesOf, carriedParts, printers } from '#app/scenes/stand/standing.ts'
import { startFakeService, type FakeService } from '../app/fake-service.ts'
import { ordinaryDay } from '../app/fixtures.ts'
import { launchBrowser } from '../support/browser.ts'
import { buildApp, type BuiltApp } from '../support/built-app.ts'
import { ask, enterVr, frames, headsetDoer, putOnHeadset, stubDraws } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { withSettings } from '../support/settings.ts'

const registry = await loadBodies(everyKind)

const stood = (kind: PieceKind) => {
  const exhibit = exhibitOf(kind, kindName(kind))
  const reading = { setup: exhibit.setup, world: exhibit.states[0]?.world ?? {}, language: 'fr' as const }
  const { craft } = printers(() => reading, 'fr')
  const { spec } = showing(exhibit, craft)
  return { exhibit, spec, bodies: bodiesOf(spec, { setup: exhibit.setup }, craft) }
}

describe('the registry of bodies', () => {
  it('has a body for every kind of equipment that the rules know, and no other', () => {
    expect(Object.keys(registry).toSorted()).toEqual(Object.keys(kinds).toSorted())
  })

  it('is named in French and in English', () => {
    for (const kind of everyKind) for (const name of Object.values(kindName(kind))) expect(name, kind).not.toBe(kind)
  })
})

describe.each(everyKind)('the body of %s, alone on its plinth', (kind) => {
  it('answers the hand, in words of both languages for each state', () => {
    const { exhibit, bodies } = stood(kind)
    expect(bodies.flatMap(({ hits }) => hits.map(({ thing }) => thing.split('.')[0]))).toContain(IT)
    for (const { name } of exhibit.states) expect(name.fr.length * name.en.length).toBeGreaterThan(0)
    expect(new Set(exhibit.states.map(({ name }) => name.fr)).size).toBe(exhibit.states.length)
  })

  it('has a pose for each of its parts that can move, in one state or another', () => {
    const { exhibit, spec, bodies } = stood(kind)
    const own = partsOf(bodies).filter(({ name }) => name.startsWith(`${IT}/`)).map(({ name }) => name)
    const posed = new Set(exhibit.states.flatMap(({ world }) => [
      ...posesNow(spec, stageOf(spec, { setup: exhibit.setup, world, language: 'fr' }), carriedParts(bodies)).map(([part]) => part),
      ...(bodyOf(kind).spins?.(IT, world[IT]!) ?? []).map(([part]) => part)]))
    // A part that carries others may stay still itself; a second probe follows the hand.
    const carriers = partsOf(bodies).flatMap(({ parent }) => parent ?? [])
    const free = [bodyOf(kind).probe?.(IT), ...carriers]
    for (const part of own) if (!free.includes(part)) expect([...posed], part).toContain(part)
  })

  it('leaves room for a whole scene in its triangles', () => {
    const { bodies } = stood(kind)
    const own = bodies.filter(({ thing }) => thing.split('.')[0] === IT)
    const solids = own.flatMap((body) => [...body.fixed, ...body.parts.flatMap((part) => part.solids)])
    expect(solids.reduce((sum, { shape }) => sum + (plain(shape).index?.count ?? 0) / 3, 0)).toBeLessThanOrEqual(40_000)
  })
})

const counting = `
globalThis.counted = { calls: 0, triangles: 0 }; globalThis.xrFrames = []
const count = (n) => { counted.calls += 1; counted.triangles += n / 3 }
const gl2 = WebGL2RenderingContext.prototype
gl2.drawElements = (_m, n) => count(n); gl2.drawArrays = (_m, _f, n) => count(n); gl2.drawElementsInstanced = (_m, n, _t, _o, k) => count(n * k)
`
const timing = `
const raf = XRSession.prototype.requestAnimationFrame
XRSession.prototype.requestAnimationFrame = function (callback) {
  return raf.call(this, (...args) => {
    const from = { ...counted }
    callback(...args)
    if (counted.calls > from.calls) xrFrames.push({ calls: counted.calls - from.calls, triangles: counted.triangles - from.triangles })
  })
}`

describe('the gallery page', () => {
  let app: BuiltApp
  let service: FakeService
  let browser: Browser
  beforeAll(async () => {
    app = await buildApp()
    service = await startFakeService(app.folder, ordinaryDay())
    browser = await launchBrowser()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    await app?.remove()
  })

  async function open(path: string, headset: boolean): Promise<{ page: Page; troubles: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' })
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    await quickFrames(page)
    await stubDraws(page)
    if (headset) { await page.addInitScript(counting); await putOnHeadset(page); await page.addInitScript(timing) }
    await page.goto(`${service.origin}${path}`)
    await ask(page, () => Boolean(globalThis.compagnonLocator?.('it')), null, 60_000)
    return { page, troubles }
  }

  // Every kind was stood above, in each of its states; one in four is enough to see that the page does so too.
  it('shows kinds in their states, chosen by name or by a touch of the thing itself', async () => {
    const { page, troubles } = await open('/galerie?kind=breaker', false)
    const [x, y] = await ask(page, () => globalThis.compagnonLocator?.('it')?.screen, null, 20_000)
    await page.mouse.click(x, y)
    await ask(page, () => document.querySelector('[data-state="1"]')?.getAttribute('aria-pressed') === 'true', null, 20_000)
    for (const kind of everyKind.filter((_, i) => i % 4 === 0)) {
      await page.locator(`[data-kind=${kind}]`).click()
      await ask(page, (one) => document.querySelector(`[data-kind="${one}"]`)?.getAttribute('aria-pressed') === 'true', kind, 20_000)
      const states = await page.locator('[data-state]').count()
      expect(states, kind).toBe(exhibitOf(kind, kindName(kind)).states.length)
      await page.locator(`[data-state="${states - 1}"]`).click()
      await frames(page, 2)
    }
    expect(troubles).toEqual([])
    await page.close()
  }, 300_000)

  it('is drawn as finely as its visitor asked for', async () => {
    const sharpness = async (picture: 'light' | 'fine') => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' })
      await stubDraws(page)
      await withSettings(page, { picture })
      await page.goto(`${service.origin}/galerie?kind=breaker`)
      await ask(page, () => Boolean(globalThis.compagnonLocator?.('it')), null, 60_000)
      const drawn = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth)
      await page.close()
      return drawn
    }
    expect([await sharpness('light'), await sharpness('fine')]).toEqual([expect.closeTo(0.6, 1), expect.closeTo(1, 1)])
  })

  it('is walked in a headset, within 80 calls and 300 000 triangles for both eyes', async () => {
    const { page, troubles } = await open('/galerie?kind=door', true)
    await page.locator('[data-enter-vr]').waitFor()
    await enterVr(page)
    const { press } = headsetDoer(page)
    await press('state:1')
    for (let i = 0; i < 3; i++) {
      await press('kind:next')
      await frames(page, 20)
    }
    const seen = await page.evaluate('xrFrames') as { calls: number; triangles: number }[]
    expect(Math.max(...seen.map(({ calls }) => calls))).toBeGreaterThan(8)
    expect(Math.max(...seen.map(({ calls }) => calls))).toBeLessThanOrEqual(80)
    expect(Math.max(...seen.map(({ triangles }) => triangles))).toBeLessThanOrEqual(300_000)
    expect(troubles).toEqual([])
    await page.close()
  }, 300_000)
})
