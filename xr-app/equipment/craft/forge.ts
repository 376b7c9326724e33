// SPDX-License-Identifier: EUPL-1.2
import { BufferAttribute, type BufferGeometry } from 'three'
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js'
import type { Body, Part } from './body.ts'
import { finishBytes } from './finish.ts'
import { finishOf, layers, plain, type Layer, type Solid } from './solid.ts'

/** The merged geometry of one layer: what never moves, and what follows bones (bone i of `bones`). */
export type Forged = { fixed: Partial<Record<Layer, BufferGeometry>>; moving: Partial<Record<Layer, BufferGeometry>> }

/** Of a merged geometry (`userData`), how many indices are the room's shell, and how many are drawn within it. */
export type Ranges = { shell: number; usual: number }

const repeat = (values: number[], count: number, Kind: typeof Float32Array | typeof Uint8Array | typeof Uint16Array) => {
  const out = new Kind(values.length * count)
  for (let i = 0; i < count; i++) out.set(values, i * values.length)
  return out
}

function printed(shape: BufferGeometry, s: Solid): Float32Array {
  const count = shape.getAttribute('position').count
  const uv = new Float32Array(count * 2)
  if (s.shade !== undefined) return Float32Array.from(shape.getAttribute('uv').array)
  if (!s.print) return uv.fill(0.001).map((v, i) => (i % 2 ? 0.999 : v)) // the white corner of the atlas
  const [left, bottom, right, top] = s.print.uv
  const own = shape.getAttribute('uv')
  for (let i = 0; i < count; i++)
    uv.set([left + own.getX(i) * (right - left), bottom + own.getY(i) * (top - bottom)], i * 2)
  return uv
}

/** Where each vertex is on its print (x, y from 0 to 1) and that there is one: a plate that is hovered lights at its rim. */
function onPrint(shape: BufferGeometry, s: Solid): Uint8Array {
  const own = shape.getAttribute('uv')
  const face = new Uint8Array(own.count * 4)
  if (s.print) for (let i = 0; i < own.count; i++) face.set([own.getX(i) * 255, own.getY(i) * 255, 255, 0], i * 4)
  return face
}

/** Gives a solid's vertices their material, the number of their thing and, when they move, their bone. */
function dressed(s: Solid, thing: number, bone: number | null): BufferGeometry {
  const shape = plain(s.shape)
  const count = shape.getAttribute('position').count
  const { colour: own, matter } = finishBytes(finishOf(s))
  const colour = s.print ? [1, 1, 1] : own // the print brings its own colours
  if (s.shade !== undefined) matter.splice(0, 2, Math.round(Math.abs(s.shade) * 255), s.shade < 0 ? 255 : 0)
  shape.setAttribute('face', new BufferAttribute(onPrint(shape, s), 4, true))
  shape.setAttribute('uv', new BufferAttribute(printed(shape, s), 2))
  shape.setAttribute('color', new BufferAttribute(repeat(colour, count, Float32Array), 3))
  shape.setAttribute('matter', new BufferAttribute(repeat(matter, count, Uint8Array), 4, true))
  shape.setAttribute('thing', new BufferAttribute(new Float32Array(count).fill(thing), 1))
  if (bone !== null) {
    shape.setAttribute('skinIndex', new BufferAttribute(repeat([bone, 0, 0, 0], count, Uint16Array), 4))
    shape.setAttribute('skinWeight', new BufferAttribute(repeat([1, 0, 0, 0], count, Float32Array), 4))
  }
  return shape
}

const byLayer = (pieces: { layer: Layer; turn: number; shape: BufferGeometry }[]) => {
  const out: Partial<Record<Layer, BufferGeometry>> = {}
  for (const layer of layers) {
    const own = pieces.filter((p) => p.layer === layer)
    if (own.length === 0) continue
    out[layer] = mergeGeometries(own.map((p) => p.shape))
    Object.assign(out[layer].userData, { shell: corners(own, 0), usual: corners(own, 1) } satisfies Ranges)
  }
  return out
}

/** The room around comes first and what stands only without it last, so that a range of a mesh leaves the one or the other out. */
const turn = ({ shell, stands }: Body) => (shell ? 0 : stands ? 2 : 1)
const corners = (pieces: { turn: number; shape: BufferGeometry }[], most: number) =>
  pieces.reduce((sum, one) => sum + (one.turn <= most ? one.shape.index?.count ?? 0 : 0), 0)

/** All parts of all bodies, in the order of their bones. */
export const partsOf = (bodies: Body[]): (Part & { thing: string })[] =>
  bodies.flatMap((b) => b.parts.map((p) => ({ ...p, thing: p.thing ?? b.thing })))

/** Merges every body into a handful of meshes. `numberOf` gives each thing the number the hover light knows it by. */
export function forge(bodies: Body[], numberOf: (thing: string) => number): Forged {
  const fixed = bodies.toSorted((a, b) => turn(a) - turn(b)).flatMap((b) => b.fixed.map((s) =>
    ({ layer: s.layer, turn: turn(b), shape: dressed(s, numberOf(b.thing), null) })))
  const moving = partsOf(bodies).flatMap((p, bone) => p.solids.map((s) =>
    ({ layer: s.layer, turn: 1, shape: dressed(s, numberOf(p.thing), bone) })))
  return { fixed: byLayer(fixed), moving: byLayer(moving) }
}
