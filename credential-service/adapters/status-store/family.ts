// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Transaction } from 'kysely'
import type { DiplomaSearch, GovernedCredential, Officer } from '#service/use-cases/status/ports.ts'
import type { IssuingTables } from '../issuing-store/tables.ts'

export type Db = Kysely<IssuingTables>
export type Tx = Transaction<IssuingTables>
export type Named = { credential: string } | { recordKey: string }

/** One kind of credentials as the acts of two persons see it: where they are kept, who governs them, what replaces them. */
export type Family = {
  /** Whether a record key names one of these. */
  owns(recordKey: string): boolean
  /** Null when there is none, or it is not the officer's to govern. */
  find(db: Db, officer: Officer, named: Named): Promise<GovernedCredential | null>
  /** Acts that wait about what the officer governs, oldest first. */
  waiting(db: Db, officer: Officer, limit: number): Promise<{ id: string; proposedAt: Date }[]>
  search?(db: Db, officer: Officer, wanted: DiplomaSearch): Promise<GovernedCredential[]>
  /** Writes the place of one that has none in the table yet, before the first act about it. */
  place?(tx: Tx, recordKey: string): Promise<void>
  /** What a confirmed correction does beside taking the old one back. */
  replace(tx: Tx, recordKey: string, act: { id: string; by: string; at: Date }): Promise<void>
}
