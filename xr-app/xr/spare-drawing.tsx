// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import type { Scene, WebGLRenderer } from 'three'
import './spare-maths.ts'
import { spareNumbers } from './spare-numbers.ts'
import { listsOf, spareSorting } from './spare-sorting.ts'
import { spareUniforms } from './spare-uniforms.ts'
import { useSpareWalk } from './spare-walk.ts'

/** What is drawn since the last look is spared: there is little to look at, and most of it is known. */
function spareDrawn(gl: WebGLRenderer, scene: Scene): void {
  spareUniforms(gl)
  const { opaque, transparent } = listsOf(gl, scene)
  for (let i = 0; i < opaque.length; i++) spareNumbers(opaque[i]!.material)
  for (let i = 0; i < transparent.length; i++) spareNumbers(transparent[i]!.material)
}

/** Has each frame drawn, and each pointer look, as the libraries have it, asking for less memory: a frame that waits for memory to be swept is late. */
export function SpareDrawing() {
  const gl = useThree((s) => s.gl)
  const scene = useThree((s) => s.scene)
  useSpareWalk()
  useEffect(() => {
    spareSorting(gl, scene)
    spareNumbers(gl)
  }, [gl, scene])
  useFrame(() => spareDrawn(gl, scene))
  return null
}
