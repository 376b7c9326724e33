// SPDX-License-Identifier: EUPL-1.2
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import type { Rect } from './pack.ts'

/** A way out of a terminal: from the screw to just clear of the body it is on. */
export type Exit = { way: 1 | -1; from: number; clear: number }
/** Where a wire ends: a terminal with its ways out (a cable that comes through the floor has one), or the hole of a cable in a side wall. */
export type Port = { x: number; z: number } & ({ exits: Exit[] } | { y: number; inward: 1 | -1 })
type Point = readonly [number, number]
type Leg = { x: number; exit: Exit }

/** Between two wires side by side. */
const LANE = 0.0068
/** How far from the back of its box a wire lies: upright, and across those. */
const [UPRIGHT, ACROSS] = [0.019, 0.031]

const shared = (a1: number, a2: number, b1: number, b2: number) => Math.min(Math.max(a1, a2), Math.max(b1, b2)) - Math.max(Math.min(a1, a2), Math.min(b1, b2))

/** Keeps what runs in one direction apart: the first free lane from where one would like it, going that way. */
function lanes() {
  const taken: { at: number; from: number; to: number }[] = []
  return (like: number, from: number, to: number, way: number): number => {
    const free = (at: number) => taken.every((one) => Math.abs(one.at - at) > LANE * 0.9 || shared(from, to, one.from, one.to) < -0.01)
    let at = like
    for (let i = 0; i < 24 && !free(at); i++) at = like + (way === 0 ? (i % 2 ? -1 : 1) * Math.ceil((i + 1) / 2) : way * (i + 1)) * LANE
    taken.push({ at, from, to })
    return at
  }
}

const hidden = ([ax, ay]: Point, [bx, by]: Point, obstacles: readonly Rect[]) => obstacles.reduce((sum, { left, right, low, high }) => {
  const [w, h] = [shared(ax, bx, left, right), shared(ay, by, low, high)]
  return w >= 0 && h >= 0 ? sum + Math.max(w, h) : sum
}, 0)

/** Short is good; behind a device, where the eye loses it, is bad. */
const costOf = (path: readonly Point[], obstacles: readonly Rect[]) => path.slice(1).reduce((sum, to, i) =>
  sum + Math.hypot(to[0] - path[i]![0], to[1] - path[i]![1]) + hidden(path[i]!, to, obstacles) * 4, 0)

type Plan = { kind: 'level'; y: number; way: number } | { kind: 'around'; x: number } | { kind: 'side'; x: number | null }

/** Every plain way between two legs: one level between them, or around by a column. */
function plansBetween(a: Leg, b: Leg, { left, right }: Rect): Plan[] {
  const [ya, yb] = [a.exit.clear, b.exit.clear]
  // Two devices close to each other: the wire keeps to the middle of the little there is.
  const fits = (y: number) => (y - ya) * a.exit.way >= -0.008 && (y - yb) * b.exit.way >= -0.008
  const levels = [{ y: ya, way: a.exit.way }, { y: yb, way: b.exit.way }, { y: (ya + yb) / 2, way: 0 }].filter(({ y }) => fits(y)).map((one): Plan => ({ kind: 'level', ...one }))
  const columns = [Math.min(a.x, b.x) - 0.045, Math.max(a.x, b.x) + 0.045, left + 0.014, right - 0.014].filter((x) => x > left + 0.01 && x < right - 0.01)
  return [...levels, ...columns.map((x): Plan => ({ kind: 'around', x }))]
}

const cornersOf = (plan: Plan, a: Leg, yb: number, xb: number): Point[] => {
  const ya = a.exit.clear
  if (plan.kind === 'level') return [[a.x, plan.y], [xb, plan.y]]
  if (plan.kind === 'side') return plan.x === null ? [[a.x, yb]] : [[a.x, ya], [plan.x, ya], [plan.x, yb]]
  return [[a.x, ya], [plan.x, ya], [plan.x, yb], [xb, yb]]
}

