// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react'
import { useFrame } from '@react-three/fiber'
import { useXR, useXRInputSourceState } from '@react-three/xr'
import { Euler, Matrix4, Quaternion, Vector3, type Bone, type Object3D } from 'three'
import type { BenchIds } from '#app/engine/soldering-hand.ts'
import { pulse } from '#app/xr/haptics.ts'
import type { StandingWorkshop } from '../stand/standing.ts'
import type { Driver } from './driver.ts'

/** The training board is three times as large as a real one. */
export const SCALE = 3
/** The tip reaches a joint from this far, in metres: what a tracked hand can hold. */
const REACH = 0.017
/** From a hand's frame (−z ahead) to the iron's, whose handle goes along +z: the tip ahead and a little below. */
const grip = new Matrix4().compose(new Vector3(0, -0.01, -0.155), new Quaternion().setFromEuler(new Euler(-0.35, 0, 0)), new Vector3(1, 1, 1))
const [whole, own, at, turn, size, axis, normal, joint, aside] = [new Matrix4(), new Matrix4(), new Vector3(), new Quaternion(), new Vector3(), new Vector3(), new Vector3(), new Vector3(), new Vector3()]

type Needs = { workshop: StandingWorkshop; driver: Driver; bench: BenchIds; side: 'left' | 'right'; active: boolean }

/** In a headset the iron is really in the hand: where its tip is, how it leans and how far the wire is pushed are felt at each frame. */
export function useIronInHand({ workshop, driver, bench, side, active }: Needs): void {
  const other = side === 'left' ? 'right' : 'left'
  const controller = useXRInputSourceState('controller', side)
  const bare = useXRInputSourceState('hand', side)
  const otherController = useXRInputSourceState('controller', other)
  const otherHand = useXRInputSourceState('hand', other)
  const worn = useXR((s) => s.session)
  const hand = controller?.object ?? bare?.object
  const touched = useRef(false)
  useEffect(() => () => { if (hand) workshop.animator.release(`${bench.iron}/iron`) }, [workshop, bench, hand, active])
  useFrame(() => {
    const bone = workshop.bones.get(`${bench.iron}/iron`)
    if (!active || !hand || !bone) return
    follow(bone, hand, workshop.root)
    const near = nearest(workshop, bench.board, at)
    // The other hand's trigger feeds; with one hand only, the same hand's squeeze does.
    const push = Math.max(pressed(otherController?.inputSource, 0), pinch(otherHand?.inputSource), pressed(controller?.inputSource, 1))
    if (!near) {
      if (touched.current) driver.feel({ joint: null, aside: 20, above: 20, tilt: 45, push: 0, ontoTip: false })
      touched.current = false
      return
    }
    const tilt = (Math.asin(Math.max(-1, Math.min(1, axis.set(0, 0, 1).applyQuaternion(bone.quaternion).dot(normal)))) * 180) / Math.PI
    driver.feel({ joint: near.part, aside: near.aside, above: near.above, tilt, push, ontoTip: false })
    if (!touched.current) pulse(worn, side, 18, 0.5)
    touched.current = true
  })
}

function follow(bone: Bone, hand: Object3D, root: Object3D): void {
  hand.updateWorldMatrix(true, false)
  whole.multiplyMatrices(hand.matrixWorld, grip).premultiply(own.copy(root.matrixWorld).invert()).decompose(at, turn, size)
  bone.position.copy(at)
  bone.quaternion.copy(turn)
  bone.scale.setScalar(1)
}

/** The joint within reach of a point of the room, and where the point is over it, in millimetres of the joint. */
function nearest(workshop: StandingWorkshop, board: string, tip: Vector3): { part: string; aside: number; above: number } | null {
  const stage = workshop.stage()
  let best: { part: string; far: number } | null = null
  for (const { id } of stage.setup.equipment[board]?.parts ?? []) {
    const spot = stage.place(board, id)
    if (!spot) continue
    const far = joint.set(...spot.at).distanceTo(tip)
    if (far < REACH && far < (best?.far ?? Infinity)) best = { part: id, far }
  }
  if (!best) return null
  const spot = stage.place(board, best.part)
  if (!spot) return null
  normal.set(0, 1, 0).applyEuler(new Euler(...(spot.turn ?? [0, 0, 0])))
  const above = aside.copy(tip).sub(joint.set(...spot.at)).dot(normal)
  const flat = Math.sqrt(Math.max(0, aside.lengthSq() - above * above))
  return { part: best.part, aside: (flat * 1000) / SCALE / 2, above: (Math.max(0, above) * 1000) / SCALE / 2.4 }
}

const pressed = (source: XRInputSource | undefined, button: number): number => source?.gamepad?.buttons[button]?.value ?? 0
const pinch = (source: XRInputSource | undefined): number => source?.gamepad?.buttons[0]?.value ?? 0
