// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef } from 'react'
import { useThree } from '@react-three/fiber'
import { useXR, XROrigin } from '@react-three/xr'
import { PlaneGeometry, MeshBasicMaterial, Vector3, type Group, type Mesh } from 'three'
import { isChoice } from '#app/ui/settings/choices.ts'
import { change, settings } from '#app/ui/settings/store.ts'
import { goTo, move } from './comfort/moving.ts'
import { pressesRest } from './comfort/press.ts'
import { useBeginning, useSnapTurn } from './comfort/turning.ts'
import { locate } from './locator.ts'

const unseen = new MeshBasicMaterial({ visible: false })
const ground = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2)
const STANDING_EYE = 1.6

/** Where one stands in the room with a headset, and how one moves: by pointing at the floor, or turning by steps. */
export function useStanding(start: readonly [number, number, number]) {
  const origin = useRef<Group>(null)
  const gl = useThree((s) => s.gl)
  useSnapTurn(origin)
  useBeginning(origin, start)
  /** Brings the head above the start, at standing height whatever the seat, looking ahead. A seat's height is kept. */
  const recentre = useCallback(() => {
    const space = origin.current
    if (!space) return
    move(space, gl, (head, turned) => {
      const local = head.clone().sub(space.position)
      space.rotation.y -= turned
      const [x, z] = [local.x * Math.cos(turned) - local.z * Math.sin(turned), local.z * Math.cos(turned) + local.x * Math.sin(turned)]
      const lift = Math.min(70, Math.max(0, Math.round((STANDING_EYE - local.y) * 20) * 5))
      space.position.set(start[0] - x, lift / 100, start[2] - z)
      if (settings().seated && isChoice('lift', lift)) change({ lift })
    })
  }, [gl, start])
  return { origin, recentre }
}

type FloorProps = { origin: React.RefObject<Group | null>; width: number; depth: number }

/** The floor takes one to where one points. Only in a headset: on a flat screen the viewpoints do it. */
export function TeleportFloor({ origin, width, depth }: FloorProps) {
  const mark = useRef<Mesh>(null)
  const gl = useThree((s) => s.gl)
  const show = (at: Vector3 | null) => {
    if (!mark.current) return
    mark.current.visible = at !== null
    if (at) mark.current.position.set(at.x, 0.012, at.z)
  }
  const go = (at: Vector3) => {
    if (origin.current && !pressesRest()) goTo(origin.current, gl, at.x, at.z)
  }
  return <>
    <mesh geometry={ground} material={unseen} scale={[width, 1, depth]} position={[0, 0, depth / 2]}
      onPointerMove={(e) => show(e.point)} onPointerOut={() => show(null)} onClick={(e) => go(e.point)} />
    <mesh ref={mark} visible={false} rotation-x={-Math.PI / 2} raycast={() => null}>
      <ringGeometry args={[0.14, 0.18, 40]} />
      <meshBasicMaterial color="#ffe1ae" transparent opacity={0.8} toneMapped={false} />
    </mesh>
  </>
}

/** The origin of the headset's space, standing before the cabinet. */
export function Origin({ origin, start }: { origin: React.RefObject<Group | null>; start: readonly [number, number, number] }) {
  useEffect(() => locate((id) => {
    if (!origin.current) return undefined
    return id === 'origin' ? { object: origin.current } : id === 'origin-ahead' ? { object: origin.current, at: new Vector3(0, 0, -1) } : undefined
  }), [origin])
  return <XROrigin ref={origin} position={[...start]} />
}

export const useInHeadset = () => useXR((s) => Boolean(s.session))
