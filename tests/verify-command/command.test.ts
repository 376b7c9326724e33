// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleText, sealBundle, verify } from '#domain/verification/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { run as runCommand } from '#service/verifying/run.ts'
import { keccak } from '#domain/anchoring/index.ts'
import { statusListOf } from '#tests/domain/verification/world.ts'
import { diplomaOn } from './real-jury.ts'
import { realLedger } from './real-ledger.ts'

let ledger: Awaited<ReturnType<typeof realLedger>>
let folder: string
let file: string
let diploma: Awaited<ReturnType<typeof diplomaOn>>

beforeAll(async () => {
  ledger = await realLedger()
  diploma = await diplomaOn(ledger)
  folder = await mkdtemp(join(tmpdir(), 'compagnon-verify-'))
  file = join(folder, 'attestation.compagnon.json')
  await writeFile(file, ledger.text)
})
afterAll(async () => {
  await ledger?.close()
  await rm(folder, { recursive: true, force: true })
})

const COMMAND = fileURLToPath(new URL('../../credential-service/verify-command.ts', import.meta.url))

/** Runs the command as a person does: another process, its exit code, what it wrote. */
function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env: { PATH: process.env.PATH, LANG: 'fr_FR.UTF-8', ...env } })
    const said = { out: '', err: '' }
    child.stdout.on('data', part => { said.out += String(part) })
    child.stderr.on('data', part => { said.err += String(part) })
    child.on('close', code => resolve({ code, ...said }))
  })
}
const trusted = () => ['--ledger', ledger.rpc, '--contract', ledger.contract, '--chain-id', String(ledger.chainId)]
const verdictOf = async (text: string) => (await verify(text, { ledger: ledger.reader, now: Math.floor(Date.now() / 1000) })).verdict

describe('npm run verify', () => {
  it('says a genuine file is valid, in French, and why', async () => {
    const { code, out, err } = await run([file, ...trusted()])
    expect(err).toBe('')
    expect(out).toContain('Cette attestation est valide.')
    expect(out).toContain('✓ Inscription au registre (vérifié) : L’attestation est inscrite au registre depuis le')
    expect(code).toBe(0)
  })

  it('finds the ledger of this machine’s service by itself, and speaks English', async () => {
    await writeFile(join(folder, 'ledger.json'), JSON.stringify({ rpc: ledger.rpc, chainId: ledger.chainId, contract: ledger.contract }))
    const { code, out } = await run([file, '--lang', 'en'], { DATA_DIR: folder })
    expect(out).toContain('This credential is valid.')
    expect(code).toBe(0)
  })

  it('says what it could check without a ledger, and exits 2', async () => {
    const { code, out } = await run([file])
    expect(out).toContain('On ne peut pas conclure')
    expect(out).toContain('Aucun registre n’est connu ici')
    expect(out).toContain('✓ Signature (vérifié)')
    expect(code).toBe(2)
    expect((await run([file, '--offline'])).out).toContain('Vérification sans réseau')
  })

  it('says a changed file is not valid, and exits 1', async () => {
    const bad = join(folder, 'bad.json')
    await writeFile(bad, ledger.text.replace('"acquired"', '"acquiret"'))
    const { code, out } = await run([bad, ...trusted(), '--json'])
    const { checks } = JSON.parse(out) as { checks: { name: string; reason: string }[] }
    expect(checks).toContainEqual({ name: 'integrity', result: 'failed', reason: 'file-altered' })
    expect(checks).toContainEqual({ name: 'signature', result: 'failed', reason: 'signature-altered' })
    expect(checks).toContainEqual({ name: 'anchored', result: 'failed', reason: 'credential-differs' })
    expect(code).toBe(1)
  })

  it('says a file that is no credential is not valid, without a stack trace', async () => {
    const image = join(folder, 'image.png')
    await writeFile(image, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254]))
    const { code, out, err } = await run([image, ...trusted()])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('ce n’est pas une attestation Compagnon')
  })

  it('exits 2 on what it does not understand', async () => {
    expect((await run(['--colour'])).code).toBe(2)
    for (const args of [[], [file, file], [file, '--ledger', ledger.rpc], [file, '--offline', ...trusted()], [file, '--lang', 'de'],
      [file, '--ledger', 'ftp://x', '--contract', ledger.contract, '--chain-id', '1'], [join(folder, 'none.json')]]) {
      const [out, err] = [new PassThrough(), new PassThrough()]
      const code = await runCommand(args, {}, { out, err })
      const said = String(err.read())
      expect({ args, code }).toEqual({ args, code: 2 })
      expect(said).toMatch(/^(Usage|Le fichier)/)
    }
  })

  it('cannot tell when the ledger is down, or is another network', async () => {
    expect((await run([file, '--ledger', 'http://127.0.0.1:1', '--contract', ledger.contract, '--chain-id', '31337'])).code).toBe(2)
    const { code, out } = await run([file, '--ledger', ledger.rpc, '--contract', ledger.contract, '--chain-id', '1', '--json'])
    expect(code).toBe(2)
    expect(out).toContain('ledger-unreachable')
  })
})

