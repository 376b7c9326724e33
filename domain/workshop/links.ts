// SPDX-License-Identifier: EUPL-1.2
import type { World } from './pieces.ts'
import type { Network } from './setup.ts'

/** Two nodes joined by a resistance: what a load, a coil or a winding is to the network. */
export type Link = { a: string; b: string; ohms: number }

/**
 * Everything that lets a current through with a resistance. A motor at work resists by its turning (much less when it
 * is blocked); `resting` gives what an ohmmeter finds: its bare windings. An open coil or a burnt winding is no link.
 */
export function linksOf(network: Network, world: World, resting = false): Link[] {
  const loads = network.loads.flatMap(({ device, ohms, between }) => {
    const piece = world[device]
    return piece?.kind === 'load' && piece.on ? between.map(([a, b]) => ({ a, b, ohms })) : []
  })
  const coils = (network.coils ?? []).flatMap(({ device, ohms, between: [a, b] }) => {
    const piece = world[device]
    return piece?.kind === 'contactor' && piece.tight && piece.coil === 'good' ? [{ a, b, ohms }] : []
  })
  const motors = (network.motors ?? []).flatMap(({ device, windings, running, blocked, winding }) => {
    const piece = world[device]
    if (piece?.kind !== 'motor' || piece.burnt) return []
    const ohms = resting ? winding : piece.spin === 'running' ? running : blocked
    return windings.map(([a, b]) => ({ a, b, ohms }))
  })
  return [...loads, ...coils, ...motors]
}
