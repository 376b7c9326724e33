// SPDX-License-Identifier: EUPL-1.2
import { becomes, idIn, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import { isContact } from './jacks.ts'
import type { Piece } from './pieces.ts'
import { brushedLive } from './reaching-in.ts'

/** Lays a pair: its striped wire on the first contact, its solid wire on the second. */
function lay(moment: Moment): Consequence {
  const { setup, world, action } = moment
  const id = action.with ?? ''
  const second = action.second ?? ''
  const pair = pieceOf(world, id, 'wire-pair')
  const end = pieceOf(world, pair.end, 'cable-end')
  const where = setup.equipment[idIn(action.target)]
  if (!isContact(action.target) || !isContact(second) || idIn(second) !== where?.id) return refused('no-contact')
  if (!reaches(pair, action.target)) return refused('out-of-cable')
  if (end.sheath === 'on') return refused('sheath-on')
  if (end.untwist === null) return refused('still-twisted')
  if (pair.white ?? pair.solid) return refused('already-laid')
  if ([action.target, second].some((contact) => isHeld(moment, contact))) return refused('contact-taken')
  return brushedLive(moment, action.target)
    ?? becomes(id, { ...pair, white: action.target, solid: second, seat: 'none' }, { name: 'laid' })
}

/** Whether the cable is long enough to bring this pair there. */
const reaches = (pair: Piece, contact: string): boolean => pair.kind === 'wire-pair' && pair.reach.split(' ').includes(idIn(contact))

const isHeld = ({ world }: Moment, contact: string) => Object.values(world).some((piece) =>
  piece.kind === 'wire-pair' && (piece.white === contact || piece.solid === contact))

/** Lifts the two wires off their contacts. */
function pullOut(moment: Moment): Consequence {
  const { world, action } = moment
  const pair = pieceOf(world, action.target, 'wire-pair')
  if (!pair.white || !pair.solid) return refused('not-laid')
  return brushedLive(moment, pair.white)
    ?? becomes(action.target, { ...pair, white: null, solid: null, seat: 'none' }, { name: 'pulled-out' })
}

/** Pressed in with a thumb or a screwdriver, a wire is held, and its insulation is hardly cut. */
function pressIn(moment: Moment): Consequence {
  const { world, action } = moment
  const pair = pieceOf(world, action.target, 'wire-pair')
  if (!pair.white) return refused('not-laid')
  if (pair.seat !== 'none') return refused('already-seated')
  return brushedLive(moment, pair.white) ?? becomes(action.target, { ...pair, seat: 'poor' }, { name: 'pressed-in' })
}

/** One pair of a cable's end, held by its two wires. Its gestures are always there: what they are worth, it does not say. */
export const wirePair: Kind = {
  start: ({ start }) => ({ kind: 'wire-pair', end: '', colour: '', reach: '', white: null, solid: null, seat: 'none', ...start }),
  gestures: { 'press-in': { perform: pressIn }, 'pull-out': { perform: pullOut } },
  uses: { lay: { pair: true, ordered: true, on: ['network-module'], offered: (tool, terminal) => isContact(terminal) && reaches(tool, terminal), perform: lay } },
  looks: (piece) => (piece.kind !== 'wire-pair' ? [] : [piece.white ? (piece.seat === 'none' ? 'pair-laid' : 'pair-seated') : 'pair-free']),
  lines: (piece) => (piece.kind !== 'wire-pair' || !piece.white || !piece.solid ? [] : [
    { of: piece.white, is: `wire-white-${piece.colour}` }, { of: piece.solid, is: `wire-${piece.colour}` },
  ]),
}
