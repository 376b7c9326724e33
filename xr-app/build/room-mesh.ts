// SPDX-License-Identifier: EUPL-1.2
import { Color, PlaneGeometry, Vector3, type BufferGeometry } from 'three'
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js'
import type { Body } from '../equipment/craft/body.ts'
import { forge } from '../equipment/craft/forge.ts'
import { box, sheet, type Solid } from '../equipment/craft/solid.ts'
import { room, ROOM } from '../equipment/room.ts'

const WIDTH = ROOM.right - ROOM.left
/** The same morning as the workshop's own (xr-app/scenes/stand/look.tsx): where its lamps are, and how they shine. */
const lamps = [[new Vector3(-2.6, 3.1, 3.1).normalize(), new Color('#ffe0b5').multiplyScalar(2.1)],
  [new Vector3(2.2, 1.8, 3).normalize(), new Color('#cfe0ef').multiplyScalar(0.5)]] as const
const [sky, ground] = [new Color('#e6ebee').multiplyScalar(2.1), new Color('#948a7b').multiplyScalar(2.1)]
const [GLOW, EXPOSURE] = [2.4, 1.06 / 0.6]

/** The floor, and the yellow line around where one works. */
const floor = (): Body => ({ thing: 'floor', parts: [], hits: [], fixed: [
  sheet('phaseGrey', WIDTH, ROOM.front, [0, 0, ROOM.front / 2], [-Math.PI / 2, 0, 0]),
  ...([[[2.15, 0.001, 0.075], [-0.015, 0.001, 1.42]], [[0.075, 0.001, 1.4], [-1.05, 0.001, 0.74]], [[0.075, 0.001, 1.4], [1.02, 0.001, 0.74]]] as const)
    .map(([size, at]): Solid => box('earthYellow', size, at, 0)),
] })

/** What is seen through the window, from the sky down to the yard. */
function view(): BufferGeometry {
  const bands = [['#bcd3e2', 1], ['#f3e2c4', 0.45], ['#e9cfa4', 0.34], ['#93a08f', 0.28], ['#77856f', 0]] as const
  const shape = new PlaneGeometry(1.9, 1.42, 1, bands.length - 1)
  const at = shape.getAttribute('position')
  const colours = new Float32Array(at.count * 3)
  for (let i = 0; i < at.count; i++) {
    const [colour, height] = bands[Math.floor(i / 2)] ?? bands[0]
    at.setY(i, (height - 0.5) * 1.42)
    new Color(colour).toArray(colours, i * 3)
  }
  return coloured(shape.rotateY(Math.PI / 2).translate(ROOM.left - 0.12, 1.78, 1.85), colours)
}

/** A shape with nothing but places and the colours that reach the screen. */
function coloured(shape: BufferGeometry, linear: Float32Array): BufferGeometry {
  for (const name of Object.keys(shape.attributes)) if (name !== 'position') shape.deleteAttribute(name)
  const { attributes: { position } } = shape
  const colours = position!.clone()
  const colour = new Color()
  for (let i = 0; i < position!.count; i++) {
    const { r, g, b } = colour.fromArray(linear, i * 3).convertLinearToSRGB()
    colours.setXYZ(i, r, g, b)
  }
  return shape.setAttribute('color', colours)
}

/** The film curve that the workshop is seen through (ACES, as three.js has it). */
function filmed({ r, g, b }: Color): [number, number, number] {
  const fit = (v: number) => (v * (v + 0.0245786) - 0.000090537) / (v * (0.983729 * v + 0.432951) + 0.238081)
  const [x, y, z] = [fit((0.59719 * r + 0.35458 * g + 0.04823 * b) * EXPOSURE), fit((0.076 * r + 0.90834 * g + 0.01566 * b) * EXPOSURE),
    fit((0.0284 * r + 0.13383 * g + 0.83777 * b) * EXPOSURE)]
  const share = (v: number) => Math.min(1, Math.max(0, v))
  return [share(1.60475 * x - 0.53108 * y - 0.07367 * z), share(-0.10208 * x + 1.10813 * y - 0.00605 * z), share(-0.00327 * x - 0.07276 * y + 1.07602 * z)]
}

/** Shines the lamps on every corner, once. */
function lit(shape: BufferGeometry): BufferGeometry {
  const [normals, own, matter] = ['normal', 'color', 'matter'].map((name) => shape.getAttribute(name))
  const out = new Float32Array(normals!.count * 3)
  const [normal, light, colour] = [new Vector3(), new Color(), new Color()]
  for (let i = 0; i < normals!.count; i++) {
    normal.set(normals!.getX(i), normals!.getY(i), normals!.getZ(i))
    light.lerpColors(ground, sky, normal.y / 2 + 0.5)
    for (const [towards, shine] of lamps) light.add(colour.copy(shine).multiplyScalar(Math.max(0, normal.dot(towards))))
    const glow = matter!.getW(i) * GLOW
    colour.setRGB(own!.getX(i) * (light.r / Math.PI + glow), own!.getY(i) * (light.g / Math.PI + glow), own!.getZ(i) * (light.b / Math.PI + glow))
    out.set(filmed(colour), i * 3)
  }
  return coloured(shape, out)
}

/** Each number as its difference from the one before: what is regular becomes small, and compresses well. */
const steps = (values: readonly number[]) => values.map((value, i) => value - (values[i - 1] ?? 0))

/**
 * The room as a drawing that needs no library: how many corners and how many indices, then the differences of x, y, z
 * (millimetres), of red, green, blue (0 to 255), and of the indices. Corners alike are one.
 */
export function roomMesh(): Uint8Array {
  const { matter } = forge([room(true), floor()], () => 0).fixed
  if (!matter) throw new Error('The room has no walls')
  const whole = mergeGeometries([lit(matter), view()])
  const [at, colour] = [whole.getAttribute('position'), whole.getAttribute('color')]
  const known = new Map<string, number>()
  const corners: number[][] = []
  const indices = [...whole.index!.array].map((i) => {
    const corner = [at.getX(i) * 1000, at.getY(i) * 1000, at.getZ(i) * 1000, colour.getX(i) * 255, colour.getY(i) * 255, colour.getZ(i) * 255].map(Math.round)
    const key = corner.join()
    if (!known.has(key)) known.set(key, corners.push(corner) - 1)
    return known.get(key) ?? 0
  })
  const planes = [0, 1, 2, 3, 4, 5].map((axis) => steps(corners.map((corner) => corner[axis] ?? 0)))
  const numbers = Int16Array.from([...planes.flat(), ...steps(indices)])
  const head = Uint32Array.of(corners.length, indices.length)
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(numbers.buffer)])
}
