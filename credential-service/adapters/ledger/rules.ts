// SPDX-License-Identifier: EUPL-1.2
// What the journal decides from what it knows and what a node says: plain functions on plain data.

/** What a block charges at least (`base`, EIP-1559) and what the node suggests to add for whoever makes it; in wei. */
export type Fees = { base: bigint; tip: bigint }
export type Price = { maxFee: bigint; tip: bigint }
export type Head = { number: number; hash: string }

/**
 * When a transaction counts as settled: so many blocks deep, seen in its block since so many milliseconds, and, on a node
 * of our own that a kill may take some blocks from, once its block is kept.
 */
export type Settling = { depth: number; ms: number; isKept?: (block: number) => boolean }

/** When a transaction counts as stuck: blocks went by without it, and so many milliseconds. */
export type Patience = { ms: number }

/** A reorganisation deeper than this many transactions is not looked for in what is settled and still in the chain. */
export const RECENT = 32

const GWEI = 1_000_000_000n
/** So that the same bytes still pass when they are sent again after the base fee has risen. */
const LEAST = 3n * GWEI
/** Blocks that went by before a transaction is called stuck: the one under way when it was sent may have been full. */
const BLOCKS = 2

const most = (a: bigint, b: bigint) => (a > b ? a : b)
const least = (a: bigint, b: bigint) => (a < b ? a : b)

/**
 * What to offer: twice the base fee, so that six full blocks in a row may raise it, and the tip; nothing where the
 * network asks nothing, or where a cap of nothing says so. Null when `cap` does not even cover the next block.
 */
export function priceOf({ base, tip }: Fees, cap: bigint): Price | null {
  if (base === 0n && (tip === 0n || cap === 0n)) return { maxFee: 0n, tip: 0n }
  if (base > cap) return null
  const maxFee = least(cap, most(2n * base + tip, LEAST))
  return { maxFee, tip: least(tip, maxFee) }
}

/**
 * What to offer for the same nonce after `before`: an eighth more of both fees at least, which every node takes for a
 * replacement (the strictest known ask 12.5 %, most 10 %). Null when `cap` leaves no room for it.
 */
export function bumped(before: Price, fees: Fees, cap: bigint): Price | null {
  const eighthMore = (fee: bigint) => (fee * 9n + 7n) / 8n + (fee === 0n ? 1n : 0n)
  const fresh = priceOf(fees, cap)
  if (!fresh) return null
  const tip = most(eighthMore(before.tip), fresh.tip)
  const maxFee = most(most(eighthMore(before.maxFee), fresh.maxFee), tip)
  return maxFee > cap ? null : { maxFee, tip }
}

/** A chain that stands still (no new block) makes nothing stuck: a higher fee would not move it. */
export function isStuck(sent: { at: Date; head: number } | null, head: number, now: Date, patience: Patience): boolean {
  return sent !== null && head - sent.head >= BLOCKS && now.getTime() - sent.at.getTime() >= patience.ms
}

export function isSettled(seen: { number: number; since: Date }, head: number, now: Date, { depth, ms, isKept }: Settling): boolean {
  return head - seen.number + 1 >= depth && now.getTime() - seen.since.getTime() >= ms && (isKept?.(seen.number) ?? true)
}

/**
 * Whether a block seen before is still part of the chain. A node that knows no block of that number yet lies behind,
 * unless its chain really ends below it: "unknown" is never taken for a reorganisation.
 */
export function stillThere(seen: Head, hashThere: string | null, head: number): 'there' | 'gone' | 'unknown' {
  if (hashThere === null) return seen.number > head ? 'gone' : 'unknown'
  return hashThere === seen.hash ? 'there' : 'gone'
}

/** The nonces that the ledger waits for and nobody asked anything at: an outside transaction had them and was dropped. */
export function gapsBelow(used: number, owned: readonly number[]): number[] {
  const first = Math.min(...owned)
  return owned.length === 0 ? [] : Array.from({ length: Math.max(0, first - used) }, (_, n) => used + n)
}

/** What a node's refusal of a raw transaction means. Nodes share no codes, so it is read from their words. */
export type Answer = 'known' | 'low' | 'gap' | 'rival' | 'cheap' | 'poor' | 'other'

const words: [Answer, RegExp][] = [
  ['known', /already known|already imported|known transaction|already in (the )?(pool|mempool)/i],
  ['rival', /replacement transaction|could not replace|replace existing/i],
  ['low', /nonce(\S* | is )?too low|nonce below|old nonce/i],
  ['gap', /nonce too high|too distant|nonce too far|nonce gap|gapped/i],
  ['poor', /insufficient (funds|balance)|enough funds|upfront cost exceeds/i],
  ['cheap', /underpriced|less than (the )?(current )?(block )?base ?fee|below (the )?(configured )?minimum|is too low for the next block|fee ?cap (is )?(less|too low)/i],
]

export const answerOf = (text: string): Answer => words.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
