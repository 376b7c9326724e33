// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type RunningService } from '#tests/support/service.ts'

let service: RunningService
let pages: string
const LIMIT = 400

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'compagnon-pages-'))
  await mkdir(join(pages, 'assets'))
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>the app</title>')
  await writeFile(join(pages, 'assets', 'index-abc.js'), 'export {}')
  await writeFile(join(pages, 'assets', 'index-abc.js.br'), brotliCompressSync('export {}'))
  service = await startService({ pages, env: { RATE_LIMIT: String(LIMIT) } })
})
afterAll(async () => {
  await service?.close()
  await rm(pages, { recursive: true, force: true })
})

describe('at the door', () => {
  it('answers a page of the app, whatever its address, and never keeps it', async () => {
    for (const path of ['/', '/portefeuille', '/atelier/consignation-armoire?mode=guided']) {
      const answer = await service.visitor().get(path)
      expect(await answer.text(), path).toContain('the app')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    }
  })

  it('lets nobody keep what it answers a person, and says so of a refusal too', async () => {
    for (const path of ['/api/me', '/api/scenarios', '/api/status-acts', '/api/nowhere']) {
      expect((await service.visitor().get(path)).headers.get('cache-control'), path).toBe('no-store')
    }
  })

  it('lets a hashed asset be kept a year, and reports a missing one', async () => {
    const kept = await service.visitor().get('/assets/index-abc.js')
    expect(kept.headers.get('cache-control')).toContain('immutable')
    expect((await service.visitor().get('/assets/index-old.js')).status).toBe(404)
  })

  it('hands out what the build compressed to whoever reads it, and the file as it is to anyone else', async () => {
    for (const [reads, sent] of [['br', 'br'], ['gzip', null], ['identity', null]] as const) {
      const answer = await service.visitor().send('/assets/index-abc.js', { headers: { 'accept-encoding': reads } })
      expect(answer.headers.get('content-encoding'), reads).toBe(sent)
      expect(answer.headers.get('content-type')).toContain('/javascript')
      expect(answer.headers.get('vary')).toContain('accept-encoding')
      expect(await answer.text()).toBe('export {}')
    }
  })

  it('answers an unknown address of the API with a problem document', async () => {
    const answer = await service.visitor().get('/api/nothing')
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 404, code: 'ERR_NOT_FOUND', type: '/api/errors#ERR_NOT_FOUND' })
  })

  it('speaks the reader\'s language', async () => {
    const inEnglish = await service.visitor().send('/api/nothing', { headers: { 'accept-language': 'en-GB,en' } })
    expect(await inEnglish.json()).toMatchObject({ title: 'There is nothing at this address' })
    const inFrench = await service.visitor().send('/api/nothing', { headers: { 'accept-language': 'fr-FR' } })
    expect(await inFrench.json()).toMatchObject({ title: 'Il n’y a rien à cette adresse' })
  })

  it('refuses a visitor where a person is needed, and a person whose role is another', async () => {
    const refused = await service.visitor().get('/api/attempts')
    expect(await refused.json()).toMatchObject({ status: 401, code: 'ERR_NOT_SIGNED_IN' })
    const teacher = await service.signIn('demo-teacher')
    expect(await (await teacher.get('/api/credentials')).json()).toMatchObject({ status: 403, code: 'ERR_NOT_ALLOWED' })
  })

  it('refuses a write from another site, or with a cookie and no origin', async () => {
    const ines = await service.signIn('demo-ines')
    const foreign = await ines.send('/api/sign-out', { method: 'POST', headers: { origin: 'http://evil.example' } })
    expect(await foreign.json()).toMatchObject({ status: 403, code: 'ERR_FOREIGN_ORIGIN' })
    const bare = await fetch(`${service.origin}/api/sign-out`, {
      method: 'POST', headers: { cookie: ines.cookieFor('/') },
    })
    expect(bare.status).toBe(403)
    expect((await (await ines.get('/api/me')).json() as { person: unknown }).person).not.toBeNull()
  })

  it('signs out, and the cookie opens nothing any more', async () => {
    const ines = await service.signIn('demo-ines')
    const cookie = ines.cookieFor('/')
    expect((await ines.post('/api/sign-out')).status).toBe(204)
    const again = await fetch(`${service.origin}/api/me`, { headers: { cookie } })
    expect(await again.json()).toEqual({ person: null })
  })

  it('refuses a body that is too large, malformed, or of another type, each with its code', async () => {
    const ines = await service.signIn('demo-ines')
    const send = async (body: string, type = 'application/json') =>
      (await (await ines.send('/api/attempts', { method: 'POST', body, headers: { 'content-type': type } })).json()) as object
    expect(await send(JSON.stringify({ scenario: 'x'.repeat(300_000) }))).toMatchObject({ code: 'ERR_BODY_TOO_LARGE' })
    expect(await send('{')).toMatchObject({ code: 'ERR_REQUEST_INVALID' })
    expect(await send('{"scenario":7}')).toMatchObject({ code: 'ERR_REQUEST_INVALID', values: { at: expect.stringContaining('body') as string } })
    expect(await send('scenario', 'text/plain')).toMatchObject({ code: 'ERR_MEDIA_TYPE' })
  })

  it('says how it is', async () => {
    const answer = await service.visitor().get('/health')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ alive: true, ready: { database: true, ledger: true, migrations: true } })
  })

  it('sends its strict headers with pages, API and provider alike', async () => {
    for (const path of ['/', '/api/me', '/oidc/.well-known/openid-configuration', '/api/nothing']) {
      const { headers } = await service.visitor().get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'self'")
      expect(policy, path).not.toContain("'unsafe-inline'")
      expect(headers.get('permissions-policy'), path).toContain('xr-spatial-tracking=(self)')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })

  it('describes its API without calling anyone else', async () => {
    const page = await service.visitor().get('/api/docs/')
    expect(page.status).toBe(200)
    expect(await page.text()).not.toMatch(/https?:\/\//)
    const description = await (await service.visitor().get('/api/docs/json')).json() as { paths: Record<string, unknown> }
    expect(Object.keys(description.paths)).toEqual(expect.arrayContaining(['/api/me', '/api/attempts', '/health']))
    expect(Object.keys(description.paths)).not.toContain('/oidc/*')
  })

  it('never sends a browser off to another site after signing in', async () => {
    for (const away of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const ines = await service.visitor().signIn('demo-ines', away)
      expect((await ines.get('/api/me')).status).toBe(200)
    }
  })

  it('limits the rate, of unknown addresses too', async () => {
    const statuses: number[] = []
    for (let sent = 0; sent < LIMIT + 5; sent += 1) statuses.push((await service.visitor().get('/api/nothing')).status)
    expect(statuses.at(-1)).toBe(429)
    expect(await (await service.visitor().get('/api/me')).json()).toMatchObject({ code: 'ERR_TOO_MANY_REQUESTS' })
  })
})
