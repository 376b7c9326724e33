// SPDX-License-Identifier: EUPL-1.2
import type { Consequence, Moment } from './kind.ts'
import { dangerousVolts, solve } from './network.ts'
import type { World } from './pieces.ts'
import type { Setup } from './setup.ts'

/** Whether the hands are protected: gloves on, and sound. */
export const handsProtected = (world: World): boolean =>
  Object.values(world).some((piece) => piece.kind === 'gloves' && piece.worn && piece.sound)

/**
 * A hand on a terminal. Above 50 V a bare hand takes a shock; through gloves the fingers bridge live parts and an arc
 * strikes. On a dead terminal nothing happens, and that it was touched is kept.
 */
export function touch(moment: Moment): Consequence {
  return hurtBy(moment, [moment.action.target], 'touched-live')
    ?? { events: [{ name: 'touched', values: { bare: !handsProtected(moment.world) } }] }
}

/**
 * What live conductors do to hands among them: null when they are all dead. `careful`: an insulated tip from the front,
 * that gloves are enough for.
 */
export function hurtBy({ setup, world }: Moment, nodes: readonly string[], cause: string, careful = false): Consequence | null {
  const solved = solve(setup, world)
  const volts = nodes.reduce((most, node) => Math.max(most, solved.volts(node, setup.network.earth)), 0)
  const bare = !handsProtected(world)
  if (volts <= dangerousVolts || (careful && !bare)) return null
  return { events: [{ name: bare ? 'shock' : 'arc', values: { volts: Math.round(volts), cause } }] }
}

/** Every node of the network that belongs to a device: its terminals, and the ends of its contacts, coils and poles. */
export function nodesOf({ equipment, network }: Setup, device: string): string[] {
  const terminals = (equipment[device]?.terminals ?? []).map((terminal) => `${device}.${terminal}`)
  const contacts = [...(network.contacts ?? []), ...(network.coils ?? [])]
    .filter((one) => one.device === device).flatMap(({ between }) => between)
  return [...new Set([...terminals, ...contacts])]
}
