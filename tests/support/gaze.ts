// SPDX-License-Identifier: EUPL-1.2
// People who point and never press: with the head in a headset, with a pointer that rests on a flat screen.
import type { Page } from 'playwright-core'
import { dispatch, frames, inOwnSpace, stillAt, whereIs } from './headset.ts'
import { lookFrom, viewFor, type Point } from './mouse.ts'
import { withSettings } from './settings.ts'
import { gesturesSoFar, type Doer } from './workshop-3d.ts'

/** The shortest there is to choose; `dwellFrames` is a little longer, in frames of ten milliseconds at least. */
const dwellMs = 600
const dwellFrames = dwellMs / 10 + 12

/** Long enough away for what was looked at to have been left. */
const away = 26

const seen = (page: Page, id: string) => page.evaluate((one) => Boolean(globalThis.compagnonLocator?.(one)), id)
const where = (page: Page, id: string) => page.evaluate((one) => globalThis.compagnonLocator?.(one)?.at ?? null, id)

/** Before the page opens: chosen on this device. With a headset, the controllers are put away too. */
export async function actsByGaze(page: Page): Promise<void> {
  await withSettings(page, { gaze: true, dwellMs })
}

/** Puts both controllers away: nothing is in the hands. In the session. */
export const putControllersAway = (page: Page): Promise<void> => page.evaluate(() => {
  const { controllers } = (globalThis as never as { device: { controllers: Record<string, { connected: boolean }> } }).device
  for (const side of ['left', 'right']) if (controllers[side]) controllers[side].connected = false
})

type Standing = { id: string; from: readonly number[] }

/** The place to stand at for something: as in the lock-out's workshop, or the nearest that has it before one rather than aside. */
async function placeFor(page: Page, id: string): Promise<string> {
  const at = await where(page, id)
  const places = await page.evaluate(async (): Promise<readonly Standing[]> => globalThis.viewpoints?.() ?? [])
  // A paper is with whoever holds it.
  if (!at || places.length === 0 || places.some((one) => one.id === 'levers')) return (at?.[0] ?? 0) < -0.9 ? 'load' : viewFor(id)
  const askew = ({ from }: Standing) => {
    const [dx = 0, dy = 0, dz = 0] = from.map((v, i) => v - (at[i] ?? 0))
    return (dx * dx + dy * dy + dz * dz) / Math.max(0.15, dz)
  }
  return places.toSorted((a, b) => askew(a) - askew(b))[0]?.id ?? viewFor(id)
}

/** Does things with the head alone: looks at them, and waits. */
export function gazeDoer(page: Page): Doer {
  let place = ''
  const lookAt = async ([x, y, z]: readonly number[]) => {
    await dispatch(page, 'look_at', { device: 'headset', target: { x, y, z } })
  }
  const rest = async (id: string) => {
    // Up, where nothing is: what was acted on before is left.
    await lookAt([0, 60, -8])
    await frames(page, away)
    const target = await stillAt(page, id, 'at', 0.002) ?? await whereIs(page, id)
    await lookAt(await inOwnSpace(page, target))
    await frames(page, dwellFrames)
  }
  // Written when the page gets to it, which may be a few frames later.
  const opened = async (id: string) => {
    for (let look = 0; look < 30 && !(await seen(page, id)); look++) await frames(page, 2)
  }
  const touch = async (id: string) => {
    const wanted = await placeFor(page, id)
    if (wanted !== place && await seen(page, 'places')) {
      // What cannot be seen from here is seen from another place: the slate goes there.
      // Just arrived, a gaze means nothing for a moment: one whose look came to nothing looks again.
      for (let look = 0; look < 3 && !(await seen(page, 'places-close')); look++) {
        await rest('places')
        await opened('places-close')
      }
      if (await seen(page, `place:${wanted}`)) await rest(`place:${wanted}`)
      else await rest('places-close')
      place = wanted
      // Just brought somewhere, a gaze means nothing for a moment.
      await frames(page, 100)
    }
    await rest(id)
  }
  return { touch, press: rest, shows: (id) => seen(page, id), where: (id) => where(page, id), settle: () => frames(page, 3), count: () => gesturesSoFar(page) }
}

/** A point of the window where a pointer can rest and nothing comes of it. */
const nowhere = (page: Page) => page.evaluate((): [number, number] => {
  for (let y = 4; y < innerHeight; y += 12) for (let x = 4; x < innerWidth; x += 24)
    if (!document.elementFromPoint(x, y)?.closest('a, button, summary, label, select, input, textarea, canvas, [role]')) return [x, y]
  return [2, 2]
})

/** Does things with a pointer that rests and never clicks, on the flat screen. */
export function restDoer(page: Page): ReturnType<typeof lookFrom> {
  const restAt = async ([x, y]: Point) => {
    await page.mouse.move(...await nowhere(page))
    await frames(page, away)
    await page.mouse.move(x, y - 3)
    await page.mouse.move(x, y)
    await frames(page, dwellFrames)
  }
  const restOn = async (selector: string) => {
    const box = await page.locator(selector).boundingBox()
    if (!box) throw new Error(`${selector} is not on the screen`)
    await restAt([box.x + box.width / 2, box.y + box.height / 2])
  }
  return lookFrom(page, { at: restAt, on: restOn })
}
