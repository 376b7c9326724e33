// SPDX-License-Identifier: EUPL-1.2
// A person with a mouse before the flat 3D view: stands where the thing is best seen, and clicks on it.
import type { Page } from 'playwright-core'
import { frames } from './headset.ts'
import type { Doer } from './workshop-3d.ts'

const viewFor = (id: string): string => {
  const thing = id.split(/[.#]/)[0] ?? id
  if (/\.(l1|l2|l3|n|pe)$/.test(id) || thing === 'x3') return 'terminals'
  if (['q1', 'q2', 'q3'].includes(thing)) return 'levers'
  if (['q0', 'q9', 'door', 'diagram', 'watch'].includes(thing)) return 'cabinet'
  if (['m1', 'work-leader'].includes(thing)) return 'load'
  return thing === 'barrier' || thing === 'mat' ? 'room' : 'bench'
}

type Point = [number, number]
const onScreen = (page: Page, id: string) => page.evaluate((one) => globalThis.compagnonLocator?.(one)?.screen ?? null, id) as Promise<Point | null>

/** Waits until the thing stands still in the window, and answers where; null when it is not in the window. */
async function still(page: Page, id: string): Promise<Point | null> {
  let last: Point | null = null
  for (let i = 0; i < 80; i++) {
    await frames(page, 3)
    const now = await onScreen(page, id)
    if (now && last && Math.hypot(now[0] - last[0], now[1] - last[1]) < 0.3) return now
    if (!now && !last && i > 12) return null
    last = now
  }
  return last
}

const inSight = async (page: Page, id: string) => (await still(page, id)) !== null

/** Does things with a mouse (or a finger, with `touch`). */
export function mouseDoer(page: Page): Doer {
  let view = 'cabinet'
  const click = async (id: string) => {
    const place = await still(page, id)
    if (!place) throw new Error(`${id} is not in sight`)
    const [x, y] = place
    await page.mouse.move(x, y)
    await frames(page, 2)
    await page.mouse.down()
    await page.mouse.up()
    await frames(page, 2)
  }
  const goTo = async (wanted: string) => {
    if (wanted === view) return
    await page.locator(`[data-view=${wanted}]`).click()
    view = wanted
  }
  return {
    touch: async (id) => {
      // A key follows its padlock, a paper whoever holds it: one looks where it is.
      for (const wanted of [viewFor(id), 'levers', 'cabinet', 'load', 'room']) {
        await goTo(wanted)
        if (await inSight(page, id)) return click(id)
      }
      throw new Error(`${id} is nowhere in sight`)
    },
    press: (id) => (id.startsWith('held-') ? page.locator(`[data-held=${id.slice(5)}]`).click() : click(id)),
    shows: (id) => id.startsWith('held-') ? page.locator(`[data-held=${id.slice(5)}]`).isVisible() : page.evaluate((one) => Boolean(globalThis.compagnonLocator?.(one)), id),
    where: (id) => page.evaluate((one) => globalThis.compagnonLocator?.(one)?.at ?? null, id),
    settle: () => frames(page, 2),
  }
}
