// SPDX-License-Identifier: EUPL-1.2
// A controller's model is a body and its buttons, six meshes: drawn as one, each of its parts a bone, it is one draw for
// each eye and not six, and asks for a sixth of the memory.
import { Box3, BufferAttribute, DetachedBindMode, Matrix4, Mesh, Skeleton, SkinnedMesh, Sphere, type Bone, type BufferGeometry, type Material, type Object3D } from 'three'
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js'

const place = new Matrix4()

/** Where a part is in the frame of the whole. */
function within(whole: Object3D, part: Object3D): Matrix4 {
  place.identity()
  for (let one: Object3D | null = part; one && one !== whole; one = one.parent) place.premultiply(one.matrix)
  return place
}

/** Parts where they are in the whole, handed to the graphics processor only when one was pressed: the hand may move. */
class Parts extends Skeleton {
  private readonly whole: Object3D

  constructor(whole: Object3D, parts: readonly Object3D[]) {
    super(parts as Bone[], parts.map(() => new Matrix4()))
    this.whole = whole
  }

  override update(): void {
    const { bones, boneMatrices, boneTexture } = this
    if (!boneMatrices) return
    let moved = false
    for (let i = 0; i < bones.length; i++) {
      const { elements } = within(this.whole, bones[i]!)
      for (let j = 0; j < 16; j++) {
        const now = Math.fround(elements[j]!)
        if (boneMatrices[i * 16 + j] !== now) moved = true
        boneMatrices[i * 16 + j] = now
      }
    }
    if (moved && boneTexture) boneTexture.needsUpdate = true
  }
}

type Part = Mesh<BufferGeometry, Material>

const kindOf = ({ geometry, material }: Part): string =>
  [material.uuid, geometry.index !== null, ...Object.entries(geometry.attributes).map(([name, { itemSize, normalized, array }]) => `${name} ${itemSize} ${normalized} ${array.constructor.name}`)].join()

const isPlain = ({ geometry, material, isSkinnedMesh }: Mesh & { isSkinnedMesh?: boolean }): boolean => !isSkinnedMesh && !Array.isArray(material)
  && Object.keys(geometry.morphAttributes).length === 0 && Object.values(geometry.attributes).every((one) => one instanceof BufferAttribute)

/** The parts that can be drawn together, by what they are painted with. */
function partsOf(whole: Object3D): Part[][] {
  const kinds = new Map<string, Part[]>()
  whole.updateMatrixWorld()
  whole.traverseVisible((one) => {
    if (!(one instanceof Mesh) || !isPlain(one)) return
    const kind = kindOf(one as Part)
    kinds.set(kind, [...(kinds.get(kind) ?? []), one as Part])
  })
  return [...kinds.values()].filter((parts) => parts.length > 1)
}

function bound(geometry: BufferGeometry, bone: number): BufferGeometry {
  const shape = geometry.clone()
  const count = shape.getAttribute('position').count
  shape.setAttribute('skinIndex', new BufferAttribute(new Uint16Array(count * 4).map((_, i) => (i % 4 ? 0 : bone)), 4))
  shape.setAttribute('skinWeight', new BufferAttribute(new Float32Array(count * 4).map((_, i) => (i % 4 ? 0 : 1)), 4))
  return shape
}

function join(whole: Object3D, parts: readonly Part[]): void {
  const shape = mergeGeometries(parts.map(({ geometry }, i) => bound(geometry, i)))
  const first = parts[0]
  if (!shape || !first) return
  const one = new SkinnedMesh(shape, first.material)
  // The bones are in the frame of the whole, where the mesh is too.
  one.bindMode = DetachedBindMode
  one.bind(new Parts(whole, parts), new Matrix4())
  one.renderOrder = first.renderOrder
  one.matrixAutoUpdate = false
  const room = parts.reduce((all, part) => all.union(new Box3().setFromBufferAttribute(part.geometry.getAttribute('position') as BufferAttribute).applyMatrix4(within(whole, part))), new Box3())
  // A button that is pressed stays within a centimetre.
  one.boundingSphere = room.expandByScalar(0.01).getBoundingSphere(new Sphere())
  whole.add(one)
  for (const part of parts) part.visible = false
}

/** Has a model drawn in as few pieces as it has paints. What moves its parts moves them as before. Twice does no harm. */
export function inOnePiece(whole: Object3D): void {
  for (const parts of partsOf(whole)) join(whole, parts)
}
