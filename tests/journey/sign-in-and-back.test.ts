// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, newVisitor } from '../support/browser.ts'
import { buildApp } from '../support/built-app.ts'
import type { BuiltApp } from '../support/built-app.ts'
import { startService } from '../support/service.ts'
import type { RunningService } from '../support/service.ts'

const workshop = '/atelier/changer-une-lampe?mode=assessed&input=plain'
const isAt = (page: Page, path: string) => page.waitForURL((url) => `${url.pathname}${url.search}` === path)
const choose = (page: Page) => page.locator('button[name="subject"][value="demo-ines"]').click()

describe('back from where one was sent after signing in', () => {
  let browser: Browser
  let app: BuiltApp
  let service: RunningService
  const arrive = async (path: string) => {
    const visitor = await newVisitor(browser, { origin: service.origin })
    await visitor.page.goto(path)
    return visitor
  }

  beforeAll(async () => {
    app = await buildApp()
    service = await startService({ pages: app.folder })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
    await app?.remove()
  })

  it('leads to the catalogue, when it was there that one chose the workshop', async () => {
    const { page, leave } = await arrive('/')
    await page.getByRole('radio', { name: /Avec des mots/ }).check()
    const card = page.locator('article', { has: page.getByRole('heading', { name: 'Changer une lampe' }) })
    await card.getByRole('button', { name: 'Passer l’épreuve' }).click()
    await card.getByRole('button', { name: 'Se connecter et entrer' }).click()
    await choose(page)
    await isAt(page, workshop)
    await page.locator('[data-start="new"]').waitFor()
    await page.goBack()
    await isAt(page, '/')
    await page.getByRole('heading', { level: 1, name: 'Fais le geste.' }).waitFor()
    expect(await page.getByText('La connexion n’a pas abouti').count()).toBe(0)
    await leave()
  })

  it('leads to the page that asked to sign in, signed in by then', async () => {
    const { page, leave } = await arrive('/verifier')
    await page.goto(workshop)
    await page.getByRole('link', { name: 'Se connecter' }).first().click()
    await choose(page)
    await isAt(page, workshop)
    await page.locator('[data-start="new"]').waitFor()
    await page.goBack()
    await isAt(page, workshop)
    await page.locator('[data-start="new"]').waitFor()
    await page.goBack()
    await isAt(page, workshop)
    await page.goBack()
    await isAt(page, '/verifier')
    await leave()
  })
})
