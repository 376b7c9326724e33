// SPDX-License-Identifier: EUPL-1.2
import { kinds } from '#domain/credential/index.ts'
import type { Ledger, OnLedger } from '#service/use-cases/issuing/ports.ts'
import type { Account } from './accounts.ts'
import type { callsOf } from './contract.ts'
import type { Journal } from './journal.ts'

type Needs = {
  calls: ReturnType<typeof callsOf>
  account: (name: string) => Promise<Account>
  call: (key: string, from: string, purpose: string, data: string, anew?: boolean) => Promise<OnLedger>
  journal: Pick<Journal, 'find'>
  now: () => Date
}

/** How a school is closed and succeeded on the ledger: with the account of the academy that accredited it. */
export const closingOn = ({ calls, account, call, journal, now }: Needs): Pick<Ledger, 'withdraw' | 'succeed'> => ({
  withdraw: async ({ issuer, academy, date }) => {
    const key = `withdraw:${issuer}:${kinds.competence}:${date}`
    // The contract never changes the past: what was not asked in time is not asked at all.
    if (!(await journal.find(key)) && date * 1000 <= now().getTime()) return { state: 'reverted' }
    const { address } = await account(`academy:${academy}`)
    return call(key, address, 'withdraw', calls.withdraw(issuer, kinds.competence, date))
  },
  succeed: async ({ issuer, successor, academy }) => {
    const { address } = await account(`academy:${academy}`)
    return call(`succeed:${issuer}`, address, 'succeed', calls.succeed(issuer, successor), true)
  },
})
