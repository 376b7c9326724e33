// SPDX-License-Identifier: EUPL-1.2
import type { FinishName } from '../craft/finish.ts'
import type { KindBody } from '../kind-body.ts'
import { PITCH, terminalBlock as rowOf } from '../terminal-block.ts'

/** The colour of a terminal, by what is wired to it: earth, neutral, anything else. */
export const terminalFinish = (name: string): FinishName =>
  (/^(pe|earth|t)\d*$/.test(name) ? 'terminalEarth' : /^n\d*$/.test(name) ? 'terminalBlue' : 'terminalGrey')

/** A row of screw terminals on its rail. The plate at its left bears its id, or the layout's `title`. */
export const terminalBlock: KindBody<'terminal-block'> = {
  home: 'rail',
  build: ({ id, equipment, look, press }) => rowOf(id, [String(look['title'] ?? id.toUpperCase())],
    (equipment.terminals ?? []).map((name) => ({ id: `${id}.${name}`, mark: name.toUpperCase(), finish: terminalFinish(name) })), press),
  // The middle of a terminal's upper screw, where a probe or a clamp goes.
  places: ({ equipment: { terminals = [] } }) => Object.fromEntries(terminals.map((name, i) =>
    [name, { at: [(i - (terminals.length - 1) / 2) * PITCH, 0.019, 0.050] }])),
  exhibit: { equipment: { terminals: ['l1', 'l2', 'l3', 'n', 'pe'] }, look: { title: 'X1' }, states: [{ identified: true }] },
}
