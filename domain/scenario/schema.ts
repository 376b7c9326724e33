// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Equipment, Id, Network, TextSchema } from '../workshop/setup.ts'
import { ConditionSchema } from './condition.ts'
import type { Condition } from './condition.ts'

const strict = { additionalProperties: false }
const ConditionField = Type.Unsafe<Condition>(ConditionSchema)
const Values = Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]))

/** Changes to the equipment, by its id: each key given replaces the same key. */
const Changes = Type.Object({
  equipment: Type.Optional(Type.Record(Type.String(), Type.Partial(Equipment))),
  network: Type.Optional(Type.Partial(Network)),
}, strict)

export const Criterion = Type.Object({
  id: Id,
  text: TextSchema,
  /** Codes of the framework's competences. */
  competences: Type.Array(Type.String(), { minItems: 1 }),
  /** A fault that fails the whole attempt. */
  eliminatory: Type.Boolean(),
  /** The criterion can be left out without harm: not observed, it takes nothing away. */
  optional: Type.Optional(Type.Boolean()),
  /** Only for these variants. Absent: for all. */
  variants: Type.Optional(Type.Array(Id)),
  /** While it does not hold there is nothing to judge. Absent: always judged. */
  observed: Type.Optional(ConditionField),
  met: ConditionField,
  /** `{time}` and the values of the moment's events can be used. */
  reasons: Type.Object({ met: TextSchema, notMet: TextSchema, notObserved: TextSchema }, strict),
}, strict)
export type Criterion = Static<typeof Criterion>

export const Rubric = Type.Object({
  framework: Id,
  /** Who stands behind these criteria, and who does not yet. Shown with every result. */
  status: TextSchema,
  criteria: Type.Array(Criterion, { minItems: 1 }),
}, strict)
export type Rubric = Static<typeof Rubric>

const Stage = Type.Object({
  id: Id,
  title: TextSchema,
  aim: TextSchema,
  /** Stages that come first; the others are free. */
  after: Type.Array(Id),
  variants: Type.Optional(Type.Array(Id)),
  done: ConditionField,
  /** Said in guided mode: the first whose `until` does not hold yet. */
  hints: Type.Array(Type.Object({ until: ConditionField, text: TextSchema, variants: Type.Optional(Type.Array(Id)) }, strict)),
}, strict)

/** A scenario file. */
export const ScenarioSchema = Type.Object({
  $schema: Type.Optional(Type.String()),
  id: Id,
  version: Type.String(),
  title: TextSchema,
  summary: TextSchema,
  /** What one is asked to do, as it is handed over. */
  brief: TextSchema,
  licence: Type.String(),
  authors: Type.Array(Type.String(), { minItems: 1 }),
  framework: Id,
  minutes: Type.Integer({ minimum: 1 }),
  places: Type.Array(Type.Object({ id: Id, name: TextSchema }, strict), { minItems: 1 }),
  equipment: Type.Array(Equipment, { minItems: 1 }),
  network: Network,
  /** Chosen by the seed: seed modulo the number of variants. */
  variants: Type.Array(Type.Object({ id: Id, title: TextSchema, facts: Values, changes: Changes }, strict), { minItems: 1 }),
  /** Small misfortunes that the seed draws beside the variant: one time in `oneIn`. */
  chances: Type.Array(Type.Object({ id: Id, oneIn: Type.Integer({ minimum: 2 }), changes: Changes }, strict)),
  /** Conditions named once, to be used by `{ use: name }` in stages and criteria. */
  conditions: Type.Optional(Type.Record(Type.String(), ConditionField)),
  stages: Type.Array(Stage, { minItems: 1 }),
  rubric: Rubric,
  /** Words for gestures, events and states, where this scenario says them in its own way. */
  words: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), TextSchema))),
}, strict)
export type Scenario = Static<typeof ScenarioSchema>
export type Stage = Scenario['stages'][number]
export type Variant = Scenario['variants'][number]
