// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import type { Assurance, Mode } from '#domain/evidence/recording.ts'
import type { Action } from '#domain/workshop/action.ts'
import type { Generated, Kysely, Selectable, Transaction } from 'kysely'
import type { AttemptStatus, Decision, RefusalReason } from '../../use-cases/evidence/ports.ts'
import type { Tables } from '../database/database.ts'

type Json<Read> = { readonly __select__: Read; readonly __insert__: string; readonly __update__: string }

/** The tables of migrations/0002_evidence.sql. */
export type EvidenceTables = Pick<Tables, 'people'> & {
  scenario_versions: { digest: Digest; id: string; text: string; kept_at: Generated<Date> }
  teaching_sessions: {
    id: string; code: string; scenario: string; school: string; teacher: string
    opened_at: Date; closed_at: Date | null
  }
  attempts: {
    id: string; person: string; school: string | null; session: string | null
    scenario: string; scenario_digest: Digest; seed: number; mode: Mode; assurance: Assurance; nonce: string
    status: AttemptStatus; started_at: Date; finished_at: Date | null; acquired: boolean | null
  }
  chunks: {
    attempt: string; sequence: number; previous: Digest; digest: Digest; actions: Json<Action[]>; received_at: Date
  }
  criterion_results: {
    attempt: string; position: number; criterion: string; result: string
    eliminatory: boolean; eliminates: boolean; detail: Json<unknown>
  }
  competence_results: { attempt: string; position: number; competence: string; result: string; detail: Json<unknown> }
  decisions: {
    attempt: string; decision: Decision['decision']; reason: RefusalReason | null; decided_at: Date; decided_by: string
  }
  issuing_orders: {
    attempt: string; learner: string; school: string; scenario: string; scenario_digest: Digest
    results: Json<unknown>; evidence_digest: Digest; assurance: Assurance
    finished_at: Date; decided_at: Date; decided_by: string
  }
  /** As much as evidence needs to know of the issuer's table (0003_issuing.sql). */
  credentials: { record_key: string; id: string; signed: string | null }
}

export type EvidenceDb = Kysely<EvidenceTables> | Transaction<EvidenceTables>
export type AttemptRow = Selectable<EvidenceTables['attempts']>
