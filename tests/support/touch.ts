// SPDX-License-Identifier: EUPL-1.2
// A person with a phone: one finger, a small screen.
import type { CDPSession, Page } from 'playwright-core'
import { frames } from './headset.ts'
import { lookFrom, type Point } from './mouse.ts'

const fingers = new WeakMap<Page, CDPSession>()

/** Puts so many fingers on the screen, at these points; none: all are lifted. */
export async function fingersAt(page: Page, points: readonly Point[], type: 'touchStart' | 'touchEnd'): Promise<void> {
  await fingers.get(page)?.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
}

/** Lifts one finger of several: the one that was put down as so-manieth, at this point. */
export async function liftFinger(page: Page, [x, y]: Point, id: number): Promise<void> {
  await fingers.get(page)?.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [{ x, y, id }] })
}

/** Makes this visitor's device a phone with a touch screen and no mouse. Before the page opens. */
export async function isPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  const finger = await page.context().newCDPSession(page)
  await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
  await finger.send('Emulation.setEmitTouchEventsForMouse', { enabled: false })
  fingers.set(page, finger)
}

/** Does things with a finger. */
export function touchDoer(page: Page): ReturnType<typeof lookFrom> {
  const tap = async ([x, y]: Point) => {
    const finger = fingers.get(page)
    if (!finger) throw new Error('isPhone(page) comes first')
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    await frames(page, 2)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await frames(page, 2)
  }
  const on = async (selector: string) => {
    const button = page.locator(selector)
    await button.scrollIntoViewIfNeeded()
    const box = await button.boundingBox()
    if (!box) throw new Error(`${selector} is not on the screen`)
    await tap([box.x + box.width / 2, box.y + box.height / 2])
  }
  return lookFrom(page, { at: tap, on })
}
