// SPDX-License-Identifier: EUPL-1.2
import { isError } from 'ethers'
import { ServiceError } from '#service/use-cases/errors.ts'
import type { Connection } from './connection.ts'
import { follow } from './follow.ts'
import type { FollowNeeds } from './follow.ts'
import type { Entry } from './journal.ts'
import type { Memory } from './regard.ts'
import { priceOf } from './rules.ts'
import type { TransactionRequest } from './tables.ts'

export type Call = { key: string; account: string; purpose: string; to?: string; data: string; value?: bigint }

type Needs = FollowNeeds & {
  connection: Connection
  /** Sees to it that an account can pay, before its transaction is priced and journalled; false when it cannot be helped. */
  provision?: (address: string) => Promise<boolean>
}

const MARGIN_PERCENT = 125n

const isPoor = (error: unknown): error is ServiceError => error instanceof ServiceError && error.code === 'ERR_LEDGER_FUNDS'

/**
 * Sends the journal's transactions and follows them until they are settled.
 *
 * Whatever the ledger does not have (its account nonce is not past the entry's) is sent again, in the order of the
 * journal: a restart, a node that lost its last second and a reorganisation are one case. Only the fees of a
 * transaction ever change, and each form is journalled before it is sent.
 */
export const senderOf = (needs: Needs) => {
  const { journal, chain } = needs
  const memory: Memory = {}
  const round = () => follow(needs, memory)
  let providing = false
  /** An account that others provide for may have become too poor since its transaction was journalled. */
  const provideFor = async (error: unknown): Promise<number> => {
    if (!isPoor(error) || !needs.provision || providing) throw error
    const { account } = error.values
    // Until the gift is in a block, the account is as poor as before.
    const meanwhile = (later: unknown): true => {
      if (isPoor(later) && later.values.account === account) return true
      throw later
    }
    providing = true
    const provided = await needs.provision(String(account)).catch(meanwhile).finally(() => { providing = false })
    if (!provided) throw error
    return round().catch((later: unknown) => Number(meanwhile(later)))
  }
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
      const request = await priced(needs, call).catch(async (error: unknown) => {
        // Another replica may have sent the same call meanwhile: priced after it, it would revert.
        if (await journal.find(call.key)) return null
        throw error
      })
      if (request === null) return this.submit(call)
      const { key, account, purpose } = call
      const entry = await journal.reserve({ key, account, purpose, request }, await chain.used(account))
      await this.follow()
      return (await journal.find(call.key)) ?? entry
    },

    /** Asks a call anew, under a key of its own, for as long as what was asked before ended reverted. */
    async submitAnew(call: Call): Promise<Entry> {
      for (let turn = 1; ; turn++) {
        const entry = await this.submit(turn === 1 ? call : { ...call, key: `${call.key}:again-${turn}` })
        if (entry.state !== 'reverted') return entry
      }
    },

    /** One round: signs what is reserved, sends what the ledger has not, writes what it has. Gives how many are open. */
    follow: (): Promise<number> => round().catch(provideFor),
    find: journal.find,
  }
}

export type Sender = ReturnType<typeof senderOf>

async function priced({ connection, chain, cap }: Needs, call: Call): Promise<TransactionRequest> {
  const { to, data, account, value = 0n } = call
  const gas = await connection.use(provider => provider.estimateGas({ from: account, to, data, value })).catch((error: unknown) => {
    throw isError(error, 'INSUFFICIENT_FUNDS') ? new ServiceError('ERR_LEDGER_FUNDS', { account }, error) : error
  })
  const fees = await chain.fees()
  const price = priceOf(fees, cap)
  if (!price) throw new ServiceError('ERR_LEDGER_FEES', { account, cap: cap.toString(), base: fees.base.toString() })
  return {
    ...(to === undefined ? {} : { to }),
    data,
    value: value.toString(),
    gasLimit: ((gas * MARGIN_PERCENT) / 100n).toString(),
    maxFeePerGas: price.maxFee.toString(),
    maxPriorityFeePerGas: price.tip.toString(),
    chainId: await connection.chainId(),
  }
}
