// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react'
import { BufferAttribute, BufferGeometry } from 'three'

/** The frame on a real surface that shows where equipment will stand: its outline, and an arrow towards whoever works there. */
export function Footprint({ width, depth }: { width: number; depth: number }) {
  const shape = useMemo(() => frameOf(width, depth), [width, depth])
  return (
    <mesh geometry={shape} raycast={() => null} renderOrder={7}>
      <meshBasicMaterial color="#ffe1ae" transparent opacity={0.9} depthTest={false} toneMapped={false} fog={false} />
    </mesh>
  )
}

const EDGE = 0.014

/** Four bars and a triangle, flat on the ground: quads and one triangle, as one mesh. */
function frameOf(w: number, d: number): BufferGeometry {
  const [x, z] = [w / 2, d / 2]
  const bar = (x0: number, z0: number, x1: number, z1: number) => [[x0, z0], [x0, z1], [x1, z1], [x0, z0], [x1, z1], [x1, z0]]
  const flat = [
    ...bar(-x, -z, x, -z + EDGE), ...bar(-x, z - EDGE, x, z), ...bar(-x, -z, -x + EDGE, z), ...bar(x - EDGE, -z, x, z),
    [-0.06, z + 0.03], [0, z + 0.11], [0.06, z + 0.03],
  ]
  const shape = new BufferGeometry()
  shape.setAttribute('position', new BufferAttribute(new Float32Array(flat.flatMap(([px = 0, pz = 0]) => [px, 0.004, pz])), 3))
  return shape
}
