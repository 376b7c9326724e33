// SPDX-License-Identifier: EUPL-1.2
// A person with a mouse before the flat 3D view: stands where the thing is best seen, and clicks on it.
import type { Page } from 'playwright-core'
import { frames, stillAt } from './headset.ts'
import { gesturesSoFar, type Doer } from './workshop-3d.ts'

export type Point = [number, number]

/** Where in the lock-out's workshop one stands for a thing; elsewhere one looks around. */
export const viewFor = (id: string): string => {
  const thing = id.split(/[.#]/)[0] ?? id
  if (/\.(l1|l2|l3|n|pe)$/.test(id) || thing === 'x3') return 'terminals'
  if (['q1', 'q2', 'q3'].includes(thing)) return 'levers'
  if (['q0', 'q9', 'door', 'diagram', 'watch'].includes(thing)) return 'cabinet'
  if (['m1', 'work-leader'].includes(thing)) return 'load'
  return thing === 'barrier' || thing === 'mat' ? 'room' : 'bench'
}

/** Waits until the thing stands still in the window, and answers where; null when it is not in the window. */
const still = (page: Page, id: string) => stillAt(page, id, 'screen', 0.3) as Promise<Point | null>

async function clickAt(page: Page, [x, y]: Point): Promise<void> {
  await page.mouse.move(x, y)
  await frames(page, 2)
  await page.mouse.down()
  await page.mouse.up()
  await frames(page, 2)
}

/** Does things with a mouse. */
export const mouseDoer = (page: Page) =>
  lookFrom(page, { at: (point) => clickAt(page, point), on: (selector) => page.locator(selector).click() })

/** How someone presses: a point of the window, or a button of the page. */
export type Presses = { at: (point: Point) => Promise<void>; on: (selector: string) => Promise<void> }

/** Does things before a flat screen, by whatever way of pressing: goes where a thing is seen, and presses it. */
export function lookFrom(page: Page, presses: Presses): Doer & { goTo: (view: string) => Promise<void>; on: Presses['on'] } {
  let view = ''
  const goTo = async (wanted: string) => {
    if (wanted === view) return
    await presses.on(`[data-view=${wanted}]`)
    view = wanted
  }
  const views = () => page.locator('[data-view]').evaluateAll((all) => all.map((one) => one.getAttribute('data-view') ?? ''))
  const visible = (id: string) => page.evaluate((one) => Boolean(globalThis.compagnonLocator?.(one)), id)
  return {
    goTo, on: presses.on,
    touch: async (id) => {
      // A key follows its padlock, a paper whoever holds it: one looks where it is.
      const known = await views()
      const wanted = [viewFor(id), 'levers', 'cabinet', 'load', 'room', ...known].filter((one) => known.includes(one))
      for (const one of new Set(wanted)) {
        await goTo(one)
        const place = await still(page, id)
        if (place) return presses.at(place)
      }
      throw new Error(`${id} is nowhere in sight`)
    },
    press: async (id) => {
      if (id.startsWith('held-')) return presses.on(`[data-held=${id.slice(5)}]`)
      const place = await still(page, id)
      if (!place) throw new Error(`${id} is not in sight`)
      return presses.at(place)
    },
    shows: (id) => (id.startsWith('held-') ? page.locator(`[data-held=${id.slice(5)}]`).isVisible() : visible(id)),
    where: (id) => page.evaluate((one) => globalThis.compagnonLocator?.(one)?.at ?? null, id),
    settle: () => frames(page, 2),
    count: () => gesturesSoFar(page),
  }
}
