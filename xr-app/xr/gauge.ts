// SPDX-License-Identifier: EUPL-1.2
// Whether this device draws too slowly or has strength to spare, from the times of its frames. Pure: times come in.

/** A frame that followed another without a rest: how long it took, and whether a gesture was being made. */
export type Frame = { ms: number; busy: boolean }

/** When frames are too slow, and when they are quick, in milliseconds. */
export type Limits = { slow: number; quick: number }

export type Gauge = {
  rung: number
  /** The highest step worth trying: one that was tried and not held is not tried again. */
  top: number
  /** Frames left aside after a change: the device prepares what is new. */
  settle: number
  /** Whether this step was reached by rising. */
  rose: boolean
  /** Quick windows seen one after another. */
  quick: number
  times: readonly number[]
}

/** On a screen: under 28 frames a second is too slow; sixty held for a while leaves strength to spare. */
export const onScreen: Limits = { slow: 36, quick: 19 }
/** In a headset a late frame is felt in the stomach; nothing is added while one wears it. */
export const inHeadset = (framesPerSecond: number): Limits => ({ slow: 1_500 / framesPerSecond, quick: 0 })

const SETTLE = 12
const WINDOW = 24
/** Very slow frames are judged sooner: this many milliseconds make a window whatever their number… */
const LONG = 1_500
/** …but never fewer frames than this. */
const FEW = 5
const QUICK_WINDOWS = 5

export const beginAt = (rung: number, top: number): Gauge => ({ rung, top, settle: SETTLE, rose: false, quick: 0, times: [] })

const moveTo = (gauge: Gauge, rung: number, top: number): Gauge =>
  ({ ...beginAt(rung, top), rose: rung > gauge.rung })

const share = (times: readonly number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0

/** One more frame; answers a gauge on another step when it is time. During a gesture it only watches. */
export function measure(gauge: Gauge, { ms, busy }: Frame, limits: Limits = onScreen): Gauge {
  if (gauge.settle > 0) return { ...gauge, settle: gauge.settle - 1 }
  const times = [...gauge.times, ms].slice(-WINDOW)
  const whole = times.length >= WINDOW || (times.length >= FEW && times.reduce((sum, one) => sum + one, 0) >= LONG)
  if (!whole || busy) return { ...gauge, times }
  const middle = share(times, 0.5)
  if (middle > limits.slow && gauge.rung > 0) {
    const down = Math.max(0, gauge.rung - (middle > limits.slow * 3 ? 2 : 1))
    return moveTo(gauge, down, gauge.rose ? gauge.rung - 1 : gauge.top)
  }
  if (share(times, 0.9) > limits.quick) return { ...gauge, times: [], quick: 0 }
  const quick = gauge.quick + 1
  if (quick >= QUICK_WINDOWS && gauge.rung < gauge.top) return moveTo(gauge, gauge.rung + 1, gauge.top)
  return { ...gauge, times: [], quick }
}
