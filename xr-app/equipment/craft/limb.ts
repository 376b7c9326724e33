// SPDX-License-Identifier: EUPL-1.2
import { BufferAttribute, BufferGeometry, CatmullRomCurve3, Vector3 } from 'three'
import type { FinishName } from './finish.ts'
import type { Solid, Vec3 } from './solid.ts'

/** A slice of a limb: where its middle is, half its width and half its thickness (metres). */
export type Slice = { at: Vec3; w: number; d: number }

const slice = (x: number, y: number, z: number, w: number, d = w): Slice => ({ at: [x, y, z], w, d })
export { slice }

type Shape = { steps?: number; sides?: number; square?: number; across?: Vec3 }

/** The radius of a rounded square in a direction: 2 is an ellipse, more is squarer. */
const round = (v: number, power: number) => Math.sign(v) * Math.abs(v) ** (2 / power)

/**
 * A body that changes thickness along a bent line: an arm, a leg, a torso, cloth on them. Closed at both ends. `across`
 * is the direction widths are measured along; `square` makes slices boxier.
 */
export function limb(finish: FinishName, slices: readonly Slice[], { steps = slices.length * 2, sides = 12, square = 2, across = [1, 0, 0] }: Shape = {}): Solid {
  const line = new CatmullRomCurve3(slices.map(({ at }) => new Vector3(...at)), false, 'centripetal')
  const girth = new CatmullRomCurve3(slices.map(({ w, d }, i) => new Vector3(w, d, i)), false, 'centripetal')
  const points: number[] = []
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const [at, { x: w, y: d }] = [line.getPoint(t), girth.getPoint(t)]
    const along = line.getTangent(t)
    const side = new Vector3(...across).addScaledVector(along, -along.dot(new Vector3(...across))).normalize()
    const front = new Vector3().crossVectors(side, along)
    for (let k = 0; k < sides; k++) {
      const angle = (k / sides) * Math.PI * 2
      const p = at.clone().addScaledVector(side, round(Math.cos(angle), square) * w).addScaledVector(front, round(Math.sin(angle), square) * d)
      points.push(p.x, p.y, p.z)
    }
  }
  const ends = [line.getPoint(0), line.getPoint(1)]
  points.push(...ends.flatMap((p) => p.toArray()))
  const shape = new BufferGeometry()
  shape.setAttribute('position', new BufferAttribute(new Float32Array(points), 3))
  shape.setAttribute('uv', new BufferAttribute(new Float32Array((points.length / 3) * 2), 2))
  shape.setIndex(skin(steps, sides))
  shape.computeVertexNormals()
  return { shape, finish, layer: 'matter' }
}

function skin(steps: number, sides: number): number[] {
  const index: number[] = []
  const [first, last] = [(steps + 1) * sides, (steps + 1) * sides + 1]
  for (let k = 0; k < sides; k++) {
    const next = (k + 1) % sides
    for (let i = 0; i < steps; i++) {
      const [a, b, c, d] = [i * sides + k, i * sides + next, (i + 1) * sides + next, (i + 1) * sides + k]
      index.push(a, c, b, a, d, c)
    }
    index.push(first, k, next, last, steps * sides + next, steps * sides + k)
  }
  return index
}
