// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated } from 'kysely'
import type { JsonObject, StatusAct, StatusState } from '#domain/credential/index.ts'
import type { AccreditationRecord } from '#domain/verification/bundle.ts'
import type { IssuingOrder } from '#service/use-cases/issuing/ports.ts'
import type { ActDecision } from '#service/use-cases/status/ports.ts'

/** A jsonb column: read as a value, written as its JSON text (the same on PGlite and PostgreSQL). */
type Json<T> = ColumnType<T, string, string>
type Big = ColumnType<string | number, number, number>

/** The tables of issuing (migrations/0003_issuing.sql) and those of others it reads. */
export type IssuingTables = {
  schools: { id: string; slug: string; name: string; academy: string; kind: Generated<'school' | 'academy'> }
  people: { id: string; display_name: string }
  scenario_versions: { digest: string; id: string; text: string }
  issuing_orders: {
    attempt: string
    learner: string
    school: string
    scenario: string
    scenario_digest: string
    results: Json<IssuingOrder['results']>
    evidence_digest: string
    assurance: string
    finished_at: Date
    decided_at: Date
    decided_by: string
    supersedes: Generated<string | null>
  }
  issuers: {
    did: string
    school: string
    slug: string
    origin: string
    account: string
    signing_kid: string
    verification_method: string
    document: Json<JsonObject>
    document_digest: string
    registered_at: Big | null
    closes_at: Big | null
    successor: string | null
    created_at: Generated<Date>
  }
  issuer_documents: {
    did: string
    digest: string
    document: Json<JsonObject>
    signing_kid: string
    verification_method: string
    recorded_at: Big | null
    created_at: Generated<Date>
  }
  status_lists: {
    id: string
    issuer: string
    purpose: string
    url: string
    length: number
    version: Generated<number>
    created_at: Generated<Date>
  }
  status_indexes: {
    list: string
    position: number
    record_key: string
    state: Generated<StatusState>
    changed_at: Generated<Date | null>
  }
  status_acts: {
    id: string
    record_key: string
    act: StatusAct
    reason: string
    proposed_by: string
    proposed_at: Date
    decision: ActDecision | null
    decided_by: string | null
    decided_at: Date | null
  }
  status_publications: {
    digest: string
    list: string
    form: Generated<string>
    version: number
    turn: Generated<number>
    signed: string
    published_at: Date
    expires_at: Date | null
    anchored_at: Generated<Date | null>
  }
  batches: {
    id: string
    issuer: string
    kind: number
    leaves: Json<string[]>
    root: string
    anchoring: Generated<number>
    closed_at: Date
    confirmed_at: Date | null
    accreditation: Json<AccreditationRecord[]> | null
  }
  credentials: {
    record_key: string
    id: string
    learner: string
    school: string
    scenario: string
    issuer: string
    kind: number
    status_list: string
    status_position: number
    salt_sealed: string
    issued_at: Date
    signed: string | null
    digest: string | null
    leaf: string | null
    status_digest: string | null
    batch: string | null
    problem: string | null
  }
  credential_forms: { credential: string; form: string; signed: string; made_at: Generated<Date> }
}
