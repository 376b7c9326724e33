// SPDX-License-Identifier: EUPL-1.2
import type { WorldEvent } from '#domain/workshop/action.ts'
import type { World } from '#domain/workshop/pieces.ts'
import type { Ear, Lasting } from '#app/xr/sound/ear.ts'
import * as voices from '#app/xr/sound/voice.ts'
import type { Voice } from '#app/xr/sound/voice.ts'
import { CABINET_AT } from './places.ts'

const byEvent: Readonly<Record<string, Voice>> = {
  locked: voices.padlockShut, unlocked: voices.padlockShut, tagged: voices.paper, 'tag-removed': voices.paper, filled: voices.paper,
  read: voices.paper, signed: voices.paper, 'handed-over': voices.paper, 'form-ended': voices.paper,
  'door-opened': voices.hinge, 'door-closed': voices.hinge, arc: voices.arc, shock: voices.arc, accident: voices.arc, 'load-break': voices.arc,
  'self-test-passed': voices.beep, refused: voices.refusedThud, 'put-on-done': voices.cloth, 'take-off-done': voices.cloth,
  'lay-done': voices.cloth, 'pick-up-done': voices.cloth, 'found-sound': voices.cloth, 'found-faulty': voices.cloth,
  clamped: voices.padlockShut, unclamped: voices.padlockShut, 'work-started': voices.steps, 'end-of-work': voices.steps, 'zone-clear': voices.steps,
  'barrier-placed': voices.clunk, 'barrier-removed': voices.clunk, 'turned-on': voices.click, 'turned-off': voices.click,
  'key-operator': voices.click, 'key-board': voices.click,
}

/** The sound an event makes, if it makes one. */
export function voiceOf({ name, target, values }: WorldEvent, world: World): Voice | undefined {
  if (name === 'opened' || name === 'closed') return world[target]?.kind === 'disconnector' ? voices.clunk : voices.click
  if (name === 'voltage-shown') return values?.['dead'] === false ? voices.beep : undefined
  return byEvent[name]
}

/** Sounds that last: the hum of what is fed, the breath of the fan. One hears what the network does. */
export function lastingSounds(ear: Ear): { hum: Lasting; fan: Lasting } {
  return {
    hum: ear.hum([0.2, CABINET_AT[1], 0.15], [[100, 1], [200, 0.5], [300, 0.22], [400, 0.1]]),
    fan: ear.hum([-1.6, 1.46, 0.2], [[47, 1], [94, 0.6], [141, 0.3], [329, 0.12], [336, 0.12]]),
  }
}

export function sustain(sounds: ReturnType<typeof lastingSounds>, world: World): void {
  const [q0, m1] = [world['q0'], world['m1']]
  sounds.hum.level(q0?.kind === 'disconnector' && q0.closed ? 0.045 : 0)
  sounds.fan.level(m1?.kind === 'load' && m1.running ? 0.06 : 0)
}
