// SPDX-License-Identifier: EUPL-1.2
// A person with a headset, emulated: the app ships no emulator, the test brings it into the page.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { gesturesSoFar, type Doer } from './workshop-3d.ts'

type Vec = [number, number, number]
type Side = 'left' | 'right'
export type HeadsetOptions = { hands?: boolean; side?: Side }

const drawCalls = ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced', 'drawRangeElements', 'clear', 'blitFramebuffer']

/** Leaves out the drawing itself (no graphics processor here): everything else of a frame is done. Before the page opens. */
export async function stubDraws(page: Page): Promise<void> {
  await page.addInitScript(`for (const name of ${JSON.stringify(drawCalls)}) WebGL2RenderingContext.prototype[name] = function () {}`)
}

/** Puts an emulated headset (Meta Quest 3, stereo) on this visitor. Before the page opens. */
export async function putOnHeadset(page: Page): Promise<void> {
  const file = createRequire(import.meta.url).resolve('iwer').replace(/build.*|lib.*/, 'build/iwer.min.js')
  await page.addInitScript({ content: `${await readFile(file, 'utf8')};
    globalThis.device = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true, ipd: 0.063 });
    device.installRuntime({ forceInstall: true });
    device.position.set(0, 1.62, 0);
    for (const [side, x] of [['left', -0.2], ['right', 0.2]]) device.controllers[side].position.set(x, 1.25, -0.3);
    globalThis.pulses = 0` })
}

/** Asks the emulated headset for something. */
export const dispatch = (page: Page, method: string, params: object) =>
  page.evaluate(([name, args]) => (globalThis as never as { device: { remote: { dispatch: (n: string, p: object) => Promise<unknown> } } })
    .device.remote.dispatch(name as string, args as object), [method, params] as const)

/**
 * Asks the page again and again until it answers something. Playwright's own waitForFunction evaluates text inside the
 * page, which the product's content security policy refuses, as it should.
 */
export async function ask<Answer, Argument>(page: Page, question: (argument: Argument) => Answer, argument: Argument, timeout: number): Promise<NonNullable<Awaited<Answer>>> {
  const end = Date.now() + timeout
  for (;;) {
    const answer = await page.evaluate(question as never, argument as never) as Awaited<Answer>
    if (answer) return answer
    if (Date.now() > end) throw new Error('The page never answered')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** Waits until the workshop stands: its things can be found. */
export const workshopStands = (page: Page) => ask(page, () => Boolean(globalThis.compagnonLocator), null, 120_000)

/** Presses the way into the headset, and reads what is said about health the first time on a device. */
export async function pressEnter(page: Page, button: string): Promise<void> {
  await page.locator(button).click({ timeout: 120_000 })
  const accept = page.locator('[data-health="accept"]')
  const entered = () => page.evaluate(() => Boolean((globalThis as never as { device?: { activeSession?: unknown } }).device?.activeSession))
  for (let look = 0; look < 200 && !(await entered()) && !(await accept.isVisible()); look++) await page.waitForTimeout(50)
  if (await accept.isVisible()) await accept.click()
}

/** Enters the workshop through its own button, and waits until the hands are there. */
export async function enterVr(page: Page, { hands = false }: HeadsetOptions = {}): Promise<void> {
  await pressEnter(page, '[data-enter-vr]')
  await ask(page, () => Boolean((globalThis as never as { device?: { activeSession?: unknown } }).device?.activeSession), null, 60_000)
  if (hands) await dispatch(page, 'set_input_mode', { mode: 'hand' })
  await frames(page, 6)
}

/**
 * Waits for so many frames of the headset (or of the page, without one), and for the time they take on a real one: a
 * browser that shows more frames a second does not make a door swing faster. A headset that is taken off meanwhile shows
 * no more of them: the page's own count then.
 */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (n) => {
    let session = (globalThis as never as { device?: { activeSession?: XRSession } }).device?.activeSession
    let shown = () => {}
    session?.addEventListener('end', () => {
      session = undefined
      shown()
    }, { once: true })
    const next = () => new Promise<void>((done) => {
      shown = done
      if (session) session.requestAnimationFrame(() => done())
      else requestAnimationFrame(() => done())
    })
    globalThis.compagnonHurry?.(1)
    const until = performance.now() + (n - 1) * 10
    for (let i = 0; i < n || performance.now() < until; i++) await next()
    globalThis.compagnonHurry?.(-1)
  }, count)
}

/** Where a visible thing is in the room; waits until it is there. */
export async function whereIs(page: Page, id: string, timeout = 20_000): Promise<Vec> {
  const at = await ask(page, (one) => globalThis.compagnonLocator?.(one)?.at, id, timeout)
    .catch((cause: unknown) => { throw new Error(`${id} is nowhere in the workshop`, { cause }) })
  return at as Vec
}

/** Where it is once it has stopped moving: a padlock that closes carries its key along. */
async function whereItRests(page: Page, id: string): Promise<Vec> {
  const seen = await whereIs(page, id)
  return await stillAt(page, id, 'at', 0.002) as Vec | null ?? seen
}

