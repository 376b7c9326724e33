// SPDX-License-Identifier: EUPL-1.2
// npm run verify -- FOLDER: many files at once, each with the answer it gets alone.
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LARGEST_BUNDLE } from '#domain/verification/index.ts'
import type { Verdict } from '#domain/verification/index.ts'
import { run } from '#service/verifying/run.ts'
import { sessionOf } from '#tests/domain/verification/diplomas.ts'
import { realLedger } from './real-ledger.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

/** Reading its first byte is an error (proc(5)), for whoever runs the tests. */
const UNREADABLE = '/proc/self/mem'

let ledger: Awaited<ReturnType<typeof realLedger>>
let folder: string
let diplomas: string[]
const trusted = () => ['--ledger', ledger.rpc, '--contract', ledger.contract, '--chain-id', String(ledger.chainId)]

function ear(onFirst = () => {}) {
  const parts: string[] = []
  return { stream: new Writable({ write: (part, _encoding, done) => { if (parts.push(String(part)) === 1) onFirst(); done() } }), heard: () => parts.join('') }
}
const asked = (...args: string[]) => askedWhile(() => {}, args)
/** The answer, when this happens as soon as something of it is said. */
async function askedWhile(onFirst: () => void, args: string[], clock = Date.now) {
  const [out, err] = [ear(onFirst), ear()]
  const code = await run(args, {}, { out: out.stream, err: err.stream }, clock)
  return { code, out: out.heard(), err: err.heard(), lines: out.heard().trimEnd().split('\n') }
}
const verdictsOf = (lines: string[]) => lines.slice(0, -1).map((line) => JSON.parse(line) as Verdict & { name: string })
const keep = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)