describe('a diploma, by the command', () => {
  it('shows which jury decided, how many signed and when; altered, that very line is refused', async () => {
    const { bundle, deliberation } = diploma
    const path = join(folder, 'diplome.json')
    await writeFile(path, bundleText(bundle))
    const { code, out } = await run([path, ...trusted()])
    expect(out).toMatch(/✓ Décision du jury \(vérifié\) : Un jury a délibéré : 2 membres sur 3 ont signé la décision, le .* UTC \(tour 1, délibération 0x/)
    expect(code).toBe(0)
    expect((await run([path, '--offline', '--lang', 'en'])).out).toContain('? Jury’s decision (unknown): Not checked: by the file, 2 members of the jury of 3')

    const { integrity: _, ...parts } = bundle
    await writeFile(path, bundleText(sealBundle({ ...parts, deliberation: { ...bundle.deliberation!, signatures: 3 } })))
    const altered = await run([path, ...trusted(), '--json'])
    const { checks } = JSON.parse(altered.out) as { checks: { name: string; result: string; reason: string }[] }
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([{ name: 'deliberation', result: 'failed', reason: 'jury-differs' }])
    expect(altered.code).toBe(1)
    expect(deliberation).toBe(bundle.deliberation!.deliberation)
  })

  it('is read of the ledger as ethers reads it with the compiled interface', async () => {
    const root = diploma.bundle.receipt.root
    const name = await ledger.contractAs().getFunction('deliberationUnder')(root) as string
    const raw = await ledger.contractAs().getFunction('deliberationOf')(name) as Record<string, bigint | string | string[]>
    const { members, quorum, signatures, round, closedAt, ...said } = (await ledger.reader.deliberationUnder(root))!
    expect(said).toEqual({ name, issuer: String(raw.issuer).toLowerCase(), outcome: 'decided', results: raw.results, root: raw.root })
    expect([quorum, round, closedAt].map(BigInt)).toEqual([raw.quorum, raw.round, raw.closedAt])
    // Four were named; the third of them, absent, was replaced by the fourth; the first and the fourth signed.
    expect([(raw.members as string[]).length, raw.replaced, raw.signed]).toEqual([4, 0b0100n, 0b1001n])
    expect([members, signatures]).toEqual([3, 2])
    expect(await ledger.reader.deliberationUnder(ledger.bundle.receipt.root)).toBeNull()
  })
})

describe('the ledger reader', () => {
  it('reads the same as ethers does with the compiled interface', async () => {
    const contract = ledger.contractAs()
    const ask = async (name: string, ...args: unknown[]) => await contract.getFunction(name)(...args) as Record<string, unknown>[]
    const { reader, accounts, bundle } = ledger
    const plain = (rows: object[]) => rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value).toLowerCase()])))
    const same = (ours: object[], theirs: Record<string, unknown>[]) => {
      expect(ours.length).toBeGreaterThan(0)
      const names = Object.keys(ours[0]!).filter(name => name in (theirs[0] as { toObject(): object }).toObject())
      expect(plain(ours.map(row => Object.fromEntries(names.map(name => [name, row[name as keyof typeof row]])))))
        .toEqual(plain(theirs.map(row => Object.fromEntries(names.map(name => [name, row[name]])))))
    }
    same(await reader.accreditationsOf(accounts.school), await ask('accreditationsOf', accounts.school))
    same(await reader.documentsOf(accounts.school), await ask('documentsOf', accounts.school))
    const list = keccak(new TextEncoder().encode('http://localhost:3000/status/1'))
    same(await reader.statusListsOf(accounts.school, list), await ask('statusListsOf', accounts.school, list))
    same([(await reader.anchorOf(bundle.receipt.root, 1))!], [await ask('anchorOf', bundle.receipt.root) as unknown as Record<string, unknown>])
    expect((await reader.rootAuthority()).toLowerCase()).toBe(accounts.ministry.toLowerCase())
    expect(await reader.accreditationsOf(`0x${'0'.repeat(39)}1`)).toEqual([])
    expect(await reader.anchorOf(`0x${'1'.repeat(64)}`, 1)).toBeNull()
    expect(await reader.anchorOf(bundle.receipt.root, 2)).toBeNull()
    expect(await reader.blockAt(1_000_000)).toBe('future')
  })

  it('takes an address without the contract for an unreachable ledger', async () => {
    const { reader, close } = trustedLedgerReader({ rpc: ledger.rpc, chainId: ledger.chainId, contract: ledger.accounts.school })
    await expect(reader.rootAuthority()).rejects.toThrow('is this the right contract?')
    close()
  })
})

describe('as the real ledger moves on', () => {
  it('a newer revocation list makes the answer wait for it, and a withdrawn school leaves it valid when issued', async () => {
    expect((await verdictOf(ledger.text)).outcome).toBe('valid')
    const newer = await statusListOf([1], 1_800_000_000)
    await ledger.publish(newer)
    expect((await verdictOf(ledger.text)).outcome).toBe('cannot-tell')
    const reached = await verify(ledger.text, { ledger: ledger.reader, fetchStatus: async () => newer, now: Math.floor(Date.now() / 1000) })
    expect(reached.verdict.outcome).toBe('valid')
    await ledger.withdraw()
    const later = await verify(ledger.text, { ledger: ledger.reader, now: Math.floor(Date.now() / 1000) + 10 })
    expect(later.verdict.outcome).toBe('valid-when-issued')
  })
})
