// SPDX-License-Identifier: EUPL-1.2
// Where the tip in the hand is, as a joint feels it. Pure geometry.
import { Vector3 } from 'three'

/** The training board is three times as large as a real one. */
export const SCALE = 3
/** A joint: the middle of its pad and the board's normal there, in metres of the room. */
export type Place = { part: string; at: Vector3; normal: Vector3 }
/** The joint a tip touches, and where: millimetres of the joint itself. `sunk`: metres below the board, which nothing real would stop. */
export type TipAt = { part: string; aside: number; above: number; sunk: number }

/** In metres: within this of a pad it touches; only its lead from higher; and once on it, a trembling hand stays on it. */
const pad = { flat: 0.016, above: 0.014, below: 0.04 } as const
const lead = { flat: 0.012, above: 0.028 } as const
const kept = { flat: 0.028, above: 0.034, below: 0.07 } as const
/** A tip that comes down past a lead is not meant to stay on it. */
const passingMs = 150

const off = new Vector3()
type Over = { part: string; flat: number; height: number }

function over(tip: Vector3, { part, at, normal }: Place): Over {
  const height = off.copy(tip).sub(at).dot(normal)
  return { part, flat: Math.sqrt(Math.max(0, off.lengthSq() - height * height)), height }
}

/** Follows a tip; answers what it touches at this moment, or null. */
export function createTipSense(): (tip: Vector3, places: readonly Place[], now: number) => TipAt | null {
  let on: string | null = null
  let passing: { part: string; since: number } | null = null
  let along: string | null = null
  const touches = ({ part, flat, height }: Over, now: number): boolean => {
    if (part === on) return flat < kept.flat && height < kept.above && height > -kept.below
    if (flat < pad.flat && height < pad.above && height > -pad.below) return true
    if (flat >= lead.flat || height >= lead.above || height <= 0) return false
    along = part
    if (passing?.part !== part) passing = { part, since: now }
    return now - passing.since >= passingMs
  }
  return (tip, places, now) => {
    along = null
    const found = places.map((place) => over(tip, place)).filter((one) => touches(one, now)).sort((a, b) => a.flat - b.flat)[0]
    if (passing?.part !== along) passing = null
    on = found?.part ?? null
    return found ? {
      part: found.part, aside: (found.flat * 1000) / SCALE / 2, above: (Math.max(0, found.height) * 1000) / SCALE / 2.4, sunk: Math.max(0, -found.height),
    } : null
  }
}

/** The iron's angle above the board, in degrees: its handle goes along `axis`. */
export const tiltOf = (axis: Vector3, normal: Vector3): number => (Math.asin(Math.max(-1, Math.min(1, axis.dot(normal)))) * 180) / Math.PI
