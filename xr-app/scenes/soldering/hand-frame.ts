// SPDX-License-Identifier: EUPL-1.2
import { Euler, Matrix4, Quaternion, Vector3, type Object3D } from 'three'

const one = new Vector3(1, 1, 1)
/** The iron is held like a pen: along where a controller points, its tip ahead and a little below. The handle goes along +z. */
const ahead = new Matrix4().compose(new Vector3(0, -0.012, -0.115), new Quaternion().setFromEuler(new Euler(-0.12, 0, 0)), one)
/** In a bare hand it leaves the fingertips along the line from the wrist, its tip this far beyond them. */
const BEYOND = 0.1
/** How near thumb and forefinger are when they pinch, in metres, where the device does not say it itself. */
const PINCHED = 0.02

const [wrist, thumb, finger, way] = [new Vector3(), new Vector3(), new Vector3(), new Vector3()]
const up = new Vector3(0, 1, 0)
const nowhere = new Vector3()
const turned = new Matrix4()

function jointAt(frame: XRFrame, source: XRInputSource, name: XRHandJoint, space: XRSpace, to: Vector3): boolean {
  const joint = source.hand?.get(name)
  const pose = joint ? frame.getJointPose?.(joint, space) : undefined
  if (!pose) return false
  const { x, y, z } = pose.transform.position
  to.set(x, y, z)
  return true
}

/** Where the iron is in a hand of the headset, in the room: its tip is the origin, its handle along +z. False while the hand is not seen. */
export function ironIn(frame: XRFrame, source: XRInputSource, space: XRSpace, origin: Object3D, to: Matrix4): boolean {
  if (source.hand && bareIron(frame, source, space, to)) {
    to.premultiply(origin.matrixWorld)
    return true
  }
  const pose = frame.getPose(source.targetRaySpace, space)
  if (!pose) return false
  to.fromArray(pose.transform.matrix).multiply(ahead).premultiply(origin.matrixWorld)
  return true
}

function bareIron(frame: XRFrame, source: XRInputSource, space: XRSpace, to: Matrix4): boolean {
  const seen = jointAt(frame, source, 'wrist', space, wrist) && jointAt(frame, source, 'thumb-tip', space, thumb)
    && jointAt(frame, source, 'index-finger-tip', space, finger)
  if (!seen) return false
  thumb.add(finger).multiplyScalar(0.5)
  way.copy(thumb).sub(wrist).normalize()
  turned.lookAt(nowhere, way, up)
  to.copy(turned).setPosition(thumb.addScaledVector(way, BEYOND))
  return true
}

/** How far a hand pinches or pulls its trigger, 0 to 1. */
export function pulled(frame: XRFrame, source: XRInputSource | undefined, space: XRSpace): number {
  if (!source) return 0
  const button = source.gamepad?.buttons[0]
  if (button || !source.hand) return button?.value ?? 0
  const seen = jointAt(frame, source, 'thumb-tip', space, thumb) && jointAt(frame, source, 'index-finger-tip', space, finger)
  return seen && thumb.distanceTo(finger) < PINCHED ? 1 : 0
}
