// SPDX-License-Identifier: EUPL-1.2
import { largestAmps } from './currents.ts'
import type { Piece, World } from './pieces.ts'
import type { Setup } from './setup.ts'
import { tripsAfter } from './thermal-relay.ts'

/** A motor blocked until its relay has tripped so often has cooked its windings. */
const tripsThatBurn = 3

/** What time alone does until `at`: the pieces it changes and what is then seen. */
export type Ageing = { pieces: Readonly<Record<string, Piece>>; events: { name: string; target: string }[] }

/** Lets time pass: a thermal relay that has felt too much for long enough trips; a motor blocked once too often burns. */
export function age(setup: Setup, world: World, at: number): Ageing {
  const ageing: Ageing = { pieces: {}, events: [] }
  for (const [id, piece] of Object.entries(world)) {
    if (piece.kind !== 'thermal-relay' || piece.hotSince === null) continue
    const after = tripsAfter(largestAmps(setup, world, id, 'heater'), piece)
    if (after === null || at - piece.hotSince < after) continue
    const trips = piece.trips + 1
    ageing.pieces = { ...ageing.pieces, [id]: { ...piece, tripped: true, trips, hotSince: null } }
    ageing.events.push({ name: 'thermal-tripped', target: id })
    if (trips >= tripsThatBurn) burn(world, ageing)
  }
  return ageing
}

function burn(world: World, ageing: Ageing): void {
  for (const [id, piece] of Object.entries(world)) {
    if (piece.kind !== 'motor' || piece.spin !== 'humming') continue
    ageing.pieces = { ...ageing.pieces, [id]: { ...piece, burnt: true } }
    ageing.events.push({ name: 'motor-burnt', target: id })
  }
}
