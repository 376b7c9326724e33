// SPDX-License-Identifier: EUPL-1.2
// Going from page to page. How each page is in itself: every-page.test.ts.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { startFakeService, type FakeService } from './fake-service.ts'
import { camille, fullWallet, ordinaryDay } from './fixtures.ts'
import { deliberations, juryOfficer } from './jury-day.ts'

let app: BuiltApp
let service: FakeService
let browser: Browser

beforeAll(async () => {
  app = await buildApp()
  service = await startFakeService(app.folder, {})
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
  await app?.remove()
})
beforeEach(() => {
  service.answers = {}
  service.received.length = 0
})

describe('moving between pages', () => {
  it('moves the focus to the heading and changes the title, and the skip link leads to the content', async () => {
    service.answers = { ...ordinaryDay(camille), ...fullWallet }
    const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block' })
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.getByRole('link', { name: 'Mes preuves' }).click()
    await page.getByRole('heading', { level: 1, name: 'Mes preuves' }).waitFor()
    expect(await page.title()).toBe('Mes preuves · Compagnon')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await leave()
  })

  it('keeps the language and the theme that were chosen', async () => {
    service.answers = ordinaryDay()
    const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block' })
    await page.goto('/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Do it with your hands' }).waitFor()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: 'Dark' }).check()
    await page.getByRole('link', { name: 'Compagnon' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Do it with your hands' }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await leave()
  })

  it('asks again who is here when the browser brings back, whole, a page that was left signed in', async () => {
    service.answers = { ...ordinaryDay(camille), ...fullWallet }
    const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block' })
    await page.goto('/portefeuille')
    await page.locator('.credentials').first().waitFor()
    service.answers = ordinaryDay()
    // As a browser says it; under automation, it keeps no page.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await page.getByRole('link', { name: 'Se connecter' }).first().waitFor()
    expect(await page.locator('.credentials').count()).toBe(0)
    await leave()
  })

  it('speaks of diplomas to hand over only where a jury admitted somebody', async () => {
    const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block' })
    for (const admitted of [36_900, 0]) {
      const deliberation = { ...deliberations['d-4'], counts: { ...deliberations['d-4'].counts, admitted } }
      service.answers = { ...juryOfficer, 'GET /api/deliberations/d-4': { body: { deliberation } } }
      await page.goto('/deliberations/d-4')
      await page.locator('a[download]').first().waitFor()
      expect(await page.getByText('Les diplômes sont délivrés').count()).toBe(Number(admitted > 0))
    }
    await leave()
  })
})
