// SPDX-License-Identifier: EUPL-1.2
// A screen shows sixty frames a second; a test that drives a workshop spends its time waiting for them. Here, while the
// test waits for frames, each comes as soon as the page is done with the last, and the page's clock jumps over the wait
// that was left out: a door still takes as long to swing and as many frames, only nobody sits through it. It also makes
// a slow machine play like a quick one, since each of these frames is one step of that clock.
import type { Page } from 'playwright-core'

/** What a headset shows in a second. */
const perSecond = 72

declare global {
  /** +1: somebody waits for frames; −1: no longer. There only where frames are quick. */
  var compagnonHurry: ((by: 1 | -1) => void) | undefined
  /** So many milliseconds go by at once, in which nobody does anything. There only where frames are quick. */
  var compagnonPass: ((ms: number) => void) | undefined
  /**
   * From now on the page's clock goes by the frames that are shown, one step each, and stands still while a crowded
   * machine shows none: a hand whose gesture is simulated continuously must not burn a pad because a test was slow.
   */
  var compagnonSteady: ((steady: boolean) => void) | undefined
}

/** Before the page opens. Not for a page that speaks with the service: its clock would run ahead of the service's. */
export async function quickFrames(page: Page): Promise<void> {
  await page.addInitScript(hurryWhileWaited, 1000 / perSecond)
}

function hurryWhileWaited(step: number): void {
  const real = performance.now.bind(performance)
  let frozen: number | null = null
  const passed = () => frozen ?? real()
  const onScreen = globalThis.requestAnimationFrame.bind(globalThis)
  let [skipped, last, nextId, waiting, awaited] = [0, 0, 0, 0, 0]
  const asked = new Map<number, FrameRequestCallback>()
  const { port1, port2 } = new MessageChannel()
  const now = () => passed() + skipped
  performance.now = now
  const callSafely = (callback: FrameRequestCallback) => {
    try {
      callback(last)
    } catch (error) {
      reportError(error)
    }
  }
  // Of several frames on their way, only the one brought last is shown.
  const show = (frame: number) => {
    if (frame !== awaited || asked.size === 0) return
    if (waiting > 0) skipped += Math.max(0, last + step - now())
    last = now()
    const callbacks = [...asked.values()]
    asked.clear()
    callbacks.forEach(callSafely)
  }
  port1.onmessage = ({ data }) => show(data as number)
  const bring = () => {
    const frame = awaited += 1
    if (waiting > 0) port2.postMessage(frame)
    else onScreen(() => show(frame))
  }
  globalThis.requestAnimationFrame = (callback) => {
    nextId += 1
    asked.set(nextId, callback)
    if (asked.size === 1) bring()
    return nextId
  }
  globalThis.cancelAnimationFrame = (id) => void asked.delete(id)
  const tick = () => {
    if (frozen === null) return
    frozen += step
    onScreen(tick)
  }
  globalThis.compagnonSteady = (steady) => {
    if (steady === (frozen !== null)) return
    if (frozen !== null) skipped += frozen - real()
    frozen = steady ? real() : null
    if (steady) onScreen(tick)
  }
  globalThis.compagnonPass = (ms) => { skipped += ms }
  globalThis.compagnonHurry = (by) => {
    waiting += by
    if (asked.size > 0) bring()
  }
}
