// SPDX-License-Identifier: EUPL-1.2
import type { Selectable } from 'kysely'
import type { Head, Price } from './rules.ts'
import type { LedgerTables, TransactionRequest, TransactionState } from './tables.ts'

/** One journalled transaction. Block facts are those of the last time it was seen in a block. */
export type Entry = {
  sequence: number
  key: string
  account: string
  nonce: number
  purpose: string
  request: TransactionRequest
  /** Of the form that is in a block, or else of the last one signed. */
  raw: string | null
  hash: string | null
  state: TransactionState
  block: { number: number; hash: string; timestamp: number } | null
  includedAt: Date | null
  /** The block at which another transaction was first seen to hold this nonce. */
  rival: (Head & { since: Date }) | null
}

/** One signed form of a transaction: the same content at the same nonce, with its own fees. */
export type Variant = {
  hash: string
  nonce: number
  raw: string
  price: Price
  /** When, and at which block, it was first offered to a node. */
  sent: { at: Date; head: number } | null
}

export function toEntry(row: Selectable<LedgerTables['ledger_transactions']>): Entry {
  const block = row.block_hash === null ? null : {
    number: Number(row.block_number), hash: row.block_hash, timestamp: Number(row.block_timestamp),
  }
  const rival = row.rival_hash === null || row.rival_since === null ? null : {
    number: Number(row.rival_number), hash: row.rival_hash, since: row.rival_since,
  }
  return {
    sequence: Number(row.sequence), key: row.idempotency_key, account: row.account, nonce: row.nonce,
    purpose: row.purpose, request: row.request, raw: row.raw, hash: row.hash, state: row.state, block,
    includedAt: row.included_at, rival,
  }
}

export function toVariant(row: Selectable<LedgerTables['ledger_variants']>): Variant {
  return {
    hash: row.hash, nonce: row.nonce, raw: row.raw,
    price: { maxFee: BigInt(row.max_fee), tip: BigInt(row.priority_fee) },
    sent: row.sent_at === null ? null : { at: row.sent_at, head: Number(row.sent_head) },
  }
}
