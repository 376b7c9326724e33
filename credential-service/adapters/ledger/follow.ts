// SPDX-License-Identifier: EUPL-1.2
import type { Chain } from './chain.ts'
import type { Journal } from './journal.ts'
import { lookAtAll } from './look.ts'
import { regard } from './regard.ts'
import type { Memory } from './regard.ts'
import type { Patience, Settling } from './rules.ts'
import { sendAll } from './send.ts'
import { signFirst } from './sign.ts'

/** Signs an unsigned serialised transaction (0x…) with the key of this kid; gives the raw transaction (0x…). */
export type SignTransaction = (kid: string, unsigned: string) => Promise<string>

/** What an operator may want to know: which transaction, and what became of it. */
export type Happening =
  | { what: 'outbid' | 'undone' | 'displaced' | 'filled'; account: string; nonce: number; purpose: string }
  /** Another account, `by`, anchored a root of this one's first. */
  | { what: 'taken'; account: string; by: string; root: string }

export type FollowNeeds = {
  chain: Chain
  journal: Journal
  sign: SignTransaction
  settling: Settling
  patience: Patience
  /** The most that may be offered for a unit of gas, in wei. */
  cap: bigint
  /** A node of our own, which may lose its last second or start anew: a shorter chain is then believed at once. */
  ownNode: boolean
  now: () => Date
  /** Sees to it that these accounts can pay; asked before anything is sent. */
  fund: (addresses: string[]) => Promise<void>
  tell?: (happening: Happening) => void
}

/**
 * One round: signs what is reserved, sends what the ledger has not, writes what it has. Gives how many are open.
 * @throws LedgerUnreachable, or the first refusal after everything else was served
 */
export async function follow(needs: FollowNeeds, memory: Memory): Promise<number> {
  const { journal, chain } = needs
  const open = (await journal.toFollow(0)).length
  // Nothing of ours is open and the ledger is where it was: nothing can have been undone.
  if (open === 0 && memory.quiet !== undefined && (await chain.head()).hash === memory.quiet) return 0
  const { head, whole } = await regard(needs, memory)
  await signFirst(needs)
  const { refused, complete } = await sendAll(needs, head, whole)
  await lookAtAll(needs)
  const left = (await journal.toFollow(0)).length
  memory.last = complete ? head : undefined
  memory.quiet = left === 0 && refused.length === 0 ? head.hash : undefined
  if (refused.length) throw refused[0]
  return left
}
