// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf } from './kind.ts'
import type { Kind } from './kind.ts'
import { devicesFeeding } from './tracing.ts'

/** A block of terminals: its mark can be read, its conductors followed by hand to the devices that feed it. */
export const terminalBlock: Kind = {
  start: ({ label, start }) => ({ kind: 'terminal-block', identified: false, ...(label ? { label } : {}), ...start }),
  gestures: {
    identify: {
      perform: ({ world, action }) => becomes(action.target,
        { ...pieceOf(world, action.target, 'terminal-block'), identified: true }, { name: 'identified' }),
    },
    trace: {
      perform: ({ setup, action }) => ({
        events: [{ name: 'traced', values: { devices: devicesFeeding(setup, action.target).join(' ') } }],
      }),
    },
  },
  looks: (piece) => (piece.kind === 'terminal-block' && piece.identified ? ['identified'] : []),
}
