// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from './kind.ts'

/** A new part, for one kind of equipment; used once, unless it is a box of them. */
export const spare: Kind = {
  start: ({ start }) => ({ kind: 'spare', fits: '', used: false, box: false, ...start }),
  gestures: {},
  looks: (piece) => [piece.kind === 'spare' && piece.used ? 'spare-gone' : 'spare-new'],
}

/** An insulated screwdriver (IEC 60900), set to the torque of the terminals. */
export const screwdriver: Kind = {
  start: () => ({ kind: 'screwdriver' }),
  gestures: {},
  looks: () => [],
}
