// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'
import type { Static } from 'typebox'

/** A text in both languages, as a schema. */
export const TextSchema = Type.Object(
  { fr: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)
export const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })
const strict = { additionalProperties: false }

export const Choice = Type.Object({ value: Id, label: TextSchema }, strict)
export const Field = Type.Object({ id: Id, label: TextSchema, choices: Type.Array(Choice, { minItems: 1 }) }, strict)

/** One piece of equipment as the scenario describes it: what it is, where it is, how it begins. */
export const Equipment = Type.Object({
  id: Id,
  kind: Id,
  place: Id,
  /** How it is called in a sentence, with its article: « le disjoncteur Q3 ». */
  name: TextSchema,
  /** What is engraved on it or beside it. */
  label: Type.Optional(TextSchema),
  /** What one reads on it or sees by looking closely. */
  says: Type.Optional(TextSchema),
  /** The door it is behind: out of reach while that door is closed. */
  behind: Type.Optional(Id),
  /** The door its terminals are behind, when its lever is in reach from outside. */
  terminalsBehind: Type.Optional(Id),
  /** Other equipment beside it: the second probe of a measurement begun here can go to their terminals too. */
  alongside: Type.Optional(Type.Array(Id)),
  /** Names of its terminals; each is the node `<id>.<terminal>` of the network. */
  terminals: Type.Optional(Type.Array(Id)),
  /** What is engraved at each terminal. */
  terminalNames: Type.Optional(Type.Record(Type.String(), TextSchema)),
  /** Fields to fill, for a tag or a form. */
  fields: Type.Optional(Type.Array(Field)),
  /** Parts of it that gestures name, where they are neither terminals nor fields: the pads of a board. */
  parts: Type.Optional(Type.Array(Type.Object({ id: Id, label: TextSchema }, strict))),
  /** For a key: the padlock it opens. */
  opens: Type.Optional(Id),
  /** For a form: whether it is signed and who receives it. */
  signed: Type.Optional(Type.Boolean()),
  handedTo: Type.Optional(Id),
  /** For a person: the terminals they will work on. */
  worksAt: Type.Optional(Id),
  /** How it begins, where that differs from its kind's usual beginning. */
  start: Type.Optional(Type.Record(Type.String(), Type.Union([Type.Boolean(), Type.String(), Type.Number(), Type.Null()]))),
}, strict)
export type Equipment = Static<typeof Equipment>

const Node = Type.String({ pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' })
const Pole = Type.Tuple([Node, Node])

/** The electrical network: what feeds, what conducts, what can open, what consumes. */
export const Network = Type.Object({
  /** The node everything is measured against in the end. */
  earth: Node,
  sources: Type.Array(Type.Object({
    id: Id,
    /** Phase to neutral, in volts; phases in order L1, L2, L3 (120° apart), neutral held at earth (TN-S). */
    volts: Type.Number({ exclusiveMinimum: 0 }),
    phases: Type.Array(Node, { minItems: 1, maxItems: 3 }),
    neutral: Node,
    /** A standby source starts by itself when this node is no longer fed by the others. */
    startsWhenDead: Type.Optional(Node),
  }, strict)),
  conductors: Type.Array(Pole),
  switches: Type.Array(Type.Object({ device: Id, poles: Type.Array(Pole, { minItems: 1 }) }, strict)),
  loads: Type.Array(Type.Object({
    device: Id,
    ohms: Type.Number({ exclusiveMinimum: 0 }),
    between: Type.Array(Pole, { minItems: 1 }),
  }, strict)),
  /** Contacts that a device moves, by their name in its kind (contacts.ts): from the supply's side to the load's. */
  contacts: Type.Optional(Type.Array(Type.Object({ device: Id, contact: Id, between: Pole }, strict))),
  /** Coils that pull a contactor in once they are fed at their voltage. */
  coils: Type.Optional(Type.Array(Type.Object({
    device: Id, ohms: Type.Number({ exclusiveMinimum: 0 }), volts: Type.Number({ exclusiveMinimum: 0 }), between: Pole,
  }, strict))),
  /** Three-phase motors: ohms of each winding (from a line's terminal to the star) as it turns, blocked, and bare. */
  motors: Type.Optional(Type.Array(Type.Object({
    device: Id,
    /** Between two lines, in volts. */
    volts: Type.Number({ exclusiveMinimum: 0 }),
    running: Type.Number({ exclusiveMinimum: 0 }),
    blocked: Type.Number({ exclusiveMinimum: 0 }),
    winding: Type.Number({ exclusiveMinimum: 0 }),
    windings: Type.Tuple([Pole, Pole, Pole]),
  }, strict))),
}, strict)
export type Network = Static<typeof Network>

/** What does not change during an attempt: the equipment and the network of the variant that the seed chose. */
export type Setup = { equipment: Readonly<Record<string, Equipment>>; network: Network }
