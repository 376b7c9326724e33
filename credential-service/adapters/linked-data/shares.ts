// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../../use-cases/errors.ts'

type Account = { left: number; at: number }
/** What one address may still spend. */
export type Share = {
  /** Refuses ERR_READING_SPENT, with the seconds until there is something left. */
  check(): void
  spend(milliseconds: number): void
}

const MINUTE = 60_000
// An address is forgotten once its share is whole again; more than these at a time are looked through each time.
const MANY = 1_000

/**
 * Shares the readers' time among addresses: each may spend `perMinute` milliseconds of it a minute, and what it has
 * spent comes back evenly. Counting requests does not tell a document of three objects from one of five hundred.
 */
export function shares(perMinute: number, now: () => number = () => performance.now()) {
  const accounts = new Map<string, Account>()
  const leftAt = ({ left, at }: Account, moment: number) => Math.min(perMinute, left + (moment - at) * perMinute / MINUTE)
  const forgetWhole = (moment: number) => {
    for (const [address, account] of accounts) if (leftAt(account, moment) >= perMinute) accounts.delete(address)
  }
  return {
    of: (address: string): Share => ({
      check() {
        const account = accounts.get(address)
        const left = account ? leftAt(account, now()) : perMinute
        if (left <= 0) throw new ServiceError('ERR_READING_SPENT', { seconds: Math.max(1, Math.ceil(-left * MINUTE / perMinute / 1_000)) })
      },
      spend(milliseconds) {
        const moment = now()
        if (accounts.size >= MANY) forgetWhole(moment)
        const account = accounts.get(address)
        accounts.set(address, { left: (account ? leftAt(account, moment) : perMinute) - milliseconds, at: moment })
      },
    }),
    held: () => accounts.size,
  }
}
