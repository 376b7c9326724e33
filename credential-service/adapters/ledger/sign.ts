// SPDX-License-Identifier: EUPL-1.2
import { Transaction, keccak256 } from 'ethers'
import type { FollowNeeds } from './follow.ts'
import type { Entry } from './journal.ts'
import type { Price } from './rules.ts'

type Needs = Pick<FollowNeeds, 'journal' | 'sign'>

/** Signs what was reserved: a crash between the two leaves it to the next round. */
export async function signFirst(needs: Needs): Promise<void> {
  for (const entry of await needs.journal.toFollow(0)) {
    if (entry.state !== 'reserved') continue
    const { maxFeePerGas, maxPriorityFeePerGas } = entry.request
    await keepVariant(needs, entry, null, { maxFee: BigInt(maxFeePerGas), tip: BigInt(maxPriorityFeePerGas) })
  }
}

/** Signs an entry at a price and keeps that form; null when another worker was first. Only the fees ever differ. */
export async function keepVariant(
  { journal, sign }: Needs, entry: Entry, instead: string | null, price: Price,
): Promise<{ raw: string; hash: string } | null> {
  const kid = (await journal.accounts()).find(({ address }) => address === entry.account)?.kid
  if (kid === undefined) throw new Error(`No key for the ledger account ${entry.account}`)
  const unsigned = Transaction.from({
    type: 2, nonce: entry.nonce, ...entry.request, maxFeePerGas: price.maxFee, maxPriorityFeePerGas: price.tip,
  }).unsignedSerialized
  const raw = await sign(kid, unsigned)
  const variant = { raw, hash: keccak256(raw) }
  return (await journal.keepSigned(entry, instead, { ...variant, price })) ? variant : null
}
