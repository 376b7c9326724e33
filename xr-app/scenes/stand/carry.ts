// SPDX-License-Identifier: EUPL-1.2
import { ArrayCamera, Euler, Matrix4, PerspectiveCamera, Quaternion, Vector3, type Bone, type Object3D } from 'three'
import type { Spot } from '#app/equipment/kind-body.ts'
import { stanceNow } from '#app/xr/comfort/stance.ts'

const one = new Vector3(1, 1, 1)
/** Where a hand would be before a camera without hands. */
const lowRight = new Matrix4().makeTranslation(0.17, -0.155, -0.40)
const lowLeft = new Matrix4().compose(new Vector3(-0.36, -0.235, -0.62), new Quaternion().setFromEuler(new Euler(0.5, 0.3, 0.9)), one)
const beside = new Matrix4().compose(new Vector3(-0.34, -0.42, -0.42), new Quaternion().setFromEuler(new Euler(0.5, 0.3, 0.9)), one)
const upwards = new Vector3(0, 1, 0)
const onWrist = new Matrix4().compose(new Vector3(0, 0.0, 0.09), new Quaternion().setFromEuler(new Euler(0, Math.PI / 2, 0)), one)

const [goal, at, turn, size] = [new Matrix4(), new Vector3(), new Quaternion(), new Vector3()]
const inView = new Matrix4()
const [grip, gripAt, gripTurn] = [new Matrix4(), new Vector3(), new Quaternion()]
const lean = new Euler()
const [probeAt, probeTurn] = [new Vector3(), new Quaternion().setFromEuler(new Euler(-Math.PI / 2, 0, 0))]

/** Brings a part towards the goal; answers how far it still was (metres). */
function bring(bone: Bone, dt: number): number {
  goal.decompose(at, turn, size)
  const far = bone.position.distanceTo(at)
  const k = 1 - Math.exp(-dt * 22)
  bone.position.lerp(at, k)
  bone.quaternion.slerp(turn, k)
  bone.scale.setScalar(1)
  return far
}

/** Keeps a tool in the hand: a controller's or a hand's frame in a headset, the lower right of the view without. */
export function carry(held: Spot | undefined, bone: Bone, hand: Object3D | undefined, camera: Object3D, dt: number): number {
  const [x, y, z] = held?.at ?? [0, 0, 0]
  const [a, b, c] = held?.turn ?? [0, 0, 0]
  grip.compose(gripAt.set(x, y, z), gripTurn.setFromEuler(lean.set(a, b, c)), one)
  if (hand) goal.multiplyMatrices(hand.matrixWorld, grip)
  else goal.multiplyMatrices(camera.matrixWorld, lowRight).multiply(grip)
  return bring(bone, dt)
}

/** What is on a wrist until it is taken off. */
export function wear(bone: Bone, wrist: Object3D | undefined, camera: Object3D, dt: number): number {
  if (wrist) goal.multiplyMatrices(wrist.matrixWorld, onWrist)
  else if (camera instanceof ArrayCamera) atSide(camera)
  else goal.multiplyMatrices(camera.matrixWorld, withinView(camera))
  return bring(bone, dt)
}

/** Low on the left; on a screen held upright still in sight, and lower, clear of the panel. */
function withinView(camera: Object3D): Matrix4 {
  if (!(camera instanceof PerspectiveCamera)) return lowLeft
  const [halfWidth, halfHeight] = [0.62 / camera.projectionMatrix.elements[0], 0.62 / camera.projectionMatrix.elements[5]]
  return inView.copy(lowLeft).setPosition(-Math.min(0.36, halfWidth * 0.8), -Math.max(0.235, halfHeight * 0.74), -0.62)
}

/** In a headset without hands, the wrist hangs at one's side and turns with the body, not with the head: the head can look at it. */
function atSide(camera: Object3D): void {
  goal.compose(at.setFromMatrixPosition(camera.matrixWorld), turn.setFromAxisAngle(upwards, stanceNow()?.turn ?? 0), one).multiply(beside)
}

/** The second probe: on the terminal it was put on, or beside its tool. */
export function reach(probe: Bone, tool: Bone, place: Spot | null, rest: { at: Vector3; turn: Quaternion }, dt: number): number {
  const k = 1 - Math.exp(-dt * 18)
  if (!place) {
    const far = probe.position.distanceTo(rest.at)
    probe.position.lerp(rest.at, k)
    probe.quaternion.slerp(rest.turn, k)
    return far
  }
  // It points at the terminal from the front, whichever way the terminal faces.
  const [a, b, c] = place.turn ?? [0, 0, 0]
  gripTurn.setFromEuler(lean.set(a, b, c))
  probeAt.set(0, 0, 0.10).applyQuaternion(gripTurn)
  probeAt.set(place.at[0] + probeAt.x, place.at[1] + probeAt.y, place.at[2] + probeAt.z)
  goal.compose(probeAt, gripTurn.multiply(probeTurn), size.set(1, 1, 1))
  tool.updateWorldMatrix(true, false)
  goal.premultiply(grip.copy(tool.matrixWorld).invert()).decompose(at, turn, size)
  const far = probe.position.distanceTo(at)
  probe.position.lerp(at, k)
  probe.quaternion.slerp(turn, k)
  return far
}
