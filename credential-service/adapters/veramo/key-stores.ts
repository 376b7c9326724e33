// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { IKey, ManagedKeyInfo } from '@veramo/core'
import { AbstractKeyStore, AbstractPrivateKeyStore } from '@veramo/key-manager'
import type { ImportablePrivateKey, ManagedPrivateKey } from '@veramo/key-manager'
import { randomUUID } from 'node:crypto'
import type { Seal } from '../seal/seal.ts'
import type { AgentTables } from './tables.ts'

/** Veramo's key store on our table: what is public about each key, never its private half. */
export class TableKeyStore extends AbstractKeyStore {
  readonly #db: Kysely<AgentTables>

  constructor(db: Kysely<AgentTables>) {
    super()
    this.#db = db
  }

  async importKey(key: IKey): Promise<boolean> {
    const { kid, kms, type, publicKeyHex, meta } = key
    const row = { kid, kms, type, public_key_hex: publicKeyHex, meta: JSON.stringify(meta ?? null) }
    await this.#db.insertInto('agent_keys').values(row).onConflict(clash => clash.column('kid').doNothing()).execute()
    return true
  }

  /** @throws Error `not_found` when no key has this kid. */
  async getKey({ kid }: { kid: string }): Promise<IKey> {
    const row = await this.#db.selectFrom('agent_keys').selectAll().where('kid', '=', kid).executeTakeFirst()
    if (!row) throw new Error(`not_found: key ${kid}`)
    return { kid, kms: row.kms, type: row.type, publicKeyHex: row.public_key_hex, meta: row.meta }
  }

  async deleteKey({ kid }: { kid: string }): Promise<boolean> {
    const done = await this.#db.deleteFrom('agent_keys').where('kid', '=', kid).executeTakeFirst()
    return done.numDeletedRows > 0n
  }

  async listKeys(): Promise<ManagedKeyInfo[]> {
    const rows = await this.#db.selectFrom('agent_keys').selectAll().orderBy('created_at').execute()
    return rows.map(row => ({
      kid: row.kid, kms: row.kms, type: row.type, publicKeyHex: row.public_key_hex, meta: row.meta,
    }))
  }
}

/** Veramo's private-key store on our table: each key sealed, its alias authenticated. */
export class SealedPrivateKeyStore extends AbstractPrivateKeyStore {
  readonly #db: Kysely<AgentTables>
  readonly #seal: Seal

  constructor(db: Kysely<AgentTables>, seal: Seal) {
    super()
    this.#db = db
    this.#seal = seal
  }

  /** @throws Error `key_already_exists` when the alias holds other key material. */
  async importKey(args: ImportablePrivateKey): Promise<ManagedPrivateKey> {
    const alias = args.alias ?? randomUUID()
    const row = { alias, type: args.type, sealed: this.#seal.close(alias, Buffer.from(args.privateKeyHex)) }
    await this.#db.insertInto('agent_private_keys').values(row)
      .onConflict(clash => clash.column('alias').doNothing()).execute()
    const kept = await this.getKey({ alias })
    if (kept.privateKeyHex !== args.privateKeyHex) throw new Error('key_already_exists: use a different alias')
    return kept
  }

  /** @throws Error `not_found` when no key has this alias; when the secret is not the one it was sealed under. */
  async getKey({ alias }: { alias: string }): Promise<ManagedPrivateKey> {
    const row = await this.#db.selectFrom('agent_private_keys').selectAll().where('alias', '=', alias).executeTakeFirst()
    if (!row) throw new Error(`not_found: private key ${alias}`)
    return this.#opened(row)
  }

  async deleteKey({ alias }: { alias: string }): Promise<boolean> {
    const done = await this.#db.deleteFrom('agent_private_keys').where('alias', '=', alias).executeTakeFirst()
    return done.numDeletedRows > 0n
  }

  async listKeys(): Promise<ManagedPrivateKey[]> {
    const rows = await this.#db.selectFrom('agent_private_keys').selectAll().orderBy('created_at').execute()
    return rows.map(row => this.#opened(row))
  }

  #opened(row: { alias: string; type: string; sealed: string }): ManagedPrivateKey {
    const privateKeyHex = Buffer.from(this.#seal.open(row.alias, row.sealed)).toString()
    return { alias: row.alias, type: row.type, privateKeyHex }
  }
}
