// SPDX-License-Identifier: EUPL-1.2
// The hands that solder: one for each input.
import type { Page } from 'playwright-core'
import { dispatch, frames, inOwnSpace, stillAt, whereIs } from './headset.ts'
import { press } from './keyboard.ts'
import type { Point } from './mouse.ts'
import type { SolderHand } from './solder-hand.ts'
import { fingersAt, liftFinger } from './touch.ts'
import { closePanel, type Doer } from './workshop-3d.ts'

type Vec = [number, number, number]
type Looking = Doer & { goTo: (view: string) => Promise<void> }

/** The board leans towards whoever works (radians). */
const LEAN = 0.44
const normal: Vec = [0, Math.cos(LEAN), Math.sin(LEAN)]
const plus = (at: readonly number[], by: readonly number[], times: number): Vec => [0, 1, 2].map((axis) => (at[axis] ?? 0) + (by[axis] ?? 0) * times) as Vec
/** Where a joint is touched is found a little above its pad. */
const ABOVE_PAD = 0.0068

type Pressing = { on: (selector: string) => Promise<unknown> }

/** By the page's own buttons, whatever presses them: every press is one gesture. In 3D they are there once no panel is open. */
export function buttonHand(page: Page, doer: Pressing | (Doer & Pressing), slow = false): SolderHand {
  const { on } = doer
  const choose = async (name: string, value: string) => {
    const choice = page.locator(`[name="solder-${name}"][value="${value}"]`)
    if (!(await choice.isChecked())) await on(`label:has(> [name="solder-${name}"][value="${value}"])`)
  }
  return {
    slow,
    apply: async (part, touched) => {
      if ('shows' in doer) await closePanel(doer)
      await choose('joint', part)
      await choose('touched', touched)
      await on('[data-solder="iron"]')
    },
    feed: async () => void await on('[data-solder="wire"]'), stop: async () => void await on('[data-solder="wire"]'),
    withdraw: async () => void await on('[data-solder="iron"]'),
  }
}

/** By Tab, Enter and arrows alone. */
export function keyboardHand(page: Page): SolderHand {
  const own = buttonHand(page, { on: (selector) => press(page, selector) }, true)
  const arrow = async (name: string, value: string, all: readonly string[]) => {
    const from = await page.locator(`[name="solder-${name}"]:checked`).inputValue()
    if (from === value) return
    const steps = all.indexOf(value) - all.indexOf(from)
    await press(page, `[name="solder-${name}"][value="${from}"]`)
    for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft')
  }
  return {
    ...own,
    apply: async (part, touched) => {
      await arrow('joint', part, ['p1', 'p2'])
      await arrow('touched', touched, ['both', 'pad', 'lead'])
      await press(page, '[data-solder="iron"]')
    },
  }
}

/** On the joint in the window, from where the board is seen. */
async function jointOnScreen(page: Page, doer: Looking, part: string): Promise<Point> {
  await closePanel(doer)
  await doer.goTo('board')
  const place = await stillAt(page, `board.${part}`, 'screen', 0.5)
  if (!place) throw new Error(`${part} is not in the window`)
  return place as Point
}

/** A mouse held on the joint; its second button feeds. Where only the lead or the pad is touched, the page's buttons. */
export function mouseHand(page: Page, doer: Looking & Pressing): SolderHand {
  const buttons = buttonHand(page, doer)
  let held = true
  return {
    apply: async (part, touched) => {
      held = touched === 'both'
      if (!held) return buttons.apply(part, touched)
      const [x, y] = await jointOnScreen(page, doer, part)
      await page.mouse.move(x, y)
      await frames(page, 2)
      await page.mouse.down()
    },
    feed: () => (held ? page.mouse.down({ button: 'right' }) : buttons.feed()),
    stop: () => (held ? page.mouse.up({ button: 'right' }) : buttons.stop()),
    withdraw: () => (held ? page.mouse.up() : buttons.withdraw()),
  }
}

/** A finger held on the joint; a second one, anywhere else, feeds. Where only the lead or the pad is touched, the page's buttons. */
export function fingerHand(page: Page, doer: Looking & Pressing): SolderHand {
  const buttons = buttonHand(page, doer)
  let [at, held]: [Point, boolean] = [[0, 0], true]
  const second = (): Point => [at[0] - 60, at[1] - 90]
  return {
    apply: async (part, touched) => {
      held = touched === 'both'
      if (!held) return buttons.apply(part, touched)
      at = await jointOnScreen(page, doer, part)
      await fingersAt(page, [at], 'touchStart')
    },
    feed: () => (held ? fingersAt(page, [at, second()], 'touchStart') : buttons.feed()),
    stop: () => (held ? liftFinger(page, second(), 1) : buttons.stop()),
    withdraw: () => (held ? fingersAt(page, [], 'touchEnd') : buttons.withdraw()),
  }
}

