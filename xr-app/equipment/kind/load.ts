// SPDX-License-Identifier: EUPL-1.2
import { extractor } from '../furniture.ts'
import type { KindBody } from '../kind-body.ts'
import { wallLamp } from '../lamp.ts'
import { labelLines } from './label.ts'

/** The breath of a fan. */
const FAN = [[47, 1], [94, 0.6], [141, 0.3], [329, 0.12], [336, 0.12]] as const

/** What consumes. Look: `as`: "lamp" (the usual) or "extractor". Its switch is the part one moves. */
export const load: KindBody<'load'> = {
  home: 'wall',
  build: ({ id, equipment, look, press, say }) =>
    (look['as'] === 'extractor' ? extractor(id, press) : wallLamp(id, equipment.label ? labelLines(say(equipment.label)) : [], press)),
  poses: (id, piece) => [
    [`${id}/lit`, { scale: piece.running ? 1 : 0, ease: 'none' }],
    [`${id}/switch`, { turn: [piece.on ? -0.16 : 0.16, 0, 0], ease: 'snap' }],
  ],
  spins: (id, piece) => [[`${id}/rotor`, piece.running ? 14 : 0]],
  hum: ({ look }) => (look['as'] === 'extractor' ? { partials: FAN, level: (piece) => (piece.running ? 0.06 : 0) } : null),
  exhibit: { states: [{ on: true, running: true }, { on: false, running: false }] },
}
