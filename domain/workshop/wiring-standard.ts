// SPDX-License-Identifier: EUPL-1.2
import type { Wiring } from './cabling-pieces.ts'

/** The wire on each contact, 1 to 8, by the two standards of TIA-568. */
const standards: Readonly<Record<'t568a' | 't568b', readonly string[]>> = {
  t568a: ['white-green', 'green', 'white-orange', 'blue', 'white-blue', 'orange', 'white-brown', 'brown'],
  t568b: ['white-orange', 'orange', 'white-green', 'blue', 'white-blue', 'green', 'white-brown', 'brown'],
}

/** By which standard a module is wired, from the wire on each of its contacts (`c1` to `c8`). */
export function wiringOf(wires: Readonly<Record<string, string>>): Wiring {
  if (Object.keys(wires).length === 0) return 'none'
  const follows = (standard: readonly string[]) => standard.every((wire, index) => wires[`c${index + 1}`] === wire)
  return follows(standards.t568b) ? 't568b' : follows(standards.t568a) ? 't568a' : 'other'
}
