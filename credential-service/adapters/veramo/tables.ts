// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated } from 'kysely'

/** A jsonb column: read as a value, written as its JSON text (the same on PGlite and PostgreSQL). */
export type Json<T> = ColumnType<T, string, string>

/** The tables of the agent's three stores (migrations/0003_issuing.sql). */
export type AgentTables = {
  agent_keys: {
    kid: string
    kms: string
    type: string
    public_key_hex: string
    meta: Json<Record<string, unknown> | null>
    created_at: Generated<Date>
  }
  agent_private_keys: { alias: string; type: string; sealed: string; created_at: Generated<Date> }
  agent_identifiers: {
    did: string
    provider: string
    alias: string | null
    controller_key_id: string | null
    services: Json<unknown[]>
    created_at: Generated<Date>
  }
  agent_identifier_keys: { did: string; kid: string; position: number }
}
