// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
/** bigint: a string from PostgreSQL, a number from PGlite; `Number()` reads both. */
type Big = ColumnType<string | number, number, number>

/** What is signed, in the words of EIP-1559; amounts are decimal texts in wei. */
export type TransactionRequest = {
  /** Absent when the transaction creates a contract. */
  to?: string
  data: string
  value: string
  gasLimit: string
  maxFeePerGas: string
  maxPriorityFeePerGas: string
  chainId: number
}

export type TransactionState = 'reserved' | 'signed' | 'confirmed' | 'reverted'

export type LedgerTables = {
  ledger_accounts: { address: string; name: string; kid: string; next_nonce: Generated<number> }
  ledger_transactions: {
    sequence: Generated<string | number>
    idempotency_key: string
    account: string
    nonce: number
    purpose: string
    request: Json<TransactionRequest>
    raw: string | null
    hash: string | null
    state: TransactionState
    block_number: Big | null
    block_hash: string | null
    block_timestamp: Big | null
    included_at: Date | null
    sends: Generated<number>
    last_error: string | null
    created_at: Generated<Date>
    rival_number: Big | null
    rival_hash: string | null
    rival_since: Date | null
  }
  ledger_variants: {
    hash: string
    transaction: Big
    place: Generated<string | number>
    nonce: number
    raw: string
    max_fee: string
    priority_fee: string
    sent_at: Date | null
    sent_head: Big | null
  }
  ledger_network: { only_one: Generated<boolean>; chain_id: Big; genesis: string; head_number: Big; head_hash: string }
}
