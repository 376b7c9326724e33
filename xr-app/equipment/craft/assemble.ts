// SPDX-License-Identifier: EUPL-1.2
import {
  Bone, BoxGeometry, Group, Matrix4, Mesh, MeshBasicMaterial, MeshStandardMaterial, Skeleton, SkinnedMesh,
  type BufferGeometry, type Material, type Texture,
} from 'three'
import type { Body } from './body.ts'
import { forge, partsOf, type Ranges } from './forge.ts'
import { grainTexture } from './grain.ts'
import { matterMaterial, type Shared } from './matter.ts'
import { meetTogether } from './meet.ts'
import { shadeMaterial } from './shade.ts'
import { layers, type Layer } from './solid.ts'

/** The whole workshop, ready to be put in a scene: a handful of meshes, one bone per moving part, unseen hit boxes. */
export type Assembly = {
  root: Group
  bones: Map<string, Bone>
  /** Where each thing can be met; the first box is where one would point. */
  hits: Map<string, Mesh[]>
  shared: Shared
  numberOf(thing: string | null): number
  dispose(): void
}

/** Whether the room around is a real one: its shell, and the shade on it, are not drawn, nor do they keep the sun out. */
export const bare = { value: false }

const unseen = new MeshBasicMaterial({ visible: false })

function materials(atlas: Texture, screens: Texture, shared: Shared, plainly: boolean): Record<Layer, Material> {
  const glass = matterMaterial(null, shared, plainly)
  // One pass: two (behind, then before) would have three choose the program again at every draw.
  Object.assign(glass, { transparent: true, opacity: 0.2, depthWrite: false, side: 2, forceSinglePass: true, envMapIntensity: 2 })
  return { matter: matterMaterial(atlas, shared, plainly), screen: matterMaterial(screens, shared, plainly), glass, shade: shadeMaterial() }
}

function mesh(layer: Layer, geometry: BufferGeometry, material: Material, skeleton: Skeleton | null): Mesh {
  const made = skeleton ? new SkinnedMesh(geometry, material) : new Mesh(geometry, material)
  if (made instanceof SkinnedMesh && skeleton) made.bind(skeleton, new Matrix4())
  made.castShadow = layer === 'matter'
  made.receiveShadow = material instanceof MeshStandardMaterial
  made.frustumCulled = false
  // Rays and fingers meet the hit boxes, never these thousands of triangles.
  made.raycast = () => {}
  Object.assign(made, { pointerEvents: 'none' })
  made.matrixAutoUpdate = false
  const { shell = 0, usual = Infinity } = geometry.userData as Partial<Ranges>
  made.onBeforeRender = made.onBeforeShadow = () => (bare.value ? geometry.setDrawRange(shell, Infinity) : geometry.setDrawRange(0, usual))
  if (layer === 'shade') made.renderOrder = 1
  if (layer === 'glass') made.renderOrder = 2
  return made
}

/** Bones as they are (none has a pose of its own to undo), handed to the graphics processor only when one has moved. */
class Joints extends Skeleton {
  override update(): void {
    const { bones, boneMatrices, boneTexture } = this
    if (!boneMatrices) return
    let moved = false
    for (let i = 0; i < bones.length; i++) {
      const { elements } = bones[i]!.matrixWorld
      for (let j = 0; j < 16; j++) {
        const now = Math.fround(elements[j]!)
        if (boneMatrices[i * 16 + j] !== now) moved = true
        boneMatrices[i * 16 + j] = now
      }
    }
    if (moved && boneTexture) boneTexture.needsUpdate = true
  }
}

function skeletonOf(bodies: Body[], root: Group): { bones: Map<string, Bone>; skeleton: Skeleton } {
  const bones = new Map<string, Bone>()
  for (const part of partsOf(bodies)) {
    const bone = new Bone()
    bone.name = part.name
    bone.position.set(...part.at)
    bone.rotation.set(...(part.turn ?? [0, 0, 0]))
    const carrier = part.parent ? bones.get(part.parent) : root
    if (!carrier) throw new Error(`part ${part.name} comes before ${part.parent}`)
    carrier.add(bone)
    bones.set(part.name, bone)
  }
  const list = [...bones.values()]
  return { bones, skeleton: new Joints(list, list.map(() => new Matrix4())) }
}

function hitBoxes(bodies: Body[], root: Group, bones: Map<string, Bone>): Map<string, Mesh[]> {
  const hits = new Map<string, Mesh[]>()
  for (const { thing, part, size, at, turn, moving } of bodies.flatMap((b) => b.hits)) {
    const hit = new Mesh(new BoxGeometry(...size), unseen)
    hit.position.set(...at)
    if (turn) hit.rotation.set(...turn)
    hit.updateMatrix()
    hit.matrixAutoUpdate = false
    // Not even asked by the renderer whether it is in sight; pointers meet it all the same.
    hit.visible = false
    Object.assign(hit.userData, { thing, moving: moving === true })
    ;(part ? bones.get(part) : root)?.add(hit)
    hits.set(thing, [...(hits.get(thing) ?? []), hit])
  }
  return hits
}

/** Builds the meshes of all bodies; `plainly` spares the fine relief. Throws when a part names a carrier that does not come before it. */
export function assemble(bodies: Body[], atlas: Texture, screens: Texture, plainly = false): Assembly {
  const things = [...new Set(bodies.flatMap((b) => b.hits.map((h) => h.thing)))]
  const numberOf = (thing: string | null) => (thing === null ? 0 : things.indexOf(thing) + 1)
  const shared: Shared = { hovered: { value: 0 }, glow: { value: 2.4 }, grain: { value: grainTexture() } }
  const root = new Group()
  const { bones, skeleton } = skeletonOf(bodies, root)
  const forged = forge(bodies, numberOf)
  // A material shared by what moves and what does not would have its program chosen again at every draw.
  const [of, ofMoving] = [materials(atlas, screens, shared, plainly), materials(atlas, screens, shared, plainly)]
  for (const layer of layers) {
    const [still, moving] = [forged.fixed[layer], forged.moving[layer]]
    if (still) root.add(mesh(layer, still, of[layer], null))
    if (moving) root.add(mesh(layer, moving, ofMoving[layer], skeleton))
  }
  const dispose = () => {
    root.traverse((o) => o instanceof Mesh && o.geometry.dispose())
    ;[of, ofMoving].flatMap((all) => Object.values(all)).forEach((m) => m.dispose())
    ;[shared.grain.value, atlas, screens].forEach((t) => t.dispose())
    skeleton.dispose()
  }
  const hits = hitBoxes(bodies, root, bones)
  meetTogether(root)
  return { root, bones, hits, shared, numberOf, dispose }
}
