// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import type { Browser } from 'playwright-core'
import { builtOnce } from '../support/built-once.ts'
import { ask, putOnHeadset } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { heapFigures, type HeapFigures } from './heap.ts'
import { countDraws, timeFrames } from './xr-page.ts'

const common = { configFile: false, root: fileURLToPath(new URL('./empty-page/', import.meta.url)), logLevel: 'error' } as const

/** What one painted box asks of memory in the same headset: three.js and WebXR alone. */
export async function heapFloor(browser: Browser): Promise<HeapFigures> {
  const outDir = await builtOnce('empty-page', (folder) => build({
    ...common, publicDir: false, build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  }), ['tests/bench/empty-page'])
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.resolvedUrls?.local[0] ?? ''
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await quickFrames(page)
  await countDraws(page)
  await putOnHeadset(page)
  await timeFrames(page)
  await page.goto(address)
  await ask(page, () => globalThis.xrFrames.length > 0, null, 60_000)
  const figures = await heapFigures(page, address, 10)
  await page.close()
  await server.close()
  return figures
}
