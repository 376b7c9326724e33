// SPDX-License-Identifier: EUPL-1.2
/** Where something is in the workshop and how it is turned: metres, and a quaternion. */
export type Pose = { at: readonly [number, number, number]; turn: readonly [number, number, number, number] }
/** The head and the hands at one moment of simulation time (milliseconds). A hand out of sight is null. */
export type PoseSample = { t: number; head: Pose; left: Pose | null; right: Pose | null }

/** No more often than this, in milliseconds: enough to see where one looked, too coarse to tell who walks. */
export const poseEvery = 100

const sampleBytes = 4 + 3 * 14
const perMetre = 200
const perTurn = 32_767
/** Stands for a hand out of sight: no hand is 160 metres away. */
const nowhere = -32_768

/** Samples as bytes: places to half a centimetre, 46 bytes a sample. Finer would say more than a replay needs. */
export function packPoses(samples: readonly PoseSample[]): ArrayBuffer {
  const bytes = new ArrayBuffer(samples.length * sampleBytes)
  const view = new DataView(bytes)
  samples.forEach(({ t, head, left, right }, index) => {
    const from = index * sampleBytes
    view.setUint32(from, t)
    ;[head, left, right].forEach((pose, which) => packOne(view, from + 4 + which * 14, pose))
  })
  return bytes
}

function packOne(view: DataView, from: number, pose: Pose | null): void {
  const numbers = pose ? [...pose.at.map((metres) => metres * perMetre), ...pose.turn.map((part) => part * perTurn)] : [nowhere, 0, 0, 0, 0, 0, 0]
  numbers.forEach((number, i) => view.setInt16(from + i * 2, pose ? Math.max(-perTurn, Math.min(perTurn, Math.round(number))) : number))
}

/** The samples again, as finely as they were kept. */
export function unpackPoses(bytes: ArrayBuffer): PoseSample[] {
  const view = new DataView(bytes)
  return Array.from({ length: Math.floor(bytes.byteLength / sampleBytes) }, (_, index) => {
    const from = index * sampleBytes
    const [head, left, right] = [0, 1, 2].map((which) => unpackOne(view, from + 4 + which * 14))
    return { t: view.getUint32(from), head: head ?? still, left: left ?? null, right: right ?? null }
  })
}

const still: Pose = { at: [0, 0, 0], turn: [0, 0, 0, 1] }

function unpackOne(view: DataView, from: number): Pose | null {
  const number = (i: number) => view.getInt16(from + i * 2)
  if (number(0) === nowhere) return null
  return {
    at: [number(0) / perMetre, number(1) / perMetre, number(2) / perMetre],
    turn: [number(3) / perTurn, number(4) / perTurn, number(5) / perTurn, number(6) / perTurn],
  }
}

/** The last sample at or before a time; undefined before the first, and once nothing has been kept for a second. */
export function sampleAt(samples: readonly PoseSample[], t: number): PoseSample | undefined {
  let [low, high] = [0, samples.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((samples[middle]?.t ?? 0) <= t) low = middle + 1
    else high = middle
  }
  const found = samples[low - 1]
  return found && t - found.t <= 1_000 ? found : undefined
}
