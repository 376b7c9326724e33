// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'

const strict = { additionalProperties: false }
const Word = Type.String({ minLength: 1 })
/** One word, or any of several. `$name` stands for a fact of the variant, or for the item of an `each`. */
const OneOf = Type.Union([Word, Type.Array(Word, { minItems: 1 })])
const Value = Type.Union([Type.String(), Type.Boolean(), Type.Null(), Type.Number()])
export type OneOf = string | string[]
const [aCondition, aMatch, aStateTest] = [Type.Ref('Condition'), Type.Ref('Match'), Type.Ref('StateTest')]

/** How a piece must be: path of its state (`closed`, `fields.name`) to the value it must have (or one of several). */
const StateTestSchema = Type.Object(
  { of: OneOf, is: Type.Record(Type.String(), Type.Union([Value, Type.Array(Value)])) }, strict)
export type StateValue = string | boolean | null | number
export type StateTest = { of: OneOf; is: Record<string, StateValue | StateValue[]> }

/** A moment of the trace: what was done, what came of it, how the world was just before or after. */
const MatchSchema = Type.Object({
  name: Type.Optional(OneOf),
  target: Type.Optional(OneOf),
  with: Type.Optional(OneOf),
  value: Type.Optional(OneOf),
  between: Type.Optional(Type.Tuple([Word, Word])),
  event: Type.Optional(OneOf),
  eventTarget: Type.Optional(OneOf),
  values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean(), Type.Number()]))),
  when: Type.Optional(Type.Array(aStateTest)),
  then: Type.Optional(Type.Array(aStateTest)),
}, { ...strict, minProperties: 1 })
export type Match = {
  name?: OneOf
  target?: OneOf
  with?: OneOf
  value?: OneOf
  /** Two terminals, in either order. */
  between?: [string, string]
  /** An event of that moment. */
  event?: OneOf
  eventTarget?: OneOf
  values?: Record<string, string | boolean | number>
  /** States just before. */
  when?: StateTest[]
  /** States just after. */
  then?: StateTest[]
}

const Step = Type.Union([
  Type.Object({ one: aMatch, withinMs: Type.Optional(Type.Number()) }, strict),
  Type.Object({ allOf: Type.Array(aMatch, { minItems: 1 }), withinMs: Type.Optional(Type.Number()) }, strict),
])
/** A step of a sequence; `withinMs`: at most so long after the step before. `allOf`: in any order. */
export type Step = { withinMs?: number } & ({ one: Match } | { allOf: Match[] })

/** The rubric's language, as a schema. */
export const ConditionSchema = Type.Cyclic({
  Condition: Type.Union([
    Type.Object({ done: aMatch }, strict),
    Type.Object({ never: aMatch }, strict),
    Type.Object({ before: Type.Tuple([aMatch, aMatch]) }, strict),
    Type.Object({ within: Type.Object({ ms: Type.Number(), from: aMatch, to: aMatch }, strict) }, strict),
    Type.Object({ sequence: Type.Object({
      steps: Type.Array(Step, { minItems: 1 }), without: Type.Optional(aMatch), notSince: Type.Optional(aMatch),
    }, strict) }, strict),
    Type.Object({ state: Type.Array(aStateTest, { minItems: 1 }) }, strict),
    Type.Object({ every: aMatch, needs: aCondition }, strict),
    Type.Object({ all: Type.Array(aCondition) }, strict),
    Type.Object({ any: Type.Array(aCondition) }, strict),
    Type.Object({ not: aCondition }, strict),
    Type.Object({ each: OneOf, holds: aCondition }, strict),
    Type.Object({ use: Word }, strict),
  ]),
  Match: MatchSchema,
  StateTest: StateTestSchema,
}, 'Condition')

/** A sentence about a trace, which holds or does not (docs/add-a-scenario.md shows each). */
export type Condition =
  /** It happened at least once. */
  | { done: Match }
  /** It never happened. */
  | { never: Match }
  /** The first happened, and not after the second had. */
  | { before: [Match, Match] }
  /** Each `to` comes at most `ms` after a `from`. */
  | { within: { ms: number; from: Match; to: Match } }
  /** The steps happened in this order; `without` did not happen in between, nor `notSince` after the last. */
  | { sequence: { steps: Step[]; without?: Match; notSince?: Match } }
  /** How things are at the end of the trace looked at. */
  | { state: StateTest[] }
  /** Each time it happened, the condition held just before (over the trace up to there). */
  | { every: Match; needs: Condition }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  /** For each item of a list (a fact of the variant, or written out); the item is `$it` inside. */
  | { each: OneOf; holds: Condition }
  /** A condition the scenario names once (`conditions`); reading the scenario puts it in place. */
  | { use: string }
