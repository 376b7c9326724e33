// SPDX-License-Identifier: EUPL-1.2
import type { Account } from './accounts.ts'
import type { Chain } from './chain.ts'
import type { Connection } from './connection.ts'
import { priceOf } from './rules.ts'
import type { Sender } from './sender.ts'

/** The account of LEDGER_ACCOUNT_KEY: on an outside network it gives the others what their gas costs. */
export const PAYER = 'payer'

/** In gas: below the first an account is given the second (a deployment costs about four million). */
const LOW = 6_000_000n
const GIVEN = 12_000_000n
/** An account still too poor after so many gifts for one nonce is left to a person. */
const MOST_GIFTS = 8

type Needs = { connection: Connection; chain: Chain; cap: bigint; sender: Sender; payer: Account }

/**
 * Sees to it that an account can pay before anything is journalled for it; the gift is a journalled transaction too.
 * Its key moves on with the account's own nonce, so that one need is met once; fees that rose since are another need.
 * On a network that asks nothing, nobody is given anything. False when the account cannot be helped from here.
 */
export async function provision({ connection, chain, cap, sender, payer }: Needs, address: string): Promise<boolean> {
  if (address === payer.address) return false
  const price = priceOf(await chain.fees(), cap)?.maxFee ?? cap
  const balance = await connection.use(provider => provider.getBalance(address))
  if (balance >= LOW * price) return true
  const nonce = await chain.used(address)
  for (let gift = 1; gift <= MOST_GIFTS; gift++) {
    const key = `fund:${address}:${nonce}${gift === 1 ? '' : `:${gift}`}`
    const entry = await sender.submit({ key, account: payer.address, purpose: 'fund', to: address, data: '0x', value: GIVEN * price })
    // A gift that is settled and did not suffice is followed by another; one on its way is waited for.
    if (entry.state !== 'confirmed' && entry.state !== 'reverted') return true
    if ((await connection.use(provider => provider.getBalance(address))) >= LOW * price) return true
  }
  return false
}
