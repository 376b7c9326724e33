// SPDX-License-Identifier: EUPL-1.2
// The clock is moved sixty years on a real node; the school's domain, its service and its list are gone, and its key is in
// other hands. What is left: the holder's file, and the ledger.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleText, sealBundle, verify } from '#domain/verification/index.ts'
import type { Bundle, Verdict } from '#domain/verification/index.ts'
import { run } from '#service/verifying/run.ts'
import { statusListOf } from '#tests/domain/verification/world.ts'
import { diplomaOn } from './real-jury.ts'
import { realLedger } from './real-ledger.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

const SIXTY_YEARS = 60 * 31_557_600

let ledger: Awaited<ReturnType<typeof realLedger>>
let diploma: Awaited<ReturnType<typeof diplomaOn>>
let folder: string
let closedAt: number
let now: number

const latest = async () => (await ledger.provider.getBlock('latest'))!.timestamp
const gone = () => Promise.reject(new Error('no such host'))
const verdictOf = async (bundle: Bundle): Promise<Verdict> => (await verify(bundleText(bundle), { ledger: ledger.reader, fetchStatus: gone, now })).verdict
const failed = ({ checks }: Verdict) => checks.filter(({ result }) => result === 'failed').map(({ name, reason }) => `${name}: ${reason}`)

beforeAll(async () => {
  ledger = await realLedger()
  folder = await mkdtemp(join(tmpdir(), 'compagnon-sixty-'))
  diploma = await diplomaOn(ledger)
  // A list published since, which nobody will ever read again; then the academy closes the school.
  await ledger.publish(await statusListOf([1], 1_800_000_000))
  await ledger.withdraw()
  await ledger.ask('ministry', 'withdraw', ledger.accounts.school, 2, (await latest()) + 5)
  await ledger.pass(10)
  closedAt = await latest()
  await ledger.provider.send('evm_setNextBlockTimestamp', [closedAt + SIXTY_YEARS])
  await ledger.provider.send('evm_mine', [])
  now = await latest()
})
afterAll(async () => {
  await ledger?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('sixty years later, with the school, its domain and its service gone', () => {
  it('the ledger is sixty years on', () => {
    expect(now - closedAt).toBe(SIXTY_YEARS)
  })

  it('the holder’s file is valid when issued, by itself and the ledger, and says what cannot be known', async () => {
    const verdict = await verdictOf(ledger.bundle)
    expect([verdict.outcome, failed(verdict)]).toEqual(['valid-when-issued', []])
    expect(verdict.checks.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'integrity: file-intact', 'signature: signature-genuine', 'accreditation: accredited-then', 'issuerKey: key-in-force',
      'anchored: anchored', 'status: status-not-known-since', 'dates: in-dates',
    ])
  })

  it('a diploma still tells which jury decided, how many signed and when: the seats of its members are long over', async () => {
    const verdict = await verdictOf(diploma.bundle)
    expect([verdict.outcome, failed(verdict)]).toEqual(['valid-when-issued', []])
    const { deliberation, decidedAt } = diploma.bundle.deliberation!
    expect(verdict.checks.find(({ name }) => name === 'deliberation')).toEqual({
      name: 'deliberation', result: 'passed', reason: 'jury-decided', values: { signatures: 2, members: 3, moment: decidedAt, round: 1, deliberation },
    })
    expect((await verdictOf(diploma.untold)).outcome).toBe('valid-when-issued')
  })

  it('and without the ledger says what its file says, confirmed by nobody; a file of before says nothing', async () => {
    const alone = async (bundle: Bundle) => (await verify(bundleText(bundle), { ledger: null, now })).verdict
    const said = async (bundle: Bundle) => (await alone(bundle)).checks.find(({ name }) => name === 'deliberation')
    expect(await said(diploma.bundle)).toMatchObject({ result: 'unknown', reason: 'jury-by-the-file-alone', values: { signatures: 2, members: 3 } })
    expect(await said(diploma.untold)).toEqual({ name: 'deliberation', result: 'unknown', reason: 'jury-not-told' })
    expect((await alone(diploma.bundle)).outcome).toBe('cannot-tell')
  })

  it('the command says so too, in words, with a clock of that day', async () => {
    const file = join(folder, 'attestation.compagnon.json')
    await writeFile(file, ledger.text)
    const [out, err] = [new PassThrough(), new PassThrough()]
    const trusted = ['--ledger', ledger.rpc, '--contract', ledger.contract, '--chain-id', String(ledger.chainId)]
    expect(await run([file, ...trusted, '--lang', 'en'], {}, { out, err }, () => now * 1000)).toBe(0)
    expect(String(out.read())).toContain('This credential was valid when it was issued')
  })
})

describe('a credential signed with the school’s key after its closing', () => {
  it('cannot be anchored by the school’s own account, whoever holds its key', async () => {
    const refusal = ledger.signedOn(now, 11, ledger.anchorBySchool)
    await expect(refusal).rejects.toThrow(/CredentialAnchorNotAccredited|revert/)
  })

  it('is not valid with a receipt made up, whatever date it claims', async () => {
    const { transaction, block } = ledger.bundle.receipt.ledger
    for (const date of [now, closedAt + 100, closedAt - 1000]) {
      const forged = await ledger.signedOn(date, 12, async () => ({ hash: transaction, blockNumber: block.number }))
      const verdict = await verdictOf(forged)
      expect([verdict.outcome, failed(verdict)]).toEqual(['not-valid', ['anchored: never-anchored']])
    }
  })

  it('is not valid with the receipt of a genuine one', async () => {
    const forged = await ledger.signedOn(closedAt - 1000, 9, async () => ({ hash: ledger.bundle.receipt.ledger.transaction, blockNumber: ledger.bundle.receipt.ledger.block.number }))

    const { integrity: _, ...parts } = { ...forged, receipt: ledger.bundle.receipt }
    const verdict = await verdictOf(sealBundle(parts))
    expect([verdict.outcome, failed(verdict)]).toEqual(['not-valid', ['anchored: credential-differs']])
  })

  it('is not valid when a school that still stands anchors it', async () => {
    const forged = await ledger.signedOn(now, 13, await ledger.accreditAnother())
    const verdict = await verdictOf(forged)
    expect(verdict.outcome).toBe('not-valid')
    expect(failed(verdict)).toContain('anchored: anchored-by-other')
  })
})
