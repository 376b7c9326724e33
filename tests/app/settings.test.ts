// SPDX-License-Identifier: EUPL-1.2
// The settings, in a real browser: applied at once, kept on the device, never sent, carried by a code.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Settings } from '#app/ui/settings/choices.ts'
import { launchBrowser, newVisitor, type Visitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { overflow, violations } from '#tests/support/checker.ts'
import { tabTo } from '#tests/support/keyboard.ts'
import { withSettings } from '#tests/support/settings.ts'
import { startFakeService, type FakeService } from './fake-service.ts'
import { ordinaryDay } from './fixtures.ts'

let app: BuiltApp
let service: FakeService
let browser: Browser
beforeAll(async () => {
  app = await buildApp()
  service = await startFakeService(app.folder, ordinaryDay())
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
  await app?.remove()
})
beforeEach(() => { service.received.length = 0 })

async function visit(path = '/reglages', before?: (page: Page) => Promise<unknown>): Promise<Visitor> {
  const visitor = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await before?.(visitor.page)
  await visitor.page.goto(path)
  await visitor.page.getByRole('heading', { level: 1 }).waitFor()
  return visitor
}
const setting = (page: Page, name: keyof Settings, value?: string | number) => page.locator(`[data-setting="${name}"]${value === undefined ? '' : `[value="${value}"]`}`)
const marks = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }))
const keep = (page: Page, text: string) => page.addInitScript((kept) => { localStorage.setItem('compagnon.settings', kept) }, text)

describe('the settings', () => {
  it('apply at once and stay on this device; the other letters are fetched when chosen, and nothing is ever sent', async () => {
    const { page, leave } = await visit()
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
    const dyslexic = () => asked.filter((one) => one.includes('opendyslexic'))
    await setting(page, 'theme', 'contrast').check()
    await setting(page, 'textSize', 130).check()
    expect([await marks(page), dyslexic()]).toEqual([{ theme: 'contrast', text: '130' }, []])
    await setting(page, 'font', 'dyslexic').check()
    await expect.poll(dyslexic).not.toEqual([])
    await setting(page, 'calm').check()
    await setting(page, 'largeTargets').check()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await marks(page)).toEqual({ theme: 'contrast', text: '130', font: 'dyslexic', calm: 'yes', targets: 'large' })
    expect(await setting(page, 'largeTargets').isChecked()).toBe(true)
    expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([])
    expect(JSON.stringify(service.received)).not.toMatch(/dyslexic|contrast/)
    await leave()
  })

  it('say when what was kept is damaged, with the usual settings in its place', async () => {
    for (const damage of ['{"v":1,"settings":{"theme":"purple","textSize":130}}', 'not json', '{"v":99}']) {
      const { page, leave } = await visit('/', (fresh) => keep(fresh, damage))
      await page.getByText('ne se lisaient plus en entier').waitFor()
      expect((await marks(page))['theme']).toBe(undefined)
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'J’ai compris' }).click()
      expect(await page.getByText('ne se lisaient plus').count()).toBe(0)
      await leave()
    }
  })

  it('are set with the keyboard alone', async () => {
    const { page, leave } = await visit()
    await tabTo(page, '[data-setting="turn"][value="30"]')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, '[data-setting="seated"]')
    await page.keyboard.press('Space')
    expect(await setting(page, 'turn', 45).isChecked()).toBe(true)
    expect(await setting(page, 'seated').isChecked()).toBe(true)
    await leave()
  })
})

describe('the code of the settings', () => {
  it('carries them to another device, typed or scanned, and says when it is wrong', async () => {
    const one = await visit('/reglages', (page) => withSettings(page, { theme: 'dark', hand: 'left', turn: 90 }))
    const code = await one.page.locator('[data-code]').textContent() ?? ''
    await one.leave()

    const { page, leave } = await visit()
    const field = page.getByLabel('Un code à reprendre ici')
    await field.fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
    await page.getByRole('button', { name: 'Reprendre ces réglages' }).click()
    await page.getByText('Ce code ne se lit pas').waitFor()
    expect(await marks(page)).toEqual({})
    await field.fill(code.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByText('Réglages repris').waitFor()
    expect(await marks(page)).toEqual({ theme: 'dark' })
    expect(await setting(page, 'hand', 'left').isChecked()).toBe(true)
    await leave()

    const scanned = await visit(`/reglages#code=${code}`)
    await scanned.page.getByText('Cette adresse apporte des réglages').waitFor()
    expect(await marks(scanned.page)).toEqual({})
    await scanned.page.getByRole('button', { name: 'Reprendre ces réglages' }).click()
    await scanned.page.getByText('Réglages repris').waitFor()
    expect([await marks(scanned.page), new URL(scanned.page.url()).hash]).toEqual([{ theme: 'dark' }, ''])
    await scanned.leave()
  })
})

describe('other ways to press, and to read', () => {
  it('a pointer that rests opens a page and picks a setting, without a click', async () => {
    const { page, leave } = await visit('/', (fresh) => withSettings(fresh, { gaze: true, dwellMs: 600 }))
    await page.locator('.dwell-ring').waitFor({ state: 'attached' })
    await page.getByRole('link', { name: 'Réglages' }).hover()
    await page.waitForURL('**/reglages')
    await page.locator('label', { has: setting(page, 'theme', 'dark') }).hover()
    await expect.poll(() => marks(page)).toEqual({ theme: 'dark' })
    await leave()
  })

  it('with a long press, a brief click does nothing and a held one does', async () => {
    const { page, leave } = await visit('/', (fresh) => withSettings(fresh, { longPress: true }))
    const link = page.getByRole('link', { name: 'Vérifier' }).first()
    await page.waitForLoadState('networkidle')
    await link.click()
    expect(new URL(page.url()).pathname).toBe('/')
    await link.click({ delay: 700 })
    await page.waitForURL('**/verifier')
    await leave()
  })

  it('at twice the size of text, and with the wide letters, no page is wider than the screen', async () => {
    const { page, leave } = await visit('/', (fresh) => withSettings(fresh, { textSize: 200, font: 'dyslexic' }))
    for (const path of ['/', '/verifier', '/reglages']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
    }
    await leave()
  })

  it('with large targets, everything one presses is at least 44 pixels high', async () => {
    const { page, leave } = await visit('/', (fresh) => withSettings(fresh, { largeTargets: true }))
    for (const path of ['/', '/verifier', '/reglages']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const small = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a, button, summary, label:has(input), input[type=text]')]
        .filter((one) => one.checkVisibility() && !one.closest('.skip, .visually-hidden'))
        .filter((one) => one.getBoundingClientRect().height < 44).map((one) => `${one.getBoundingClientRect().height} ${one.outerHTML.slice(0, 90)}`))
      expect(small, path).toEqual([])
    }
    await leave()
  })
})
