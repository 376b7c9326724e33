// SPDX-License-Identifier: EUPL-1.2
// A real node: a school closes, its academy takes over, and the holder's file is checked against what the ledger says.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleText, verify } from '#domain/verification/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { recordOf } from '#tests/domain/credential/records.ts'
import { statusListOf } from '#tests/domain/verification/world.ts'
import { realLedger } from './real-ledger.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let ledger: Awaited<ReturnType<typeof realLedger>>
let publishAsAcademy: (list: { id?: unknown }) => Promise<unknown>
const place = recordOf().status.index

/** The verdict when the school's address serves this list; `null` when nobody answers there. */
async function statusWith(served: JsonObject | null, text = ledger.text) {
  const now = (await ledger.provider.getBlock('latest'))!.timestamp
  const fetchStatus = async (address: string) => (served && !address.endsWith('/suspension') ? served : Promise.reject(new Error('gone')))
  const { outcome, checks } = (await verify(text, { ledger: ledger.reader, fetchStatus, now })).verdict
  return `${outcome}: ${checks.find(({ name }) => name === 'status')?.reason}`
}

beforeAll(async () => {
  ledger = await realLedger()
  await ledger.withdraw()
  await ledger.pass(10)
  publishAsAcademy = await ledger.succeed()
})
afterAll(() => ledger?.close())

describe('a school that closed, and its academy that took over', () => {
  it('is found on the ledger by the reader that every verifier uses', async () => {
    const { school, academy } = ledger.accounts
    expect(await ledger.reader.successorOf(school)).toEqual({ successor: academy.toLowerCase(), recordedAt: expect.any(Number) })
    expect(await ledger.reader.successorOf(academy)).toBeNull()
  })

  it('leaves what was issued before valid when issued', async () => {
    expect(await statusWith(null)).toBe('valid-when-issued: not-revoked')
  })

  it('does not let the school’s own account revoke any more', async () => {
    const byKeyLeftBehind = await statusListOf([place], 1_800_000_000)
    await ledger.publish(byKeyLeftBehind)
    expect(await statusWith(byKeyLeftBehind)).toBe('valid-when-issued: not-revoked')
  })

  it('reads the list that the academy publishes, and its revocations', async () => {
    const before = await statusListOf([1], 1_800_000_100)
    await publishAsAcademy(before)
    expect(await statusWith(before)).toBe('valid-when-issued: not-revoked-by-successor')
    const after = await statusListOf([place], 1_800_000_200)
    await publishAsAcademy(after)
    expect(await statusWith(before)).toBe('valid-when-issued: status-not-known-since')
    expect(await statusWith(after)).toBe('not-valid: revoked-by-successor')
  })

  it('opens nothing again: what the school’s key signs now is not valid, with whatever receipt', async () => {
    const { timestamp } = (await ledger.provider.getBlock('latest'))!
    const { transaction, block } = ledger.bundle.receipt.ledger
    await expect(ledger.signedOn(timestamp, 11, ledger.anchorBySchool)).rejects.toThrow(/CredentialAnchorNotAccredited|revert/)
    const forged = await ledger.signedOn(timestamp, 12, async () => ({ hash: transaction, blockNumber: block.number }))
    expect(await statusWith(null, bundleText(forged))).toMatch(/^not-valid/)
  })
})
