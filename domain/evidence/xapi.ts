// SPDX-License-Identifier: EUPL-1.2
import { digestOf } from '../canonical.ts'
import type { Scenario } from '../scenario/schema.ts'
import type { Trace, TraceMoment } from '../scenario/trace.ts'
import type { RecordingHead } from './recording.ts'

/** An account that means nothing outside the school: never a name, an address or an INE. */
export type OpaqueAccount = { homePage: string; name: string }

export type Statement = {
  id: string
  actor: { objectType: 'Agent'; account: OpaqueAccount }
  verb: { id: string; display: Record<string, string> }
  object: { objectType: 'Activity'; id: string; definition: { name: Record<string, string>; type: string } }
  context: { registration: string; extensions: Record<string, unknown> }
  result?: { extensions: Record<string, unknown> }
  timestamp: string
}

type Attempt = { head: RecordingHead; actor: OpaqueAccount; startedAt: Date; base: string }

/**
 * The recording as xAPI statements (IEEE 9274.1.1): one per action, with what it made happen, for a learning record
 * store. Ids are made from the content, so sending twice stores once. `base` is the address under which the
 * operator's activities and verbs are named.
 */
export function statementsOf(scenario: Scenario, trace: Trace, attempt: Attempt): Statement[] {
  const registration = uuidOf(attempt.head)
  return trace.moments.map((moment, index) => statement(scenario, moment, { ...attempt, registration, index }))
}

function statement(scenario: Scenario, moment: TraceMoment, attempt: Attempt & { registration: string; index: number }): Statement {
  const { base, actor, registration, index, startedAt } = attempt
  const { action, events } = moment
  const activity = `${base}/scenarios/${scenario.id}`
  return {
    id: uuidOf({ registration, index, action }),
    actor: { objectType: 'Agent', account: actor },
    verb: { id: `${base}/verbs/${action.name}`, display: { en: action.name } },
    object: {
      objectType: 'Activity',
      id: `${activity}/${action.target}`,
      definition: { name: { fr: action.target, en: action.target }, type: 'http://adlnet.gov/expapi/activities/simulation' },
    },
    context: { registration, extensions: { [`${base}/extensions/scenario`]: attempt.head.scenario, [`${base}/extensions/action`]: action } },
    ...(events.length > 0 ? { result: { extensions: { [`${base}/extensions/events`]: events } } } : {}),
    timestamp: new Date(startedAt.getTime() + moment.at).toISOString(),
  }
}

/** A UUID made from a value's digest (RFC 9562, version 8: its bits are the application's). */
function uuidOf(value: unknown): string {
  const hex = digestOf(value).slice('sha256:'.length)
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
