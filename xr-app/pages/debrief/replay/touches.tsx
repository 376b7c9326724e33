// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { CapsuleGeometry, Matrix4, MeshStandardMaterial, Quaternion, SphereGeometry, Vector3, type BufferGeometry, type Group } from 'three'
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js'
import type { Action } from '#domain/workshop/action.ts'
import type { Viewpoint } from '../../../scenes/contract.ts'
import type { Opened } from './open-replay.ts'
import { placeOf } from './where-to-look.ts'

/** A finger or a knuckle: a capsule from one point to another. */
function bone(from: Vector3, to: Vector3, thick: number): BufferGeometry {
  const along = to.clone().sub(from)
  const turn = new Quaternion().setFromUnitVectors(new Vector3(0, 1, 0), along.clone().normalize())
  return new CapsuleGeometry(thick, along.length(), 4, 10)
    .applyMatrix4(new Matrix4().compose(from.clone().addScaledVector(along, 0.5), turn, new Vector3(1, 1, 1)))
}

const v = (x: number, y: number, z: number) => new Vector3(x, y, z)

/** A right hand that points: its forefinger's tip is the origin, and it comes from +z. Metres. */
function handShape(): BufferGeometry {
  const curled = [0.006, 0.026, 0.045].flatMap((x, i) => [
    bone(v(x, 0.004 - i * 0.002, 0.088), v(x + 0.002, -0.014, 0.068), 0.0095), bone(v(x + 0.002, -0.018, 0.068), v(x + 0.001, -0.028, 0.09), 0.0085)])
  const parts = [
    bone(v(0, 0, 0.009), v(-0.006, 0.004, 0.046), 0.0082), bone(v(-0.006, 0.004, 0.046), v(-0.012, 0.004, 0.09), 0.0095),
    ...curled, bone(v(-0.03, -0.014, 0.112), v(-0.016, -0.02, 0.076), 0.0095),
    bone(v(-0.008, -0.002, 0.1), v(0.002, -0.008, 0.15), 0.018), bone(v(0.014, -0.002, 0.1), v(0.01, -0.008, 0.15), 0.018),
    bone(v(0.034, -0.004, 0.1), v(0.018, -0.008, 0.15), 0.016), bone(v(0.008, -0.008, 0.15), v(0.012, -0.02, 0.25), 0.024),
  ]
  const whole = mergeGeometries(parts.map((part) => part.toNonIndexed()))
  parts.forEach((part) => part.dispose())
  return whole
}

type Look = { color: string; opacity: number; left: boolean }
const mine: Look = { color: '#e8c9a6', opacity: 1, left: false }
const theirs: Look = { color: '#6fb6ff', opacity: 0.42, left: true }

/** The learner's hand where it last touched, and the expert's, translucent and from the other side, at the same stage. */
export function Touches({ opened: { session, expert }, calm, viewpoint }: { opened: Opened; calm: boolean; viewpoint: Viewpoint }) {
  const shape = useMemo(handShape, [])
  useEffect(() => () => shape.dispose(), [shape])
  const ghost = () => {
    if (!expert) return undefined
    const now = expert.beside(session.elapsed())
    return expert.actions.findLast(({ at }) => at <= now)
  }
  return <>
    <PointingHand shape={shape} look={mine} last={() => session.actions().at(-1)} calm={calm} viewpoint={viewpoint} />
    {expert && <PointingHand shape={shape} look={theirs} last={ghost} calm={calm} viewpoint={viewpoint} />}
  </>
}

type HandProps = { shape: BufferGeometry; look: Look; last: () => Action | undefined; calm: boolean; viewpoint: Viewpoint }

const [goal, eye, toEye, turn] = [new Vector3(), new Vector3(), new Vector3(), new Quaternion()]
const [aside, forward] = [new Quaternion(), new Vector3(0, 0, 1)]

/** A hand at what was last touched, coming from where one looks; a small ball on the second point, when there were two. */
function PointingHand({ shape, look, last, calm, viewpoint }: HandProps) {
  const hand = useRef<Group>(null)
  const second = useRef<Group>(null)
  const invalidate = useThree((s) => s.invalidate)
  const material = useMemo(() => new MeshStandardMaterial({
    color: look.color, roughness: 0.6, transparent: look.opacity < 1, opacity: look.opacity, depthWrite: look.opacity === 1,
    emissive: look.color, emissiveIntensity: look.opacity < 1 ? 0.35 : 0,
  }), [look])
  const ball = useMemo(() => new SphereGeometry(0.012, 16, 12), [])
  useEffect(() => () => { material.dispose(); ball.dispose() }, [material, ball])
  useFrame((_, dt) => {
    const action = last()
    const place = action && placeOf(action.target)
    const other = action?.second === undefined ? null : placeOf(action.second)
    if (second.current) {
      second.current.visible = other !== null
      if (other) second.current.position.set(...other as [number, number, number])
    }
    if (!hand.current) return
    const shown = hand.current.visible
    hand.current.visible = place !== null && place !== undefined
    if (!place) return
    goal.set(...place as [number, number, number])
    toEye.copy(eye.set(...viewpoint.from)).sub(goal).normalize()
    // Not straight from the eye, which would hide the thing: from below and from the hand's own side.
    turn.setFromUnitVectors(forward, toEye).multiply(aside.setFromAxisAngle(v(0, 1, 0), look.left ? -0.75 : 0.75))
    goal.addScaledVector(toEye, 0.015)
    const k = calm || !shown ? 1 : 1 - Math.exp(-Math.min(dt, 0.1) * 9)
    hand.current.position.lerp(goal, k)
    hand.current.quaternion.slerp(turn, k)
    if (hand.current.position.distanceTo(goal) > 0.001) invalidate()
  })
  return <>
    <group ref={hand} visible={false}>
      <mesh geometry={shape} material={material} scale-x={look.left ? -1 : 1} rotation-x={0.35} raycast={() => null} renderOrder={look.opacity < 1 ? 4 : 0} />
    </group>
    <group ref={second} visible={false}><mesh geometry={ball} material={material} raycast={() => null} /></group>
  </>
}
