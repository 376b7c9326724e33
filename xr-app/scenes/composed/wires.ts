// SPDX-License-Identifier: EUPL-1.2
import type { Setup } from '#domain/workshop/setup.ts'
import { body, type Body } from '#app/equipment/craft/body.ts'
import type { FinishName } from '#app/equipment/craft/finish.ts'
import { wire, type Solid, type Vec3 } from '#app/equipment/craft/solid.ts'
import { stageOf, terminalSpot } from '../stand/stage.ts'
import type { Spot, Stage } from '#app/equipment/kind-body.ts'
import type { Arrangement } from './arrange.ts'
import { boxWires } from './box-wires.ts'
import type { Placed } from './surface.ts'
import { coloursOf } from './wire-colours.ts'

/** A conductor from one screw to another, standing a little away from the plate between them. */
function run(finish: FinishName, from: Vec3, to: Vec3): Solid[] {
  const out = 0.012 + Math.min(0.03, Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.08)
  const bend = Math.sign(to[1] - from[1] || -1) * Math.min(0.05, Math.abs(to[1] - from[1]) * 0.35)
  const points: Vec3[] = [from, [from[0], from[1] + bend * 0.5, from[2] + out], [from[0] + (to[0] - from[0]) * 0.3, from[1] + (to[1] - from[1]) * 0.5, from[2] + out],
    [to[0], to[1] - bend * 0.5, to[2] + out], to]
  const solids = [wire(finish, 0.0021, points, 22, 7)]
  return finish === 'earthGreen' ? [...solids, wire('earthYellow', 0.0022, points.map(([x, y, z]): Vec3 => [x + 0.0009, y, z + 0.0006]), 22, 6)] : solids
}

/** From a screw to the edge of its panel, where the trunking takes over. */
function tail(finish: FinishName, from: Vec3, { at: [x, y, z], size: [w, h] }: Placed, up: boolean, i: number): Solid[] {
  const side = up ? 1 : -1
  const edge: Vec3 = [Math.min(x + w / 2 - 0.04, Math.max(x - w / 2 + 0.04, x + (from[0] - x) * 0.25)) + i * 0.005, y + side * (h / 2 - 0.014), z + 0.044]
  const middle = (from[1] + edge[1]) / 2
  const step = side * Math.min(0.03, Math.abs(edge[1] - from[1]) * 0.28)
  const points: Vec3[] = [from, [from[0], from[1] + step, from[2] + 0.004], [(from[0] + edge[0]) / 2, middle, z + 0.05], [edge[0], edge[1] - step, edge[2]], edge]
  const solids = [wire(finish, 0.0021, points, 20, 7)]
  return finish === 'earthGreen' ? [...solids, wire('earthYellow', 0.0022, points.map(([px, py, pz]): Vec3 => [px + 0.0009, py, pz + 0.0006]), 20, 6)] : solids
}

/** Under a terminal, where the wire comes in. */
const footOf = ({ at: [x, y, z] }: Spot): Vec3 => [x, y - 0.048, z - 0.012]

/** The poles of a switch without terminals of its own, wired to the edges of its panel; and what they feed, from its own. */
function tails(setup: Setup, stage: Stage, holder: (id: string) => Placed | undefined, colour: (node: string) => FinishName): Solid[] {
  return setup.network.switches.flatMap(({ device, poles }) => poles.flatMap(([, out], i): Solid[] => {
    const on = holder(device)
    const [above, below] = [stage.place(device, `in-${i}`), stage.place(device, `out-${i}`)]
    if (!on || !above || !below) return []
    const [fed, terminal] = [holder(out.split('.')[0] ?? ''), terminalSpot(stage, out)]
    const there = fed && fed.id !== on.id && terminal ? tail(colour(out), footOf(terminal), fed, false, i) : []
    return [...tail(colour(out), above.at, on, true, i), ...tail(colour(out), below.at, on, false, i), ...there]
  }))
}

/** What the network joins by a conductor, wired where both ends are screws one sees: square in a box, freely on a panel. */
export function wiresOf(setup: Setup, arranged: Arrangement): Body {
  const { pieces, surfaces, furniture } = arranged
  const stage = stageOf({ pieces }, { setup, world: {}, language: 'fr' })
  const colour = coloursOf(setup.network)
  const holder = (id: string) => furniture.find(({ id: one, kind }) => kind === 'panel' && one === surfaces.find(({ put }) => put.includes(id))?.on)
  const [earth, ground] = [terminalSpot(stage, setup.network.earth), holder(setup.network.earth.split('.')[0] ?? '')]
  const bonded = earth && ground ? tail(colour(setup.network.earth), footOf(earth), ground, false, 3) : []
  const { boxes, solids } = boxWires(arranged, { setup, stage, colour })
  const isBoxed = (pair: readonly string[]) => boxes.some((box) => pair.every((node) => box.pieces.includes(node.split('.')[0] ?? '')))
  return body('wires', [...tails(setup, stage, holder, colour), ...bonded, ...solids, ...setup.network.conductors.filter((pair) => !isBoxed(pair)).flatMap(([a, b]) => {
    const [from, to] = [terminalSpot(stage, a), terminalSpot(stage, b)]
    return from && to ? run(colour(a), from.at, to.at) : []
  })])
}
