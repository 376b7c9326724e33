// SPDX-License-Identifier: EUPL-1.2
import type { Layout, PieceLayout } from '#domain/scenario/layout.ts'
import type { Equipment, Setup } from '#domain/workshop/setup.ts'
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import { bodyOf } from '#app/equipment/kinds.ts'
import type { Spot } from '#app/equipment/kind-body.ts'
import { enclosureLook } from './enclosure-look.ts'
import { furnish, silhouette } from './furnish.ts'
import { measure, type Measured } from './measure.ts'
import { fit, shifted } from './pack.ts'
import type { Standing } from '../stand/spec.ts'
import { roomSurfaces, surfacesOf, type Placed, type Surface } from './surface.ts'

/** A room arranged: its furniture, and where each piece of the variant stands. */
export type Arrangement = { furniture: Placed[]; surfaces: Surface[]; pieces: Record<string, Standing>; start: readonly [number, number] }

/** How far things are kept from each other, where it is not two centimetres. */
const GAPS: Partial<Record<Surface['home'], number>> = { rail: 0.008, pegboard: 0.05, bench: 0.04, floor: 0.1, wall: 0.04, rack: 0.001 }

const radians = (degrees: number) => (degrees * Math.PI) / 180
const seenFrom = (surface: Surface, measured: Measured) => (surface.home === 'bench' || surface.home === 'floor' ? measured.above : measured.front)
const lies = (surface: Surface) => surface.home === 'bench' || surface.home === 'floor'

type Asked = { setup: Setup; layout: Layout; surfaces: Surface[] }

/** The surfaces a piece may be put on, the likeliest first. */
function candidates({ layout, surfaces }: Asked, furniture: Placed[], one: Equipment, said: PieceLayout, measured: Measured): Surface[] {
  if (said.on !== undefined) return surfaces.filter(({ on, rail }) => on === said.on && (said.rail === undefined || rail === said.rail))
  const behind = furniture.find(({ door }) => door !== undefined && door === one.behind)?.id
  const closed = furniture.filter(({ door }) => door !== undefined).map(({ id }) => id)
  const holds = (surface: Surface) => (layout.furniture ?? []).find(({ id }) => id === surface.on)?.holds?.includes(one.place) ?? false
  // Terminals are at the foot of a cabinet, where cables come in.
  const inOrder = one.kind === 'terminal-block' ? surfaces.toReversed() : surfaces
  const home = inOrder.filter((surface) => surface.home === measured.home
    && (measured.home !== 'rail' || (behind ? surface.on === behind : !closed.includes(surface.on))))
  const next = surfaces.filter(({ home }) => (measured.home === 'pegboard' ? home === 'bench' : measured.home === 'bench' ? home === 'pegboard' : home === 'wall' || home === 'floor'))
  return [...home.filter(holds), ...home.filter((surface) => !holds(surface)), ...next]
}

/** Puts a piece on the first surface that has room, and keeps that room. */
function putOn(asked: Asked, surfaces: Surface[], one: Equipment, said: PieceLayout): Spot | null {
  const rest = bodyOf(one.kind).rest
  for (const surface of surfaces) {
    const measured = measure(asked.setup, one, said.look, lies(surface))
    const whole = seenFrom(surface, measured)
    const own = lies(surface) ? whole : { ...whole, low: whole.low - (rest?.below ?? 0) }
    const rail = surface.home === 'rail'
    const within = rail ? { ...surface.within, low: own.low, high: own.high } : surface.within
    const exact = said.x !== undefined || said.y !== undefined
    const like = [said.x ?? surface.like[0], said.y ?? surface.like[1]] as const
    const place = exact && said.x !== undefined && (rail || said.y !== undefined) ? [said.x, said.y ?? 0] as const : fit(own, within, surface.taken, rail ? [like[0], 0] : like, GAPS[surface.home] ?? 0.02, surface.home === 'pegboard' || surface.home === 'bench' ? 9 : 1.4)
    if (!place) continue
    surface.taken.push(shifted(own, ...place))
    surface.put.push(one.id)
    const lift = rest?.lift ?? 0
    const turn = said.turn !== undefined ? [rest?.turn?.[0] ?? 0, radians(said.turn), rest?.turn?.[2] ?? 0] as Vec3 : lies(surface) ? rest?.turn : undefined
    return surface.spot(place[0], place[1], measured.home === 'rail' && !rail && !lies(surface) ? 0.01 : lift, turn)
  }
  return null
}

