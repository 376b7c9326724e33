// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType } from 'kysely'
import type { AccreditationRecord } from '#domain/verification/bundle.ts'
import type { BatchOnLedger, SessionState } from '#service/use-cases/diplomas/ports.ts'
import type { IssuingTables } from '../issuing-store/tables.ts'

type Json<T> = ColumnType<T, string, string>

/** The tables of diplomas (migrations/0007_diplomas.sql, 0100_governed_diplomas.sql, 0101_diploma_holders.sql) and those of issuing that they stand on. */
export type DiplomaTables = IssuingTables & {
  issuing_sessions: {
    id: string
    issuer: string
    session: string
    academy: string
    state: SessionState
    key_sealed: string
    valid_from: Date
    expected: number | null
    issued: number
    deliberation: string | null
    last_key: string | null
    resumed_at: Date
    issued_before: number
    last_part_at: Date | null
    problem: string | null
    created_at: Date
  }
  diploma_lists: { session: string; ordinal: number; list: string }
  diploma_forms: { id: string; template: string }
  diplomas: {
    session: string
    place: number
    record_key: string
    id: string
    form: string | null
    texts: string
    signature: Uint8Array
    digest: Uint8Array
    leaf: Uint8Array
    salt: Uint8Array | null
  }
  diploma_batches: {
    session: string
    ordinal: number
    root: string
    leaf_count: number
    roots: Uint8Array
    anchoring: ColumnType<number, number | undefined, number>
    closed_at: Date
    confirmed_at: Date | null
    accreditation: Json<AccreditationRecord[]> | null
    decision: Json<BatchOnLedger['decision']> | null
  }
  governed_diplomas: { record_key: string; diploma: string; school_uai: string; replaced_by: string | null }
  diploma_holders: { diploma: string; person: string; since: Date }
  diploma_claims: {
    code_digest: string
    diploma: string
    made_by: string
    made_at: Date
    expires_at: Date
    failures: ColumnType<number, number | undefined, number>
    used_at: Date | null
  }
  diploma_copies: { diploma: string; form: string; signed: string; made_at: ColumnType<Date, Date | undefined, Date> }
  diploma_parts: {
    session: string
    batch: number
    level: number
    place: number
    root: string
    anchoring: ColumnType<number, number | undefined, number>
    confirmed_at: Date | null
  }
  diploma_blocks: { session: string; batch: number; block: number; first: Uint8Array; leaves: Uint8Array }
}
