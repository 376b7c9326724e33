// SPDX-License-Identifier: EUPL-1.2
import type { Setup } from '#domain/workshop/setup.ts'
import { body, type Body } from '#app/equipment/craft/body.ts'
import { box, rod, type Solid } from '#app/equipment/craft/solid.ts'
import type { Arrangement } from './arrange.ts'
import type { Placed } from './surface.ts'

const TRAY = 2.78
/** The trunking ends below the frame it comes from. */
const EDGE = 0.024
type Point = readonly [number, number]

/** White trunking along the wall from corner to corner, square. */
const along = (corners: Point[]): Solid[] => corners.slice(1).flatMap(([x, y], i): Solid[] => {
  const [px, py] = corners[i]!
  if (Math.hypot(x - px, y - py) < 0.02) return []
  return [box('trunking', [Math.abs(x - px) + 0.028, Math.abs(y - py) + 0.028, 0.022], [(x + px) / 2, (y + py) / 2, 0.024], 0.003)]
})

const isWall = ({ kind }: Placed) => kind === 'cabinet' || kind === 'panel'
const foot = ({ at: [, y], size: [, h] }: Placed) => y - h / 2

/** From one cabinet to another: down, across, and up again. */
function between(a: Placed, b: Placed): Solid[] {
  const low = Math.min(foot(a), foot(b)) - 0.07
  return along([[a.at[0], foot(a) - EDGE], [a.at[0], low], [b.at[0], low], [b.at[0], foot(b) - EDGE]])
}

/** What runs along the wall: from the tray to what the mains feeds, from cabinet to cabinet, from a cabinet to a load. */
export function conduits(setup: Setup, { furniture, surfaces, pieces }: Arrangement): Body {
  const { switches, conductors, loads, sources } = setup.network
  const holder = (node: string) => {
    const id = node.split('.')[0] ?? ''
    const on = surfaces.find(({ put }) => put.includes(id))?.on
    return furniture.find((one) => one.id === on && isWall(one))
  }
  const device = (id: string) => holder(`${id}.`)
  const pairs = [...conductors.map(([a, b]) => [holder(a), holder(b)]), ...switches.flatMap(({ device: id, poles }) => poles.flat().map((node) => [device(id), holder(node)]))]
  const joined = new Map(pairs.flatMap(([a, b]) => (a && b && a !== b ? [[[a.id, b.id].sort().join(' '), [a, b] as const] as const] : [])))
  const fed = new Set(switches.filter(({ poles }) => poles.flat().some((node) => sources.some(({ phases }) => phases.includes(node)))).flatMap(({ device: id }) => device(id) ?? []))
  const towards = loads.flatMap(({ device: id, between: ends }): Solid[] => {
    const [from, to] = [holder(ends[0]?.[0] ?? ''), pieces[id]?.spot.at]
    if (!from || !to || to[2] > 0.3 || Math.abs(to[0] - from.at[0]) < 0.08) return []
    return along([[from.at[0], foot(from) - EDGE], [from.at[0], foot(from) - 0.05], [to[0] + 0.012, foot(from) - 0.05], [to[0] + 0.012, Math.min(to[1] - 0.42, foot(from) - 0.03)]])
  })
  const drops = [...fed].map(({ at: [x, y], size: [w, h] }): Solid => rod('zinc', 0.011, TRAY - y - h / 2, [x + w / 2 - 0.05, (TRAY + y + h / 2) / 2, 0.03]))
  return body('conduits', [...[...joined.values()].flatMap(([a, b]) => between(a, b)), ...towards, ...drops])
}
