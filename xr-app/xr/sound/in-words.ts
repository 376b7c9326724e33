// SPDX-License-Identifier: EUPL-1.2
// The sound that an event makes, by its name, for whoever reads instead of hearing: nothing of the 3D world comes with
// it. The bodies make the very same sounds (scenes/stand/sounds.ts); tests/xr/captions.test.ts holds both together.
import type { WorldEvent } from '#domain/workshop/action.ts'
import { idIn } from '#domain/workshop/kind.ts'
import type { World } from '#domain/workshop/pieces.ts'

type Names = Readonly<Record<string, string>>

/** What any kind of equipment sounds like, unless it has a sound of its own. */
export const commonSounds: Names = {
  opened: 'click', closed: 'click',
  locked: 'padlockShut', unlocked: 'padlockShut', tagged: 'paper', 'tag-removed': 'paper', filled: 'paper',
  read: 'paper', signed: 'paper', 'handed-over': 'paper', 'form-ended': 'paper',
  'door-opened': 'hinge', 'door-closed': 'hinge', arc: 'arc', shock: 'arc', accident: 'arc', 'load-break': 'arc',
  'self-test-passed': 'beep', refused: 'refusedThud', 'put-on-done': 'cloth', 'take-off-done': 'cloth',
  'lay-done': 'cloth', 'pick-up-done': 'cloth', 'found-sound': 'cloth', 'found-faulty': 'cloth',
  clamped: 'padlockShut', unclamped: 'padlockShut', 'work-started': 'steps', 'end-of-work': 'steps', 'zone-clear': 'steps',
  'barrier-placed': 'clunk', 'barrier-removed': 'clunk', 'turned-on': 'click', 'turned-off': 'click',
  'key-operator': 'click', 'key-board': 'click',
}

export const ownSounds: Readonly<Record<string, Names>> = {
  'network-module': { punched: 'punchDown', plugged: 'click' },
  'patch-cord': { plugged: 'click', unplugged: 'click' },
  'cable-tester': { 'wire-map-passed': 'relaysPassed', 'wire-map-failed': 'relaysFailed', plugged: 'click' },
  'soldering-iron': { 'station-on': 'click', 'station-off': 'click', 'iron-in-stand': 'clunk', 'iron-laid-down': 'clunk', 'tip-wiped': 'cloth', 'tip-tinned': 'cloth', 'iron-ready': 'click' },
  'circuit-board': { 'iron-applied': 'click', 'wire-pushed': 'cloth', 'lead-trimmed': 'click' },
  disconnector: { opened: 'clunk', closed: 'clunk' },
  multimeter: { 'meter-fuse-blown': 'pop', beeped: 'beep', 'range-chosen': 'click' },
  contactor: { 'contactor-closed': 'clack', 'contactor-opened': 'clackBack' },
  'thermal-relay': { 'thermal-tripped': 'clackBack', reset: 'click', adjusted: 'click' },
  motor: { 'motor-started': 'windUp', 'motor-hums': 'growl', 'motor-stopped': 'windDown', 'motor-burnt': 'refusedThud', 'plate-read': 'paper' },
  'push-button': { pressed: 'click', released: 'click' },
  'emergency-stop': { pressed: 'clunk', released: 'click' },
  fuse: { 'part-replaced': 'click' },
  cable: { 'part-replaced': 'cloth' },
  'clamp-meter': { 'amps-shown': 'padlockShut' },
}

/** The name of the sound that an event makes, if it makes one. Its words are `sound.<name>` in the scene's texts. */
export function soundOf({ name, target, values }: WorldEvent, world: World): string | undefined {
  const own = ownSounds[world[idIn(target)]?.kind ?? '']?.[name]
  if (own) return own
  if (name === 'voltage-shown') return values?.['dead'] === false ? 'beep' : undefined
  return commonSounds[name]
}
