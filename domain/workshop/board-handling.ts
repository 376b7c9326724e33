// SPDX-License-Identifier: EUPL-1.2
import { boardBecomes, boardOf, jointOf, partOf } from './board-soldering.ts'
import { refused } from './kind.ts'
import { idIn } from './kind.ts'
import type { Consequence, Moment } from './kind.ts'
import type { World } from './pieces.ts'
import { shaken, withJoints } from './solder/bench.ts'
import { amount, burnsFrom } from './solder/constants.ts'
import { isMolten } from './solder/judge.ts'
import type { CircuitBoard } from './solder/pieces.ts'

type Events = NonNullable<Consequence['events']>

/** Whether a wrist strap that works drains the charges of whoever works. */
export const grounded = (world: World): boolean =>
  Object.values(world).some((piece) => piece.kind === 'wrist-strap' && piece.worn && piece.sound)
const eyesCovered = (world: World): boolean =>
  Object.values(world).some((piece) => piece.kind === 'safety-glasses' && piece.worn)

/** A hand on the board: without a strap a charge goes through it; solder that is setting moves. */
export function handled(world: World, id: string, board: CircuitBoard): { board: CircuitBoard; events: Events } {
  const moved = shaken(id, board)
  if (grounded(world) || board.discharged) return moved
  return { board: { ...moved.board, discharged: true }, events: [{ name: 'discharged', target: id }, ...moved.events] }
}

/** A finger on a joint. */
export function touchJoint(moment: Moment): Consequence {
  const joint = jointOf(moment)
  const degrees = Math.round(Math.max(joint?.pad ?? 0, joint?.lead ?? 0))
  const { board, events } = handled(moment.world, idIn(moment.action.target), boardOf(moment))
  return boardBecomes(moment, board, { name: degrees >= burnsFrom ? 'burnt' : 'felt-cold', values: { degrees } }, ...events)
}

/** The joint under the magnifier: what its shape and its shine say. */
export function inspectJoint(moment: Moment): Consequence {
  const verdict = jointOf(moment)?.verdict ?? 'empty'
  return boardBecomes(moment, withJoints(boardOf(moment), { [partOf(moment)]: { seen: verdict } }), { name: `seen-${verdict}`, values: { verdict } })
}

/** A lead cut flush: its end flies off. */
export function trimLead(moment: Moment): Consequence {
  const joint = jointOf(moment)
  if (!joint || joint.solder < amount.some) return refused('not-soldered')
  if (isMolten(joint)) return refused('still-liquid')
  if (joint.trimmed) return refused('already-trimmed')
  const { board, events } = handled(moment.world, idIn(moment.action.target), boardOf(moment))
  const hit = eyesCovered(moment.world) ? [] : [{ name: 'eye-hit' }]
  return boardBecomes(moment, withJoints(board, { [partOf(moment)]: { trimmed: true } }), { name: 'lead-trimmed' }, ...hit, ...events)
}

/** From lead to track with the meter: a bridge shows as a short, a joint that does not hold as an open circuit. */
export function checkContinuity(moment: Moment): Consequence {
  const board = boardOf(moment)
  const verdicts = Object.values(board.joints).map(({ verdict }) => verdict)
  const broken = verdicts.some((one) => ['empty', 'cold', 'disturbed', 'lifted', 'liquid'].includes(one))
  const tested = verdicts.includes('bridged') ? 'short' : broken ? 'open' : 'passed'
  return boardBecomes(moment, { ...board, tested }, { name: `continuity-${tested}` })
}
