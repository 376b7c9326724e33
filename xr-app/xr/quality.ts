// SPDX-License-Identifier: EUPL-1.2
import { deviceHere, type Device } from './device.ts'

/** How a scene is built and first drawn. `plain` spares the fine relief: for phones and machines without a graphics processor. */
export type Quality = { level: 'full' | 'plain'; dpr: number; shadows: boolean; antialias: boolean }

/** One step of what may change while one works: how sharp, and whether there are shadows. What there is to see never changes. */
export type Rung = { dpr: number; shadows: boolean }

/** What a person asked for: let the device find out, spare it, or the finest picture. */
export type Wish = 'auto' | 'light' | 'fine'

const sharpness = [0.6, 0.75, 1, 1.5, 2]

/** Every step of this device, from the lightest to the finest. Shadows come once the picture is whole. */
export function rungsOf(level: Quality['level'], density: number): Rung[] {
  const most = Math.min(Math.max(density, 1), level === 'full' ? 2 : 1.5)
  const sharp = [...sharpness.filter((dpr) => dpr < most), most]
  if (level === 'plain') return sharp.map((dpr) => ({ dpr, shadows: false }))
  return [...sharp.filter((dpr) => dpr <= 1).map((dpr) => ({ dpr, shadows: false })),
    ...sharp.filter((dpr) => dpr >= 1).map((dpr) => ({ dpr, shadows: true }))]
}

/** Where a device begins, from what it says of itself and what its person asked for; frames say the rest (gauge.ts). */
export function firstRung(device: Device, wish: Wish): { level: Quality['level']; rungs: Rung[]; rung: number; antialias: boolean } {
  const level = wish === 'fine' || (wish === 'auto' && !device.software && !device.small && !device.modest) ? 'full' : 'plain'
  const rungs = rungsOf(level, device.density)
  const at = (dpr: number) => Math.max(0, rungs.findLastIndex((one) => one.dpr <= dpr))
  const rung = wish === 'fine' ? rungs.length - 1 : wish === 'light' ? at(device.software ? 0.6 : 1) : device.software ? at(0.75) : rungs.length - 1
  return { level, rungs, rung, antialias: !device.software || wish === 'fine' }
}

/** How this device begins, as a scene is told. */
export function qualityHere(wish: Wish): Quality {
  const { level, rungs, rung, antialias } = firstRung(deviceHere(), wish)
  return { level, antialias, dpr: rungs[rung]?.dpr ?? 1, shadows: level === 'full' }
}
