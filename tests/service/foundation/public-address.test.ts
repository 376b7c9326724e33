// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#tests/support/ports.ts'
import { startService, type RunningService } from '#tests/support/service.ts'

const PUBLIC = 'https://compagnon.example'
const LIMIT = 30
let service: RunningService
let port: number

beforeAll(async () => {
  port = await freePort()
  service = await startService({
    env: { PORT: String(port), PUBLIC_ORIGIN: PUBLIC, DEMONSTRATION: 'yes', TRUST_PROXY: '1', RATE_LIMIT: String(LIMIT),
      LEDGER_NODES: 'https://one.example,https://two.example:8545' },
  })
})
afterAll(() => service?.close())

/** A request as the proxy in front hands it on: it adds the address it saw to what the caller wrote. */
const send = (path: string, caller: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) =>
  fetch(`http://localhost:${port}${path}`, { method, headers: { ...headers, 'x-forwarded-for': caller } })

describe('behind a proxy, at a public address', () => {
  it('takes writes from the public address, and not from a page of another program on the visitor\'s machine', async () => {
    const write = async (origin: string) =>
      (await send('/api/sign-out', '203.0.113.1', { method: 'POST', headers: { origin } })).status
    expect(await write(PUBLIC)).toBe(204)
    expect(await write(`http://localhost:${port}`)).toBe(403)
    expect(await write(`http://127.0.0.1:${port}`)).toBe(403)
  })

  it('counts by the address that the proxy saw, whatever the caller wrote before it', async () => {
    const statuses: number[] = []
    for (let sent = 0; sent <= LIMIT; sent += 1) {
      statuses.push((await send('/api/me', `198.51.100.${sent}, 203.0.113.2`)).status)
    }
    expect(statuses.at(0)).toBe(200)
    expect(statuses.at(-1)).toBe(429)
    expect((await send('/api/me', '203.0.113.3')).status).toBe(200)
  })

  it('counts what it refuses too, and says when to come back', async () => {
    const statuses: number[] = []
    for (let sent = 0; sent < LIMIT; sent += 1) statuses.push((await send('/api/attempts', '203.0.113.4')).status)
    expect(new Set(statuses)).toEqual(new Set([401]))
    const late = await send('/api/attempts', '203.0.113.4')
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await late.json()).toMatchObject({ code: 'ERR_TOO_MANY_REQUESTS' })
  })

  it('lets a page read the ledger nodes that the operator named, and no other', async () => {
    const policy = (await send('/verifier', '203.0.113.5')).headers.get('content-security-policy') ?? ''
    const reachable = policy.split(';').find((part) => part.trim().startsWith('connect-src'))?.trim().split(' ').slice(1)
    expect(reachable).toEqual(
      ["'self'", 'blob:', 'http://127.0.0.1:*', 'http://localhost:*', 'https://one.example', 'https://two.example:8545'])
  })
})
