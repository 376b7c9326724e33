// SPDX-License-Identifier: EUPL-1.2
// Whether this device draws too slowly or has strength to spare, from the times of its frames, which come in. Asked in
// every frame: a gauge changes in place, and a frame asks for no memory.

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
  /** The last frames, the latest last. */
  times: number[]
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

/** On another step, as if just begun. */
function moveTo(gauge: Gauge, rung: number, top: number): Gauge {
  gauge.rose = rung > gauge.rung
  gauge.rung = rung
  gauge.top = top
  return restart(gauge)
}

/** What comes next is judged anew: the device prepares what is new. */
export function restart(gauge: Gauge): Gauge {
  gauge.settle = SETTLE
  gauge.quick = 0
  gauge.times.length = 0
  return gauge
}

const inOrder = new Float64Array(WINDOW)

/** The time that this part of them are under. There are never more than a window: nothing is copied to anywhere new. */
function share(times: readonly number[], part: number): number {
  inOrder.fill(Infinity)
  inOrder.set(times)
  return inOrder.sort()[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
}

/** Whether the frames seen make a window. */
function isWhole(times: readonly number[]): boolean {
  if (times.length >= WINDOW) return true
  let sum = 0
  for (let i = 0; i < times.length; i++) sum += times[i] ?? 0
  return times.length >= FEW && sum >= LONG
}

/** One more frame; the gauge is on another step when it is time. During a gesture (`busy`) it only watches. */
export function measure(gauge: Gauge, ms: number, busy: boolean, limits: Limits = onScreen): Gauge {
  if (gauge.settle > 0) {
    gauge.settle -= 1
    return gauge
  }
  const { times } = gauge
  if (times.length >= WINDOW) times.shift()
  times.push(ms)
  if (busy || !isWhole(times)) return gauge
  const middle = share(times, 0.5)
  if (middle > limits.slow && gauge.rung > 0) {
    const down = Math.max(0, gauge.rung - (middle > limits.slow * 3 ? 2 : 1))
    return moveTo(gauge, down, gauge.rose ? gauge.rung - 1 : gauge.top)
  }
  gauge.quick = share(times, 0.9) > limits.quick ? 0 : gauge.quick + 1
  times.length = 0
  return gauge.quick >= QUICK_WINDOWS && gauge.rung < gauge.top ? moveTo(gauge, gauge.rung + 1, gauge.top) : gauge
}
