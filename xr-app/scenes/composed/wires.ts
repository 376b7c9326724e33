// SPDX-License-Identifier: EUPL-1.2
import type { Setup } from '#domain/workshop/setup.ts'
import { body, type Body } from '#app/equipment/craft/body.ts'
import type { FinishName } from '#app/equipment/craft/finish.ts'
import { wire, type Solid, type Vec3 } from '#app/equipment/craft/solid.ts'
import { stageOf, terminalSpot } from '../stand/stage.ts'
import type { Standing } from '../stand/spec.ts'

/** Insulation by the French rule, from the terminal's own name. */
export function finishOf(node: string): FinishName {
  const name = node.split('.')[1] ?? ''
  if (/^(pe|earth|t)\d*$/.test(name)) return 'earthGreen'
  if (/^n\d*$/.test(name)) return 'neutralBlue'
  return /2/.test(name) ? 'phaseBlack' : /3/.test(name) ? 'phaseGrey' : 'phaseBrown'
}

/** A conductor from one screw to another, standing a little away from the plate between them. */
function run(node: string, from: Vec3, to: Vec3): Solid[] {
  const out = 0.012 + Math.min(0.03, Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.08)
  const bend = Math.sign(to[1] - from[1] || -1) * Math.min(0.05, Math.abs(to[1] - from[1]) * 0.35)
  const points: Vec3[] = [from, [from[0], from[1] + bend * 0.5, from[2] + out], [from[0] + (to[0] - from[0]) * 0.3, from[1] + (to[1] - from[1]) * 0.5, from[2] + out],
    [to[0], to[1] - bend * 0.5, to[2] + out], to]
  const finish = finishOf(node)
  const solids = [wire(finish, 0.0021, points, 22, 7)]
  return finish === 'earthGreen' ? [...solids, wire('earthYellow', 0.0022, points.map(([x, y, z]): Vec3 => [x + 0.0009, y, z + 0.0006]), 22, 6)] : solids
}

/** What the network joins by a conductor, wired where both ends are screws one sees. */
export function wiresOf(setup: Setup, pieces: Readonly<Record<string, Standing>>): Body {
  const stage = stageOf({ pieces }, { setup, world: {}, language: 'fr' })
  return body('wires', setup.network.conductors.flatMap(([a, b]) => {
    const [from, to] = [terminalSpot(stage, a), terminalSpot(stage, b)]
    return from && to ? run(a, from.at, to.at) : []
  }))
}
