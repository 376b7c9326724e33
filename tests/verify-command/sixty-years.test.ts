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
import { renew } from '#tests/domain/verification/renewed.ts'
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

let renewed: Bundle

/** The holder's file with one renewal, anchored on the ledger by an archive while the school still stood. */
async function renewal(): Promise<Bundle> {
  const { integrity: _, ...parts } = ledger.bundle
  const archive = await ledger.archive()
  const { did, didDocument } = parts.issuer
  const { root, files: [file] } = await renew({ files: [{ ...parts, renewals: [] }] }, { year: 2027, signer: { did, didDocument }, account: archive.account })
  const mined = await archive.anchor(root)
  const block = (await ledger.provider.getBlock(mined.blockNumber))!
  const place = { ...parts.receipt.ledger, issuer: archive.account, kind: 4, transaction: mined.hash, block: { number: block.number, hash: block.hash!, timestamp: block.timestamp } }
  return sealBundle({ ...parts, version: 2, renewals: [{ ...file!.renewals[0]!, ledger: place }] } as Bundle)
}

const latest = async () => (await ledger.provider.getBlock('latest'))!.timestamp
const gone = () => Promise.reject(new Error('no such host'))
const verdictOf = async (bundle: Bundle): Promise<Verdict> => (await verify(bundleText(bundle), { ledger: ledger.reader, fetchStatus: gone, now })).verdict
const failed = ({ checks }: Verdict) => checks.filter(({ result }) => result === 'failed').map(({ name, reason }) => `${name}: ${reason}`)

beforeAll(async () => {
  ledger = await realLedger()
  renewed = await renewal()
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

describe('sixty years later, with SHA-256 and the school’s signature broken thirty years before', () => {
  const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)
  const thirtyYears = () => closedAt + SIXTY_YEARS / 2
  const broken = (since: number) => ['sha-256', 'keccak-256', 'ed25519'].flatMap(algorithm => ['--broken', `${algorithm}=${day(since)}`])

  async function command(bundle: Bundle, args: string[]) {
    const file = join(folder, 'renewed.compagnon.json')
    await writeFile(file, bundleText(bundle))
    const [out, err] = [new PassThrough(), new PassThrough()]
    const code = await run([file, '--ledger', ledger.rpc, '--contract', ledger.contract, '--chain-id', String(ledger.chainId), ...args], {}, { out, err }, () => now * 1000)
    return { code, out: String(out.read() ?? '') }
  }

  it('a file that was renewed in time is valid when issued, and the command says why', async () => {
    const { code, out } = await command(renewed, [...broken(thirtyYears()), '--lang', 'en'])
    expect(out).toContain('This credential was valid when it was issued')
    expect(out).toContain('The credential and its evidence were sealed again on')
    // Its school published a list after the file's own, before the break, and nobody serves it any more: that is said.
    expect(out).toContain('a later revocation could not be checked')
    expect(code).toBe(0)
    expect((await command(renewed, broken(thirtyYears()))).out).toContain('L’attestation et ses preuves ont été scellées à nouveau le')
  })

  it('a file that never was, or a renewal made after the break, lets nobody tell', async () => {
    expect((await command(ledger.bundle, [...broken(thirtyYears()), '--json']))).toMatchObject({ code: 2, out: expect.stringContaining('not-renewed') })
    expect((await command(renewed, ['--broken', 'sha-256=2026-01-01', '--json']))).toMatchObject({ code: 2, out: expect.stringContaining('cannot-tell') })
  })

  it('a renewed file of which anything was changed is not valid', async () => {
    const { integrity: _, ...parts } = renewed
    const credential = { ...parts.credential, name: 'Another' }
    const { code, out } = await command(sealBundle({ ...parts, credential }), [...broken(thirtyYears()), '--json'])
    expect([code, out]).toEqual([1, expect.stringContaining('not-valid')])
  })

  it('a renewed file needs no renewal while nothing is broken', async () => {
    const verdict = await verdictOf(renewed)
    expect([verdict.outcome, failed(verdict)]).toEqual(['valid-when-issued', []])
    expect(verdict.checks.map(({ reason }) => reason)).toContain('anchored')
  })

  it('does not understand a technique that is none, or a day that is none', async () => {
    for (const one of ['md5=2070-01-01', 'sha-256=soon', 'sha-256']) expect((await command(renewed, ['--broken', one])).code).toBe(2)
  })
})
