// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { weigh } from '#tests/support/weigh.ts'
import { startFakeService, type FakeService } from './fake-service.ts'
import { ordinaryDay } from './fixtures.ts'

const BUDGET = 110 * 1000
let app: BuiltApp
let service: FakeService
let browser: Browser

beforeAll(async () => {
  app = await buildApp()
  service = await startFakeService(app.folder, ordinaryDay())
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
  await app?.remove()
})

const compressed = async (file: string) => gzipSync(await readFile(join(app.folder, file)), { level: 9 }).length
const scenarios = new URL('../../resources/scenarios/', import.meta.url)

describe('the first page', () => {
  it('needs at most 110 kB of compressed script, by the manifest', () => {
    expect(weigh(app.folder).first).toBeLessThanOrEqual(BUDGET)
  })

  it.each(readdirSync(scenarios))('adds at most 450 KiB of compressed script for the 3D workshop of %s', (id) => {
    const scenario = JSON.parse(readFileSync(new URL(`${id}/scenario.json`, scenarios), 'utf8')) as { id: string; equipment: { kind: string }[] }
    const bytes = weigh(app.folder).threeD(scenario)
    expect(bytes).toBeLessThanOrEqual(450 * 1024)
    expect(bytes).toBeGreaterThan(300 * 1024)
  })

  it('fetches no more than that, and paints before any 3D code', async () => {
    const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block' })
    const fetched: string[] = []
    page.on('request', (request) => { if (request.resourceType() === 'script') fetched.push(new URL(request.url()).pathname) })
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all(fetched.map(compressed))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET)
    const scripts = await Promise.all(fetched.map((file) => readFile(join(app.folder, file), 'utf8')))
    expect(scripts.filter((code) => /WebGLRenderer|isMeshStandardMaterial/.test(code))).toEqual([])
    expect(fetched.length).toBeGreaterThan(2)
    await leave()
  })

  it('at the address of a workshop shows its room, before any 3D code and without it', async () => {
    const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block' })
    const fetched: string[] = []
    page.on('request', (request) => { if (request.resourceType() === 'script') fetched.push(new URL(request.url()).pathname) })
    await page.addInitScript(() => {
      const draw = WebGL2RenderingContext.prototype.drawElements
      WebGL2RenderingContext.prototype.drawElements = function (...args) {
        draw.apply(this, args)
        // One row of pixels, half way up: the wall, the window, the bricks.
        const pixels = new Uint8Array(4 * this.drawingBufferWidth)
        this.readPixels(0, this.drawingBufferHeight / 2, this.drawingBufferWidth, 1, this.RGBA, this.UNSIGNED_BYTE, pixels)
        Object.assign(globalThis, { drawn: { corners: args[1], colours: new Set(pixels).size } })
      }
    })
    await page.goto('/atelier/nowhere')
    await page.locator('#opening').waitFor({ state: 'attached' })
    const drawn = await page.evaluate('globalThis.drawn') as { corners: number; colours: number }
    expect(drawn.corners).toBeGreaterThan(10_000)
    expect(drawn.colours).toBeGreaterThan(8)
    const scripts = await Promise.all(fetched.map((file) => readFile(join(app.folder, file), 'utf8')))
    expect(scripts.filter((code) => /WebGLRenderer|isMeshStandardMaterial/.test(code))).toEqual([])
    await page.goto('/atelier/nowhere?input=plain')
    await page.getByRole('alert').waitFor()
    expect(await page.locator('#opening').count()).toBe(0)
    await leave()
  })

  it('carries no emulated headset, on this page or any other', async () => {
    const manifest = await readFile(join(app.folder, '.vite/manifest.json'), 'utf8')
    const files = [...manifest.matchAll(/"file": "([^"]+\.js)"/g)].map(([, file = '']) => file)
    const scripts = await Promise.all(files.map((file) => readFile(join(app.folder, file), 'utf8')))
    expect(scripts.filter((code) => /metaQuest3\b.{0,200}XRDevice|installRuntime\(/s.test(code))).toEqual([])
  })
})
