// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useRayPointer } from '@react-three/xr'
import { Object3D, PlaneGeometry, ShaderMaterial, Vector3, type Mesh } from 'three'
import { setPointerAway } from '#app/ui/aids/aimed.ts'
import { createDwell } from '#app/ui/aids/dwell.ts'
import { settings, useSettings } from '#app/ui/settings/store.ts'
import { useInHeadset } from '../headset.tsx'
import { SLOW_CLICK } from '../store.ts'
import { aimAt } from './aim.ts'
import { headIn } from './head.ts'
import { onStance } from './stance.ts'

/** The kind of pointer that a gaze is, for whoever treats it apart. */
export const GAZE = 'gaze'
const options = { clickThresholdMs: SLOW_CLICK }
/** After acting, nothing is aimed at until the head has turned this far (cosine of 2°): what a closing panel uncovers is not meant. */
const STILL_THERE = 0.99939

const COMING_IN_MS = 900
const ahead = new Vector3()

/** A dot where the head points, in a ring that fills while it rests. Dark and light: it is seen on anything. */
const ringMaterial = () => new ShaderMaterial({
  transparent: true, depthTest: false, depthWrite: false, fog: false, toneMapped: false,
  uniforms: { share: { value: 0 } },
  vertexShader: 'varying vec2 p; void main() { p = position.xy * 2.0; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
  fragmentShader: `varying vec2 p; uniform float share;
    void main() {
      float r = length(p);
      float turn = atan(p.x, p.y) / 6.2831853;
      turn = turn < 0.0 ? turn + 1.0 : turn;
      bool dot = r < 0.16; bool ring = r > 0.72 && r < 0.92; bool edge = r < 0.24 || (r > 0.64 && r < 1.0);
      if (!edge) discard;
      bool lit = dot || (ring && turn <= share);
      gl_FragColor = lit ? vec4(1.0, 0.88, 0.68, 1.0) : vec4(0.07, 0.08, 0.1, ring ? 0.45 : 0.7);
    }`,
})

/** Acting by the head alone, in a headset, for whoever chose it. */
export function Gaze() {
  const { gaze } = useSettings()
  const inHeadset = useInHeadset()
  useEffect(() => {
    setPointerAway(inHeadset)
    return () => setPointerAway(false)
  }, [inHeadset])
  return inHeadset && gaze ? <HeadPointer /> : null
}

function HeadPointer() {
  const scene = useThree((s) => s.scene)
  const head = useRef<Object3D>(null)
  head.current ??= new Object3D()
  const pointer = useRayPointer(head, null, options, GAZE)
  const ring = useRef<Mesh>(null)
  const { shape, material } = useMemo(() => ({ shape: new PlaneGeometry(1, 1), material: ringMaterial() }), [])
  const dwell = useMemo(createDwell, [])
  const acted = useRef<Vector3 | null>(null)
  const came = useRef(performance.now())
  useEffect(() => onStance(() => { came.current = performance.now() }), [])
  useEffect(() => {
    const here = head.current
    if (here) scene.add(here)
    return () => {
      here?.removeFromParent()
      shape.dispose()
      material.dispose()
    }
  }, [scene, shape, material])
  useFrame(({ camera }) => {
    if (!head.current || !ring.current) return
    camera.matrixWorld.decompose(head.current.position, head.current.quaternion, head.current.scale)
    headIn(camera, head.current.position)
    const met = pointer.getIntersection()
    const now = performance.now()
    ahead.set(0, 0, -1).applyQuaternion(head.current.quaternion)
    // What one happens to face on coming in, or where one has just been brought, is not meant either.
    if (now - came.current < COMING_IN_MS) acted.current = ahead.clone()
    if (acted.current && acted.current.dot(ahead) < STILL_THERE) acted.current = null
    const { share, done } = dwell(now, met && !acted.current ? aimAt(met.object, met.point) : null, settings().dwellMs)
    const far = met && met.distance < 20 ? met.distance : 1.5
    ring.current.position.set(0, 0, -far * 0.98).applyQuaternion(head.current.quaternion).add(head.current.position)
    ring.current.quaternion.copy(head.current.quaternion)
    ring.current.scale.setScalar(far * 0.045)
    const filled = material.uniforms['share']
    if (filled) filled.value = share
    if (!done) return
    acted.current = ahead.clone()
    pointer.down({ timeStamp: now, button: 0 })
    pointer.up({ timeStamp: now, button: 0 })
  })
  return <mesh ref={ring} geometry={shape} material={material} renderOrder={30} frustumCulled={false} raycast={() => null} />
}
