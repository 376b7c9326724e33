// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo } from 'react'
import { useThree } from '@react-three/fiber'
import { Color, Fog, MeshStandardMaterial, PlaneGeometry } from 'three'
import { bare as around } from '#app/equipment/craft/assemble.ts'
import { floorPaint, morningLight, windowView } from '#app/equipment/light.ts'
import type { Quality } from '#app/xr/quality.ts'
import { ROOM } from '#app/equipment/room.ts'

const WIDTH = ROOM.right - ROOM.left

/** What surfaces reflect costs seconds to a machine without a graphics processor: there, two lamps stand for it. */
function useSurroundings(full: boolean, bare: boolean) {
  const gl = useThree((s) => s.gl)
  const scene = useThree((s) => s.scene)
  // In a real room one sees through: nothing of ours stands behind the equipment.
  useEffect(() => {
    scene.background = bare ? null : new Color('#2b2a28')
    scene.fog = bare ? null : new Fog('#b9ad98', 6, 22)
    around.value = bare
    gl.shadowMap.needsUpdate = true
    return () => { around.value = false }
  }, [scene, gl, bare])
  useEffect(() => {
    // Shadows are drawn again only when something moved: they cost nothing in a still frame.
    gl.shadowMap.autoUpdate = false
    gl.shadowMap.needsUpdate = true
    if (!full) return
    const surroundings = morningLight(gl)
    scene.environment = surroundings
    scene.environmentIntensity = 0.72
    return () => {
      scene.environment = null
      surroundings.dispose()
    }
  }, [scene, gl, full])
}

/**
 * Where the sun stands. With shadows it is low, and comes in by the window alone, across the wall one faces; without them
 * nothing stops it, and it stands higher: so it does over a real room. The shadows' box takes in the whole room from both.
 */
const sunAt = (full: boolean, bare: boolean): [number, number, number] => (full && !bare ? [-5, 1.2, 3.45] : [-2.6, 3.1, 3.1])

/** The morning: one warm key from the window, a soft fill, what surfaces reflect, and the floor. */
export function Look({ quality: { shadows, level }, bare = false }: { quality: Quality; bare?: boolean | undefined }) {
  const full = level === 'full'
  useSurroundings(full, bare)
  const floor = useMemo(() => new MeshStandardMaterial({ map: floorPaint(WIDTH, ROOM.front), roughness: 0.42, metalness: 0 }), [])
  const view = useMemo(() => windowView(), [])
  const ground = useMemo(() => new PlaneGeometry(WIDTH, ROOM.front), [])
  return <>
    <directionalLight position={sunAt(full, bare)} intensity={2.1} color="#ffe0b5" castShadow={shadows}
      shadow-mapSize={[2048, 2048]} shadow-bias={-0.0004} shadow-normalBias={0.012} shadow-radius={5}
      shadow-camera-left={-2.3} shadow-camera-right={5.4} shadow-camera-top={3.5} shadow-camera-bottom={-3.2}
      shadow-camera-near={0.5} shadow-camera-far={10} />
    <hemisphereLight args={['#e6ebee', '#948a7b', full ? 0.5 : 2.1]} />
    <directionalLight position={[2.2, 1.8, 3]} intensity={0.5} color="#cfe0ef" />
    {bare ? <mesh geometry={ground} rotation-x={-Math.PI / 2} position={[0, 0.002, ROOM.front / 2]} receiveShadow raycast={() => null}>
      <shadowMaterial transparent opacity={0.4} depthWrite={false} />
    </mesh> : <>
      <mesh geometry={ground} material={floor} rotation-x={-Math.PI / 2} position={[0, 0, ROOM.front / 2]} receiveShadow raycast={() => null} />
      <mesh position={[ROOM.left - 0.12, 1.78, 1.85]} rotation-y={Math.PI / 2} raycast={() => null}>
        <planeGeometry args={[1.9, 1.42]} />
        <meshBasicMaterial map={view} toneMapped={false} />
      </mesh>
    </>}
  </>
}
