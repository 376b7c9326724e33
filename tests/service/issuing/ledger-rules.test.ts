// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf, bumped, gapsBelow, isSettled, isStuck, priceOf, stillThere } from '#service/adapters/ledger/rules.ts'

const GWEI = 1_000_000_000n
const CAP = 500n * GWEI
const fee = fc.bigInt({ min: 0n, max: 1_000n * GWEI })

describe('what is offered for a transaction', () => {
  it('covers the next block and the tip, and never more than the cap', () => {
    fc.assert(fc.property(fee, fee, fee, (base, tip, cap) => {
      const price = priceOf({ base, tip }, cap)
      expect(price === null).toBe(base > cap)
      if (!price) return
      expect(price.maxFee).toBeGreaterThanOrEqual(base)
      expect(price.maxFee).toBeLessThanOrEqual(cap)
      expect(price.tip).toBeLessThanOrEqual(price.maxFee)
    }))
  })

  it('is an eighth more on both fees when it replaces another, or nothing at all above the cap', () => {
    fc.assert(fc.property(fee, fee, fee, fee, (maxFee, tipBefore, base, tip) => {
      const before = { maxFee, tip: tipBefore < maxFee ? tipBefore : maxFee }
      const after = bumped(before, { base, tip }, CAP)
      if (!after) return
      expect(after.maxFee * 8n).toBeGreaterThanOrEqual(before.maxFee * 9n)
      expect(after.tip * 8n).toBeGreaterThanOrEqual(before.tip * 9n)
      expect(after.maxFee).toBeLessThanOrEqual(CAP)
      expect(after.tip).toBeLessThanOrEqual(after.maxFee)
    }))
  })

  it('is nothing on a network without fees', () => {
    expect(priceOf({ base: 0n, tip: 0n }, CAP)).toEqual({ maxFee: 0n, tip: 0n })
    expect(priceOf({ base: 0n, tip: GWEI }, 0n)).toEqual({ maxFee: 0n, tip: 0n })
  })
})

describe('what the journal makes of time and blocks', () => {
  const now = new Date('2026-07-01T12:00:00Z')
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)

  it('calls stuck what blocks and time have passed by, and nothing while the chain stands still', () => {
    const patience = { ms: 60_000 }
    expect(isStuck({ at: ago(61), head: 10 }, 12, now, patience)).toBe(true)
    expect(isStuck({ at: ago(59), head: 10 }, 12, now, patience)).toBe(false)
    expect(isStuck({ at: ago(86_400), head: 10 }, 11, now, patience)).toBe(false)
    expect(isStuck(null, 12, now, patience)).toBe(false)
  })

  it('calls settled what is deep enough and was seen long enough ago', () => {
    const settling = { depth: 3, ms: 1_000 }
    expect(isSettled({ number: 10, since: ago(2) }, 12, now, settling)).toBe(true)
    expect(isSettled({ number: 10, since: ago(2) }, 11, now, settling)).toBe(false)
    expect(isSettled({ number: 10, since: ago(0) }, 12, now, settling)).toBe(false)
  })

  it('calls settled, on a node of our own, what a kill cannot take away any more', () => {
    const settling = { depth: 1, ms: 0, isKept: (block: number) => block <= 9 }
    expect(isSettled({ number: 9, since: ago(0) }, 12, now, settling)).toBe(true)
    expect(isSettled({ number: 10, since: ago(60) }, 12, now, settling)).toBe(false)
  })

  it('never takes a node that lies behind for a reorganisation', () => {
    const seen = { number: 10, hash: '0xaa' }
    expect(stillThere(seen, '0xaa', 12)).toBe('there')
    expect(stillThere(seen, '0xbb', 12)).toBe('gone')
    expect(stillThere(seen, null, 12)).toBe('unknown')
    expect(stillThere(seen, null, 9)).toBe('gone')
  })

  it('finds the nonces that nobody holds below the first that waits', () => {
    expect(gapsBelow(5, [7, 8])).toEqual([5, 6])
    expect(gapsBelow(5, [5, 8])).toEqual([])
    expect(gapsBelow(5, [])).toEqual([])
  })
})

describe('what the words of nodes mean', () => {
  const heard: [string, ReturnType<typeof answerOf>][] = [
    // Anvil and Hardhat's node, as heard in these tests.
    ['transaction already imported', 'known'],
    ['Known transaction: 0x204f', 'known'],
    ['replacement transaction underpriced', 'rival'],
    ['Replacement transaction underpriced. A gasPrice/maxFeePerGas of at least 3300000000 is necessary to replace', 'rival'],
    ['max fee per gas less than block base fee', 'cheap'],
    ['nonce too low', 'low'],
    ['Transaction nonce too low. Expected nonce to be at least 1 but got 0.', 'low'],
    ['Insufficient funds for gas * price + value', 'poor'],
    ["Sender doesn't have enough funds to send tx. The max upfront cost is: 63000000000001", 'poor'],
    ['intrinsic gas too high -- tx.gas_limit > env.block.gas_limit', 'other'],
    ['invalid chain id for signer', 'other'],
    // Geth and Besu, as their sources have them.
    ['already known', 'known'],
    ['transaction underpriced', 'cheap'],
    ['max fee per gas less than block base fee: address 0x1, maxFeePerGas: 1, baseFee: 7', 'cheap'],
    ['insufficient funds for gas * price + value: balance 0, tx cost 21000', 'poor'],
    ['Known transaction', 'known'],
    ['Nonce too low', 'low'],
    ['Transaction nonce is too distant from current sender nonce', 'gap'],
    ['Gas price below configured minimum gas price', 'cheap'],
    ['gasPrice is less than the current BaseFee', 'cheap'],
    ['Upfront cost exceeds account balance', 'poor'],
    ['Replacement transaction underpriced', 'rival'],
  ]
  for (const [words, meaning] of heard) {
    it(`“${words.slice(0, 60)}” is ${meaning}`, () => expect(answerOf(words)).toBe(meaning))
  }
})
