// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { enterVr, frames, headsetDoer, putOnHeadset } from '../support/headset.ts'
import { player } from '../support/workshop-3d.ts'
import { buildScenePage } from '../xr/page/serve.ts'
import type { Table } from './measure.ts'

/** Where the head stands (in the headset's space) and what it looks at, at each scripted viewpoint. */
const viewpoints: Record<string, { at: [number, number, number]; to: [number, number, number] }> = {
  'before the cabinet': { at: [0, 1.62, 0], to: [0, 1.35, -1] },
  'close to the terminals': { at: [-0.08, 1.3, -0.35], to: [-0.1, 1.05, -1] },
  'at the bench': { at: [1.65, 1.6, 0.2], to: [1.7, 1.1, -0.8] },
  'towards the extractor': { at: [-0.6, 1.6, 0.7], to: [-1.6, 1.3, -0.9] },
  'the whole room': { at: [1.6, 1.7, 2.8], to: [-0.4, 1.1, -0.8] },
}

export type XrFigures = { viewpoint: string; calls: number; triangles: number; p95: number; median: number }

// In the page: every draw is counted and not made; every XR frame's callbacks are timed.
const counting = `
globalThis.counted = { calls: 0, triangles: 0 }; globalThis.xrFrames = []
const count = (n) => { counted.calls += 1; counted.triangles += n / 3 }
const gl2 = WebGL2RenderingContext.prototype
gl2.drawElements = (_m, n) => count(n); gl2.drawArrays = (_m, _f, n) => count(n); gl2.drawRangeElements = (_m, _s, _e, n) => count(n)
gl2.drawElementsInstanced = (_m, n, _t, _o, k) => count(n * k); gl2.drawArraysInstanced = (_m, _f, n, k) => count(n * k)
gl2.clear = () => {}; gl2.blitFramebuffer = () => {}
const gp = gl2.getParameter; gl2.getParameter = function (k) { return k === 37446 ? 'A graphics processor' : gp.call(this, k) }
`
const timing = `
const raf = XRSession.prototype.requestAnimationFrame
XRSession.prototype.requestAnimationFrame = function (callback) {
  return raf.call(this, (...args) => {
    const before = performance.now(); const from = { ...counted }
    callback(...args)
    if (counted.calls > from.calls) xrFrames.push({ ms: performance.now() - before, calls: counted.calls - from.calls, triangles: counted.triangles - from.triangles })
  })
}`

type Frame = { ms: number; calls: number; triangles: number }
const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function figuresAt(page: Page, name: string, count: number): Promise<XrFigures> {
  const { at: [x, y, z], to } = viewpoints[name]!
  await page.evaluate(([params, target]) => {
    const { remote } = (globalThis as never as { device: { remote: { dispatch: (n: string, p: object) => Promise<unknown> } } }).device
    return remote.dispatch('set_transform', params as object).then(() => remote.dispatch('look_at', target as object))
  }, [{ device: 'headset', position: { x, y, z } }, { device: 'headset', target: { x: to[0], y: to[1], z: to[2] } }] as const)
  await frames(page, 10)
  await page.evaluate('xrFrames.length = 0')
  await frames(page, count)
  const seen = await page.evaluate('xrFrames') as Frame[]
  const ms = seen.map((frame) => frame.ms).toSorted((a, b) => a - b)
  return {
    viewpoint: name, calls: Math.max(...seen.map(({ calls }) => calls)),
    triangles: Math.max(...seen.map(({ triangles }) => Math.round(triangles))), p95: at(ms, 0.95), median: at(ms, 0.5),
  }
}

/** Calls, triangles and JavaScript time of a stereo frame at each viewpoint, draws left out (no graphics processor here). */
export async function xrFigures(count = 120): Promise<XrFigures[]> {
  const server = await buildScenePage()
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.addInitScript(counting)
    await putOnHeadset(page)
    await page.addInitScript(timing)
    await page.goto(`${server.address}?seed=0`)
    await page.waitForFunction('globalThis.compagnonLocator', null, { timeout: 120_000 })
    await enterVr(page)
    // The fullest moment: door open, tester in the hand, a panel beside.
    const play = player(headsetDoer(page))
    await play({ name: 'open', target: 'door' })
    await play({ name: 'measure', target: 'x3.l1', with: 'tester', second: 'x3.l2' })
    await headsetDoer(page).touch('attestation')
    await frames(page, 90)
    const figures: XrFigures[] = []
    for (const name of Object.keys(viewpoints)) figures.push(await figuresAt(page, name, count))
    return figures
  } finally {
    await browser.close()
    await server.close()
  }
}

/** The same as a table for `npm run bench`. */
export async function measureXrFrame(): Promise<Table> {
  const figures = await xrFigures()
  return {
    title: 'One frame of the lock-out workshop in a headset (both eyes, draws left out)',
    rows: figures.flatMap(({ viewpoint, calls, triangles, p95, median }) => [
      { name: `draw calls, ${viewpoint}`, value: calls, unit: 'calls' },
      { name: `triangles, ${viewpoint}`, value: triangles, unit: 'triangles' },
      { name: `JavaScript, median, ${viewpoint}`, value: median, unit: 'ms' },
      { name: `JavaScript, p95, ${viewpoint}`, value: p95, unit: 'ms' },
    ]),
  }
}
