// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable } from 'kysely'
import type { IIdentifier, IKey, IService } from '@veramo/core'
import { AbstractDIDStore } from '@veramo/did-manager'
import { TableKeyStore } from './key-stores.ts'
import type { AgentTables } from './tables.ts'

type Row = Selectable<AgentTables['agent_identifiers']>

/** Veramo's DID store on our tables. Importing a known DID replaces its keys and services, as the manager expects. */
export class TableDidStore extends AbstractDIDStore {
  readonly #db: Kysely<AgentTables>
  readonly #keys: TableKeyStore

  constructor(db: Kysely<AgentTables>) {
    super()
    this.#db = db
    this.#keys = new TableKeyStore(db)
  }

  async importDID(identifier: IIdentifier): Promise<boolean> {
    const { did, provider, alias = null, controllerKeyId = null, keys, services } = identifier
    const content = { provider, alias, controller_key_id: controllerKeyId, services: JSON.stringify(services) }
    await this.#db.transaction().execute(async tx => {
      await tx.insertInto('agent_identifiers').values({ did, ...content })
        .onConflict(clash => clash.column('did').doUpdateSet(content)).execute()
      await tx.deleteFrom('agent_identifier_keys').where('did', '=', did).execute()
      const links = keys.map((key, position) => ({ did, kid: key.kid, position }))
      if (links.length) await tx.insertInto('agent_identifier_keys').values(links).execute()
    })
    return true
  }

  /** @throws Error `not_found` when no identifier has this DID or alias. */
  async getDID(args: { did: string } | { alias: string }): Promise<IIdentifier> {
    const [column, value] = 'did' in args ? (['did', args.did] as const) : (['alias', args.alias] as const)
    const row = await this.#db.selectFrom('agent_identifiers').selectAll().where(column, '=', value).executeTakeFirst()
    if (!row) throw new Error(`not_found: identifier with ${column} ${value}`)
    return this.#withKeys(row)
  }

  async deleteDID({ did }: { did: string }): Promise<boolean> {
    const done = await this.#db.deleteFrom('agent_identifiers').where('did', '=', did).executeTakeFirst()
    return done.numDeletedRows > 0n
  }

  async listDIDs({ alias, provider }: { alias?: string; provider?: string }): Promise<IIdentifier[]> {
    let query = this.#db.selectFrom('agent_identifiers').selectAll().orderBy('created_at')
    if (alias !== undefined) query = query.where('alias', '=', alias)
    if (provider !== undefined) query = query.where('provider', '=', provider)
    return Promise.all((await query.execute()).map(row => this.#withKeys(row)))
  }

  async #withKeys(row: Row): Promise<IIdentifier> {
    const links = await this.#db.selectFrom('agent_identifier_keys').select('kid').where('did', '=', row.did)
      .orderBy('position').execute()
    const keys: IKey[] = await Promise.all(links.map(({ kid }) => this.#keys.getKey({ kid })))
    const identifier = { did: row.did, provider: row.provider, keys, services: row.services as IService[] }
    return {
      ...identifier,
      ...(row.alias === null ? {} : { alias: row.alias }),
      ...(row.controller_key_id === null ? {} : { controllerKeyId: row.controller_key_id }),
    }
  }
}
