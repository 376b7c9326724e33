// SPDX-License-Identifier: EUPL-1.2
// Which hit box a ray or a finger meets. Asked for every pointer in every frame: the boxes are gone through by numbers
// alone, and only the one that is met makes anything.
import {
  Matrix4, Object3D, Vector3, type BoxGeometry, type Intersection, type Mesh, type Raycaster, type Sphere,
} from 'three'

type HitBox = Mesh<BoxGeometry> & { pointerEvents?: string; pointerEventsType?: unknown }

/** Nearer than this a controller's ray meets nothing (the library's own limit): what comes next counts too. */
const TOO_NEAR = 0.2

const inverse = new Matrix4()
const [from, way, middle, closest, half] = [new Vector3(), new Vector3(), new Vector3(), new Vector3(), new Vector3()]

const halfOf = ({ geometry: { parameters: { width, height, depth } } }: HitBox) => half.set(width / 2, height / 2, depth / 2)

/** A sphere around the box, before its sides are looked at. */
function radiusOf(hit: HitBox): number {
  middle.setFromMatrixPosition(hit.matrixWorld)
  return halfOf(hit).length() * hit.matrixWorld.getMaxScaleOnAxis()
}

/** The axis of the box's own frame that the ray last entered it along. */
let axisMet = 0

/** How far along the ray the box is entered; Infinity when it is missed, or when the ray begins inside it. */
function entered(hit: HitBox, { ray: { origin, direction }, far }: Raycaster): number {
  const reach = radiusOf(hit)
  const along = Math.max(0, from.subVectors(middle, origin).dot(direction))
  if (closest.copy(direction).multiplyScalar(along).add(origin).distanceToSquared(middle) > reach * reach) return Infinity
  inverse.copy(hit.matrixWorld).invert()
  from.copy(origin).applyMatrix4(inverse)
  way.copy(origin).add(direction).applyMatrix4(inverse).sub(from)
  let near = -Infinity
  let last = Infinity
  for (let axis = 0; axis < 3; axis++) {
    const at = from.getComponent(axis)
    const by = 1 / way.getComponent(axis)
    const one = (-half.getComponent(axis) - at) * by
    const other = (half.getComponent(axis) - at) * by
    const enters = Math.min(one, other)
    if (enters > near) {
      near = enters
      axisMet = axis
    }
    last = Math.min(last, Math.max(one, other))
  }
  return near > 0 && near <= last && near <= far ? near : Infinity
}

/** What a ray meets of a box. */
function seenBy(raycaster: Raycaster, object: HitBox): Intersection {
  const distance = entered(object, raycaster)
  const normal = new Vector3().setComponent(axisMet, way.getComponent(axisMet) < 0 ? 1 : -1)
  const point = raycaster.ray.at(distance, new Vector3())
  return { distance, point, object, normal, face: { a: 0, b: 0, c: 0, materialIndex: 0, normal } }
}

/** How far a sphere's middle is from the box (0: inside); leaves in `closest` where it comes nearest. */
function distanceTo(hit: HitBox, { center, radius }: Sphere): number {
  if (radiusOf(hit) + radius < middle.distanceTo(center)) return Infinity
  closest.copy(center).applyMatrix4(inverse.copy(hit.matrixWorld).invert())
  closest.clamp(from.copy(half).negate(), half).applyMatrix4(hit.matrixWorld)
  return closest.distanceTo(center)
}

/** Which side of the box a sphere is on, in the box's own frame. */
function sideOf(hit: HitBox, { center }: Sphere): Vector3 {
  const at = new Vector3().copy(center).applyMatrix4(inverse.copy(hit.matrixWorld).invert()).divide(halfOf(hit))
  const [x, y, z] = at.toArray().map(Math.abs) as [number, number, number]
  return x >= y && x >= z ? at.set(Math.sign(at.x) || 1, 0, 0) : y >= z ? at.set(0, Math.sign(at.y) || 1, 0) : at.set(0, 0, Math.sign(at.z) || 1)
}

/** One object that answers for many boxes. A box that only some pointers meet answers for itself. */
class Boxes extends Object3D {
  readonly hits: readonly HitBox[]

  constructor(hits: readonly HitBox[], root: Object3D) {
    super()
    this.hits = hits
    this.parent = root
  }

  override raycast(raycaster: Raycaster, met: Intersection[]): void {
    let first = -1
    let next = -1
    let nearest = Infinity
    let after = Infinity
    for (let i = 0; i < this.hits.length; i++) {
      const far = this.answering(i) ? entered(this.hits[i]!, raycaster) : Infinity
      if (far < nearest) {
        nearest = far
        first = i
      }
      if (far >= TOO_NEAR && far < after) {
        after = far
        next = i
      }
    }
    if (first >= 0) met.push(seenBy(raycaster, this.hits[first]!))
    if (next >= 0 && next !== first) met.push(seenBy(raycaster, this.hits[next]!))
  }

  override spherecast(sphere: Sphere, met: Intersection[]): void {
    let first = -1
    let nearest = sphere.radius
    for (let i = 0; i < this.hits.length; i++) {
      const far = this.answering(i) ? distanceTo(this.hits[i]!, sphere) : Infinity
      if (far < nearest) {
        nearest = far
        first = i
      }
    }
    const object = this.hits[first]
    if (!object) return
    const normal = sideOf(object, sphere)
    const distance = distanceTo(object, sphere)
    met.push({ distance, normal, point: closest.clone(), object, face: { a: 0, b: 0, c: 0, materialIndex: 0, normal } })
  }

  private answering(i: number): boolean {
    const { pointerEvents, pointerEventsType } = this.hits[i]!
    return pointerEvents !== 'none' && pointerEventsType === undefined
  }
}

/** Lets pointers ask once for all the boxes under `root`, in place of walking through every part of the workshop. */
export function meetTogether(root: Object3D): void {
  const hits: HitBox[] = []
  root.traverse((one) => { if (one.userData['thing'] !== undefined) hits.push(one as HitBox) })
  const boxes = new Boxes(hits, root)
  const asked: Object3D[] = [boxes]
  Object.defineProperty(root, 'interactableDescendants', {
    get: () => {
      asked.length = 1
      for (let i = 0; i < hits.length; i++) if (hits[i]!.pointerEventsType !== undefined) asked.push(hits[i]!)
      return asked
    },
  })
}
