// SPDX-License-Identifier: EUPL-1.2
// A person in augmented reality: the emulated headset in a room that was really scanned, with its table and its walls.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { ask, frames, pressEnter, putOnHeadset, select, stillAt, whereIs } from './headset.ts'
import { gesturesSoFar, type Doer } from './workshop-3d.ts'

type Vec = [number, number, number]
type Device = { remote: { dispatch: (name: string, params: object) => Promise<unknown> }; activeSession?: XRSession }

const folder = createRequire(import.meta.url).resolve('@iwer/sem').replace(/lib.*/, '')

/** The scanned meeting room, in metres from where the headset begins: a table, and the wall at the left. */
export const meetingRoom = { table: [0.07, 0.73, -1.1] as Vec, wall: [-2.05, 1.4, -1.2] as Vec, floor: [-1.2, 0.04, -0.6] as Vec }

/** Puts an emulated headset on this visitor, in a scanned room; `surfaces: false`: the device finds none. Before the page opens. */
export async function standInRoom(page: Page, { surfaces = true } = {}): Promise<void> {
  await putOnHeadset(page)
  if (!surfaces) return
  const [code, room] = await Promise.all([readFile(`${folder}build/iwer-sem.min.js`, 'utf8'), readFile(`${folder}captures/meeting_room.json`, 'utf8')])
  await page.addInitScript({ content: `${code};
    device.installSEM(IWER_SEM.SyntheticEnvironmentModule);
    device.sem.loadEnvironment(${room});
    // The room is met by rays; nobody looks at it here.
    device.sem.scene.updateMatrixWorld(true); device.sem.render = () => {}` })
}

const dispatch = (page: Page, name: string, params: object) =>
  page.evaluate(([method, args]) => (globalThis as never as { device: Device }).device.remote.dispatch(method, args), [name, params] as const)

/** Enters through the page's own button, and waits until one is asked for a place. */
export async function enterAr(page: Page, { hands = false } = {}): Promise<void> {
  await pressEnter(page, '[data-enter-ar]')
  await ask(page, () => Boolean((globalThis as never as { device?: Device }).device?.activeSession), null, 60_000)
  if (hands) await dispatch(page, 'set_input_mode', { mode: 'hand' })
  // Nobody chooses a place before the board asks where.
  await ask(page, () => globalThis.compagnonLocator?.('ar-place'), null, 60_000)
  await frames(page, 8)
}

/** Aims a hand at a place of the real room. */
export async function aimAt(page: Page, [x, y, z]: Vec, device = 'controller-right'): Promise<void> {
  await dispatch(page, 'set_transform', { device, position: { x: 0.2, y: 1.35, z: -0.2 } })
  await dispatch(page, 'look_at', { device, target: { x, y, z } })
  await frames(page, 6)
}

/** Where a place of the scene is in the headset's space, which stands somewhere in it, turned. */
async function inSpace(page: Page, [x, y, z]: Vec): Promise<Vec> {
  const [origin, ahead] = [await whereIs(page, 'origin'), await whereIs(page, 'origin-ahead')]
  const turn = Math.atan2(origin[0] - ahead[0], origin[2] - ahead[2])
  const [dx, dy, dz] = [x - origin[0], y - origin[1], z - origin[2]]
  return [dx * Math.cos(turn) - dz * Math.sin(turn), dy, dx * Math.sin(turn) + dz * Math.cos(turn)]
}

/** Points at a thing or a key from a forearm away. Who works in a real room walks up to things: nobody teleports there. */
async function pointAt(page: Page, id: string, device: string): Promise<void> {
  await whereIs(page, id)
  const seen = await stillAt(page, id, 'at', 0.002) as Vec | null
  if (!seen) throw new Error(`${id} is nowhere in the workshop`)
  const [x, y, z] = await inSpace(page, seen)
  const facing = await inSpace(page, [seen[0], seen[1], seen[2] + 1])
  const key = /^(offer|take|page|close-panel|held|put-down|recentre|leave-vr|finish|ar-)/.test(id)
  const head = await page.evaluate(() => {
    const { position } = (globalThis as never as { device: { position: { x: number; y: number; z: number } } }).device
    return [position.x, position.y, position.z] as [number, number, number]
  })
  // A key faces the head; a thing of the scene faces whoever works before it.
  const towards = key ? [head[0] - x, head[1] - 0.2 - y, head[2] - z] : [facing[0] - x, 0.35, facing[2] - z]
  const k = 0.5 / Math.hypot(...towards)
  await dispatch(page, 'set_transform', { device, position: { x: x + towards[0]! * k, y: y + towards[1]! * k, z: z + towards[2]! * k } })
  await dispatch(page, 'look_at', { device, target: { x, y, z } })
  await frames(page, 2)
}

/** Does things in augmented reality: the same things and the same panels, where they really stand. */
export function arDoer(page: Page, { hands = false } = {}): Doer {
  const device = `${hands ? 'hand' : 'controller'}-right`
  const touch = async (id: string) => {
    await pointAt(page, id, device)
    await select(page, 'right', hands)
  }
  return {
    touch, press: touch,
    shows: (id) => page.evaluate((one) => Boolean(globalThis.compagnonLocator?.(one)), id),
    where: (id) => page.evaluate((one) => globalThis.compagnonLocator?.(one)?.at ?? null, id),
    settle: () => frames(page, 3),
    count: () => gesturesSoFar(page),
  }
}

/** Chooses a place of the real room and puts the equipment there. */
export async function putAt(page: Page, place: Vec, { hands = false } = {}): Promise<void> {
  await aimAt(page, place, `${hands ? 'hand' : 'controller'}-right`)
  await select(page, 'right', hands)
  await frames(page, 6)
}
