// SPDX-License-Identifier: EUPL-1.2
import { Euler, Matrix4, Quaternion, Vector3, type Bone, type Object3D } from 'three'
import { terminalPlace } from './poses.ts'

/** How each tool lies in the hand, from the hand's own frame (−z ahead): metres and radians. */
const grips: Record<string, { at: [number, number, number]; turn: [number, number, number] }> = {
  tester: { at: [0, 0, -0.06], turn: [-1.15, 0, 0] }, multimeter: { at: [0, -0.02, -0.05], turn: [-0.7, 0, 0] },
  tag: { at: [0, 0.08, -0.06], turn: [-0.5, 0, 0] }, padlock: { at: [0, 0.05, -0.06], turn: [-0.4, 0, 0] },
  key: { at: [0.01, 0, -0.08], turn: [-0.6, 1.3, 0] }, 'earthing-kit': { at: [0, 0, -0.1], turn: [-0.5, 0, 0] },
}
/** Where a hand would be before a camera without hands. */
const lowRight = new Matrix4().makeTranslation(0.17, -0.155, -0.40)
const lowLeft = new Matrix4().compose(new Vector3(-0.36, -0.235, -0.62), new Quaternion().setFromEuler(new Euler(0.5, 0.3, 0.9)), new Vector3(1, 1, 1))
const onWrist = new Matrix4().compose(new Vector3(0, 0.0, 0.09), new Quaternion().setFromEuler(new Euler(0, Math.PI / 2, 0)), new Vector3(1, 1, 1))

const [goal, at, turn, size] = [new Matrix4(), new Vector3(), new Quaternion(), new Vector3()]
const grip = new Matrix4()
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
export function carry(thing: string, bone: Bone, hand: Object3D | undefined, camera: Object3D, dt: number): number {
  const { at: offset, turn: lean } = grips[thing.replace(/-2$/, '')] ?? { at: [0, 0, 0], turn: [0, 0, 0] }
  grip.compose(new Vector3(...offset), new Quaternion().setFromEuler(new Euler(...lean)), new Vector3(1, 1, 1))
  if (hand) goal.multiplyMatrices(hand.matrixWorld, grip)
  else goal.multiplyMatrices(camera.matrixWorld, lowRight).multiply(grip)
  return bring(bone, dt)
}

/** The watch is on the left wrist until it is taken off. */
export function wear(bone: Bone, wrist: Object3D | undefined, camera: Object3D, dt: number): number {
  if (wrist) goal.multiplyMatrices(wrist.matrixWorld, onWrist)
  else goal.multiplyMatrices(camera.matrixWorld, lowLeft)
  return bring(bone, dt)
}

/** The second probe: on the terminal it was put on, or beside the tester. */
export function reach(probe: Bone, tester: Bone, terminal: string | null, rest: { at: Vector3; turn: Quaternion }, dt: number): number {
  const place = terminal ? terminalPlace(terminal) : null
  const k = 1 - Math.exp(-dt * 18)
  if (!place) {
    const far = probe.position.distanceTo(rest.at)
    probe.position.lerp(rest.at, k)
    probe.quaternion.slerp(rest.turn, k)
    return far
  }
  probeAt.set(place[0], place[1], place[2] + 0.10)
  goal.compose(probeAt, probeTurn, size.set(1, 1, 1))
  tester.updateWorldMatrix(true, false)
  goal.premultiply(grip.copy(tester.matrixWorld).invert()).decompose(at, turn, size)
  const far = probe.position.distanceTo(at)
  probe.position.lerp(at, k)
  probe.quaternion.slerp(turn, k)
  return far
}
