// SPDX-License-Identifier: EUPL-1.2
import type { JsonRpcProvider } from 'ethers'
import { follow } from './follow.ts'
import type { FollowNeeds, Quiet } from './follow.ts'
import type { Entry } from './journal.ts'
import type { TransactionRequest } from './tables.ts'

export type Call = { key: string; account: string; purpose: string; to?: string; data: string; value?: bigint }

type Needs = FollowNeeds & {
  /** Sees to it that an account can pay, before its transaction is priced and journalled. */
  provision?: (address: string) => Promise<void>
}

const GWEI = 1_000_000_000n
const MARGIN_PERCENT = 125n

/**
 * Sends the journal's transactions and follows them until they are settled.
 *
 * Whatever the ledger does not have (its account nonce is not past the entry's) is sent again, in the order of the
 * journal and with the same bytes: a restart, a node that lost its last second and a reorganisation are one case.
 */
export const senderOf = (needs: Needs) => {
  const { journal, connection } = needs
  const quiet: Quiet = { head: undefined }
  return {
    /**
     * Journals a call once per key, then tries to send it.
     * @throws LedgerUnreachable when the node does not answer; what is journalled by then stays, and is sent later
     * @throws what ethers says when the call would revert
     */
    async submit(call: Call): Promise<Entry> {
      const known = await journal.find(call.key)
      if (known) return known
      await needs.provision?.(call.account)
      const request = await connection.use(provider => priced(provider, call)).catch(async (error: unknown) => {
        // Another replica may have sent the same call meanwhile: priced after it, it would revert.
        if (await journal.find(call.key)) return null
        throw error
      })
      if (request === null) return this.submit(call)
      const entry = await journal.reserve({ key: call.key, account: call.account, purpose: call.purpose, request })
      await this.follow()
      return (await journal.find(call.key)) ?? entry
    },

    /** One round: signs what is reserved, sends what the ledger has not, writes what it has. Gives how many are open. */
    follow: (): Promise<number> => follow(needs, quiet),
    find: journal.find,
  }
}

export type Sender = ReturnType<typeof senderOf>

async function priced(provider: JsonRpcProvider, call: Call): Promise<TransactionRequest> {
  const { to, data, value = 0n } = call
  const gas = await provider.estimateGas({ from: call.account, to, data, value })
  const fees = await provider.getFeeData()
  const tip = fees.maxPriorityFeePerGas ?? GWEI
  const most = fees.maxFeePerGas ?? GWEI
  return {
    ...(to === undefined ? {} : { to }),
    data,
    value: value.toString(),
    gasLimit: ((gas * MARGIN_PERCENT) / 100n).toString(),
    // Never under 3 gwei: the same bytes must still pass when they are sent again after the base fee has risen.
    maxFeePerGas: (most < 3n * GWEI ? 3n * GWEI : most).toString(),
    maxPriorityFeePerGas: tip.toString(),
    chainId: Number((await provider.getNetwork()).chainId),
  }
}
