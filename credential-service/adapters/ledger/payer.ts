// SPDX-License-Identifier: EUPL-1.2
import type { Account } from './accounts.ts'
import type { Connection } from './connection.ts'
import type { Sender } from './sender.ts'

/** The account of LEDGER_ACCOUNT_KEY: on an outside network it gives the others what their gas costs. */
export const PAYER = 'payer'

const GWEI = 1_000_000_000n
/** In gas: below the first an account is given the second (a deployment costs about 1.5 million). */
const LOW = 2_500_000n
const GIVEN = 6_000_000n

/**
 * Sees to it that an account can pay before anything is journalled for it; the gift is a journalled transaction too.
 * Its key moves on with the account's own nonce, so that one need is met once.
 */
export async function provision(
  { connection, sender, payer }: { connection: Connection; sender: Sender; payer: Account }, address: string,
): Promise<void> {
  if (address === payer.address) return
  const [balance, fees, nonce] = await connection.use(async provider => Promise.all([
    provider.getBalance(address), provider.getFeeData(), provider.getTransactionCount(address),
  ]))
  const price = fees.maxFeePerGas !== null && fees.maxFeePerGas > 3n * GWEI ? fees.maxFeePerGas : 3n * GWEI
  if (balance >= LOW * price) return
  const key = `fund:${address}:${nonce}`
  await sender.submit({ key, account: payer.address, purpose: 'fund', to: address, data: '0x', value: GIVEN * price })
}