/** With the head alone, in a headset: by the keys of the joint's own panel, looked at one after the other. */
export function gazeHand(doer: Doer): SolderHand {
  let joint = ''
  const key = (name: string, target: string, tool: string, value = '') => doer.press(`offer:${name}:${target}:${tool}::${value}`)
  return {
    slow: true,
    apply: async (part, touched) => {
      joint = `board.${part}`
      await closePanel(doer)
      await doer.touch(joint)
      await doer.press(`tip:${touched}`)
      await key('apply-iron', joint, 'iron', `${touched}-45`)
    },
    feed: () => key('feed', 'board', 'wire', 'joint-steady'), stop: () => key('stop-feed', 'board', 'wire'),
    withdraw: () => key('withdraw', 'board', 'iron'),
  }
}

type Held = { doer: Doer; side?: 'left' | 'right'; hands?: boolean; alone?: boolean }

/** In a headset: the tip is brought to the joint and kept there; the other hand's trigger (or pinch) feeds, or its own when it is alone. */
export function headsetHand(page: Page, { doer, side = 'right', hands = false, alone = false }: Held): SolderHand {
  const kind = hands ? 'hand' : 'controller'
  const device = `${kind}-${side}`
  const wire = alone ? device : `${kind}-${side === 'right' ? 'left' : 'right'}`
  let [at, pitch] = [[0, 1.2, -0.3] as Vec, 0.23]
  const aim = async () => {
    // Straight ahead in the scene and a little down, wherever one stands.
    const [from, to] = [await inOwnSpace(page, [0, 1, 0]), await inOwnSpace(page, [0, 1 - Math.sin(pitch), -Math.cos(pitch)])]
    const [x, y, z] = plus(at, plus(to, from, -1), 1)
    await dispatch(page, 'set_transform', { device, position: { x: at[0], y: at[1], z: at[2] } })
    await dispatch(page, 'look_at', { device, target: { x, y, z } })
    await frames(page, 2)
  }
  /** As an eye does: looks where the tip is, and corrects the hand. */
  const bring = async (goal: Vec, near: number) => {
    for (let look = 0; look < 8; look++) {
      const off = plus(await inOwnSpace(page, goal), await inOwnSpace(page, await whereIs(page, 'iron-tip')), -1)
      if (Math.hypot(...off) < near) return
      at = plus(at, off, 1)
      await aim()
    }
    throw new Error(`the tip does not come to ${goal.join(' ')}`)
  }
  const lean = async () => {
    for (let look = 0; look < 6; look++) {
      const along = plus(await whereIs(page, 'iron-handle'), await whereIs(page, 'iron-tip'), -1)
      const tilt = Math.asin(along.reduce((sum, one, axis) => sum + one * normal[axis]!, 0) / Math.hypot(...along))
      if (Math.abs(tilt - Math.PI / 4) < 0.05) return
      pitch += Math.PI / 4 - tilt
      await aim()
    }
  }
  return {
    apply: async (part, touched) => {
      await closePanel(doer)
      const pad = plus(await whereIs(page, `board.${part}`), normal, -ABOVE_PAD)
      at = plus(await inOwnSpace(page, plus(pad, normal, 0.16)), [0, 0, 0.1], 1)
      await aim()
      await bring(plus(pad, normal, 0.07), 0.004)
      await lean()
      await bring(plus(pad, normal, 0.07), 0.003)
      // Down in one movement; nothing real stops the hand at the board.
      const [here, there] = [await inOwnSpace(page, plus(pad, normal, 0.07)), await inOwnSpace(page, plus(pad, normal, touched === 'lead' ? 0.023 : -0.004))]
      at = plus(at, plus(there, here, -1), 1)
      await aim()
    },
    feed: async () => {
      await dispatch(page, 'set_select_value', { device: wire, value: 1 })
      await frames(page, 1)
    },
    stop: async () => {
      await dispatch(page, 'set_select_value', { device: wire, value: 0 })
      await frames(page, 2)
    },
    withdraw: async () => {
      at = plus(at, [0, 1, 0.3], 0.12)
      await aim()
    },
  }
}
