// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '#service/use-cases/errors.ts'
import type { FollowNeeds } from './follow.ts'
import { stillThere } from './rules.ts'
import type { Head } from './rules.ts'
import { lyingBehind } from './unreachable.ts'

/** What one worker remembers between rounds. All of it may be forgotten: the next round then looks at everything. */
export type Memory = {
  /** The last block at which everything was settled. */
  quiet?: string
  /** Where the chain was in the last whole round. */
  last?: Head
  /** Since when the node answers a shorter chain than was seen before. */
  behindSince?: number
}

/** A node that answers a shorter chain for so long is believed: the network was put back from a copy. */
const BELIEVED_AFTER_MS = 3_600_000

type Needs = Pick<FollowNeeds, 'chain' | 'journal' | 'ownNode' | 'now'>

/**
 * Looks which network answers and how far it is, before anything is sent to it. `whole` says that any account may have
 * lost something, and not only those with recent transactions.
 * @throws ServiceError ERR_LEDGER_OTHER_NETWORK when it is not the network that the journal belongs to
 * @throws LedgerUnreachable while it lies behind what was seen before
 */
export async function regard(needs: Needs, memory: Memory): Promise<{ head: Head; whole: boolean }> {
  const { chain, journal, ownNode } = needs
  const reached = await chain.identity()
  // Read before the head is asked: another worker may write a newer one meanwhile.
  const known = await journal.network()
  if (known && (known.chainId !== reached.chainId || (!ownNode && known.genesis !== reached.genesis))) {
    throw new ServiceError('ERR_LEDGER_OTHER_NETWORK', {
      expected: known.chainId, reached: reached.chainId, expectedGenesis: known.genesis, reachedGenesis: reached.genesis,
    })
  }
  const head = await chain.head()
  if (!known) await journal.keepNetwork({ ...reached, head })
  const shorter = known !== null && head.number < known.head.number
  if (shorter && !believed(needs, memory)) throw lyingBehind(head.number, known.head.number)
  if (!shorter) memory.behindSince = undefined
  if (known?.head.hash !== head.hash) await journal.keepHead(head, shorter)
  return { head, whole: await changed(needs, memory, head) }
}

function believed({ ownNode, now }: Needs, memory: Memory): boolean {
  memory.behindSince ??= now().getTime()
  return ownNode || now().getTime() - memory.behindSince >= BELIEVED_AFTER_MS
}

async function changed({ chain }: Needs, { last }: Memory, head: Head): Promise<boolean> {
  if (!last) return true
  const there = last.hash === head.hash ? head.hash : ((await chain.block(last.number))?.hash ?? null)
  return stillThere(last, there, head.number) !== 'there'
}
