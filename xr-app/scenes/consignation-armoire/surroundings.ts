// SPDX-License-Identifier: EUPL-1.2
import { body, stand, type Body } from '#app/equipment/craft/body.ts'
import type { Press } from '#app/equipment/craft/print.ts'
import { ground, shade, type Solid, type Vec3 } from '#app/equipment/craft/solid.ts'
import { CABINET, COVER, FRONT_X } from '#app/equipment/cabinet.ts'
import { bench, boardTools, pegboard } from '#app/equipment/furniture.ts'
import { shadowOf } from '#app/equipment/protection.ts'
import { corners, room } from '#app/equipment/room.ts'
import { terminalBlock } from '#app/equipment/terminal-block.ts'
import { terminalFinish } from '#app/equipment/kind/terminal-block.ts'
import { plate } from '#app/equipment/wiring.ts'
import { cabinetInside, type Feeds } from './inside.ts'
import { at, BENCH, BLOCKS, BOARD, DEVICES, RAIL_1, ROW_1, ROW_2, up } from './places.ts'

/** The lower row: the outgoing terminals of a device, behind the door. */
function block(id: 'q2' | 'q3', press: Press): Body[] {
  const specs = ['l1', 'l2', 'l3', 'n'].map((name) => ({ id: `${id}.${name}`, mark: name.toUpperCase(), finish: terminalFinish(name) }))
  return terminalBlock(id, [id.toUpperCase()], specs, press).map((b) => stand(b, up([BLOCKS[id].x, BLOCKS[id].row, 0.036])))
}

/** A device's plate, above its slot in the cover, is where one looks at it without moving anything. */
function labelled(id: keyof typeof DEVICES, lines: string[], press: Press): Body {
  const place: Vec3 = up([DEVICES[id], RAIL_1 + 0.082, COVER.z + 0.005])
  return { ...stand(plate(id, lines, [0.146, 0.044], [0, 0, 0], press), place), hits: [{ thing: id, size: [0.15, 0.06, 0.03], at: place }] }
}

/** Soft shade baked where things stand and where the cabinet's inside turns away from the window. */
function shades(): Solid[] {
  const [w, h] = [CABINET.w, CABINET.h]
  return [
    ground(2.3, 0.95, BENCH.x, 0.33, 0.62), ground(0.8, 0.6, at['work-leader'][0], at['work-leader'][2] + 0.04, 0.6),
    shade(w - 0.22, 0.58, up([-0.095, -0.2, 0.0325]), [0, 0, 0], -0.62),
    shade(0.30, 0.58, up([-w / 2 + 0.0145, -0.2, 0.15]), [0, Math.PI / 2, 0], -0.45), shade(0.30, 0.58, up([FRONT_X + 0.0015, -0.2, 0.15]), [0, -Math.PI / 2, 0], -0.55),
    shade(w - 0.05, 0.3, up([0, -h / 2 + 0.0145, 0.15]), [-Math.PI / 2, 0, 0], -0.5), shade(CABINET.doorW, 0.375, up([-0.095, 0.297, COVER.z + 0.0032]), [0, 0, 0], -0.34),
    ...[ROW_1, ROW_2].map((y) => shade(0.46, 0.13, up([-0.09, y - 0.008, 0.0328]), [0, 0, 0], 0.55)),
  ]
}

/** What the equipment leaves on the wall behind it. */
const behind = (): Solid[] => [
  shade(CABINET.w * 1.35, CABINET.h * 1.28, [0.03, 1.31, 0.0105], [0, 0, 0], 0.62), shade(0.6, 0.62, [-1.58, 1.42, 0.0105], [0, 0, 0], 0.55), shade(0.34, 0.4, [0.58, 1.10, 0.011], [0, 0, 0], 0.5),
  shade(1.9, 0.86, [BOARD.x + 0.02, BOARD.y - 0.03, 0.003], [0, 0, 0], 0.5), shade(2.2, 0.5, [BENCH.x, 0.9, 0.012], [0, 0, 0], 0.45),
]

/** The outline on the board stands for what one wears or has in the pocket: touching it is how one puts it back. */
const outlines = (): Body => body('outlines', [], [], [
  { thing: 'gloves', size: [0.28, 0.28, 0.03], at: [at.gloves[0], at.gloves[1] + 0.05, 0.03] },
  { thing: 'face-shield', size: [0.26, 0.30, 0.03], at: [at['face-shield'][0], at['face-shield'][1] - 0.04, 0.03] },
  { thing: 'key', size: [0.09, 0.06, 0.03], at: [at.key[0], at.key[1], 0.03] },
  { thing: 'key-2', size: [0.09, 0.06, 0.03], at: [at['key-2'][0], at['key-2'][1], 0.03] },
])

/** What the workshop is besides its equipment: room, bench, board, the inside of the cabinet, plates and shade. */
export function surroundings(press: Press, label: (id: string) => string[], feeds: Feeds): Body[] {
  const shadows = [shadowOf(0.26, 0.27, [-0.64, 0.15, 0.019]), shadowOf(0.22, 0.26, [-0.30, 0.06, 0.019]), shadowOf(0.22, 0.30, [0, 0.09, 0.019]),
    shadowOf(0.045, 0.085, [0.26, 0.10, 0.019]), shadowOf(0.045, 0.085, [0.36, 0.10, 0.019]), shadowOf(0.08, 0.155, [0.50, 0.135, 0.019]), shadowOf(0.08, 0.155, [0.61, 0.135, 0.019])]
  return [
    room(false), stand(bench(BENCH.width, BENCH.depth, BENCH.height), [BENCH.x, 0, 0.01]),
    stand(pegboard(BOARD.width, BOARD.height, shadows), [BOARD.x, BOARD.y, 0]),
    body('company', boardTools([BOARD.x - 0.72, BOARD.y - 0.16, 0.04])),
    body('shade', shades()), corners(behind()), body('inside', cabinetInside(feeds, press, up)), outlines(),
    ...(['q1', 'q2', 'q3'] as const).map((id) => labelled(id, label(id), press)), ...block('q2', press), ...block('q3', press),
    body('q0', [], [], [{ thing: 'q0', size: [0.17, 0.05, 0.03], at: up([FRONT_X + (CABINET.w / 2 - FRONT_X) / 2, 0.185, CABINET.d]) }]),
  ]
}
