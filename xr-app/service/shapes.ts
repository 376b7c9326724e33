// SPDX-License-Identifier: EUPL-1.2
// What the service answers, as the pages read it. The service checks the same shapes at its own door (/api/docs).
import type { Results } from '#domain/assessment/results.ts'
import type { Digest } from '#domain/canonical.ts'
import type { Assurance, Mode } from '#domain/evidence/recording.ts'
import type { Text } from '#domain/text.ts'
import type { Action, WorldEvent } from '#domain/workshop/action.ts'

export type CatalogueEntry = {
  id: string
  digest: Digest
  title: Text
  summary: Text
  framework: { id: string; title: Text }
  competences: { code: string; label: Text }[]
  minutes: number
  modes: Mode[]
}

export type AttemptStatus = 'open' | 'assessed' | 'validated' | 'refused' | 'issued'

export type AttemptLine = {
  id: string
  scenario: { id: string; title: Text }
  mode: Mode
  assurance: Assurance
  status: AttemptStatus
  startedAt: string
  finishedAt: string | null
  acquired: boolean | null
}

export type Moment = { at: number; action: Action; events: WorldEvent[] }

export type Debrief = {
  attempt: {
    id: string
    scenario: { id: string; title: Text; digest: Digest }
    mode: Mode
    assurance: Assurance
    status: AttemptStatus
    startedAt: string
    finishedAt: string | null
    variant: string
    /** With it the recording replays to the very same world. */
    seed: number
    /** How long evidence was held back at most, in milliseconds. */
    longestSilenceMs: number
  }
  learner: { displayName: string } | null
  results: Results
  trace: Moment[]
  decision: { decision: string; reason: string | null; decidedAt: string } | null
  credential: string | null
}

export type CredentialLine = {
  id: string
  title: Text | string
  school: string
  issuedAt: string
  status: 'preparing' | 'anchoring' | 'ready' | 'failed'
}

/** A diploma in its holder's wallet. */
export type DiplomaLine = {
  id: string
  /** In the reader's language; the diploma itself says it in French. */
  title: Text
  state: 'valid' | 'suspended' | 'revoked'
  ready: boolean
  issuer: { did: string; name: string }
  validFrom: string
  session: string
  holder: { familyName: string; givenNames: string; birthDate: string; birthPlace: string }
  diploma: { code: string; title: string; speciality: string | null; mention: string | null }
  school: { uai: string; name: string }
}

export type Session = { id: string; code: string; scenario: string; openedAt: string; closedAt: string | null }

/** An attempt of the teacher's school: finished and waiting for a decision, or begun and left. */
export type TeacherLine = {
  attempt: string
  learner: { displayName: string }
  scenario: { id: string; title: Text }
  startedAt: string
  finishedAt: string | null
  assurance: Assurance
  acquired: boolean | null
  criteriaMet: number | null
  criteriaTotal: number | null
  eliminated: boolean | null
  /** Other assessed attempts at it that the same learner left unfinished. */
  unfinishedOthers: number
  longestSilenceMs: number
}

export const refusalReasons = ['not-observed', 'not-the-learner', 'helped', 'interrupted', 'safety', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]
