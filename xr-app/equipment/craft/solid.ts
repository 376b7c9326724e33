// SPDX-License-Identifier: EUPL-1.2
import {
  BoxGeometry, BufferAttribute, BufferGeometry, CapsuleGeometry, CircleGeometry, CylinderGeometry, ExtrudeGeometry, Euler, LatheGeometry, Matrix4,
  PlaneGeometry, Quaternion, Shape, SphereGeometry, TorusGeometry, TubeGeometry, Vector2, Vector3, CatmullRomCurve3,
} from 'three'
import { RoundedBoxGeometry } from 'three/examples/jsm/geometries/RoundedBoxGeometry.js'
import { finishes, type FinishName } from './finish.ts'
import type { Print } from './print.ts'

export type Vec3 = readonly [number, number, number]

/**
 * Which of the few shared meshes a solid is merged into: painted matter, a redrawn screen or paper, clear plastic, or
 * the soft shade things leave where light does not reach.
 */
export const layers = ['matter', 'screen', 'glass', 'shade'] as const
export type Layer = (typeof layers)[number]

/** A shape with its material, in metres, in the frame of the part or body that holds it. */
export type Solid = { shape: BufferGeometry; finish: FinishName; layer: Layer; print?: Print; shade?: number }

const place = (shape: BufferGeometry, at: Vec3, turn: Vec3) =>
  shape.applyMatrix4(new Matrix4().compose(
    new Vector3(...at), new Quaternion().setFromEuler(new Euler(...turn)), new Vector3(1, 1, 1)))

const solid = (shape: BufferGeometry, finish: FinishName, at: Vec3, turn: Vec3 = [0, 0, 0], layer: Layer = 'matter') =>
  ({ shape: place(shape, at, turn), finish, layer }) as Solid

/** A box with softened edges (radius in metres; 0 gives sharp edges at a tenth of the triangles). */
export function box(finish: FinishName, size: Vec3, at: Vec3, radius = 0.0015, turn?: Vec3, layer?: Layer): Solid {
  if (radius === 0) return solid(new BoxGeometry(...size), finish, at, turn, layer)
  const r = Math.min(radius, size[0] / 2.01, size[1] / 2.01, size[2] / 2.01)
  return solid(new RoundedBoxGeometry(...size, r > 0.004 ? 2 : 1, Math.max(r, 0.0001)), finish, at, turn, layer)
}

/** A raised tile facing +z: a face and four bevels, for things laid by the hundred (bricks, teeth). */
export function tile(finish: FinishName, w: number, h: number, depth: number, bevel: number, at: Vec3): Solid {
  const [x, y, i, j] = [w / 2, h / 2, w / 2 - bevel, h / 2 - bevel]
  const outer: Vec3[] = [[-x, -y, 0], [x, -y, 0], [x, y, 0], [-x, y, 0]]
  const inner: Vec3[] = [[-i, -j, depth], [i, -j, depth], [i, j, depth], [-i, j, depth]]
  const quads = [inner, ...[0, 1, 2, 3].map((k) => [outer[k]!, outer[(k + 1) % 4]!, inner[(k + 1) % 4]!, inner[k]!])]
  const shape = new BufferGeometry()
  shape.setAttribute('position', new BufferAttribute(new Float32Array(quads.flat(2)), 3))
  shape.setAttribute('uv', new BufferAttribute(new Float32Array(quads.length * 8), 2))
  shape.setIndex(quads.flatMap((_, q) => [0, 1, 2, 0, 2, 3].map((v) => v + q * 4)))
  shape.computeVertexNormals()
  return solid(shape, finish, at)
}

/** A cylinder along y. */
export function rod(finish: FinishName, radius: number, length: number, at: Vec3, turn?: Vec3, sides = 20): Solid {
  return solid(new CylinderGeometry(radius, radius, length, sides), finish, at, turn)
}

/** A turned shape around y from a profile of [radius, height] points, in either order: knobs, screws, bushings. */
export function turned(finish: FinishName, profile: [number, number][], at: Vec3, turn?: Vec3, sides = 24): Solid {
  const [[r0, y0], [r1, y1]] = [profile[0] ?? [0, 0], profile.at(-1) ?? [0, 0]]
  // The lathe shows its outside when the profile climbs, or closes inwards.
  const climbing = y1 === y0 ? r1 <= r0 : y1 > y0
  const points = (climbing ? profile : profile.toReversed()).map(([x, y]) => new Vector2(x, y))
  return solid(new LatheGeometry(points, sides), finish, at, turn)
}

