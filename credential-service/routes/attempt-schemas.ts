// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'
import type { Digest } from '#domain/canonical.ts'
import { modes } from '#domain/scenario/play.ts'

// What passes between the app and the service about attempts; checked at the door, trusted inside.
export const DigestText = Type.Unsafe<Digest>(Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }))
export const AttemptId = Type.String({ format: 'uuid' })
export const AttemptPath = Type.Object({ id: AttemptId })
export const ScenarioId = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 })
export const Mode = Type.Enum([...modes])
export const Assurance = Type.Enum(['self', 'online', 'supervised'])
export const Status = Type.Enum(['open', 'assessed', 'validated', 'refused', 'issued'])
export const Moment = Type.String({ format: 'date-time' })
export const MaybeMoment = Type.Union([Moment, Type.Null()])
export const Bilingual = Type.Object({ fr: Type.String(), en: Type.String() })
export const NamedScenario = Type.Object({ id: Type.String(), title: Bilingual })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

const Word = Type.String({ pattern: '^[a-z0-9]+([.-][a-z0-9]+)*$', maxLength: 80 })
const strict = { additionalProperties: false }

export const ActionBody = Type.Object({
  at: Type.Integer({ minimum: 0 }),
  name: Word,
  target: Word,
  with: Type.Optional(Word),
  second: Type.Optional(Word),
  value: Type.Optional(Word),
}, strict)

export const Head = Type.Object({
  scenario: Type.Object({ id: ScenarioId, digest: DigestText }, strict),
  seed: Type.Integer({ minimum: 0 }),
  mode: Mode,
  assurance: Assurance,
  nonce: Type.String({ pattern: '^[0-9a-f]{32}$' }),
}, strict)

/** A chunk; with the first one, the head the device played with. */
export const ChunkBody = Type.Object({
  sequence: Type.Integer({ minimum: 0 }),
  previous: DigestText,
  actions: Type.Array(ActionBody, { minItems: 1, maxItems: 500 }),
  head: Type.Optional(Head),
}, strict)

export const Acknowledgement = Type.Object({ sequence: Type.Integer(), digest: DigestText, receivedAt: Moment })

export const Line = Type.Object({
  id: Type.String(),
  scenario: NamedScenario,
  mode: Mode,
  assurance: Assurance,
  status: Status,
  startedAt: Moment,
  finishedAt: MaybeMoment,
  acquired: orNull(Type.Boolean()),
})

const CriterionResult = Type.Object({
  id: Type.String(),
  text: Bilingual,
  competences: Type.Array(Type.String()),
  result: Type.String(),
  reason: Bilingual,
  at: orNull(Type.Integer()),
  eliminatory: Type.Boolean(),
})

export const ResultsBody = Type.Object({
  competences: Type.Array(Type.Object({
    code: Type.String(),
    result: Type.Enum(['acquired', 'not-acquired', 'not-observed']),
    criteria: Type.Array(Type.String()),
  })),
  criteria: Type.Array(CriterionResult),
  eliminated: Type.Array(Type.String()),
  acquired: Type.Boolean(),
})

const Event = Type.Object({
  at: Type.Integer(),
  name: Type.String(),
  target: Type.String(),
  values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
})

export const DebriefBody = Type.Object({
  attempt: Type.Object({
    id: Type.String(),
    scenario: Type.Object({ id: Type.String(), title: Bilingual, digest: DigestText }),
    mode: Mode,
    assurance: Assurance,
    status: Status,
    startedAt: Moment,
    finishedAt: MaybeMoment,
    variant: Type.String(),
    seed: Type.Integer({ description: 'With it the recording replays to the very same world' }),
    longestSilenceMs: Type.Integer({ description: 'How long evidence was held back at most' }),
  }),
  learner: orNull(Type.Object({ displayName: Type.String() })),
  results: ResultsBody,
  trace: Type.Array(Type.Object({ at: Type.Integer(), action: ActionBody, events: Type.Array(Event) })),
  decision: orNull(Type.Object({ decision: Type.String(), reason: orNull(Type.String()), decidedAt: Moment })),
  credential: orNull(Type.String()),
})
