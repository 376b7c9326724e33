// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import { DomainError } from '../errors.ts'
import { Id, TextSchema } from '../workshop/setup.ts'
import type { Scenario } from './schema.ts'

const strict = { additionalProperties: false }
const Metres = Type.Number({ minimum: -20, maximum: 20 })
/** To the right, up, away from the wall that one faces. */
const Point = Type.Tuple([Metres, Metres, Metres])
const Degrees = Type.Number({ minimum: -360, maximum: 360 })
const Mark = Type.Object({ at: Point, turn: Type.Optional(Degrees) }, strict)

export const Furniture = Type.Object({
  id: Id,
  kind: Type.Enum(['cabinet', 'panel', 'board', 'bench', 'rack', 'shelf', 'whiteboard']),
  /** On the wall: the middle of its back. On the floor: the middle of its back edge. */
  at: Point,
  /** Width, height, depth. */
  size: Type.Optional(Type.Tuple([Metres, Metres, Metres])),
  /** Rows of rail, in a cabinet or on a panel. */
  rails: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })),
  /** The piece that is its door, for a cabinet. */
  door: Type.Optional(Id),
  /** What is engraved on it. */
  title: Type.Optional(TextSchema),
  /** The places of the scenario whose things belong here, when the layout does not say more. */
  holds: Type.Optional(Type.Array(Id)),
}, strict)
export type Furniture = Static<typeof Furniture>

/** Where one piece is: somewhere in the room, or on a piece of furniture; and how it looks. */
export const PieceLayout = Type.Object({
  at: Type.Optional(Point),
  turn: Type.Optional(Degrees),
  on: Type.Optional(Id),
  /** Which rail, from the top, counting from 1. */
  rail: Type.Optional(Type.Integer({ minimum: 1 })),
  /** From the middle of the furniture: to the right, and up (on a bench: towards oneself). */
  x: Type.Optional(Metres),
  y: Type.Optional(Metres),
  look: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
  /** Places it goes to, by their name: "laid", "set", "work", "handed"… */
  marks: Type.Optional(Type.Record(Type.String(), Mark)),
}, strict)
export type PieceLayout = Static<typeof PieceLayout>

/** What only furnishes a room: nothing is put on it. */
const bare: readonly Furniture['kind'][] = ['shelf', 'whiteboard']
/** What carries devices on rails. */
const railed: readonly Furniture['kind'][] = ['cabinet', 'panel']

/** A layout file: how a scenario's workshop stands in 3D. It changes nothing of what happens or is judged. */
export const LayoutSchema = Type.Object({
  $schema: Type.Optional(Type.String()),
  /** Where one stands at first: to the right, and away from the wall. */
  start: Type.Optional(Type.Tuple([Metres, Metres])),
  furniture: Type.Optional(Type.Array(Furniture)),
  pieces: Type.Optional(Type.Record(Type.String(), PieceLayout)),
  /** Where the flat view can stand. The first is where it begins. */
  viewpoints: Type.Optional(Type.Array(Type.Object({ id: Id, name: TextSchema, from: Point, to: Point }, strict))),
}, strict)
export type Layout = Static<typeof LayoutSchema>

const wrong = (path: string, problem: string) => new DomainError('ERR_LAYOUT_INVALID', { path, problem })

/**
 * Reads a layout beside its scenario. Refuses ERR_LAYOUT_INVALID with the path of the first thing that is wrong: its
 * shape, an id used twice, a piece, door, place or furniture that is not there, a piece that is in two places.
 */
export function readLayout(json: unknown, scenario: Scenario): Layout {
  if (!Value.Check(LayoutSchema, json)) {
    const [first] = Value.Errors(LayoutSchema, json)
    throw wrong(first?.instancePath ?? '', first?.message ?? 'not a layout')
  }
  const layout = json as Layout
  unique((layout.furniture ?? []).map(({ id }) => id), '/furniture')
  unique((layout.viewpoints ?? []).map(({ id }) => id), '/viewpoints')
  unique((layout.furniture ?? []).flatMap(({ door }) => door ?? []), '/furniture')
  for (const one of layout.furniture ?? []) checkFurniture(one, scenario)
  for (const [id, piece] of Object.entries(layout.pieces ?? {})) checkPiece(id, piece, scenario, layout.furniture ?? [])
  return layout
}

function checkFurniture({ id, kind, door, rails, holds }: Furniture, { equipment, places }: Scenario): void {
  if (rails !== undefined && !railed.includes(kind)) throw wrong(`/furniture/${id}/rails`, `a ${kind} has no rails: a ${railed.join(' or a ')} has`)
  if (door !== undefined && kind !== 'cabinet') throw wrong(`/furniture/${id}/door`, `a ${kind} has no door: a cabinet has`)
  if (holds !== undefined && bare.includes(kind)) throw wrong(`/furniture/${id}/holds`, `nothing can be put on a ${kind}`)
  if (door !== undefined && equipment.find((one) => one.id === door)?.kind !== 'door') throw wrong(`/furniture/${id}/door`, `${door} is not a door of the scenario`)
  const missing = holds?.find((place) => !places.some((one) => one.id === place))
  if (missing !== undefined) throw wrong(`/furniture/${id}/holds`, `${missing} is not a place of the scenario`)
}

function checkPiece(id: string, { at, on, rail, x, y }: PieceLayout, { equipment }: Scenario, furniture: readonly Furniture[]): void {
  const path = `/pieces/${id}`
  if (!equipment.some((one) => one.id === id)) throw wrong(path, `${id} is not a piece of the scenario`)
  const under = furniture.find((one) => one.id === on)
  if (on !== undefined && !under) throw wrong(`${path}/on`, `${on} is not there`)
  if (under && bare.includes(under.kind)) throw wrong(`${path}/on`, `nothing can be put on a ${under.kind}`)
  if (at && on !== undefined) throw wrong(path, 'at is in the room, on is on furniture: one or the other')
  if (on === undefined && [rail, x, y].some((one) => one !== undefined)) throw wrong(path, 'rail, x and y need on')
}

function unique(ids: string[], path: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw wrong(path, `${twice} twice`)
}
