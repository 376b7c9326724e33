// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { PlaneGeometry, ShaderMaterial, type Mesh } from 'three'
import { settings } from '#app/ui/settings/store.ts'

const LASTS_MS = 420
/** Where the veil begins and is whole, as the tangent of the angle from straight ahead. */
const edges = { none: [9, 10], soft: [0.5, 0.95], strong: [0.26, 0.6] } as const

let moved = Number.NEGATIVE_INFINITY
/** Whoever moves the camera (because it was asked) draws the veil with it. */
export const drawVeil = (): void => { moved = performance.now() }

/** How much of the veil is there at a moment: whole as one moves, then gone. */
export const veilAt = (now: number): number => Math.max(0, 1 - (now - moved) / LASTS_MS)

const veilMaterial = () => new ShaderMaterial({
  transparent: true, depthTest: false, depthWrite: false, fog: false, toneMapped: false,
  uniforms: { amount: { value: 0 }, from: { value: 0.5 }, whole: { value: 1 } },
  vertexShader: 'varying vec2 p; void main() { p = position.xy * 4.0; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
  fragmentShader: `varying vec2 p; uniform float amount, from, whole;
    void main() { gl_FragColor = vec4(0.0, 0.0, 0.0, amount * smoothstep(from, whole, length(p))); }`,
})

/** In a headset, the edges of sight darken while one moves. Costs nothing while one does not. */
export function Veil() {
  const inHeadset = useXR((s) => Boolean(s.session))
  const sheet = useRef<Mesh>(null)
  const { shape, material } = useMemo(() => ({ shape: new PlaneGeometry(1, 1), material: veilMaterial() }), [])
  useEffect(() => () => {
    shape.dispose()
    material.dispose()
  }, [shape, material])
  useFrame(({ camera }) => {
    const mesh = sheet.current
    if (!mesh) return
    const amount = inHeadset && settings().vignette !== 'none' ? veilAt(performance.now()) : 0
    mesh.visible = amount > 0
    if (amount === 0) return
    const [from, whole] = edges[settings().vignette]
    Object.assign(material.uniforms, { amount: { value: amount }, from: { value: from }, whole: { value: whole } })
    camera.matrixWorld.decompose(mesh.position, mesh.quaternion, mesh.scale)
    // A sheet half a metre ahead, four metres wide: wider than any headset sees.
    mesh.translateZ(-0.5)
    mesh.scale.set(4, 4, 1)
  })
  return <mesh ref={sheet} geometry={shape} material={material} visible={false} renderOrder={60} frustumCulled={false} raycast={() => null} />
}
