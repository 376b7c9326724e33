// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core'
import { frames } from '../support/headset.ts'

export type HeapFigures = {
  /** Bytes that the app's own code asks for in one frame, whether or not they are soon given back. */
  perFrame: number
  /** Bytes more in use after `seconds` of frames, once everything unused is given back. */
  kept: number
  seconds: number
}

type Node = { callFrame: { url: string; scriptId: string }; selfSize: number; children?: Node[] }

/** What is asked for under a node by code of these addresses: by itself, or by what is the browser's own in its name (a sort, a copy). */
function sum(node: Node, counts: (url: string) => boolean, asking = false): number {
  const { url, scriptId } = node.callFrame
  const own = scriptId === '0' ? asking : counts(url)
  return (own ? node.selfSize : 0) + (node.children ?? []).reduce((total, child) => total + sum(child, counts, own), 0)
}

/** What frames ask of memory. What the emulated headset itself asks for is not the app's, and left out. */
export async function heapFigures(page: Page, address: string, seconds = 60): Promise<HeapFigures> {
  const perFrame = await bytesPerFrame(page, address)
  const cdp = await page.context().newCDPSession(page)
  const used = async () => {
    for (let round = 0; round < 2; round++) await cdp.send('HeapProfiler.collectGarbage')
    return (await cdp.send('Runtime.getHeapUsage')).usedSize
  }
  await page.evaluate('xrFrames.length = 0')
  const before = await used()
  await frames(page, seconds * 72)
  await page.evaluate('xrFrames.length = 0')
  const kept = await used() - before
  await cdp.detach()
  return { perFrame, kept, seconds }
}

/** Bytes that the app's own code asks for in one frame, whether or not they are soon given back. */
export async function bytesPerFrame(page: Page, address: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  // Until what is done in every frame has been compiled for good: before that, the browser makes a number an object.
  await frames(page, 4_000)
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.startSampling', { samplingInterval: 1024, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true } as never)
  await page.evaluate('xrFrames.length = 0')
  await frames(page, 720)
  const count = await page.evaluate('xrFrames.length') as number
  const { profile } = await cdp.send('HeapProfiler.stopSampling') as unknown as { profile: { head: Node } }
  await cdp.detach()
  return sum(profile.head, (url) => url.startsWith(address)) / Math.max(1, count)
}