/** The room left by the furniture: on the wall behind it, and on the floor under it. */
function occupy(surfaces: Surface[], furniture: Placed[]) {
  for (const one of furniture) {
    const [x, y, z] = one.at
    surfaces.find(({ on }) => on === 'wall')?.taken.push(shifted(silhouette(one), x, y))
    if (one.kind === 'bench' || one.kind === 'rack')
      surfaces.find(({ on }) => on === 'floor')?.taken.push({ left: x - one.size[0] / 2, right: x + one.size[0] / 2, low: z, high: z + one.size[2] })
  }
}

/** What the layout says exactly is put first; then what it puts on furniture; then the rest, by kind and place. */
const rank = ({ at, on, x }: PieceLayout = {}) => (at ? 0 : on !== undefined ? (x !== undefined ? 1 : 2) : 3)

function marksOf(said: PieceLayout): Record<string, Spot> {
  return Object.fromEntries(Object.entries(said.marks ?? {}).map(([name, { at, turn }]) => [name, { at, ...(turn === undefined ? {} : { turn: [0, radians(turn), 0] as const }) }]))
}

/** Arranges a room for the equipment of a variant. What the layout says, as it says; the rest without overlaps. */
export function arrange(setup: Setup, layout: Layout): Arrangement {
  const start = layout.start ?? [0, 1]
  const furniture = furnish(setup, layout)
  const surfaces = [...furniture.flatMap(surfacesOf), ...roomSurfaces(start)]
  occupy(surfaces, furniture)
  const asked = { setup, layout, surfaces }
  const pieces: Record<string, Standing> = {}
  const order = Object.values(setup.equipment).map((one, i) => ({ one, i, said: layout.pieces?.[one.id] ?? {} }))
    .sort((a, b) => rank(a.said) - rank(b.said) || a.i - b.i)
  for (const { one, said } of order) {
    const cabinet = furniture.find(({ door }) => door === one.id)
    const measured = measure(setup, one, said.look, false)
    const spot = cabinet ? { at: cabinet.at } : said.at ? { at: said.at, ...exactTurn(one, said) } : putOn(asked, candidates(asked, furniture, one, said, measured), one, said)
    const look = cabinet ? { ...enclosureLook(cabinet), ...said.look } : said.look
    // Nowhere left: before the wall, where it can at least be met.
    pieces[one.id] = { spot: spot ?? { at: [-2.2, 1.2, 0.4] }, marks: marksOf(said), ...(look ? { look } : {}) }
    if (said.at) keepClear(surfaces, measured, said.at)
  }
  centreRails(surfaces, layout, pieces)
  return { furniture, surfaces, pieces, start }
}

/** What nobody placed on a rail is brought to its middle, together. */
function centreRails(surfaces: Surface[], layout: Layout, pieces: Record<string, Standing>) {
  for (const { home, put, taken } of surfaces) {
    if (home !== 'rail' || put.length === 0 || put.some((id) => layout.pieces?.[id]?.x !== undefined)) continue
    const shift = -(Math.min(...taken.map(({ left }) => left)) + Math.max(...taken.map(({ right }) => right))) / 2
    for (const id of put) {
      const stands = pieces[id]
      if (stands) pieces[id] = { ...stands, spot: { ...stands.spot, at: [stands.spot.at[0] + shift, stands.spot.at[1], stands.spot.at[2]] } }
    }
  }
}

function exactTurn({ kind }: Equipment, { turn }: PieceLayout): { turn?: Vec3 } {
  const rest = bodyOf(kind).rest?.turn
  if (turn !== undefined) return { turn: [rest?.[0] ?? 0, radians(turn), rest?.[2] ?? 0] }
  return {}
}

/** A piece given in the room keeps others off its place on the wall, or on the floor. */
function keepClear(surfaces: Surface[], measured: Measured, [x, y, z]: Vec3) {
  if (z < 0.25) surfaces.find(({ on }) => on === 'wall')?.taken.push(shifted(measured.front, x, y))
  if (y + measured.low < 0.3) surfaces.find(({ on }) => on === 'floor')?.taken.push(shifted(measured.above, x, z))
}
