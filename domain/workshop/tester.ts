// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import { solve } from './network.ts'

/** The lights of a two-pole voltage tester (IEC 61243-3), in volts. */
export const testerLights = [12, 50, 120, 230, 400, 690] as const
// A light answers from 85 % of its value, so that the tolerance of the supply does not hide a phase.
const answersFrom = 0.85

/** A two-pole voltage tester. With a weak battery its self-test fails and its lights stay dark, whatever is there. */
export const tester: Kind = {
  start: ({ start }) => ({ kind: 'tester', battery: 'good', selfTest: 'none', display: null, ...start }),
  gestures: {
    'self-test': { perform: selfTest },
    exchange: {
      perform: ({ world, action }) => becomes(action.target,
        { ...pieceOf(world, action.target, 'tester'), battery: 'good', selfTest: 'none', display: null },
        { name: 'tester-exchanged' }),
    },
  },
  uses: { measure: { pair: true, perform: measure } },
  looks: (piece) => (piece.kind === 'tester' ? [`self-test-${piece.selfTest}`] : []),
}

function selfTest({ world, action }: Moment): Consequence {
  const piece = pieceOf(world, action.target, 'tester')
  const passed = piece.battery === 'good'
  return becomes(action.target, { ...piece, selfTest: passed ? 'passed' : 'failed', display: null },
    { name: passed ? 'self-test-passed' : 'self-test-failed' })
}

function measure({ setup, world, action }: Moment): Consequence {
  const piece = pieceOf(world, action.with, 'tester')
  const second = action.second ?? action.target
  const volts = solve(setup, world).volts(action.target, second)
  const lights = piece.battery === 'good' ? testerLights.filter((light) => volts >= light * answersFrom) : []
  const light = lights.at(-1) ?? 0
  return becomes(action.with ?? '', { ...piece, display: { light, lights, between: [action.target, second] } },
    { name: 'voltage-shown', values: { tool: action.with ?? '', second, light, dead: light === 0 } })
}
