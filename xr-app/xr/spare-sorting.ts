// SPDX-License-Identifier: EUPL-1.2
import type { Material, Scene, WebGLRenderer } from 'three'

/** Something to be drawn, as three.js lists it. */
type Item = { id: number; groupOrder: number; renderOrder: number; material: Material; materialVariant: number; z: number }
type Order = (a: Item, b: Item) => number

/** The orders of three.js 0.187 (src/renderers/webgl/WebGLRenderLists.js). A distance as an answer would be an object. */
const opaque: Order = (a, b) => a.groupOrder - b.groupOrder || a.renderOrder - b.renderOrder || a.material.id - b.material.id
  || a.materialVariant - b.materialVariant || (a.z === b.z ? a.id - b.id : a.z < b.z ? -1 : 1)
const transparent: Order = (a, b) => a.groupOrder - b.groupOrder || a.renderOrder - b.renderOrder
  || (a.z === b.z ? a.id - b.id : a.z > b.z ? -1 : 1)

/** The browser's own sort copies the list there and back. */
function sortInPlace(this: Item[], order: Order): Item[] {
  for (let i = 1; i < this.length; i++) {
    const item = this[i]!
    let j = i - 1
    for (; j >= 0 && order(this[j]!, item) > 0; j--) this[j + 1] = this[j]!
    this[j + 1] = item
  }
  return this
}

/** What was last drawn of a scene. */
export const listsOf = (gl: WebGLRenderer, scene: Scene) => gl.renderLists.get(scene, 0) as unknown as Record<'opaque' | 'transmissive' | 'transparent', Item[]>

/** Has what is drawn sorted where it is listed, in the same order as ever. */
export function spareSorting(gl: WebGLRenderer, scene: Scene): void {
  gl.setOpaqueSort(opaque as never)
  gl.setTransparentSort(transparent as never)
  const lists = listsOf(gl, scene)
  for (const list of [lists.opaque, lists.transmissive, lists.transparent]) Object.assign(list, { sort: sortInPlace })
}
