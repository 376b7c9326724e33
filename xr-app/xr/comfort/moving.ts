// SPDX-License-Identifier: EUPL-1.2
// Every way of moving the one who wears the headset. Nobody is moved but by asking: a stick, the floor, a key.
import { Vector3, type Object3D, type WebGLRenderer } from 'three'
import { headIn } from './head.ts'
import { stand } from './stance.ts'
import { drawVeil } from './veil.tsx'

const axis = new Vector3(0, 1, 0)
const [head, ahead] = [new Vector3(), new Vector3()]

/** How far one faces from −z, about y. */
export const facing = ({ x, z }: Vector3): number => Math.atan2(-x, -z)

/** Moves the space one stands in, draws the veil, and says where one now stands. */
export function move(origin: Object3D, gl: WebGLRenderer, change: (head: Vector3, facing: number) => void): void {
  origin.updateWorldMatrix(true, false)
  const camera = gl.xr.getCamera()
  const eye = origin.worldToLocal(headIn(camera, head).clone())
  change(head, facing(camera.getWorldDirection(ahead)))
  origin.updateMatrixWorld(true)
  origin.localToWorld(eye)
  // Straight ahead is where the body faces, not where the head happened to look for a key.
  stand({ x: eye.x, z: eye.z, turn: origin.rotation.y })
  drawVeil()
}

const turnAbout = (origin: Object3D, centre: Vector3, angle: number) => {
  origin.position.sub(centre.setY(origin.position.y)).applyAxisAngle(axis, angle).add(centre)
  origin.rotation.y += angle
}

/** Turns where one stands, about the head: the feet stay where they are. */
export function turnBy(origin: Object3D, gl: WebGLRenderer, degrees: number): void {
  if (degrees !== 0) move(origin, gl, (centre) => turnAbout(origin, centre, (degrees * Math.PI) / 180))
}

/** Brings the head above a point of the floor. */
export const goTo = (origin: Object3D, gl: WebGLRenderer, x: number, z: number): void => move(origin, gl, (from) => {
  origin.position.x += x - from.x
  origin.position.z += z - from.z
})

/** Stands at a point, with another straight ahead: one of the scene's places. */
export const standAt = (origin: Object3D, gl: WebGLRenderer, from: readonly number[], to: readonly number[]): void =>
  move(origin, gl, (centre) => {
    const [x = 0, , z = 0] = from
    const wanted = Math.atan2(x - (to[0] ?? 0), z - (to[2] ?? 0))
    origin.position.x += x - centre.x
    origin.position.z += z - centre.z
    turnAbout(origin, centre.set(x, 0, z), wanted - origin.rotation.y)
  })
