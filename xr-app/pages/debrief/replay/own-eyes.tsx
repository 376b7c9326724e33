// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { BufferAttribute, BufferGeometry, Line, LineBasicMaterial, MeshBasicMaterial, PerspectiveCamera, SphereGeometry, type Mesh } from 'three'
import type { ReplaySession } from '../../../engine/replay-session.ts'
import { sampleAt } from '../../../service/poses-pack.ts'
import type { Pose, PoseSample } from '../../../service/poses-pack.ts'

type Props = { session: ReplaySession; samples: readonly PoseSample[] }

/** What the learner saw: the camera where the head was. Chosen by hand, since it moves as the head moved. */
export function OwnEyes({ session, samples }: Props) {
  const camera = useThree((s) => s.camera)
  useEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return
    const before = camera.fov
    camera.fov = 70
    camera.updateProjectionMatrix()
    return () => {
      camera.fov = before
      camera.updateProjectionMatrix()
    }
  }, [camera])
  useFrame((_, dt) => {
    const sample = sampleAt(samples, session.elapsed())
    if (!sample) return
    // Ten places a second are joined, so that the picture does not tremble.
    const k = 1 - Math.exp(-Math.min(dt, 0.1) * 14)
    const [x, y, z] = sample.head.at
    camera.position.lerp(camera.position.clone().set(x, y, z), camera.position.distanceTo(camera.position.clone().set(x, y, z)) > 0.6 ? 1 : k)
    camera.quaternion.slerp(camera.quaternion.clone().set(...sample.head.turn), k)
  })
  return null
}

/** How much of a hand's way is drawn behind it, in samples: three seconds. */
const trail = 30

/** Where the hands were, and the way they came. */
export function HandPaths({ session, samples }: Props) {
  return <>
    <HandPath session={session} samples={samples} side="left" color="#9BE0C8" />
    <HandPath session={session} samples={samples} side="right" color="#FFC48A" />
  </>
}

function HandPath({ session, samples, side, color }: Props & { side: 'left' | 'right'; color: string }) {
  const ball = useRef<Mesh>(null)
  const { line, shape, paint } = useMemo(() => {
    const geometry = new BufferGeometry().setAttribute('position', new BufferAttribute(new Float32Array(trail * 3), 3))
    const path = new Line(geometry, new LineBasicMaterial({ color, transparent: true, opacity: 0.8, depthTest: false }))
    path.frustumCulled = false
    path.raycast = () => undefined
    return { line: path, shape: new SphereGeometry(0.022, 16, 12), paint: new MeshBasicMaterial({ color }) }
  }, [color])
  useEffect(() => () => {
    line.geometry.dispose()
    line.material.dispose()
    shape.dispose()
    paint.dispose()
  }, [line, shape, paint])
  useFrame(() => {
    const now = session.elapsed()
    const places = samples.filter(({ t }) => t <= now && t > now - trail * 100).slice(-trail).flatMap((one): Pose[] => (one[side] ? [one[side]] : []))
    const position = line.geometry.getAttribute('position')
    places.forEach(({ at }, i) => position.setXYZ(i, at[0], at[1], at[2]))
    position.needsUpdate = true
    line.geometry.setDrawRange(0, places.length)
    const last = places.at(-1)
    if (!ball.current) return
    ball.current.visible = last !== undefined
    if (last) ball.current.position.set(...last.at as [number, number, number])
  })
  return <>
    <primitive object={line} />
    <mesh ref={ball} geometry={shape} material={paint} visible={false} raycast={() => null} />
  </>
}
