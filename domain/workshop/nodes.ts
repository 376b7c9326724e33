// SPDX-License-Identifier: EUPL-1.2
import { conducts } from './contacts.ts'
import type { World } from './pieces.ts'
import type { Setup } from './setup.ts'

/** Nodes sorted into groups that share one potential; a group is named after one of its nodes. */
export type Groups = { groupOf(node: string): string }

/**
 * Joins what conductors, closed poles, contacts and earthing clamps join (union-find); `without` leaves one pole out,
 * to look at what lies behind it.
 */
export function groupNodes(setup: Setup, world: World, without?: readonly [string, string]): Groups {
  const parent = new Map<string, string>()
  const groupOf = (node: string): string => {
    let root = node
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    return root
  }
  const join = (a: string, b: string) => {
    const [from, to] = [groupOf(a), groupOf(b)]
    if (from !== to) parent.set(from, to)
  }
  const poles = [...closedPoles(setup, world), ...closedContacts(setup, world)].filter((pole) => pole !== without)
  for (const [a, b] of [...setup.network.conductors, ...poles, ...clampedPairs(world)]) join(a, b)
  return { groupOf }
}

function closedPoles({ network }: Setup, world: World): [string, string][] {
  return network.switches.flatMap(({ device, poles }) => {
    const piece = world[device]
    return piece && (piece.kind === 'breaker' || piece.kind === 'disconnector') && piece.closed ? poles : []
  })
}

const closedContacts = ({ network }: Setup, world: World): [string, string][] =>
  (network.contacts ?? []).filter(({ device, contact }) => conducts(world[device], contact)).map(({ between }) => between)

function clampedPairs(world: World): [string, string][] {
  return Object.values(world).flatMap((piece) => {
    if (piece.kind !== 'earthing-kit') return []
    const [first, ...others] = piece.clamps
    return first === undefined ? [] : others.map((other): [string, string] => [first, other])
  })
}
