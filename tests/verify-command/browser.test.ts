// SPDX-License-Identifier: EUPL-1.2
// The same code in a browser: built by Vite, under a policy without eval, with no network but this page.
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { keccak } from '#domain/anchoring/index.ts'
import type { LedgerFacts, Verdict } from '#domain/verification/index.ts'
import { at, worldOf } from '#tests/domain/verification/world.ts'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { text, facts, bundle } = await worldOf()
const suspensions = keccak(utf8ToBytes(String(bundle.status.suspension?.listCredential.id)))
let folder: string
let script: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compagnon-bundle-'))
  await writeFile(join(folder, 'entry.ts'), `
    import { verify } from '${root}domain/verification/index.ts'
    Object.assign(globalThis, { verifyFile: (text, ledger, now) => verify(text, { ledger, now }) })`)
  await build({
    root: folder, configFile: false, logLevel: 'error',
    build: { outDir: join(folder, 'out'), target: 'es2022', rolldownOptions: { input: join(folder, 'entry.ts'), output: { entryFileNames: 'page.js' } } },
  })
  script = await readFile(join(folder, 'out', 'page.js'), 'utf8')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('verification in a browser', () => {
  it('is one script that asks for nothing of Node', async () => {
    expect(await readdir(join(folder, 'out'))).toEqual(['page.js'])
    expect(script).not.toMatch(/from\s*["']node:|require\(["'](crypto|util|url|http)["']\)|__vite-browser-external/)
    expect(gzipSync(script).length).toBeLessThan(120 * 1024)
  })

  it('gives the same answer as here, for a good file and for a changed one', async () => {
    const server = createServer((request, response) => {
      response.setHeader('content-security-policy', "default-src 'self'")
      response.setHeader('content-type', request.url === '/page.js' ? 'text/javascript' : 'text/html')
      response.end(request.url === '/page.js' ? script : '<!doctype html><link rel=icon href=data:,><script type=module src=/page.js></script>')
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const browser = await launchBrowser()
    try {
      const { page, leave } = await newVisitor(browser, { origin })
      await page.goto('/')
      const ask = (file: string) => page.evaluate(judgeInPage, { file, facts, suspensions, now: at.now })
      expect((await ask(text)).outcome).toBe('valid')
      const bad = await ask(text.replace('"acquired"', '"acquiret"'))
      expect(bad.checks.filter(({ result }) => result === 'failed').map(({ name }) => name)).toEqual(['integrity', 'signature', 'anchored'])
      await leave()
    } finally {
      await browser.close()
      server.close()
    }
  })
})

type InPage = { file: string; facts: LedgerFacts; suspensions: string; now: number }

// Runs inside the page: nothing from this file is in reach.
async function judgeInPage({ file, facts, suspensions, now }: InPage): Promise<Verdict> {
  const page = globalThis as unknown as { verifyFile(file: string, ledger: object, now: number): Promise<{ verdict: Verdict }> }
  const ledger = {
    contract: facts.contract,
    chainId: async () => facts.chainId,
    rootAuthority: async () => facts.rootAuthority,
    anchorOf: async () => facts.anchor,
    blockAt: async () => facts.block,
    accreditationsOf: async (account: string) => facts.accreditations[account] ?? [],
    documentsOf: async () => facts.documents,
    statusListsOf: async (_account: string, list: string) => (list === suspensions ? facts.suspensionLists ?? [] : facts.statusLists),
  }
  return (await page.verifyFile(file, ledger, now)).verdict
}
