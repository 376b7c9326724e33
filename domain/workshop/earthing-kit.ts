// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import { dangerousVolts, solve } from './network.ts'
import { groupNodes } from './nodes.ts'

/** Clamps that earth and short-circuit conductors: the earth clamp goes on first and comes off last. */
export const earthingKit: Kind = {
  start: ({ start }) => ({ kind: 'earthing-kit', clamps: [], ...start }),
  gestures: {},
  uses: {
    connect: { offered: (tool, terminal) => tool.kind === 'earthing-kit' && !tool.clamps.includes(terminal), perform: connect },
    disconnect: { offered: (tool, terminal) => tool.kind === 'earthing-kit' && tool.clamps.includes(terminal), perform: disconnect },
  },
  looks: (piece) => (piece.kind === 'earthing-kit' && piece.clamps.length > 0 ? ['clamped'] : ['put-away']),
}

const isEarth = ({ setup }: Moment, terminal: string) => {
  const conductors = groupNodes(setup, {})
  return conductors.groupOf(terminal) === conductors.groupOf(setup.network.earth)
}

function connect(moment: Moment): Consequence {
  const { setup, world, action } = moment
  const kit = pieceOf(world, action.with, 'earthing-kit')
  if (kit.clamps.includes(action.target)) return refused('already-clamped')
  const volts = solve(setup, world).volts(action.target, setup.network.earth)
  if (volts > dangerousVolts) {
    return { events: [{ name: 'arc', values: { volts: Math.round(volts), cause: 'earthed-live' } }] }
  }
  const earthed = kit.clamps.some((clamp) => isEarth(moment, clamp)) || isEarth(moment, action.target)
  return becomes(action.with ?? '', { ...kit, clamps: [...kit.clamps, action.target] },
    { name: earthed ? 'clamped' : 'clamped-before-earth' })
}

function disconnect(moment: Moment): Consequence {
  const kit = pieceOf(moment.world, moment.action.with, 'earthing-kit')
  const { target } = moment.action
  if (!kit.clamps.includes(target)) return refused('not-clamped')
  const clamps = kit.clamps.filter((clamp) => clamp !== target)
  const earthTooSoon = isEarth(moment, target) && clamps.length > 0
  return becomes(moment.action.with ?? '', { ...kit, clamps }, { name: earthTooSoon ? 'unearthed-too-soon' : 'unclamped' })
}
