// SPDX-License-Identifier: EUPL-1.2

/** Chance that a seed repeats: mulberry32, 32 bits of state. */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    /** From 0 up to, and not, 1. */
    next,
    /** A whole number from 0 up to, and not, `below`. */
    below: (below: number): number => Math.floor(next() * below),
    of: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value,
  }
}
export type Chance = ReturnType<typeof seeded>
