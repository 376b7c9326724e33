// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated } from 'kysely'
import type { RenewalRecord } from '#domain/anchoring/index.ts'
import type { Renewing } from '#service/use-cases/resealing/ports.ts'
import type { DiplomaTables } from '../diploma-store/tables.ts'

/** The tables of renewals (migrations/0111_renewals.sql) and those of issuing that they stand on. */
export type RenewalTables = DiplomaTables & {
  renewal_documents: { digest: string; text: string }
  renewals: {
    id: string
    issuer: string
    year: number
    hash: string
    state: Renewing['state']
    opened_at: Date
    contexts: string
    cursor: string
    blocks: Generated<number>
    sealed: Generated<number>
    record: ColumnType<RenewalRecord, string, string> | null
    signer: string | null
    roots: Uint8Array | null
    root: string | null
    account: string | null
    anchoring: Generated<number>
    confirmed_at: Date | null
  }
  renewal_lists: { renewal: string; list: string; revocation: string; suspension: string | null }
  renewal_blocks: { renewal: string; block: number; source: string; first: number | null; count: number; keys: string[] | null; leaves: Uint8Array; root: Uint8Array }
}
