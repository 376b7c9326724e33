// SPDX-License-Identifier: EUPL-1.2
import type { Network } from '#domain/workshop/setup.ts'
import type { FinishName } from '#app/equipment/craft/finish.ts'

type Joint = readonly [string, string]

/** Every node that the joints lead to from these, never through a node that is barred. */
function reached(from: readonly string[], joints: readonly Joint[], barred: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set(from.filter((node) => !barred.has(node)))
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const [a, b] of joints) {
      if (found.has(a) && !barred.has(b)) found.add(b)
      if (found.has(b) && !barred.has(a)) found.add(a)
    }
  }
  return found
}

/** By the terminal's own name: in a building each phase has its colour. */
function byName(node: string): FinishName {
  const name = node.split('.')[1] ?? ''
  if (/^(pe|earth|t)\d*$/.test(name)) return 'earthGreen'
  if (/^n\d*$/.test(name)) return 'neutralBlue'
  return /2/.test(name) ? 'phaseBlack' : /3/.test(name) ? 'phaseGrey' : 'phaseBrown'
}

/** Contacts where a control circuit ends: its own fuse, and the poles and heaters of what feeds a motor. */
const ofPower = new Set(['pole', 'main', 'heater'])

/**
 * The colour of each conductor's insulation, by what it is for, read from the network. Protective earth green-yellow and
 * neutral light blue (NF C 15-100). On a machine, which has coils or motors, power is black and the control circuit, from
 * its protection to the coil, red (EN 60204-1, 13.2, alternating current: there is no other here). In a building, a
 * colour for each phase.
 */
export function coloursOf(network: Network): (node: string) => FinishName {
  const { earth, sources, conductors, switches, contacts = [], coils = [], motors = [] } = network
  const earthed = reached([earth], conductors)
  const neutral = reached(sources.map((source) => source.neutral), [...conductors, ...switches.flatMap(({ poles }) => poles)], earthed)
  const control = reached(coils.flatMap(({ between }) => between),
    [...conductors, ...contacts.filter(({ contact }) => !ofPower.has(contact)).map(({ between }) => between)], new Set([...earthed, ...neutral]))
  const isMachine = coils.length + motors.length > 0
  return (node) => {
    if (earthed.has(node)) return 'earthGreen'
    if (neutral.has(node)) return 'neutralBlue'
    const named = byName(node)
    if (!isMachine || named === 'earthGreen' || named === 'neutralBlue') return named
    return control.has(node) ? 'controlRed' : 'phaseBlack'
  }
}
