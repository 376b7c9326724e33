// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from './craft/body.ts'
import { dressing } from './room-dressing.ts'
import { box, ground, rod, sheet, tile, turned, wire, type Solid } from './craft/solid.ts'

/** The workshop's room, in metres; the wall that holds the cabinet is at z = 0 and one looks towards it. */
export const ROOM = { left: -2.9, right: 2.9, back: 0, front: 4.4, height: 2.95, dado: 1.2 } as const
const { left, right, front, height, dado } = ROOM
const width = right - left

function bricks(): Solid[] {
  const [bw, bh, joint] = [0.22, 0.066, 0.009]
  const out: Solid[] = []
  for (let row = 0; 0.1 + row * (bh + joint) + bh < dado; row++)
    for (let x = left + (row % 2 ? -bw / 2 : 0); x < right; x += bw + joint) {
      const [a, b] = [Math.max(x, left), Math.min(x + bw, right)]
      if (b - a > 0.02) out.push(tile('wallDado', b - a, bh, 0.008, 0.006, [(a + b) / 2, row * (bh + joint) + bh / 2 + 0.1, -0.004]))
    }
  return out
}

function windowFrame(): Solid[] {
  const [z0, z1, y0, y1] = [0.95, 2.75, 1.12, 2.45]
  const bar = (z: number, y: number, dz: number, dy: number): Solid => box('frame', [0.07, dy, dz], [left + 0.02, y, z], 0)
  return [bar((z0 + z1) / 2, y0, z1 - z0 + 0.1, 0.05), bar((z0 + z1) / 2, y1, z1 - z0 + 0.1, 0.05), bar(z0, (y0 + y1) / 2, 0.05, y1 - y0), bar(z1, (y0 + y1) / 2, 0.05, y1 - y0),
    ...[1, 2].map((i) => bar(z0 + i * (z1 - z0) / 3, (y0 + y1) / 2, 0.028, y1 - y0)), bar((z0 + z1) / 2, (y0 + y1) / 2 + 0.2, z1 - z0, 0.028),
    box('wall', [0.22, 0.04, z1 - z0 + 0.16], [left + 0.08, y0 - 0.045, (z0 + z1) / 2], 0.004)]
}

/**
 * Walls of painted brick to 1.2 m and plaster above, ceiling, window frame, pipes and lamps; `lit`: its lamps are on;
 * `pipes`: where conduits come down from the tray, for a cabinet 1.85 m high.
 */
export function room(lit = true, pipes: readonly number[] = [-0.18, 0.06, 0.24]): Body {
  return { shell: true, ...body('room', [
    box('mortar', [width, dado, 0.02], [0, dado / 2, -0.014], 0), ...bricks(),
    box('frame', [width, 0.10, 0.026], [0, 0.05, 0.002], 0.004), box('wood', [width, 0.03, 0.035], [0, dado + 0.012, 0.004], 0.004),
    sheet('wall', width, height - dado, [0, (height + dado) / 2, -0.002]),
    sheet('wall', front, height, [right, height / 2, front / 2], [0, -Math.PI / 2, 0]),
    sheet('wallDado', front, dado, [right - 0.004, dado / 2, front / 2], [0, -Math.PI / 2, 0]),
    sheet('wall', width, height, [0, height / 2, front], [0, Math.PI, 0]), sheet('wallDado', width, dado, [0, dado / 2, front - 0.004], [0, Math.PI, 0]),
    sheet('ceiling', width, front, [0, height, front / 2], [Math.PI / 2, 0, 0]),
    // The wall of the window: four pieces around the opening.
    sheet('wall', 0.95, height, [left, height / 2, 0.475], [0, Math.PI / 2, 0]), sheet('wall', front - 2.75, height, [left, height / 2, (front + 2.75) / 2], [0, Math.PI / 2, 0]),
    sheet('wall', 1.8, 1.12, [left, 0.56, 1.85], [0, Math.PI / 2, 0]), sheet('wall', 1.8, height - 2.45, [left, (height + 2.45) / 2, 1.85], [0, Math.PI / 2, 0]),
    sheet('wallDado', front, dado - 0.1, [left + 0.003, (dado - 0.1) / 2, front / 2], [0, Math.PI / 2, 0]), ...windowFrame(),
    // Conduit from the cabinet, cable tray, two lamps.
    ...pipes.map((x) => rod('zinc', 0.015, 1.1, [x, 2.40, 0.05], undefined, 10)), ...(pipes.length > 0 ? [2.1, 2.7].map((y) => box('zinc', [0.56, 0.012, 0.03], [0.02, y, 0.03], 0.003)) : []),
    box('zinc', [width, 0.008, 0.16], [0, 2.78, 0.20], 0.002), box('zinc', [width, 0.05, 0.006], [0, 2.80, 0.28], 0.002),
    ...[-1.2, 1.2].flatMap((x): Solid[] => [box('frame', [1.25, 0.06, 0.16], [x, 2.80, 1.6], 0.004), box('tube', [1.2, 0.014, 0.12], [x, 2.766, 1.6], 0.004),
      rod('zinc', 0.004, 0.14, [x - 0.5, 2.88, 1.6], undefined, 10), rod('zinc', 0.004, 0.14, [x + 0.5, 2.88, 1.6], undefined, 10)]),
    // A fire extinguisher, because a workshop has one.
    turned('handleRed', [[0.001, 0], [0.07, 0.005], [0.075, 0.03], [0.075, 0.36], [0.05, 0.41], [0.02, 0.43]], [-2.35, 0.75, 0.10]),
    box('toolBlack', [0.03, 0.05, 0.10], [-2.35, 1.20, 0.11], 0.004), wire('toolBlack', 0.009, [[-2.32, 1.20, 0.12], [-2.24, 1.12, 0.14], [-2.24, 0.9, 0.14]], 20),
    ...dressing(ROOM), ...(lit ? tubes() : []),
  ]) }
}

/** Where the room's light does not reach: along the floor's edges, and what stands before its walls (`more`). */
export const corners = (more: Solid[]): Body =>
  ({ shell: true, ...body('corners', [ground(6, 0.5, 0, 0.02, 0.45), ground(0.5, 4.6, left, 2.2, 0.35), ground(0.5, 4.6, right, 2.2, 0.45), ...more]) })

const tubes = () => [-1.2, 1.2].map((x) => box('lampWhite', [1.202, 0.016, 0.122], [x, 2.765, 1.6], 0))

/** The room's own lamps as a thing of the scenario: part `lit` is their light. In the room's frame. */
export const roomLamps = (thing: string): Body => body(thing, [],
  [{ name: `${thing}/lit`, at: [0, 0, 0], solids: tubes() }],
  [-1.2, 1.2].map((x) => ({ thing, size: [1.3, 0.1, 0.2] as const, at: [x, 2.77, 1.6] as const })))
