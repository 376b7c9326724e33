// SPDX-License-Identifier: EUPL-1.2
import { useFrame, useThree } from '@react-three/fiber'
import { useXRInputSourceState } from '@react-three/xr'
import { Quaternion, Vector3, type Object3D } from 'three'
import type { Session } from '../../../engine/session.ts'
import type { Pose } from '../../../service/poses-pack.ts'
import type { PoseRecorder } from '../../../service/poses.ts'
import { useInHeadset } from '../../../xr/headset.tsx'

const [place, turn] = [new Vector3(), new Quaternion()]

const poseOf = (object: Object3D): Pose => ({ at: object.getWorldPosition(place).toArray(), turn: object.getWorldQuaternion(turn).toArray() })

/** With a headset on, hands where the head and the hands are to whoever was asked to keep it. Shows nothing. */
export function KeepPoses({ session, poses }: { session: Session; poses: PoseRecorder }) {
  const inHeadset = useInHeadset()
  const gl = useThree((s) => s.gl)
  const [left, right] = [useHand('left'), useHand('right')]
  useFrame(() => {
    if (!inHeadset || session.paused) return
    poses.take(session.elapsed(), poseOf(gl.xr.getCamera()), left ? poseOf(left) : null, right ? poseOf(right) : null)
  })
  return null
}

function useHand(side: 'left' | 'right'): Object3D | undefined {
  const controller = useXRInputSourceState('controller', side)
  const bare = useXRInputSourceState('hand', side)
  return controller?.object ?? bare?.object
}
