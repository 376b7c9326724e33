// SPDX-License-Identifier: EUPL-1.2
import { computeAddress } from 'ethers'
import type { Kysely } from 'kysely'
import type { Connection } from './connection.ts'
import type { LedgerTables } from './tables.ts'

export type Account = { name: string; address: string; kid: string }

/** Makes a secp256k1 key in the agent's store; gives its kid and its uncompressed public key, without 0x. */
export type NewKey = () => Promise<{ kid: string; publicKeyHex: string }>

/**
 * The account of this name (`ministry`, `academy:…`, `school:…`), made once, whoever asks first. `usedNonces` says how
 * many transactions the ledger has of a key that comes from elsewhere; one made here has none.
 */
export async function accountNamed(
  db: Kysely<LedgerTables>, name: string, newKey: NewKey, usedNonces: (address: string) => Promise<number> = async () => 0,
): Promise<Account> {
  const find = () => db.selectFrom('ledger_accounts').select(['name', 'address', 'kid']).where('name', '=', name)
  const known = await find().executeTakeFirst()
  if (known) return known
  const { kid, publicKeyHex } = await newKey()
  const address = computeAddress(`0x${publicKeyHex}`)
  const row = { name, kid, address, next_nonce: await usedNonces(address) }
  await db.insertInto('ledger_accounts').values(row).onConflict(clash => clash.column('name').doNothing()).execute()
  return find().executeTakeFirstOrThrow()
}

const ENOUGH = 10n ** 18n

/** Gives the accounts of an embedded ledger what gas costs there. Money of that network has no value. */
export async function fundOnEmbedded(connection: Connection, addresses: string[]): Promise<void> {
  await connection.use(async provider => {
    for (const address of addresses) {
      if ((await provider.getBalance(address)) >= ENOUGH) continue
      await provider.send('anvil_setBalance', [address, `0x${(1000n * ENOUGH).toString(16)}`])
    }
  })
}
