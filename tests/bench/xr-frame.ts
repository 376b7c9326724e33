// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core'
import { scenarioIds } from '../parity/plays-of.ts'
import { launchBrowser } from '../support/browser.ts'
import { dispatch, enterVr, frames, headsetDoer, putOnHeadset, whereIs, workshopStands } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { buildScenePage } from '../xr/page/serve.ts'
import { heapFloor } from './heap-floor.ts'
import { bytesPerFrame, heapFigures, type HeapFigures } from './heap.ts'
import type { Row, Table } from './measure.ts'
import { countDraws, timeFrames } from './xr-page.ts'

type Viewpoint = { id: string; from: [number, number, number]; to: [number, number, number] }
export type XrFigures = { viewpoint: string; calls: number; triangles: number; p95: number; median: number }
export type SceneFigures = { scenario: string; viewpoints: XrFigures[]; textureBytes: number; packBytes: number; heap: HeapFigures | null }

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Stands where a viewpoint is, looks where it looks, and counts. */
async function figuresAt(page: Page, { id, from, to }: Viewpoint, count: number): Promise<XrFigures> {
  const origin = await whereIs(page, 'origin')
  const inSpace = (place: readonly number[]) => Object.fromEntries(['x', 'y', 'z'].map((axis, i) => [axis, (place[i] ?? 0) - (origin[i] ?? 0)]))
  await dispatch(page, 'set_transform', { device: 'headset', position: inSpace(from) })
  await dispatch(page, 'look_at', { device: 'headset', target: inSpace(to) })
  await frames(page, 10)
  await page.evaluate('xrFrames.length = 0')
  await frames(page, count)
  const seen = await page.evaluate(() => globalThis.xrFrames)
  const ms = seen.map((frame) => frame.ms).toSorted((a, b) => a - b)
  return {
    viewpoint: id, calls: Math.max(...seen.map(({ calls }) => calls)),
    triangles: Math.max(...seen.map(({ triangles }) => Math.round(triangles))), p95: at(ms, 0.95), median: at(ms, 0.5),
  }
}

/** The fullest moment: every door open, something written on a panel beside. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { session } = globalThis
    for (const { gesture } of session.offers().filter(({ gesture: one }) => one.name === 'open' && one.with === undefined)) {
      const { kind } = session.progress().setup.equipment[gesture.target] ?? {}
      if (kind === 'door') session.act(gesture)
    }
  })
  const paper = await page.evaluate(() => globalThis.session.offers().find(({ gesture }) => gesture.name === 'fill')?.about ?? null)
  if (paper) await headsetDoer(page).touch(paper)
  await frames(page, 90)
}

/** A workshop in a headset, at its fullest moment. */
async function standIn(page: Page, address: string, scenario: string): Promise<void> {
  await quickFrames(page)
  await countDraws(page)
  await putOnHeadset(page)
  await timeFrames(page)
  await page.goto(`${address}?scenario=${scenario}&seed=0`)
  await workshopStands(page)
  await enterVr(page)
  await fill(page)
}

async function figuresOf(browser: Browser, address: string, scenario: string, { count, withHeap }: Depth): Promise<SceneFigures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  let packBytes = 0
  page.on('response', (response) => void response.body().then((body) => { packBytes += body.length }, () => undefined))
  await standIn(page, address, scenario)
  const places = await page.evaluate('viewpoints()') as Viewpoint[]
  const viewpoints: XrFigures[] = []
  for (const place of places) viewpoints.push(await figuresAt(page, place, count))
  const heap = withHeap ? await heapFigures(page, address) : null
  const textureBytes = await page.evaluate(() => globalThis.counted.textureBytes)
  await page.close()
  return { scenario, viewpoints, textureBytes, packBytes, heap }
}

type Depth = { count: number; withHeap: boolean }

/** Each scenario's figures in a headset, both eyes, draws left out (no graphics processor here). */
export async function xrFigures({ count = 120, withHeap = true }: Partial<Depth> = {}): Promise<SceneFigures[]> {
  const server = await buildScenePage()
  const browser = await launchBrowser()
  try {
    const figures: SceneFigures[] = []
    for (const scenario of scenarioIds) figures.push(await figuresOf(browser, server.address, scenario, { count, withHeap }))
    return figures
  } finally {
    await browser.close()
    await server.close()
  }
}

/** What one frame of a workshop asks of memory, in bytes, hands still. */
export async function frameBytes(browser: Browser, address: string, scenario: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await standIn(page, address, scenario)
  const bytes = await bytesPerFrame(page, address)
  await page.close()
  return bytes
}

const most = (figures: readonly XrFigures[], of: (one: XrFigures) => number) => figures.toSorted((a, b) => of(b) - of(a))[0]!

/** What three.js and WebXR alone ask of memory in a frame, in bytes. */
async function floorFigure(): Promise<number> {
  const browser = await launchBrowser()
  const { perFrame } = await heapFloor(browser).finally(() => browser.close())
  return perFrame
}

/** What a scenario asks of memory, beside one box. */
const heapRows = (scenario: string, { perFrame, kept, seconds }: HeapFigures, floor: number): Row[] => [
  { name: `${scenario}: memory asked for, each frame`, value: perFrame, unit: 'bytes', peer: `three.js and one box ${floor.toFixed(0)} bytes`, ratio: perFrame / floor },
  { name: `${scenario}: memory kept after ${seconds} s`, value: kept / 1024, unit: 'KiB' },
]

/** The same as a table for `npm run bench`: the heaviest viewpoint of each scenario. */
export async function measureXrFrame(): Promise<Table> {
  const [figures, floor] = [await xrFigures(), await floorFigure()]
  return {
    title: 'One frame of each workshop in a headset (both eyes, draws left out), at its heaviest viewpoint',
    rows: figures.flatMap(({ scenario, viewpoints, textureBytes, packBytes, heap }) => {
      const [calls, triangles, p95, median] = [most(viewpoints, (one) => one.calls), most(viewpoints, (one) => one.triangles),
        most(viewpoints, (one) => one.p95), most(viewpoints, (one) => one.median)]
      return [
        { name: `${scenario}: draw calls (${calls.viewpoint})`, value: calls.calls, unit: 'calls' },
        { name: `${scenario}: triangles (${triangles.viewpoint})`, value: triangles.triangles, unit: 'triangles' },
        { name: `${scenario}: JavaScript, median (${median.viewpoint})`, value: median.median, unit: 'ms' },
        { name: `${scenario}: JavaScript, p95 (${p95.viewpoint})`, value: p95.p95, unit: 'ms' },
        { name: `${scenario}: textures`, value: textureBytes / 2 ** 20, unit: 'MiB' },
        { name: `${scenario}: everything fetched, not compressed`, value: packBytes / 2 ** 20, unit: 'MiB' },
        ...(heap ? heapRows(scenario, heap, floor) : []),
      ]
    }),
  }
}
