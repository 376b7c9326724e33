// SPDX-License-Identifier: EUPL-1.2
// One process of several on one database: asks what it is told to, and follows it to its end.
import { Transaction, Wallet } from 'ethers'
import { openPostgres } from '#service/adapters/database/index.ts'
import { chainOf } from '#service/adapters/ledger/chain.ts'
import { connectTo } from '#service/adapters/ledger/connection.ts'
import { journalOn } from '#service/adapters/ledger/journal.ts'
import { senderOf } from '#service/adapters/ledger/sender.ts'
import type { Call } from '#service/adapters/ledger/sender.ts'
import type { LedgerTables } from '#service/adapters/ledger/tables.ts'

const { databaseUrl, ledgerUrl, key, calls } = JSON.parse(process.argv[2] ?? '{}') as {
  databaseUrl: string; ledgerUrl: string; key: string; calls: (Omit<Call, 'value'> & { value: number })[]
}
const database = await openPostgres(databaseUrl)
const connection = connectTo(ledgerUrl)
const wallet = new Wallet(key)
const sender = senderOf({
  connection, chain: chainOf(connection), journal: journalOn(database.db.withTables<LedgerTables>()),
  sign: async (_kid, unsigned) => wallet.signTransaction(Transaction.from(unsigned)),
  settling: { depth: 2, ms: 0 }, patience: { ms: 60_000 }, cap: 10n ** 12n, ownNode: false, now: () => new Date(), fund: async () => undefined,
})
for (const call of calls) await sender.submit({ ...call, value: BigInt(call.value) })
while ((await sender.follow()) > 0) await new Promise(resolve => setTimeout(resolve, 50))
connection.close()
await database.close()
