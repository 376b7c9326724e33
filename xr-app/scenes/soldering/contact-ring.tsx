// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame } from '@react-three/fiber'
import { Color, Euler, Matrix4, MeshBasicMaterial, RingGeometry, type Mesh } from 'three'
import type { World } from '#domain/workshop/pieces.ts'
import { onBench } from '#domain/workshop/solder/bench.ts'
import { melting, padBears } from '#domain/workshop/solder/constants.ts'
import type { StandingWorkshop } from '../stand/standing.ts'

const [touched, flows, suffers, partly] = [new Color('#7cc4ff'), new Color('#ffd66b'), new Color('#ff6b4a'), new Color('#aeb6bd')]

/** The ring around the joint under the iron: grey while the tip meets only part of it, then blue, gold once the wire will melt, red where the glue suffers. */
function colourOf(world: World): Color | null {
  const board = onBench(world, 'circuit-board')?.[1]
  const joint = board?.contact ? board.joints[board.contact.joint] : undefined
  if (!board?.contact || !joint) return null
  if (joint.pad > padBears.from + 20) return suffers
  if (Math.min(joint.pad, joint.lead) >= melting) return flows
  return board.contact.touched === 'both' ? touched : partly
}

/** Says by a ring of light that the tip is on a joint, and how hot it is. One draw call while it is there. */
export function ContactRing({ workshop, board, shown }: { workshop: StandingWorkshop; board: string; shown: { current: World } }) {
  const mesh = useRef<Mesh>(null)
  const { shape, material } = useMemo(() => ({
    shape: new RingGeometry(0.0114, 0.0132, 40).rotateX(-Math.PI / 2),
    material: new MeshBasicMaterial({ toneMapped: false, fog: false, transparent: true, opacity: 0.9, depthWrite: false }),
  }), [])
  useEffect(() => () => {
    shape.dispose()
    material.dispose()
  }, [shape, material])
  const seen = useRef<World>(undefined)
  useEffect(() => { seen.current = undefined }, [workshop, board])
  useFrame(() => {
    const ring = mesh.current
    if (!ring || seen.current === shown.current) return
    seen.current = shown.current
    const [colour, contact] = [colourOf(shown.current), onBench(shown.current, 'circuit-board')?.[1].contact]
    ring.visible = colour !== null
    const spot = colour && contact ? workshop.stage().place(board, contact.joint) : null
    if (!colour || !spot) return
    material.color.copy(colour)
    ring.matrix.copy(new Matrix4().makeRotationFromEuler(new Euler(...(spot.turn ?? [0, 0, 0])))).setPosition(...spot.at)
  })
  return <mesh ref={mesh} geometry={shape} material={material} matrixAutoUpdate={false} visible={false} renderOrder={3} raycast={() => null} />
}
