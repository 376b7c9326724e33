// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPeople } from '#service/adapters/people/index.ts'
import { startService, type RunningService } from '#tests/support/service.ts'

let service: RunningService
beforeAll(async () => { service = await startService() })
afterAll(() => service?.close())

describe('signing in', () => {
  it('knows nobody at first', async () => {
    expect(await (await service.visitor().get('/api/me')).json()).toEqual({ person: null })
  })

  it('goes through the provider and comes back as the chosen person', async () => {
    const ines = await service.signIn('demo-ines')
    const { person } = await (await ines.get('/api/me')).json() as { person: unknown }
    expect(person).toMatchObject({
      displayName: 'Inès Moreau', roles: ['student'], school: { name: 'Lycée professionnel Louise-Michel (démonstration)' },
    })
  })

  it('asks again who one is after signing out, on a device that someone else used before', async () => {
    const browser = await service.signIn('demo-ines')
    await browser.post('/api/sign-out')
    // Signing in without being shown the choice would fail here: that browser would be Inès once more.
    await browser.signIn('demo-teacher')
    expect(await (await browser.get('/api/me')).json()).toMatchObject({ person: { displayName: 'Karim Benali' } })
  })

  it('shows the choice in French or English, without a script, each person once', async () => {
    const visitor = service.visitor()
    const page = await visitor.follow(await visitor.get('/api/sign-in'))
    const french = await page.text()
    expect(french).toContain('<html lang="fr">')
    expect(french).toContain('Démonstration')
    expect(french).not.toContain('<script')
    expect(french.match(/name="subject"/g)).toHaveLength(demonstrationPeople.length)
    expect(await (await visitor.get(`${page.url}?language=en`)).text()).toContain('Who are you today?')
  })

  it('refuses a choice of someone who is not in the list, or by another browser', async () => {
    const visitor = service.visitor()
    const page = await visitor.follow(await visitor.get('/api/sign-in'))
    const choose = (who: { send: typeof visitor.send }, subject: string) => who.send(page.url, {
      method: 'POST', body: `subject=${subject}`, headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect((await choose(visitor, 'demo-minister')).status).toBe(400)
    expect((await choose(service.visitor(), 'demo-ines')).status).toBe(400)
  })

  it('refuses an answer that this browser did not ask for, and one used twice', async () => {
    const callback = '/api/sign-in/callback?code=abc&state=def'
    expect(await (await service.visitor().get(callback)).json()).toMatchObject({ code: 'ERR_SIGN_IN_FAILED' })
    const ines = service.visitor()
    let used = ''
    const send = ines.send.bind(ines)
    ines.send = (path, init) => {
      if (path.includes('/api/sign-in/callback')) used = path
      return send(path, init)
    }
    await ines.signIn('demo-ines')
    expect(used).toContain('code=')
    expect((await ines.send(used)).status).toBe(400)
  })

  it('leads whoever goes back through it, once signed in, to the page they came from', async () => {
    const ines = service.visitor()
    const page = await ines.follow(await ines.get('/api/sign-in?returnTo=%2Fatelier%2Flampe&from=%2F%3Fvu%3Dmelec'))
    expect(await ines.signInFrom(page)).toBe('/atelier/lampe')
    const back = await ines.get(page.url)
    expect([back.status, back.headers.get('location'), back.headers.get('cache-control')]).toEqual([303, '/?vu=melec', 'no-store'])
    // Signed out, or someone else: nothing to go on to.
    expect((await service.visitor().get(page.url)).status).toBe(400)
    await ines.post('/api/sign-out')
    expect((await ines.get(page.url)).status).toBe(400)
  })

  it('leads nobody elsewhere, whatever page they say they come from', async () => {
    for (const from of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
      const ines = service.visitor()
      const page = await ines.follow(await ines.get(`/api/sign-in?returnTo=%2F&from=${encodeURIComponent(from)}`))
      await ines.signInFrom(page)
      expect((await ines.get(page.url)).headers.get('location'), from).toBe('/')
    }
  })

  it('shows a failure as a page to someone who opened the address, in their language', async () => {
    for (const address of ['/api/sign-in/callback', '/demonstration/old', '/oidc/auth?client_id=nobody']) {
      const answer = await service.visitor().send(address, { headers: { 'sec-fetch-dest': 'document', 'accept-language': 'en' } })
      expect(answer.status, address).toBe(400)
      expect(await answer.text(), address).toContain('Signing in did not succeed')
    }
  })
})
