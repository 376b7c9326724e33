// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { buildApp, type Parts } from '#service/app.ts'
import { makeLogger } from '#service/logging.ts'

/** An app that says from which address it believes a request comes, behind so many proxies. */
async function askedFrom(proxies: number, forwarded: string): Promise<string> {
  const yes = async () => true
  const app = await buildApp({
    settings: { publicOrigin: 'http://localhost', rateLimit: 10, trustProxy: proxies },
    logger: makeLogger('silent'),
    readiness: { database: yes, ledger: yes, migrations: yes },
    people: { whoIs: async () => null } as unknown as Parts['people'],
    pages: import.meta.dirname,
    rooms: [async (room) => { room.get('/api/from', { config: { access: 'public' } }, async (request) => request.ip) }],
  })
  const { body } = await app.inject({ url: '/api/from', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } })
  await app.close()
  return body
}

describe('behind proxies', () => {
  it('believes no header when there is none', async () => {
    expect(await askedFrom(0, '203.0.113.7')).toBe('10.0.0.1')
  })

  it('takes what the nearest proxy says, and nothing that was written before it', async () => {
    expect(await askedFrom(1, '198.51.100.9, 203.0.113.7')).toBe('203.0.113.7')
    expect(await askedFrom(2, '198.51.100.9, 203.0.113.7')).toBe('198.51.100.9')
  })
})
