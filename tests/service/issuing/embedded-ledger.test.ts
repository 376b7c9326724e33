// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'

describe('the embedded ledger', () => {
  let folder: string
  let ledger: EmbeddedLedger

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compagnon-node-'))
    ledger = await startEmbeddedLedger(folder, 'https://compagnon.example')
  })
  afterEach(async () => {
    await ledger.close()
    await rm(folder, { recursive: true, force: true })
  })

  const ask = async (method: string, params: unknown[] = []) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const answer = await fetch(ledger.rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => null)
    return answer && ((await answer.json()) as { result: string }).result
  }
  const node = async () => (JSON.parse(await readFile(join(folder, 'node.json'), 'utf8')) as { pid: number }).pid
  const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

  it('lets pages of our own origin ask it, and no other site\'s', async () => {
    const preflight = (origin: string) => fetch(ledger.rpcUrl, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })
    const allowed = async (origin: string) => (await preflight(origin)).headers.get('access-control-allow-origin')
    expect(await allowed('https://compagnon.example')).toBe('https://compagnon.example')
    expect(await allowed('https://evil.example')).not.toMatch(/evil|\*/)
    // A browser sends this one without asking first, so the node itself must not take it.
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'anvil_mine', params: ['0x7'] })
    await fetch(ledger.rpcUrl, { method: 'POST', headers: { 'content-type': 'text/plain', origin: 'https://evil.example' }, body })
    expect(await ask('eth_blockNumber')).toBe('0x0')
  })

  it('answers again at the same address, with what it had, when its node dies alone', async () => {
    await ask('anvil_mine', ['0x7'])
    expect([ledger.isKept(0x7), ledger.isKept(0x8)]).toEqual([false, false])
    await vi.waitFor(() => expect(ledger.isKept(0x7)).toBe(true), { timeout: 30_000 })
    expect(ledger.isKept(0x8)).toBe(false)
    const first = await node()
    process.kill(first, 'SIGKILL')
    for (let n = 0; n < 200 && ((await node()) === first || (await ask('eth_blockNumber')) === null); n++) await wait(50)
    expect(await node()).not.toBe(first)
    expect(await ask('eth_blockNumber')).toBe('0x7')
  })
})