/** From a leg into the box: out of the device, back to the plate, then along it. */
function lead({ x, exit: { way, from, clear } }: Leg, z: number, [, y]: Point, back: number): Vec3[] {
  const far = Math.min(0.032, Math.abs(y - clear))
  return [[x, from, z], [x, clear, z], ...(far > 0.006 ? [[x, clear + way * far, back + UPRIGHT] as Vec3] : [])]
}

/** Lays wires in one box, one after another, each clear of those before: its room, its devices, the depth of its back. */
export function router(room: Rect, obstacles: readonly Rect[], back: number): (a: Port, b: Port) => Vec3[] {
  const [level, column] = [lanes(), lanes()]
  const legs = (port: Port): Leg[] => ('exits' in port ? port.exits.map((exit) => ({ x: port.x, exit })) : [])
  const flat = (points: readonly Point[]): Vec3[] => points.map(([x, y]) => [x, y, back + ACROSS])

  const between = (a: Port, b: Port): Vec3[] => {
    const tries = legs(a).flatMap((one) => legs(b).flatMap((other) => plansBetween(one, other, room).map((plan) => {
      const corners = cornersOf(plan, one, other.exit.clear, other.x)
      return { one, other, plan, cost: costOf([[one.x, one.exit.clear], ...corners, [other.x, other.exit.clear]], obstacles) }
    })))
    const { one, other, plan } = tries.toSorted((p, q) => p.cost - q.cost)[0]!
    const corners = plan.kind === 'around' ? aroundBy(plan.x, one, other) : levelled(plan, one, other)
    return [...lead(one, a.z, corners[0]!, back), ...flat(corners), ...lead(other, b.z, corners.at(-1)!, back).toReversed()]
  }
  const levelled = (plan: Plan, one: Leg, other: Leg): Point[] => {
    const [like, way] = plan.kind === 'level' ? [plan.y, plan.way] : [one.exit.clear, one.exit.way]
    const y = level(like, one.x, other.x, way)
    return [[one.x, y], [other.x, y]]
  }
  const aroundBy = (x: number, one: Leg, other: Leg): Point[] => {
    const out = column(x, one.exit.clear, other.exit.clear, x > one.x ? 1 : -1)
    const [y1, y2] = [level(one.exit.clear, one.x, out, one.exit.way), level(other.exit.clear, other.x, out, other.exit.way)]
    return [[one.x, y1], [out, y1], [out, y2], [other.x, y2]]
  }
  /** To the hole of a cable in a side wall. */
  const toSide = (a: Port, b: Extract<Port, { inward: number }>): Vec3[] => {
    const plans = legs(a).flatMap((leg) => [{ leg, x: null }, { leg, x: b.x + b.inward * 0.05 }]
      .filter(({ x }) => x !== null || (b.y - leg.exit.clear) * leg.exit.way > 0)
      .map((plan) => ({ ...plan, cost: costOf([[leg.x, leg.exit.clear], ...cornersOf({ kind: 'side', x: plan.x }, leg, b.y, b.x), [b.x, b.y]], obstacles) })))
    const { leg, x } = plans.toSorted((p, q) => p.cost - q.cost)[0]!
    const into: Vec3[] = [[b.x + b.inward * 0.03, b.y, b.z], [b.x, b.y, b.z]]
    if (x === null) return [...lead(leg, a.z, [leg.x, b.y], back), [leg.x, b.y, back + ACROSS], [b.x + b.inward * 0.055, b.y, back + ACROSS], ...into]
    const out = column(x, leg.exit.clear, b.y, b.inward)
    const y = level(leg.exit.clear, leg.x, out, leg.exit.way)
    return [...lead(leg, a.z, [leg.x, y], back), ...flat([[leg.x, y], [out, y], [out, b.y]]), ...into]
  }
  return (a, b) => ('inward' in b ? toSide(a, b) : 'inward' in a ? toSide(b, a).toReversed() : between(a, b))
}
