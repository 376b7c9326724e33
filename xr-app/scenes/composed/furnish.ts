// SPDX-License-Identifier: EUPL-1.2
import type { Furniture, Layout } from '#domain/scenario/layout.ts'
import type { Equipment, Setup } from '#domain/workshop/setup.ts'
import type { Home } from '#app/equipment/kind-body.ts'
import { measure } from './measure.ts'
import { fit, shifted, type Rect } from './pack.ts'
import { usual, type Placed } from './surface.ts'

const RAIL_PITCH = 0.21

/** Pieces that live on the rails of one cabinet or panel. */
const widthOf = (setup: Setup, layout: Layout, pieces: Equipment[]) => pieces.reduce((sum, one) => {
  const { front } = measure(setup, one, layout.pieces?.[one.id]?.look, false)
  return sum + front.right - front.left + 0.03
}, 0)

const homeOf = (setup: Setup, layout: Layout, one: Equipment): Home => measure(setup, one, layout.pieces?.[one.id]?.look, false).home

/** Pieces nobody gave a place to. */
const loose = (setup: Setup, layout: Layout, home: Home) => Object.values(setup.equipment).filter((one) => {
  const said = layout.pieces?.[one.id]
  return !said?.at && said?.on === undefined && homeOf(setup, layout, one) === home
})

/** As large as what it holds, no smaller than it would be by itself. */
function grown(kind: 'cabinet' | 'panel', width: number, rails?: number): Pick<Placed, 'size' | 'rails'> {
  const count = rails ?? Math.max(1, Math.ceil(width / 0.62))
  const w = Math.min(1, Math.max(0.42, width / count + 0.16))
  return { rails: count, size: [Number(w.toFixed(2)), Number((count * RAIL_PITCH + 0.16).toFixed(2)), kind === 'cabinet' ? 0.22 : 0.05] }
}

/** What the layout did not bring and its pieces need: a cabinet for each door, a panel, a bench and its board, a rack. */
function missing(setup: Setup, layout: Layout): (Omit<Placed, 'at' | 'holds'> & { like: [number, number] })[] {
  const given = layout.furniture ?? []
  const has = (kind: Furniture['kind']) => given.some((one) => one.kind === kind)
  const rails = loose(setup, layout, 'rail')
  const doors = Object.values(setup.equipment).filter(({ id, kind }) => kind === 'door' && !layout.pieces?.[id]?.at && !given.some(({ door }) => door === id))
  const cabinets = doors.map(({ id }) => ({ id: `${id}-cabinet`, kind: 'cabinet' as const, door: id, like: [0, 1.32] as [number, number],
    ...grown('cabinet', widthOf(setup, layout, rails.filter(({ behind }) => behind === id))) }))
  const open = rails.filter(({ behind }) => behind === undefined || !doors.some(({ id }) => id === behind))
  const panel = open.length > 0 && !has('panel') && !has('cabinet')
    ? [{ id: 'panel', kind: 'panel' as const, like: [0, 1.4] as [number, number], ...grown('panel', widthOf(setup, layout, open)) }] : []
  const plain = (kind: 'board' | 'bench' | 'rack', homes: Home[], like: [number, number]) =>
    (homes.some((home) => loose(setup, layout, home).length > 0) && !has(kind) ? [{ id: kind, kind, like, size: [...usual[kind].size] as [number, number, number], rails: 1 }] : [])
  return [...cabinets, ...panel, ...plain('bench', ['bench', 'pegboard'], [1.72, 0]), ...plain('board', ['pegboard'], [1.72, 1.46]), ...plain('rack', ['rack'], [-1.7, 0])]
}

/** The room a piece of furniture takes on the wall before one. */
export function silhouette({ kind, size: [w, h, d] }: Pick<Placed, 'kind' | 'size'>): Rect {
  const onFloor = kind === 'bench' || kind === 'rack'
  // A door swings to the left: nothing stands in its way.
  const swing = kind === 'cabinet' && d > 0.1 ? Math.min(0.2, w * 0.4) : 0
  return onFloor ? { left: -w / 2, right: w / 2, low: 0, high: h } : { left: -w / 2 - swing, right: w / 2, low: -h / 2, high: h / 2 }
}

/** All the furniture with its measures: what the layout gives, then what it left out, where there is room for it. */
export function furnish(setup: Setup, layout: Layout): Placed[] {
  const given = (layout.furniture ?? []).map((one): Placed => {
    const own = Object.values(setup.equipment).filter(({ id, behind }) => layout.pieces?.[id]?.on === one.id || (one.door !== undefined && behind === one.door && layout.pieces?.[id]?.on === undefined))
    const wide = one.kind === 'cabinet' || one.kind === 'panel' ? grown(one.kind, widthOf(setup, layout, own), one.rails) : { size: [...usual[one.kind].size] as [number, number, number], rails: 1 }
    return { ...one, size: one.size ?? wide.size, rails: one.rails ?? wide.rails, holds: one.holds ?? [] }
  })
  const taken = given.map((one) => shifted(silhouette(one), one.at[0], one.at[1]))
  const added = missing(setup, layout).map(({ like, ...one }): Placed => {
    const own = silhouette(one)
    const place = fit(own, { left: -2.7, right: 2.75, low: like[1] + own.low, high: like[1] + own.high }, taken, like) ?? like
    taken.push(shifted(own, ...place))
    return { ...one, at: [place[0], place[1], 0], holds: [] }
  })
  return [...given, ...added]
}
