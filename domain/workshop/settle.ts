// SPDX-License-Identifier: EUPL-1.2
import { isIn } from './contacts.ts'
import { largestAmps } from './currents.ts'
import type { Consequence } from './kind.ts'
import { runningLoads, solve, spinOf } from './network.ts'
import type { Solved } from './network.ts'
import type { Contactor, Piece, World } from './pieces.ts'
import { cablingEvents, settleCabling } from './settle-cabling.ts'
import type { Setup } from './setup.ts'
import { overloadRatio } from './thermal-relay.ts'

/** A contactor that lets go what holds it would chatter for ever: it is looked at this many times, no more. */
const bound = 16
// IEC 60947-4-1: a coil draws in from 85 % of its voltage, and lets go well below.
const [drawsInFrom, letsGoBelow] = [0.85, 0.5]

/**
 * Brings the world in line with the network: loads run, coils draw their contactors in, motors turn. A contactor that
 * moves changes the network, so it is solved again until nothing moves any more.
 */
export function settle(setup: Setup, world: World, at: number): World {
  let now = world
  for (let turn = 0; turn < bound; turn++) {
    const next = moved(setup, now)
    if (next === now) break
    now = next
  }
  return settleCabling(heated(setup, now, at))
}

/** What is seen and heard between two worlds: what started, stopped, hums; a contactor that clacks. */
export function changesSeen(before: World, after: World): NonNullable<Consequence['events']> {
  const moved = Object.keys(after).flatMap((target) => {
    const [was, is] = [soundOf(before[target]), soundOf(after[target])]
    return was === is || is === undefined ? [] : [{ name: is, target }]
  })
  return [...moved, ...cablingEvents(before, after)]
}

function soundOf(piece: Piece | undefined): string | undefined {
  if (piece?.kind === 'load') return piece.running ? 'started-running' : 'stopped-running'
  if (piece?.kind === 'contactor') return isIn(piece) ? 'contactor-closed' : 'contactor-opened'
  if (piece?.kind !== 'motor') return undefined
  return piece.spin === 'running' ? 'motor-started' : piece.spin === 'humming' ? 'motor-hums' : 'motor-stopped'
}

/** The world once more, with every coil, load and motor as the network has it; the same one when nothing moves. */
function moved(setup: Setup, world: World): World {
  const solved = solve(setup, world)
  const running = runningLoads(setup, world, solved)
  const pieces = Object.entries(world).flatMap(([id, piece]): [string, Piece][] => {
    if (piece.kind === 'load') return changed(id, piece, { running: running.includes(id) })
    if (piece.kind === 'contactor') return changed(id, piece, { energised: drawn(setup, id, piece, solved) })
    const motor = piece.kind === 'motor' && setup.network.motors?.find(({ device }) => device === id)
    return motor ? changed(id, piece, { spin: spinOf(motor, world, solved) }) : []
  })
  return pieces.length > 0 ? { ...world, ...Object.fromEntries(pieces) } : world
}

function changed<P extends Piece>(id: string, piece: P, part: Partial<P>): [string, Piece][] {
  const same = Object.entries(part).every(([key, value]) => piece[key as keyof P] === value)
  return same ? [] : [[id, { ...piece, ...part }]]
}

function drawn({ network }: Setup, id: string, { energised, coil, tight }: Contactor, solved: Solved): boolean {
  const fed = network.coils?.find(({ device }) => device === id)
  if (!fed || coil === 'open' || !tight) return false
  return solved.volts(...fed.between) >= fed.volts * (energised ? letsGoBelow : drawsInFrom)
}

/** Notes since when each thermal relay has felt too much. */
function heated(setup: Setup, world: World, at: number): World {
  const pieces = Object.entries(world).flatMap(([id, piece]): [string, Piece][] => {
    if (piece.kind !== 'thermal-relay') return []
    const hot = overloadRatio(largestAmps(setup, world, id, 'heater'), piece) !== null
    return hot === (piece.hotSince !== null) ? [] : [[id, { ...piece, hotSince: hot ? at : null }]]
  })
  return pieces.length > 0 ? { ...world, ...Object.fromEntries(pieces) } : world
}
