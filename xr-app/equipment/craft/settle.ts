// SPDX-License-Identifier: EUPL-1.2
import { Box3, Euler, Matrix4, Quaternion, Vector3 } from 'three'
import type { Body } from './body.ts'
import { moved, type Vec3 } from './solid.ts'

/** Somewhere in a frame: metres, and turns in radians. */
type Spot = { at: Vec3; turn?: Vec3 }

const one = new Vector3(1, 1, 1)
const matrix = ({ at, turn = [0, 0, 0] }: Spot) =>
  new Matrix4().compose(new Vector3(...at), new Quaternion().setFromEuler(new Euler(...turn)), one)

function spotOf(m: Matrix4): { at: Vec3; turn: Vec3 } {
  const [at, turn, size] = [new Vector3(), new Quaternion(), new Vector3()]
  m.decompose(at, turn, size)
  const { x, y, z } = new Euler().setFromQuaternion(turn)
  return { at: at.toArray(), turn: [x, y, z] }
}

/** A spot given in the frame of another, as the outer frame sees it. */
export const within = (outer: Spot, inner: Spot) => spotOf(matrix(outer).multiply(matrix(inner)))

/** The body set down at a spot, turned any way: standing, hung, or lying on its back. */
export function settle(body: Body, spot: Spot): Body {
  return {
    ...body,
    fixed: moved(body.fixed, spot.at, spot.turn),
    parts: body.parts.map((part) => (part.parent ? part : { ...part, ...within(spot, part) })),
    hits: body.hits.map((hit) => (hit.part ? hit : { ...hit, ...within(spot, hit) })),
  }
}

/** The room a body takes in its own frame; `hidden`: parts that are not there at the beginning. */
export function boundsOf(bodies: Body[], hidden: ReadonlySet<string> = new Set()): Box3 {
  const bounds = new Box3()
  for (const body of bodies) {
    const frames = new Map<string, Matrix4>()
    const add = (solids: Body['fixed'], frame: Matrix4) => solids.filter(({ layer }) => layer !== 'shade').forEach(({ shape }) => {
      shape.computeBoundingBox()
      if (shape.boundingBox) bounds.union(shape.boundingBox.clone().applyMatrix4(frame))
    })
    add(body.fixed, new Matrix4())
    for (const part of body.parts) {
      const frame = (part.parent ? frames.get(part.parent)?.clone() ?? new Matrix4() : new Matrix4()).multiply(matrix(part))
      frames.set(part.name, frame)
      if (!hidden.has(part.name) && !(part.parent && hidden.has(part.parent))) add(part.solids, frame)
    }
  }
  return bounds
}
