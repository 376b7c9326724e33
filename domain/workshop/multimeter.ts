// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import { solve } from './network.ts'

/** A multimeter: shows the volts, but proves nothing about absence of voltage (no self-test, a range, leads). */
export const multimeter: Kind = {
  start: ({ start }) => ({ kind: 'multimeter', display: null, ...start }),
  gestures: {},
  uses: { measure: { pair: true, perform: measure } },
  looks: () => [],
}

function measure({ setup, world, action }: Moment): Consequence {
  const second = action.second ?? action.target
  const volts = Math.round(solve(setup, world).volts(action.target, second))
  return becomes(action.with ?? '',
    { ...pieceOf(world, action.with, 'multimeter'), display: { volts, between: [action.target, second] } },
    { name: 'volts-shown', values: { tool: action.with ?? '', second, volts } })
}
