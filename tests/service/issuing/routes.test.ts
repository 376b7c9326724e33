// SPDX-License-Identifier: EUPL-1.2
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { id } from 'ethers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openInMemory } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService, Visitor } from '#tests/support/service.ts'
import { settle, validateFor } from './school.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

type Held = { id: string; title: { fr: string }; school: string; status: string }

const rpc = (method: string, params: unknown[]) => ({ jsonrpc: '2.0', id: 1, method, params })

describe('a learner takes the file of a credential home', () => {
  let service: RunningService
  let database: Database
  let ines: Visitor

  const person = async (visitor: Visitor) => ((await (await visitor.get('/api/me')).json()) as { person: { id: string } }).person.id
  const held = async () => ((await (await ines.get('/api/credentials')).json()) as { credentials: Held[] }).credentials
  const ready = async () => {
    for (let n = 0; n < 120; n++) {
      const credentials = await held()
      if (credentials.length && credentials.every(({ status }) => status === 'ready')) return credentials
      await new Promise(resolve => setTimeout(resolve, 250))
    }
    throw new Error('never ready')
  }

  beforeAll(async () => {
    database = await openInMemory()
    service = await startService({ database })
    await settle(database)
    ines = await service.signIn('demo-ines')
    await validateFor(database, { learner: await person(ines), school: 'school-louise-michel' })
  })
  afterAll(async () => service.close())

  it('shows it from the moment it was validated, and refuses the file until it is anchored', async () => {
    const [credential] = await held()
    expect(credential).toMatchObject({ school: expect.stringContaining('Louise-Michel'), title: { fr: 'Consigner une armoire' } })
    const answer = await ines.get(`/api/credentials/${credential?.id}/bundle`)
    if (credential?.status !== 'ready') {
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({ code: 'ERR_CREDENTIAL_NOT_READY' })
    }
  })

  it('hands over a file whose name says nothing of its holder', async () => {
    const [credential] = await ready()
    const answer = await ines.get(`/api/credentials/${credential?.id}/bundle`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="attestation-[0-9a-f]{8}\.compagnon\.json"$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('says the same in the file, at the did:web address, in the status list and on the ledger', async () => {
    const [credential] = await ready()
    const bundle = (await (await ines.get(`/api/credentials/${credential?.id}/bundle`)).json()) as Bundle
    const visitor = service.visitor()
    const document = await visitor.get('/schools/louise-michel/did.json')
    expect(await document.json()).toEqual(bundle.issuer.didDocument)
    const list = String(bundle.status.listCredential.id)
    expect(await (await visitor.get(new URL(list).pathname)).json()).toEqual(bundle.status.listCredential)
    const place = (await (await visitor.get('/api/ledger')).json()) as { rpc: string; contract: string; chainId: number }
    expect(place).toMatchObject({ contract: bundle.receipt.ledger.contract, chainId: 31337, rpc: '/api/ledger/rpc' })
    const { block, transaction } = bundle.receipt.ledger
    const asked = await visitor.post(place.rpc, rpc('eth_getBlockByNumber', [`0x${block.number.toString(16)}`, false]))
    expect(await asked.json()).toMatchObject({ result: { hash: block.hash, transactions: [transaction] } })
    const call = await visitor.post(place.rpc, rpc('eth_call', [{ to: place.contract, data: id('rootAuthority()').slice(0, 10) }, 'latest']))
    expect(await call.json()).toMatchObject({ result: expect.stringMatching(/^0x0{24}[0-9a-f]{40}$/) })
  })

  it('keeps where the ledger is in the data folder, for the verify command', async () => {
    await ready()
    const place = JSON.parse(await readFile(join(service.dataDir, 'ledger.json'), 'utf8')) as Record<string, unknown>
    expect(place).toMatchObject({ chainId: 31337, contract: expect.stringMatching(/^0x[0-9a-fA-F]{40}$/), rpc: expect.stringMatching(/^http/) })
    expect(((await stat(join(service.dataDir, 'ledger.json'))).mode & 0o777).toString(8)).toBe('600')
  })

  it('answers another student that there is no such credential, and a visitor that one must sign in', async () => {
    const [credential] = await ready()
    const yanis = await service.signIn('demo-yanis')
    expect((await yanis.get(`/api/credentials/${credential?.id}/bundle`)).status).toBe(404)
    expect(await (await yanis.get('/api/credentials')).json()).toEqual({ credentials: [] })
    expect((await service.visitor().get('/api/credentials')).status).toBe(401)
  })

  it('refuses every method that writes to the ledger or steers the node', async () => {
    const methods = ['eth_sendRawTransaction', 'eth_sendTransaction', 'anvil_setBalance', 'evm_mine', 'debug_traceCall', 'eth_getLogs', 'eth_accounts',
      'eth_getTransactionReceipt', 'eth_getCode', 'constructor']
    for (const method of methods) {
      const answer = await service.visitor().post('/api/ledger/rpc', { jsonrpc: '2.0', id: 1, method, params: [] })
      expect([method, answer.status]).toEqual([method, 403])
      expect(await answer.json()).toMatchObject({ code: 'ERR_LEDGER_METHOD', values: { method } })
    }
    const batch = await service.visitor().post('/api/ledger/rpc', [{ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }])
    expect(batch.status).toBe(400)
  })

  it('refuses every question about the ledger that a check does not ask', async () => {
    await ready()
    const { contract } = (await (await service.visitor().get('/api/ledger')).json()) as { contract: string }
    const data = id('rootAuthority()').slice(0, 10)
    const call = { to: contract, data }
    const questions = [
      rpc('eth_call', [{ to: `0x${'1'.repeat(40)}`, data }, 'latest']),
      rpc('eth_call', [{ data: '0x60006000fd' }, 'latest']),
      rpc('eth_call', [{ ...call, gas: '0xffffffffff' }, 'latest']),
      rpc('eth_call', [{ ...call, from: contract }, 'latest']),
      rpc('eth_call', [{ ...call, data: data + '0'.repeat(1200) }, 'latest']),
      rpc('eth_call', [call, 'latest', { [contract]: { code: '0x5b600056' } }]),
      rpc('eth_call', [call, 'pending']),
      rpc('eth_call', []),
      rpc('eth_getBlockByNumber', ['0x1', true]),
      rpc('eth_getBlockByNumber', ['earliest', false]),
      rpc('eth_chainId', ['more']),
    ]
    for (const question of questions) {
      const answer = await service.visitor().post('/api/ledger/rpc', question)
      expect([question, answer.status]).toEqual([question, 400])
      expect(await answer.json()).toMatchObject({ code: 'ERR_REQUEST_INVALID', values: { at: 'body/params' } })
    }
  })

  it('answers with a problem for a school, a list and a credential that are not there', async () => {
    const asked = [['/schools/nowhere/did.json', 'ERR_SCHOOL_UNKNOWN'], ['/status/nothing', 'ERR_STATUS_LIST_UNKNOWN']] as const
    for (const [path, code] of asked) {
      const answer = await service.visitor().get(path)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code })
    }
    expect((await ines.get('/api/credentials/none/bundle')).status).toBe(404)
  })

  it('writes no salt, no key and no name into the log', async () => {
    await ready()
    const rows = await sql<{ salt_sealed: string }>`select salt_sealed from credentials`.execute(database.db)
    const log = service.log.join('\n')
    expect(log).not.toContain('Inès')
    for (const { salt_sealed } of rows.rows) expect(log).not.toContain(salt_sealed)
  })
})
