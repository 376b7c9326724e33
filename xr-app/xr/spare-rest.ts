// SPDX-License-Identifier: EUPL-1.2
// While no hand moves by more than a hair and none presses anything, pointers meet what they met a moment ago: they look
// again every ninth frame, in case a door or a panel came, and tell nobody meanwhile what has been told.
import type { useRayPointer } from '@react-three/xr'
import type { Object3D } from 'three'

type Pointer = ReturnType<typeof useRayPointer>
/** The space a pointer points from; none for a mouse. */
type Spaced = { space?: { current: Object3D | null } }

/** A look at least every so many frames… */
const LOOK_EVERY = 9
/** …and each frame for so long after a press: what it opened or closed is met at once. */
const AFTER_PRESS = 30
/** A fifth of a millimetre, or of a thousandth of a turn of the hand. */
const HAIR = 2e-4
const TURN = 1e-3

type Known = { pointer: Pointer; from: Float32Array }

let known: readonly Known[] = []
let [since, pressed, resting] = [0, 0, false]

/** Whether pointers rest in this frame. */
export const pointersRest = (): boolean => resting

/** Hands and controllers that came or went: everything is looked at anew. */
export function watch(pointers: Iterable<Pointer>): void {
  known = [...pointers].map((pointer) => ({ pointer, from: new Float32Array(16) }))
  since = LOOK_EVERY
}

function moved(space: Object3D, from: Float32Array): boolean {
  space.updateWorldMatrix(true, false)
  const { elements } = space.matrixWorld
  for (let i = 0; i < 16; i++) if (Math.abs(elements[i]! - from[i]!) > (i < 12 ? TURN : HAIR)) return true
  return false
}

/** Asked once in every frame, before the pointers move: whether they rest in it. */
export function restPointers(): boolean {
  let still = known.length > 0
  if (pressed > 0) pressed -= 1
  for (let i = 0; i < known.length; i++) {
    const { pointer, from } = known[i]!
    const space = (pointer.intersector as Spaced).space?.current
    if (pointer.getButtonsDown().size > 0 || pointer.getPointerCapture()) pressed = AFTER_PRESS
    if (still && space && moved(space, from)) still = false
  }
  since += 1
  resting = still && pressed === 0 && since < LOOK_EVERY
  if (!resting) remember()
  return resting
}

function remember(): void {
  since = 0
  for (let i = 0; i < known.length; i++) {
    const { pointer, from } = known[i]!
    const space = (pointer.intersector as Spaced).space?.current
    if (space) from.set(space.matrixWorld.elements)
  }
}
