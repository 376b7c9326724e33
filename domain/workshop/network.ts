// SPDX-License-Identifier: EUPL-1.2
import type { Motor, World } from './pieces.ts'
import type { Network, Setup } from './setup.ts'
import { groupNodes } from './nodes.ts'
import type { Groups } from './nodes.ts'
import { floatingPotentials } from './floating.ts'
import { phase, voltsBetween, zero } from './phasor.ts'
import type { Phasor } from './phasor.ts'

/** Above this many volts a conductor can hurt (the conventional limit of IEC 61140 for alternating current). */
export const dangerousVolts = 50
const deadVolts = 50

/** The network solved at one moment: the potential at any node, and whether two different potentials are joined. */
export type Solved = {
  potentialAt(node: string): Phasor
  volts(a: string, b: string): number
  /** Nodes where a source is joined to earth or to another potential: a short circuit. */
  shorted: readonly string[]
}

type Source = Network['sources'][number]
type Motors = NonNullable<Network['motors']>

/** Which sources push at this moment: the ordinary ones, and a standby one once its node is dead. */
export function runningSources(setup: Setup, world: World): Source[] {
  const ordinary = setup.network.sources.filter((source) => !source.startsWhenDead)
  const alone = solveWith(setup, world, ordinary)
  const standby = setup.network.sources.filter(({ startsWhenDead }) =>
    startsWhenDead && alone.volts(startsWhenDead, setup.network.earth) < deadVolts)
  return [...ordinary, ...standby]
}

/**
 * Solves the network for the potential at every node: nodes joined by conductors, closed poles and earthing clamps
 * share one potential; a group holding a source has that source's; the others float, pulled by the loads between
 * groups and by a small leak to earth, so that an isolated conductor reads 0 V.
 */
export function solve(setup: Setup, world: World): Solved {
  return solveWith(setup, world, runningSources(setup, world))
}

/** As `solve`, with the sources given: what stays fed by these once a device has moved. */
export function solveWith(setup: Setup, world: World, sources: readonly Source[]): Solved {
  const groups = groupNodes(setup, world)
  const { held, shorted } = heldPotentials(setup.network, groups, sources)
  const floating = floatingPotentials(setup.network, world, groups, held)
  const potentialAt = (node: string) => {
    const group = groups.groupOf(node)
    return held.get(group) ?? floating.get(group) ?? zero
  }
  return { potentialAt, volts: (a, b) => voltsBetween(potentialAt(a), potentialAt(b)), shorted }
}

function heldPotentials(network: Network, groups: Groups, sources: readonly Source[]) {
  const held = new Map<string, Phasor>([[groups.groupOf(network.earth), zero]])
  const shorted: string[] = []
  const hold = (node: string, potential: Phasor) => {
    const group = groups.groupOf(node)
    const already = held.get(group)
    if (already && voltsBetween(already, potential) > 1) shorted.push(node)
    if (!already) held.set(group, potential)
  }
  for (const source of sources) {
    hold(source.neutral, zero)
    source.phases.forEach((node, index) => hold(node, phase(index, source.volts)))
  }
  return { held, shorted }
}

/** What draws a current at this moment: loads switched on and fed at every winding, motors that turn or hum. */
export function runningLoads(setup: Setup, world: World, solved: Solved = solve(setup, world)): string[] {
  const motors = (setup.network.motors ?? []).filter((motor) => spinOf(motor, world, solved) !== 'stopped')
  return [...loadsOn(setup, world, solved), ...motors.map(({ device }) => device)]
}

function loadsOn(setup: Setup, world: World, solved: Solved): string[] {
  return setup.network.loads
    .filter(({ device, between }) => {
      const piece = world[device]
      return piece?.kind === 'load' && piece.on && between.every(([a, b]) => solved.volts(a, b) > 100)
    })
    .map(({ device }) => device)
}

/** What the lines make of a motor: it turns with all three, hums and stays with two, does nothing with one. */
export function spinOf({ device, volts, windings }: Motors[number], world: World, solved: Solved): Motor['spin'] {
  const piece = world[device]
  if (piece?.kind !== 'motor' || piece.burnt) return 'stopped'
  const [[u], [v], [w]] = windings
  const fed = ([[u, v], [v, w], [w, u]] as const).filter(([a, b]) => solved.volts(a, b) > volts * 0.75)
  return fed.length === 3 ? 'running' : fed.length > 0 ? 'humming' : 'stopped'
}
