// SPDX-License-Identifier: EUPL-1.2
import type { FollowNeeds } from './follow.ts'
import { priceOf } from './rules.ts'

const PLAIN_TRANSFER = '21000'

/** Journals a payment of nothing to oneself at a nonce that nothing holds; the next round signs and sends it. */
export async function fillGap(
  { chain, journal, cap, tell }: Pick<FollowNeeds, 'chain' | 'journal' | 'cap' | 'tell'>, account: string, nonce: number,
): Promise<void> {
  const price = priceOf(await chain.fees(), cap)
  if (!price) return
  const { chainId } = await chain.identity()
  const request = {
    to: account, data: '0x', value: '0', gasLimit: PLAIN_TRANSFER, chainId,
    maxFeePerGas: price.maxFee.toString(), maxPriorityFeePerGas: price.tip.toString(),
  }
  await journal.fill({ key: `fill:${account}:${nonce}`, account, purpose: 'fill', request }, nonce)
  tell?.({ what: 'filled', account, nonce, purpose: 'fill' })
}
