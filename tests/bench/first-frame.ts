// SPDX-License-Identifier: EUPL-1.2
// From the address to the first 3D frame on a slow 4G, the page as a learner opens it, beside A-Frame's smallest page: a
// box, nothing else. Then to the whole workshop, for whoever presses « begin » as soon as it is there.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { scenarioIds } from '../parity/plays-of.ts'
import { launchBrowser } from '../support/browser.ts'
import { buildApp } from '../support/built-app.ts'
import { ask } from '../support/headset.ts'
import type { Table } from './measure.ts'
import { servePages, type Served } from './serve-pages.ts'

const AFRAME = '1.8.0'
/** Lighthouse's slow 4G. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/compagnon/aframe/', import.meta.url))

/** A-Frame's own file, brought by npm once. It is compared with, and nothing here needs it: no dependency. */
function aframe(): Buffer {
  const file = join(CACHE, 'package/dist/aframe-master.min.js')
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true })
    const packed = execFileSync('npm', ['pack', `aframe@${AFRAME}`, '--silent', '--pack-destination', CACHE], { encoding: 'utf8' }).trim()
    execFileSync('tar', ['-xzf', join(CACHE, packed.split('\n').at(-1) ?? ''), '-C', CACHE])
  }
  return readFileSync(file)
}

const smallest = `<!doctype html><html><head><meta charset="utf-8"><title>A box</title><script src="/aframe.min.js"></script></head>
<body><a-scene><a-box position="0 1.2 -3" color="#4CC3D9"></a-box></a-scene></body></html>`

/** What the service answers to somebody who has not signed in. */
const answers = (): [string, string][] => [
  ['/api/me', JSON.stringify({ person: null })],
  ...scenarioIds.map((id): [string, string] => {
    const scenario = JSON.parse(readFileSync(new URL(`../../resources/scenarios/${id}/scenario.json`, import.meta.url), 'utf8')) as unknown
    return [`/api/scenarios/${id}`, JSON.stringify({ id, digest: `sha256:${'0'.repeat(64)}`, scenario })]
  }),
]

/** Both pages from one server, compressed alike. */
const serve = async (): Promise<Served> => servePages((await buildApp()).folder,
  new Map<string, string | Buffer>([['/aframe.html', smallest], ['/aframe.min.js', aframe()], ...answers()]))

declare global {
  /** Milliseconds to the first picture of all, and to the first one of the whole workshop. */
  var pictures: { first?: number; whole?: number }
}

/** Before the page opens: notes when what was drawn first is drawn, to its last pixel. */
function notePictures(): void {
  globalThis.pictures = {}
  const gl2 = WebGL2RenderingContext.prototype
  const note = (gl: WebGL2RenderingContext, which: 'first' | 'whole') => {
    if (which in globalThis.pictures) return
    globalThis.pictures[which] = 0
    setTimeout(() => {
      // Answers only when everything asked before is done.
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
      globalThis.pictures[which] = performance.now()
    }, 0)
  }
  for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const) {
    const draw = gl2[name] as (...args: number[]) => void
    gl2[name] = function (this: WebGL2RenderingContext, ...args: number[]) {
      draw.apply(this, args)
      note(this, 'first')
      if (this.canvas instanceof HTMLCanvasElement && this.canvas.closest('.stage')) note(this, 'whole')
    }
  }
}

const seen = (page: Page, which: 'first' | 'whole') => ask(page, (one) => globalThis.pictures[one], which, 120_000)

/** Milliseconds from the address to the first picture, and to the whole workshop, with nothing kept from before. */
async function openedBy(browser: Browser, address: string): Promise<{ first: number; whole: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', slow4g)
  await page.addInitScript(notePictures)
  await page.goto(address, { waitUntil: 'commit' })
  const first = await seen(page, 'first')
  const isOurs = address.includes('/atelier/')
  if (isOurs) await page.locator('[data-start="new"]').click({ timeout: 120_000 })
  const whole = isOurs ? await seen(page, 'whole') : first
  await context.close()
  return { first, whole }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Each scenario's first frame beside A-Frame's, taking turns so that a machine that slows down slows all alike. */
export async function measureFirstFrame(rounds = 5): Promise<Table> {
  const { origin, close } = await serve()
  const browser = await launchBrowser()
  const times = new Map<string, { first: number; whole: number }[]>()
  try {
    for (let round = 0; round < rounds; round++) {
      const pages = [['A-Frame', '/aframe.html'], ...scenarioIds.map((id) => [id, `/atelier/${id}?mode=guided`])] as [string, string][]
      for (const [name, path] of pages) times.set(name, [...times.get(name) ?? [], await openedBy(browser, origin + path)])
    }
  } finally {
    await browser.close()
    close()
  }
  const of = (name: string, which: 'first' | 'whole') => median((times.get(name) ?? []).map((one) => one[which]))
  const peer = of('A-Frame', 'first')
  const beside = (name: string, value: number) => ({ name, value: value / 1000, unit: 's', peer: `A-Frame ${AFRAME}`, ratio: value / peer })
  return {
    title: `First 3D frame on a slow 4G (1.6 Mbit/s, 150 ms), median of ${rounds}`,
    rows: [
      { name: `A-Frame ${AFRAME}, a box`, value: peer / 1000, unit: 's' },
      ...scenarioIds.map((id) => beside(`${id}: the room one enters`, of(id, 'first'))),
      ...scenarioIds.map((id) => beside(`${id}: all of its equipment, begun at once`, of(id, 'whole'))),
    ],
  }
}