beforeAll(async () => {
  ledger = await realLedger()
  diplomas = (await sessionOf({ count: 12 })).texts
  folder = await mkdtemp(join(tmpdir(), 'compagnon-many-'))
  await mkdir(join(folder, 'b'))
  for (const n of [1, 2, 3]) await keep(`a${n}.compagnon.json`, ledger.text)
  await keep('altered.json', ledger.text.replace('"acquired"', '"acquiret"'))
  await keep('large.json', ' '.repeat(LARGEST_BUNDLE + 10))
  await keep('photo.png', Uint8Array.of(0x89, 0x50, 0xff))
  await keep(join('b', 'a4.json'), ledger.text)
  await keep(join('b', 'session.ndjson'), `${diplomas.slice(0, 3).join('\n')}\n\n${diplomas[3]!}\r\n${ledger.text}`)
})
afterAll(async () => {
  await ledger?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('npm run verify, over a folder', () => {
  it('gives each file the verdict that it gets alone, in the order of their names, those of folders within too', async () => {
    const { code, lines, err } = await asked(folder, ...trusted(), '--json')
    expect(err).toBe('')
    const all = verdictsOf(lines)
    expect(all.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'a1.compagnon.json valid', 'a2.compagnon.json valid', 'a3.compagnon.json valid', 'altered.json not-valid', 'large.json not-valid',
      join('b', 'a4.json valid'), ...[1, 2, 3, 5].map((line) => `${join('b', 'session.ndjson')}:${line} not-valid`), `${join('b', 'session.ndjson')}:6 valid`,
    ])
    for (const { name, ...verdict } of all.filter(({ name }) => !name.includes('ndjson'))) {
      expect(verdict).toEqual(JSON.parse((await asked(join(folder, name), ...trusted(), '--json')).out))
    }
    const { summary } = JSON.parse(lines.at(-1)!) as { summary: object }
    expect(summary).toEqual({ 'valid': 5, 'valid-when-issued': 0, 'not-valid': 6, 'cannot-tell': 0, 'unreadable': 0, 'aside': 1 })
    expect(code).toBe(1)
  })

  it('says it in words, in either language: the answer, the file, why not, and how many of each', async () => {
    const french = await asked(folder, ...trusted(), '--lang', 'fr')
    expect(french.out).toContain('✓ valide  a1.compagnon.json\n')
    expect(french.out).toMatch(/✗ non valide {2}altered\.json {2}Fichier intact : .* Signature : /)
    expect(french.out).toMatch(/\nVérifiés en .* s \(.* par seconde\) : 11\n {2}✓ 5 valides\n {2}✗ 6 non valides\n {4}Laissés de côté \(ni \.json, ni \.ndjson\) : 1\n/)
    const english = await asked(folder, ...trusted(), '--lang', 'en')
    expect(english.out).toMatch(/✗ not valid {2}b\/session\.ndjson:1 {2}.*Anchoring on the ledger: The ledger never received this credential/)
    expect(english.out).toMatch(/\nChecked in .* s \(.* a second\): 11\n/)
  })

  it('says what was not consulted when there is no ledger, and cannot tell', async () => {
    const { code, out } = await asked(join(folder, 'b'), '--offline', '--lang', 'en')
    expect(out).toContain('Checked without a network')
    expect(out).toMatch(/\? cannot tell {2}a4\.json {2}.*Not checked: no ledger was consulted\./)
    expect(code).toBe(2)
  })

  it('exits 0 when all are valid, and 2 when there is nothing to check', async () => {
    const [good, empty] = [join(folder, 'good'), join(folder, 'empty')]
    for (const path of [good, empty]) await mkdir(path)
    await writeFile(join(good, 'a.json'), ledger.text)
    await writeFile(join(empty, 'photo.png'), 'x')
    expect((await asked(good, ...trusted())).code).toBe(0)
    const { code, err } = await asked(empty, ...trusted(), '--lang', 'en')
    expect({ code, err }).toEqual({ code: 2, err: `No credential (.json, .ndjson) in ${empty}.\n` })
    for (const path of [good, empty]) await rm(path, { recursive: true })
  })
})

describe('npm run verify, over a folder, with something that the verifier no longer relies on', () => {
  it('gives each file the verdict that it gets alone with the same word', async () => {
    const later = () => Date.UTC(2070, 0, 1)
    const cases = [
      { broken: 'ed25519=2020-01-01', clock: Date.now, outcome: 'cannot-tell', reason: 'signature-broken' },
      { broken: 'ed25519=2068-06-01', clock: later, outcome: 'valid-when-issued', reason: 'signature-sealed' },
      { broken: 'sha-256=2068-06-01', clock: later, outcome: 'cannot-tell', reason: 'not-renewed' },
    ]
    for (const { broken, clock, outcome, reason } of cases) {
      const given = (path: string) => askedWhile(() => {}, [path, ...trusted(), '--broken', broken, '--json'], clock)
      const all = verdictsOf((await given(folder)).lines)
      expect(all.find(({ name }) => name === 'a1.compagnon.json'), broken).toMatchObject({ outcome, checks: expect.arrayContaining([expect.objectContaining({ reason })]) })
      for (const { name, ...verdict } of all.filter(({ name }) => !name.includes('ndjson'))) {
        expect(verdict, `${broken} ${name}`).toEqual(JSON.parse((await given(join(folder, name))).out))
      }
    }
  })
})

describe('npm run verify, when something cannot be read', () => {
  it('counts a folder, or a file of lines, that is gone by then, and checks what follows', async () => {
    const base = await mkdtemp(join(tmpdir(), 'compagnon-gone-'))
    const [inside, lines] = [join(base, 'b'), join(base, 'c.ndjson')]
    await mkdir(inside)
    for (const path of [join(base, 'a.json'), join(inside, 'a.json'), lines, join(base, 'd.ndjson')]) await writeFile(path, ledger.text)
    const takeAway = () => { for (const path of [inside, lines]) rmSync(path, { recursive: true }) }
    const { code, err, lines: said } = await askedWhile(takeAway, [base, ...trusted(), '--json'])
    expect(verdictsOf(said).map(({ name, outcome }) => `${name} ${outcome}`)).toEqual(['a.json valid', 'b unreadable', 'c.ndjson unreadable', 'd.ndjson:1 valid'])
    expect(JSON.parse(said.at(-1)!)).toMatchObject({ summary: { valid: 2, unreadable: 2 } })
    expect({ code, err }).toEqual({ code: 2, err: '' })
    await rm(base, { recursive: true })
  })

  it('says so of the only folder, or the only file of lines, that was asked for', async () => {
    const [only, ofLines] = [join(folder, 'only'), join(folder, 'only.ndjson')]
    await mkdir(only)
    await writeFile(ofLines, ledger.text)
    for (const path of [only, ofLines]) {
      const { code, out } = await askedWhile(() => rmSync(path, { recursive: true }), [path, '--offline', '--lang', 'en'])
      expect(out).toContain(`? file cannot be read  ${path}\n`)
      expect(code).toBe(2)
    }
  })

  it('says so of a file of lines that opens and then cannot be read', async () => {
    const file = join(folder, 'broken.ndjson')
    await symlink(UNREADABLE, file)
    const { code, lines } = await asked(file, ...trusted(), '--json')
    expect([code, JSON.parse(lines[0]!)]).toEqual([2, { name: file, outcome: 'unreadable' }])
    await rm(file)
  })
})

describe('npm run verify, over a file with one credential a line', () => {
  it('takes each line as a file, named by its number, whatever ends it', async () => {
    const file = join(folder, 'b', 'session.ndjson')
    const { lines } = await asked(file, ...trusted(), '--json')
    expect(verdictsOf(lines).map(({ name, outcome }) => `${name} ${outcome}`)).toEqual(['1 not-valid', '2 not-valid', '3 not-valid', '5 not-valid', '6 valid'])
  })

  it('keeps no more of an endless line than a file may hold, and goes on behind it', async () => {
    const file = join(folder, 'endless.ndjson')
    await writeFile(file, `${'x'.repeat(3 * LARGEST_BUNDLE)}\n${ledger.text}\n`)
    const { lines } = await asked(file, ...trusted(), '--json')
    const [first, second] = verdictsOf(lines)
    expect(first!.checks[0]).toMatchObject({ name: 'integrity', reason: 'file-too-large' })
    expect(second).toMatchObject({ name: '2', outcome: 'valid' })
    await rm(file)
  })
})
