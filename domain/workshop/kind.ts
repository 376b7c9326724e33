// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Text } from '../text.ts'
import type { Action, WorldEvent } from './action.ts'
import type { Piece, PieceKind, PieceOf, World } from './pieces.ts'
import type { Equipment, Setup } from './setup.ts'

/** What a gesture meets: the workshop as it is when it is done. */
export type Moment = { setup: Setup; world: World; action: Action }

/** What a gesture changes and what it makes happen. An event's target is the action's, unless it names another. */
export type Consequence = {
  pieces?: Readonly<Record<string, Piece>>
  events?: readonly { name: string; target?: string; values?: WorldEvent['values'] }[]
}

/** What can be chosen for a gesture: a part of the piece, a value. */
export type Choice = { part?: string; value?: string }

/** What time alone does to a piece until `at`: what it changes and what is then seen, each at its own time. */
export type Passing = { pieces: Readonly<Record<string, Piece>>; events: readonly WorldEvent[] }

/** A gesture on a piece of equipment: what it needs, when it makes sense to try it, what comes of it. */
export type GestureRule = {
  /** The kinds of object it is done with; none: bare hands. */
  with?: readonly PieceKind[]
  /** Done on one field of the piece, with one of the field's choices as value. */
  field?: true
  /** Done on one of these parts of the piece, with one of these values, or both: nothing else is known. */
  choices?(equipment: Equipment): readonly Choice[]
  /** Whether it is worth offering now; always possible to try. Absent: always offered. */
  offered?(piece: Piece, equipment: Equipment, tool?: Piece): boolean
  perform(moment: Moment): Consequence
}

/** What a tool does at a terminal. `pair`: it takes two terminals of the same piece. */
export type TerminalUse = {
  pair?: true
  /** Of a pair, which terminal comes first matters. */
  ordered?: true
  /** Only at the terminals of these kinds. */
  on?: readonly PieceKind[]
  offered?(tool: Piece, terminal: string): boolean
  perform(moment: Moment): Consequence
}

/** One kind of equipment: how it begins, what can be done to it, what it does at a terminal, how it looks in words. */
export type Kind = {
  start(equipment: Equipment): Piece
  gestures: Readonly<Record<string, GestureRule>>
  uses?: Readonly<Record<string, TerminalUse>>
  /** Keys of the words (words.json, `states`) that say its state. */
  looks(piece: Piece): readonly string[]
  /** Lines that say more of it: keys of the words (words.json, `details`) and what they quote. */
  details?(piece: Piece, equipment: Equipment): readonly { key: string; values?: Readonly<Record<string, Text | string | number>> }[]
  /** What happens to it by itself, as time passes. Passing twice must give what passing once gives. */
  pass?(world: World, id: string, at: number): Passing
  /** What is seen part by part: the part (or a terminal elsewhere), and the key of the words that say how it is. */
  lines?(piece: Piece): readonly { of: string; is: string }[]
  /** Its terminals carry extra-low voltage: nobody thinks twice before touching them. */
  lowVoltage?: true
}

/** The state of one piece, known to be of a kind. Refuses ERR_UNKNOWN_EQUIPMENT. */
export function pieceOf<K extends PieceKind>(world: World, id: string | undefined, ...kinds: K[]): PieceOf<K> {
  const piece = id === undefined ? undefined : world[id]
  if (!piece || !(kinds as readonly PieceKind[]).includes(piece.kind)) {
    throw new DomainError('ERR_UNKNOWN_EQUIPMENT', { id: id ?? '', expected: kinds.join(', ') })
  }
  return piece as PieceOf<K>
}

/** The equipment's id in a target such as `x3.l1` or `tag.name`. */
export const idIn = (target: string): string => target.split('.')[0] ?? target
/** The part named in a target such as `x3.l1` or `tag.name`. */
export const partIn = (target: string): string | undefined => target.split('.')[1]

/** The object gives way to nothing: the gesture was tried, the world refused it and says why. */
export const refused = (reason: string, values: WorldEvent['values'] = {}): Consequence => ({
  events: [{ name: 'refused', values: { reason, ...values } }],
})

/** One piece replaced, and what is then seen. */
export const becomes = (id: string, piece: Piece, ...events: NonNullable<Consequence['events']>): Consequence => ({
  pieces: { [id]: piece },
  events,
})
