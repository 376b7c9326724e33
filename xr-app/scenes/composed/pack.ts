// SPDX-License-Identifier: EUPL-1.2
/** A rectangle on a surface, in metres. */
export type Rect = { left: number; right: number; low: number; high: number }

const STEP = 0.02
const GAP = 0.012
const touches = (a: Rect, b: Rect, gap: number) =>
  a.left < b.right + gap && b.left < a.right + gap && a.low < b.high + gap && b.low < a.high + gap

/** The same rectangle elsewhere. */
export const shifted = (r: Rect, u: number, v: number): Rect => ({ left: r.left + u, right: r.right + u, low: r.low + v, high: r.high + v })

/** Whether a rectangle lies free on a surface. */
export const free = (rect: Rect, within: Rect, taken: readonly Rect[], gap = GAP): boolean =>
  rect.left >= within.left && rect.right <= within.right && rect.low >= within.low && rect.high <= within.high
  && taken.every((one) => !touches(rect, one, gap))

/**
 * Finds where a thing fits, nearest to where it would like to be: `own` is the room it takes about its own origin.
 * `row`: how much it prefers to stay at that height. Always the same answer for the same question. Null when the surface is full.
 */
export function fit(own: Rect, within: Rect, taken: readonly Rect[], like: readonly [number, number], gap = GAP, row = 1.4): [number, number] | null {
  let best: [number, number] | null = null
  let least = Infinity
  for (let v = within.low - own.low; v <= within.high - own.high + 1e-9; v += STEP) {
    for (let u = within.left - own.left; u <= within.right - own.right + 1e-9; u += STEP) {
      const far = Math.abs(u - like[0]) + Math.abs(v - like[1]) * row
      if (far < least - 1e-9 && free(shifted(own, u, v), within, taken, gap)) [best, least] = [[u, v], far]
    }
    // A surface of one line (a rail): nothing else to try.
    if (within.high - own.high === within.low - own.low) break
  }
  return best
}
