// SPDX-License-Identifier: EUPL-1.2
import type { Generated, Kysely } from 'kysely'

export type SchoolsTable = { id: string; slug: string; name: string; uai: string; academy: string }

export type PeopleTable = {
  id: string
  issuer: string
  subject: string
  display_name: string
  roles: string[]
  school: string | null
  academy: string | null
  created_at: Generated<Date>
}

export type BrowserSessionsTable = { token_digest: string; person: string; expires_at: Date }

export type SignInsTable = {
  state_digest: string
  browser_digest: string
  nonce: string
  code_verifier: string
  return_to: string
  expires_at: Date
}

export type ProviderDocumentsTable = {
  model: string
  id: string
  payload: unknown
  grant_id: string | null
  uid: string | null
  expires_at: Date | null
}

export type ServiceKeysTable = { name: string; sealed: string }

/** The tables of migrations/0001_people.sql. Another owner's adapter names its own: `db.withTables<Mine>()`. */
export type Tables = {
  schools: SchoolsTable
  people: PeopleTable
  browser_sessions: BrowserSessionsTable
  sign_ins: SignInsTable
  provider_documents: ProviderDocumentsTable
  service_keys: ServiceKeysTable
}

export type Database = {
  kind: 'embedded' | 'postgres'
  db: Kysely<Tables>
  /** Runs several statements at once, without parameters; what a failing script had begun is rolled back. */
  runScript: (script: string) => Promise<void>
  close: () => Promise<void>
}