export function ball(finish: FinishName, radius: number, at: Vec3, sides = 16): Solid {
  return solid(new SphereGeometry(radius, sides, Math.ceil(sides * 0.6)), finish, at)
}

/** A flat disc facing +z: holes. */
export function disc(finish: FinishName, radius: number, at: Vec3): Solid {
  return solid(new CircleGeometry(radius, 7), finish, at)
}

export function capsule(finish: FinishName, radius: number, length: number, at: Vec3, turn?: Vec3): Solid {
  return solid(new CapsuleGeometry(radius, length, 6, 16), finish, at, turn)
}

export function ring(finish: FinishName, radius: number, tube: number, at: Vec3, turn?: Vec3, arc = Math.PI * 2): Solid {
  return solid(new TorusGeometry(radius, tube, 8, 24, arc), finish, at, turn)
}

/** A flat outline (metres, in x-y) given thickness along +z, with a small bevel. */
export function cut(finish: FinishName, outline: Shape, depth: number, at: Vec3, turn?: Vec3, bevel = 0.0006): Solid {
  const shape = new ExtrudeGeometry(outline, {
    depth: Math.max(depth - 2 * bevel, 0.0001), bevelThickness: bevel, bevelSize: bevel, bevelOffset: -bevel,
    bevelSegments: 2, curveSegments: 10,
  })
  return solid(shape.translate(0, 0, bevel), finish, at, turn)
}

/** A wire, hose or bent rod through points. */
export function wire(finish: FinishName, radius: number, points: Vec3[], steps = 0, sides = 8): Solid {
  const curve = new CatmullRomCurve3(points.map((p) => new Vector3(...p)), false, 'centripetal')
  return solid(new TubeGeometry(curve, steps || points.length * 6, radius, sides), finish, [0, 0, 0])
}

/** A sheet facing +z; with a print it shows that print over its whole face. */
export function sheet(finish: FinishName, w: number, h: number, at: Vec3, turn?: Vec3, print?: Print,
  layer: Layer = 'matter'): Solid {
  return { ...solid(new PlaneGeometry(w, h), finish, at, turn, layer), ...(print ? { print } : {}) }
}

/** Baked soft shade on a surface: strength 0–1 fades from the middle out; negative fades from the edges in. */
export function shade(w: number, h: number, at: Vec3, turn: Vec3, strength: number): Solid {
  return { ...solid(new PlaneGeometry(w, h), 'labelBlack', at, turn, 'shade'), shade: strength }
}

/** The light that a lamp sheds on the wall behind it. */
export const shine = (w: number, h: number, at: Vec3, strength: number): Solid =>
  ({ ...shade(w, h, at, [0, 0, 0], strength), finish: 'lampGlow' })

/** Shade on the floor under something. */
export const ground = (w: number, d: number, x: number, z: number, strength = 0.5): Solid =>
  shade(w, d, [x, 0.004, z], [-Math.PI / 2, 0, 0], strength)

/** The outline of a rectangle with rounded corners, centred. */
export function rounded(w: number, h: number, r: number): Shape {
  const s = new Shape()
  const [x, y] = [w / 2, h / 2]
  s.moveTo(-x + r, -y).lineTo(x - r, -y).quadraticCurveTo(x, -y, x, -y + r)
  s.lineTo(x, y - r).quadraticCurveTo(x, y, x - r, y)
  s.lineTo(-x + r, y).quadraticCurveTo(-x, y, -x, y - r)
  s.lineTo(-x, -y + r).quadraticCurveTo(-x, -y, -x + r, -y)
  return s
}

/** The same solids moved together: how a body is set in the room. */
export const moved = (solids: Solid[], at: Vec3, turn: Vec3 = [0, 0, 0]): Solid[] =>
  solids.map((s) => ({ ...s, shape: place(s.shape.clone(), at, turn) }))

/** Every attribute a merged mesh needs, with an index, whatever the shape it came from. */
export function plain(shape: BufferGeometry): BufferGeometry {
  const out = new BufferGeometry()
  for (const name of ['position', 'normal', 'uv']) out.setAttribute(name, shape.getAttribute(name) as BufferAttribute)
  const count = out.getAttribute('position').count
  out.setIndex(shape.index ?? new BufferAttribute(Uint32Array.from({ length: count }, (_, i) => i), 1))
  return out
}

export const finishOf = (s: Solid) => finishes[s.finish]
