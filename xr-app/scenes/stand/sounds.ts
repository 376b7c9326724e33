// SPDX-License-Identifier: EUPL-1.2
import type { WorldEvent } from '#domain/workshop/action.ts'
import { idIn } from '#domain/workshop/kind.ts'
import type { World } from '#domain/workshop/pieces.ts'
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import { bodyOf } from '#app/equipment/kinds.ts'
import type { Ear, Lasting } from '#app/xr/sound/ear.ts'
import { commonSounds } from '#app/xr/sound/in-words.ts'
import * as voices from '#app/xr/sound/voice.ts'
import type { Voice } from '#app/xr/sound/voice.ts'
import { makingOf } from './spec.ts'
import { terminalSpot } from './stage.ts'
import type { StandingWorkshop } from './standing.ts'

const voiceNamed = voices as unknown as Readonly<Record<string, Voice>>

/** The sound an event makes, if it makes one: the kind's own, or the common one. */
export function voiceOf({ name, target, values }: WorldEvent, world: World): Voice | undefined {
  const own = bodyOf(world[idIn(target)]?.kind ?? '').sounds?.[name]
  if (own) return own
  if (name === 'voltage-shown') return values?.['dead'] === false ? voices.beep : undefined
  return voiceNamed[commonSounds[name] ?? '']
}

/** Where a thing is heard from; what has no place of its own is heard from before one. */
export function heardFrom(workshop: StandingWorkshop, target: string): Vec3 {
  const stage = workshop.stage()
  return (terminalSpot(stage, target) ?? stage.spot(idIn(target)))?.at ?? [0, 1.35, 0]
}

/** Sounds that last, each with how loud it is as the world now says. One hears what the network does. */
export type Sustained = { lasting: Lasting; level(world: World): number }

export function lastingSounds(ear: Ear, workshop: StandingWorkshop): Sustained[] {
  const { setup } = workshop.stage()
  const own = Object.values(setup.equipment).flatMap((equipment): Sustained[] => {
    const stands = workshop.spec.pieces[equipment.id]
    const hum = stands && bodyOf(equipment.kind).hum?.(makingOf(setup, equipment, stands.look))
    if (!hum || !stands) return []
    return [{ lasting: ear.hum(stands.spot.at, hum.partials), level: (world) => (world[equipment.id] ? hum.level(world[equipment.id]!) : 0) }]
  })
  const more = (workshop.spec.hums ?? []).map(({ at, partials, level }) => ({ lasting: ear.hum(at, partials), level }))
  return [...own, ...more]
}

export const sustain = (sounds: readonly Sustained[], world: World): void => sounds.forEach(({ lasting, level }) => lasting.level(level(world)))
