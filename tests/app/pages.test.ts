// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, newVisitor, type VisitorOptions } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { expertPlay, faults } from '#tests/support/plays.ts'
import { startFakeService, type Answers, type FakeService } from './fake-service.ts'
import { busyDesk, camille, emptyWallet, fullCatalogue, fullWallet, karim, ordinaryDay, quietDesk } from './fixtures.ts'
import { answersFor, debriefOf } from './played.ts'

let app: BuiltApp
let service: FakeService
let browser: Browser
let axe: string

beforeAll(async () => {
  app = await buildApp()
  service = await startFakeService(app.folder, {})
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
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

const good = debriefOf(0, expertPlay(0))
const bad = { ...debriefOf(1, faults['e-wrong-device']?.play() ?? []), learner: { displayName: 'Camille Moreau' } }
const debriefPath = `/bilan/${good.attempt.id}`
const down: Answers = Object.fromEntries(['me', 'scenarios', 'credentials', 'attempts', 'sessions', 'validations']
  .map((name) => [`GET /api/${name}`, { status: 502, body: undefined, headers: { 'content-type': 'text/plain' } }]))

const scenes: { name: string; path: string; answers: Answers; open?: string }[] = [
  { name: 'the catalogue', path: '/', answers: ordinaryDay() },
  { name: 'the catalogue, door of the test open', path: '/', answers: ordinaryDay(camille), open: 'button[aria-expanded]' },
  { name: 'a catalogue of several trainings, for a teacher', path: '/', answers: { ...ordinaryDay(karim), ...fullCatalogue }, open: '[data-framework=ciel]' },
  { name: 'an empty catalogue', path: '/', answers: { ...ordinaryDay(), 'GET /api/scenarios': { body: { scenarios: [] } } } },
  { name: 'the catalogue with the service down', path: '/', answers: down },
  { name: 'the wallet', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...fullWallet } },
  { name: 'an empty wallet', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...emptyWallet } },
  { name: 'the wallet of nobody', path: '/portefeuille', answers: ordinaryDay() },
  { name: 'the teacher’s desk', path: '/enseigner', answers: { ...ordinaryDay(karim), ...busyDesk } },
  { name: 'closing a session', path: '/enseigner', answers: { ...ordinaryDay(karim), ...busyDesk }, open: '.session button' },
  { name: 'a quiet desk', path: '/enseigner', answers: { ...ordinaryDay(karim), ...quietDesk } },
  { name: 'the desk for a student', path: '/enseigner', answers: ordinaryDay(camille) },
  { name: 'a good debrief', path: debriefPath, answers: { ...ordinaryDay(camille), ...answersFor(good) } },
  { name: 'a debrief with a grave fault, for the teacher', path: debriefPath, answers: { ...ordinaryDay(karim), ...answersFor(bad) }, open: '.decision .choice:not([data-disabled])' },
  { name: 'no such debrief', path: '/bilan/nowhere', answers: ordinaryDay(camille) },
  { name: 'the verification page', path: '/verifier', answers: ordinaryDay() },
  { name: 'an address that leads nowhere', path: '/nulle-part', answers: ordinaryDay() },
  { name: 'a teacher’s guide', path: '/guide/consignation-armoire', answers: ordinaryDay(karim) },
  { name: 'the settings', path: '/reglages', answers: ordinaryDay() },
  { name: 'the gallery', path: '/galerie', answers: ordinaryDay() },
]

async function visit(scene: (typeof scenes)[number], options: Partial<VisitorOptions>, look: (page: Page) => Promise<void>) {
  service.answers = scene.answers
  const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block', reducedMotion: 'reduce', ...options })
  const known = page.waitForResponse('**/api/me')
  await page.goto(scene.path)
  await known
  await page.locator('h1').waitFor()
  await page.waitForFunction(() => document.querySelector('.state.late') === null)
  if (scene.open) await page.locator(scene.open).first().click()
  if (scene.name === 'closing a session') await page.locator('[role=dialog], [role=alertdialog]').waitFor()
  await look(page)
  await leave()
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ').slice(0, 300)}`)
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Targets under 24 × 24 CSS pixels (WCAG 2.2, 2.5.8), links inside a sentence aside. */
const smallTargets = (page: Page) => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a, button, summary, input, [role=radio], label')]
  .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.closest('.skip, .visually-hidden, p')
    // What only a screen reader meets is clipped away: it has no size to touch.
    && getComputedStyle(one.parentElement ?? one).clipPath !== 'inset(50%)' && !(one instanceof HTMLInputElement && one.type === 'radio'))
  .map((one) => ({ box: one.getBoundingClientRect(), html: one.outerHTML.slice(0, 120) }))
  .filter(({ box, html }) => box.width > 1 && !html.includes('class="skip"') && (box.width < 24 || box.height < 24))
  .map(({ box, html }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`))

const inTheme = async (page: Page, theme: string) => {
  await page.evaluate((name) => { document.documentElement.dataset.theme = name }, theme)
  return await violations(page)
}

describe.each(scenes)('$name', (scene) => {
  it('has nothing that an accessibility checker finds, by day, by night and with more contrast', async () => {
    await visit(scene, {}, async (page) => {
      for (const theme of ['light', 'dark', 'contrast']) expect(await inTheme(page, theme), theme).toEqual([])
    })
  })

  it('fits a phone 360 wide, and a screen at 200 % and at 400 %, with targets large enough, in both languages', async () => {
    for (const [locale, lang] of [['fr-FR', 'fr'], ['en-GB', 'en']] as const) {
      await visit(scene, { locale, viewport: { width: 360, height: 740 } }, async (page) => {
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        expect(await page.title()).toMatch(/Compagnon$/)
        expect(await page.locator('h1').count()).toBe(1)
        // No key shows in place of its text, no value in place of its words.
        expect(await page.locator('body').innerText()).not.toMatch(/\b[a-z]+\.[a-z]+\.[a-z]+\b|\{\{|undefined|NaN|\[object/)
        for (const viewport of [{ width: 360, height: 740 }, { width: 640, height: 360 }, { width: 320, height: 256 }]) {
          await page.setViewportSize(viewport)
          expect(await overflow(page), `${viewport.width} wide`).toBeLessThanOrEqual(0)
          expect(await smallTargets(page)).toEqual([])
        }
      })
    }
  })
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
})
