// SPDX-License-Identifier: EUPL-1.2
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bitAt, entryFor } from '#domain/credential/index.ts'
import type { Bundle } from '#domain/verification/bundle.ts'
import { openInMemory } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService, Visitor } from '#tests/support/service.ts'
import { settle, validateFor } from './school.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

type Line = { id: string; status: string }
type Found = { credential: { id: string; state: string; holder: string }; history: { act: string; decision: { taken: string; by: { me: boolean } } | null }[] }

describe('the head of a school and an officer of its academy govern a credential', () => {
  let service: RunningService
  let database: Database
  let [ines, head, officer]: Visitor[] = []
  let credential = ''
  let bundle: Bundle

  beforeAll(async () => {
    database = await openInMemory()
    service = await startService({ database })
    await settle(database)
    ;[ines, head, officer] = [await service.signIn('demo-ines'), await service.signIn('demo-head'), await service.signIn('demo-academy')]
    const { person } = (await (await ines!.get('/api/me')).json()) as { person: { id: string } }
    await validateFor(database, { learner: person.id, school: 'school-louise-michel' })
    credential = await vi.waitFor(async () => {
      const { credentials } = (await (await ines!.get('/api/credentials')).json()) as { credentials: Line[] }
      expect(credentials[0]?.status).toBe('ready')
      return credentials[0]!.id
    }, { timeout: 200_000, interval: 500 })
    bundle = (await (await ines!.get(`/api/credentials/${credential}/bundle`)).json()) as Bundle
  })
  afterAll(async () => service?.close())

  const find = async (who: Visitor) => (await (await who.post('/api/credentials/find', { credential })).json()) as Found
  const propose = async (who: Visitor, act: string, reason: string) => who.post('/api/status-acts', { credential, act, reason })
  const decide = (who: Visitor, act: string, decision: string) => who.post(`/api/status-acts/${act}/decision`, { decision })

  it('lets in those who govern, and nobody else', async () => {
    for (const [who, status] of [[ines!, 403], [await service.signIn('demo-teacher'), 403], [service.visitor(), 401]] as const) {
      expect((await who.get('/api/status-acts')).status).toBe(status)
      expect((await propose(who, 'revoke', 'fraud')).status).toBe(status)
      expect((await who.post('/api/credentials/find', { credential })).status).toBe(status)
    }
    expect((await find(head!)).credential).toMatchObject({ id: credential, state: 'valid', holder: 'Inès Moreau' })
    const unknown = await head!.post('/api/credentials/find', { credential: '11111111-2222-4333-8444-555555555555' })
    expect([unknown.status, await unknown.json()]).toEqual([404, expect.objectContaining({ code: 'ERR_CREDENTIAL_UNKNOWN' })])
  })

  it('refuses a reason of another act, and an act that is none', async () => {
    const wrong = await propose(head!, 'revoke', 'inquiry')
    expect([wrong.status, await wrong.json()]).toEqual([422, expect.objectContaining({ code: 'ERR_STATUS_REASON' })])
    expect((await propose(head!, 'erase', 'fraud')).status).toBe(400)
    expect((await propose(head!, 'restore', 'appeal')).status).toBe(409)
  })

  it('takes the second person to suspend it; every list served then says so, in its own type', async () => {
    const { act } = (await (await propose(head!, 'suspend', 'inquiry')).json()) as { act: string }
    const own = await decide(head!, act, 'confirmed')
    expect([own.status, await own.json()]).toEqual([403, expect.objectContaining({ code: 'ERR_STATUS_SAME_PERSON' })])
    const { waiting } = (await (await officer!.get('/api/status-acts')).json()) as { waiting: { id: string; proposedBy: object }[] }
    expect(waiting).toMatchObject([{ id: act, proposedBy: { name: 'Hélène Garnier', me: false } }])
    expect(await (await decide(officer!, act, 'confirmed')).json()).toEqual({ decision: 'confirmed' })
    const found = await find(head!)
    expect([found.credential.state, found.history]).toMatchObject(['suspended', [{ act: 'suspend', decision: { taken: 'confirmed', by: { me: false } } }]])

    const entry = entryFor(bundle.credential, 'suspension')!
    const path = new URL(String(entry.statusListCredential)).pathname
    const place = Number(entry.statusListIndex)
    await vi.waitFor(async () => {
      const list = (await (await service.visitor().get(path)).json()) as { credentialSubject: { encodedList: string } }
      expect(await bitAt(list.credentialSubject.encodedList, place)).toBe(true)
    }, { timeout: 60_000, interval: 300 })
    const token = await service.visitor().get(path.replace('/suspension', '/token'))
    expect(token.headers.get('content-type')).toContain('application/statuslist+jwt')
    expect(token.headers.get('access-control-allow-origin')).toBe('*')
    expect(getListFromStatusListJWT(await token.text()).getStatus(place)).toBe(2)
    const revocations = await service.visitor().get(path.replace('/suspension', ''))
    expect(revocations.headers.get('content-type')).toContain('application/vc')
  })

  it('keeps names, reasons and numbers of credentials out of the log', () => {
    const log = service.log.join('\n')
    for (const word of ['Moreau', 'Garnier', credential, 'inquiry']) expect(log).not.toContain(word)
  })
})
