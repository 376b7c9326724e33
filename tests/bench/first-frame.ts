// SPDX-License-Identifier: EUPL-1.2
// From the address to the first 3D frame on a slow 4G, beside A-Frame's smallest page: a box, nothing else.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { scenarioIds } from '../parity/plays-of.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask } from '../support/headset.ts'
import { scenePageFolder } from '../xr/page/serve.ts'
import type { Table } from './measure.ts'

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

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.woff2': 'font/woff2',
}

/** Both pages from one server, compressed alike. */
async function serve(folder: string): Promise<{ origin: string; close: () => void }> {
  const bodies = new Map<string, Buffer>([['/aframe.html', gzipSync(smallest)], ['/aframe.min.js', gzipSync(aframe(), { level: 9 })]])
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here')
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    const body = bodies.get(pathname) ?? (existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }) : null)
    if (!body) return response.writeHead(404).end()
    bodies.set(pathname, body)
    response.writeHead(200, { 'content-type': types[extname(pathname)] ?? (pathname === '/' ? types['.html']! : 'application/octet-stream'), 'content-encoding': 'gzip' })
    return response.end(body)
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.close(); server.closeAllConnections() } }
}

declare global {
  var firstDraw: number | undefined
}

/** Milliseconds from the address to the first thing drawn, with nothing kept from before. */
async function firstFrame(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', slow4g)
  await page.addInitScript(() => {
    const gl2 = WebGL2RenderingContext.prototype
    const drawn = () => { globalThis.firstDraw ??= performance.now() }
    for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const) gl2[name] = drawn
  })
  await page.goto(address, { waitUntil: 'commit' })
  const time = await ask(page, () => globalThis.firstDraw, null, 120_000)
  await context.close()
  return time
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Each scenario's first frame beside A-Frame's, taking turns so that a machine that slows down slows all alike. */
export async function measureFirstFrame(rounds = 5): Promise<Table> {
  const { origin, close } = await serve(await scenePageFolder())
  const browser = await launchBrowser()
  const seen = new Map<string, number[]>()
  try {
    for (let round = 0; round < rounds; round++) {
      const pages = [['A-Frame', '/aframe.html'], ...scenarioIds.map((id) => [id, `/?scenario=${id}&seed=0`])] as [string, string][]
      for (const [name, path] of pages) seen.set(name, [...seen.get(name) ?? [], await firstFrame(browser, origin + path)])
    }
  } finally {
    await browser.close()
    close()
  }
  const peer = median(seen.get('A-Frame') ?? [])
  return {
    title: `First 3D frame on a slow 4G (1.6 Mbit/s, 150 ms), median of ${rounds}`,
    rows: [...seen].map(([name, times]) => name === 'A-Frame'
      ? { name: `A-Frame ${AFRAME}, a box`, value: peer / 1000, unit: 's' }
      : { name, value: median(times) / 1000, unit: 's', peer: `A-Frame ${AFRAME}`, ratio: median(times) / peer }),
  }
}
