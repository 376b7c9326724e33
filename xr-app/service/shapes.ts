// SPDX-License-Identifier: EUPL-1.2
// What the service answers, as the pages read it. The service checks the same shapes at its own door (/api/docs).
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

export type CompetenceResult = { code: string; result: 'acquired' | 'not-acquired' | 'not-observed'; criteria: string[] }

export type CriterionResult = {
  id: string
  text: Text
  competences: string[]
  /** 'met', 'not-met' or 'not-observed'. */
  result: string
  reason: Text
  /** Simulation time in milliseconds; null when no single moment tells. */
  at: number | null
  eliminatory: boolean
}

export type Results = {
  competences: CompetenceResult[]
  criteria: CriterionResult[]
  eliminated: string[]
  acquired: boolean
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
  status: 'preparing' | 'anchoring' | 'ready'
}

export type Session = { id: string; code: string; scenario: string; openedAt: string; closedAt: string | null }

export type PendingLine = {
  attempt: string
  learner: { displayName: string }
  scenario: { id: string; title: Text }
  finishedAt: string
  assurance: Assurance
  acquired: boolean
  criteriaMet: number
  criteriaTotal: number
  eliminated: number
}
