// SPDX-License-Identifier: EUPL-1.2
import { ampsAt } from './currents.ts'
import { becomes, pieceOf } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'

/** A clamp meter: closed around the wire of one terminal, it shows its current without touching it. */
export const clampMeter: Kind = {
  start: ({ start }) => ({ kind: 'clamp-meter', display: null, ...start }),
  gestures: {},
  uses: { clamp: { on: ['terminal-block'], perform: clamp } },
  looks: () => [],
}

function clamp({ setup, world, action }: Moment): Consequence {
  const amps = Math.round(ampsAt(setup, world, action.target) * 10) / 10
  return becomes(action.with ?? '',
    { ...pieceOf(world, action.with, 'clamp-meter'), display: { amps, between: [action.target] } },
    { name: 'amps-shown', values: { tool: action.with ?? '', amps, flows: amps > 0 } })
}
