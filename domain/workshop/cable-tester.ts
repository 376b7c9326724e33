// SPDX-License-Identifier: EUPL-1.2
import { copperOf, pinNode, pins } from './copper.ts'
import type { Copper } from './copper.ts'
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import { onePlug } from './jacks.ts'
import type { World } from './pieces.ts'
import type { Setup } from './setup.ts'
import { displayOf } from './wire-map.ts'

/** Sends a tone down each wire and looks at which pin of the remote unit it comes out. */
function test({ setup, world, action }: Moment): Consequence {
  const tester = pieceOf(world, action.target, 'cable-tester')
  const far = Object.values(world).find((piece) => piece.kind === 'remote-unit')?.on
  if (!tester.on) return refused('not-plugged')
  const copper = copperOf(world)
  const blank = { ...tester, display: null }
  if (isLive(setup, world, copper, tester.on)) return becomes(action.target, blank, { name: 'port-live' })
  if (!far) return becomes(action.target, blank, { name: 'no-remote' })
  const display = displayOf(world, copper, tester.on, far)
  const { map, fault, pairs, metres } = display
  const shown = { ...tester, display }
  if (fault === 'none') return becomes(action.target, shown, { name: 'wire-map-passed', values: { map, metres } })
  return becomes(action.target, shown, { name: 'wire-map-failed', values: { map, metres, pairs, cause: `pair-${fault}` } })
}

/** Whether a switch is at the other end: it powers the line, and a wire map means nothing there. */
const isLive = (setup: Setup, world: World, copper: Copper, near: string): boolean =>
  Object.values(setup.equipment).filter(({ id }) => world[id]?.kind === 'network-switch').some(({ id, terminals = [] }) =>
    terminals.some((port) => pins.some((pin) => copper.groupOf(pinNode(`${id}.${port}`, pin)) === copper.groupOf(pinNode(near, pin)))))

/** A wire-map tester: pairs that are open, shorted, crossed, reversed or split, crosstalk, and the length. */
export const cableTester: Kind = {
  start: ({ start }) => ({ kind: 'cable-tester', on: null, display: null, ...start }),
  gestures: { 'test-link': { perform: test } },
  uses: onePlug,
  looks: (piece) => (piece.kind === 'cable-tester' ? [piece.on ? 'connected' : 'not-connected'] : []),
}

/** The unit that answers at the other end. */
export const remoteUnit: Kind = {
  start: ({ start }) => ({ kind: 'remote-unit', on: null, ...start }),
  gestures: {},
  uses: onePlug,
  looks: (piece) => (piece.kind === 'remote-unit' ? [piece.on ? 'connected' : 'not-connected'] : []),
}
