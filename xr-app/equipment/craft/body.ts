// SPDX-License-Identifier: EUPL-1.2
import { moved, type Solid, type Vec3 } from './solid.ts'

/** Something that moves as one piece. Its solids and its children are in its own frame, whose origin is its pivot. */
export type Part = {
  name: string
  /** The part that carries it; the room when there is none. */
  parent?: string
  at: Vec3
  turn?: Vec3
  solids: Solid[]
  /** The thing it belongs to, when it is not the body's own. */
  thing?: string
}

/** What a ray or a finger meets: an unseen box, larger than the thing where the thing is small. */
export type Hit = {
  thing: string; part?: string; size: Vec3; at: Vec3; turn?: Vec3
  /** The part of the thing that one moves: a lever, a handle, a switch. */
  moving?: true
}

/** One piece of equipment, modelled: what never moves, what moves, and where it can be touched. */
export type Body = {
  thing: string; fixed: Solid[]; parts: Part[]; hits: Hit[]
  /** The room around, which a real room stands for in augmented reality. */
  shell?: true
  /** What stands only there, where the shell is not. */
  stands?: true
}

export const body = (thing: string, fixed: Solid[], parts: Part[] = [], hits: Hit[] = []): Body =>
  ({ thing, fixed, parts, hits })

const sum = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]

/** The body set down at a place of the room (and turned about the vertical there). */
export function stand(b: Body, at: Vec3, turn = 0): Body {
  const spun = ([x, y, z]: Vec3): Vec3 =>
    [x * Math.cos(turn) + z * Math.sin(turn), y, z * Math.cos(turn) - x * Math.sin(turn)]
  return {
    ...b,
    fixed: moved(b.fixed, at, [0, turn, 0]),
    parts: b.parts.map((p) => p.parent ? p : {
      ...p, at: sum(spun(p.at), at), turn: [p.turn?.[0] ?? 0, (p.turn?.[1] ?? 0) + turn, p.turn?.[2] ?? 0],
    }),
    hits: b.hits.map((h) => h.part ? h : { ...h, at: sum(spun(h.at), at) }),
  }
}
