// SPDX-License-Identifier: EUPL-1.2
import { within } from '#app/equipment/craft/settle.ts'
import { bodyOf } from '#app/equipment/kinds.ts'
import type { Poses, Reading, Spot, Stage, StagePose } from '#app/equipment/kind-body.ts'
import { makingOf, type StandSpec } from './spec.ts'

/** The room as it stands now, for bodies whose place depends on other things. */
export function stageOf({ pieces }: Pick<StandSpec, 'pieces'>, reading: Reading): Stage {
  const spot = (id: string) => pieces[id]?.spot ?? null
  return {
    ...reading,
    spot,
    place: (id, name): Spot | null => {
      const marked = pieces[id]?.marks?.[name]
      if (marked) return marked
      const [equipment, stands] = [reading.setup.equipment[id], pieces[id]]
      if (!equipment || !stands) return null
      const own = bodyOf(equipment.kind).places?.(makingOf(reading.setup, equipment, stands.look))[name]
      return own ? within(stands.spot, own) : null
    },
  }
}

/** Where a terminal ('x3.l1') is in the room. */
export function terminalSpot(stage: Stage, terminal: string): Spot | null {
  const [id = '', name = ''] = terminal.split('.')
  return name === '' ? null : stage.place(id, name)
}

/** A pose given in the piece's own frame, in the room's. */
function inRoom(spot: Spot, { room, ...pose }: StagePose): StagePose {
  if (room || (!pose.at && !pose.turn)) return pose
  const placed = within(spot, { at: pose.at ?? [0, 0, 0], ...(pose.turn ? { turn: pose.turn } : {}) })
  return { ...pose, ...(pose.at ? { at: placed.at } : {}), ...(pose.turn ? { turn: placed.turn } : {}) }
}

/** Where every part is, as the world now says. `carried`: parts that hang from another part keep its frame. */
export function posesNow(spec: StandSpec, stage: Stage, carried: ReadonlySet<string>): Poses {
  const own = Object.entries(stage.world).flatMap(([id, piece]): Poses => {
    const spot = spec.pieces[id]?.spot
    if (!spot) return []
    return (bodyOf(piece.kind).poses?.(id, piece, stage) ?? [])
      .map(([part, pose]) => [part, carried.has(part) ? pose : inRoom(spot, pose)])
  })
  return [...own, ...(spec.poses?.(stage) ?? [])]
}