/** Where a thing stands still, in the room or in the window, by two looks 30 ms of the page's clock apart; null when it is not there. */
export const stillAt = (page: Page, id: string, where: 'at' | 'screen', near: number): Promise<number[] | null> =>
  page.evaluate(async ([one, space, close]) => {
    const session = (globalThis as never as { device?: { activeSession?: XRSession } }).device?.activeSession
    const next = () => new Promise<void>((done) => (session ? session.requestAnimationFrame(() => done()) : requestAnimationFrame(() => done())))
    globalThis.compagnonHurry?.(1)
    const begun = performance.now()
    let [now, rests]: [number[] | null, boolean] = [null, false]
    for (let waited = 0; !rests && waited < 4_000; waited = performance.now() - begun) {
      const since = performance.now()
      for (let n = 0; n < 2 || performance.now() - since < 30; n++) await next()
      const before = now
      now = globalThis.compagnonLocator?.(one)?.[space] ?? null
      rests = now && before ? Math.hypot(...now.map((v, i) => v - (before[i] ?? 0))) < close : !now && !before && waited > 600
    }
    globalThis.compagnonHurry?.(-1)
    return now
  }, [id, where, near] as const)

/** A place of the room as the headset's own space has it, wherever one stands and whichever way one turned. */
export async function inOwnSpace(page: Page, [x = 0, y = 0, z = 0]: readonly number[]): Promise<Vec> {
  const [origin, ahead] = [await whereIs(page, 'origin'), await whereIs(page, 'origin-ahead')]
  const turn = Math.atan2(origin[0] - ahead[0], origin[2] - ahead[2])
  const [dx, dz] = [x - origin[0], z - origin[2]]
  return [dx * Math.cos(turn) - dz * Math.sin(turn), y - origin[1], dz * Math.cos(turn) + dx * Math.sin(turn)]
}

/** Leans a hand towards a thing and points at it. */
export async function pointAt(page: Page, id: string, side: Side = 'right', device = `controller-${side}`): Promise<void> {
  const [x, y, z] = await inOwnSpace(page, await whereItRests(page, id))
  // From where a shoulder would be, at most an arm away from the thing: one leans in. Nearer than 20 cm is for fingers.
  // A panel faces the head: its keys are pressed from there.
  const key = /^(offer|take|page|close-panel|held|put-down|recentre|leave-vr|finish|set|safe|turn|pause|replay)/.test(id)
  const from: Vec = key ? [0.05, 1.42, 0]
    : [x * 0.85 + (side === 'right' ? 0.06 : -0.06), Math.max(1.3, y + 0.2), Math.max(z + 0.5, 0)]
  const far = Math.hypot(from[0] - x, from[1] - y, from[2] - z)
  const k = Math.min(1, 0.62 / far)
  const position = { x: x + (from[0] - x) * k, y: y + (from[1] - y) * k, z: z + (from[2] - z) * k }
  await dispatch(page, 'set_transform', { device, position })
  await dispatch(page, 'look_at', { device, target: { x, y, z } })
  await frames(page, 2)
}

/** Pulls the trigger (or pinches) and lets go. */
export async function select(page: Page, side: Side = 'right', hands = false): Promise<void> {
  // Held for whole frames: on a slow machine a short press would begin and end within one.
  const device = `${hands ? 'hand' : 'controller'}-${side}`
  await dispatch(page, 'set_select_value', { device, value: 1 })
  await frames(page, 2)
  await dispatch(page, 'set_select_value', { device, value: 0 })
  await frames(page, 3)
}

export const leaveVr = (page: Page) => dispatch(page, 'end_session', {})

/** Sits down with one controller: the other hand's is put away. In the session. */
export async function sitDownWithOne(page: Page, side: Side = 'left'): Promise<void> {
  await page.evaluate((other) => {
    const { controllers } = (globalThis as never as { device: { controllers: Record<string, { connected: boolean }> } }).device
    if (controllers[other]) controllers[other].connected = false
  }, side === 'left' ? 'right' : 'left')
  await dispatch(page, 'set_transform', { device: 'headset', position: { x: 0, y: 1.18, z: 0 } })
  await frames(page, 4)
}

/** Does things with a headset: points and selects, with controllers or bare hands, with this one hand. */
export function headsetDoer(page: Page, { hands = false, side = 'right' }: HeadsetOptions = {}): Doer {
  const touch = async (id: string) => {
    await pointAt(page, id, side, `${hands ? 'hand' : 'controller'}-${side}`)
    await select(page, side, hands)
  }
  return {
    touch, press: touch,
    shows: (id) => page.evaluate((one) => Boolean(globalThis.compagnonLocator?.(one)), id),
    where: (id) => page.evaluate((one) => globalThis.compagnonLocator?.(one)?.at ?? null, id),
    settle: () => frames(page, 3),
    count: () => gesturesSoFar(page),
  }
}
