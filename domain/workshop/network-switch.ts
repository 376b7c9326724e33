// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from './kind.ts'
import { onePlug } from './jacks.ts'

/** A switch: the light of each port says what the wires behind it allow. */
export const networkSwitch: Kind = {
  start: () => ({ kind: 'network-switch', links: {} }),
  gestures: {},
  lowVoltage: true,
  looks: () => ['powered'],
  lines: (piece) => (piece.kind !== 'network-switch' ? [] : Object.keys(piece.links).toSorted()
    .map((port) => ({ of: port, is: `link-${piece.links[port] ?? 'none'}` }))),
}

/** A computer of the room, with its own lead. */
export const host: Kind = {
  start: ({ start }) => ({ kind: 'host', on: null, speed: 'none', ...start }),
  gestures: {},
  uses: onePlug,
  looks: (piece) => (piece.kind === 'host' ? [piece.on ? `link-${piece.speed}` : 'not-connected'] : []),
}
