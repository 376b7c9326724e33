// SPDX-License-Identifier: EUPL-1.2
// Every page there is, in every state, theme, language and size: nothing for a checker to find, nothing cut or over
// something else, everything within reach of Tab, no word of the other language. One browser page serves for all, and
// themes and languages change in place, as they do for whoever picks them on the page of settings.
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#app/routes.tsx'
import { defaults, type Settings } from '#app/ui/settings/choices.ts'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { axeSource } from '#tests/support/checker.ts'
import { stubDraws } from '#tests/support/headset.ts'
import { layoutFaults, smallTargets, tabFaults, wrongWords } from '#tests/support/page-eye.ts'
import { startFakeService, type FakeService } from './fake-service.ts'
import { states, type State } from './states.ts'

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

const whole: RunOptions = { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
/** A theme changes colours alone: what only colours can break. */
const colours: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

async function violations(page: Page, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate((how) => (globalThis as unknown as { axe: { run: (what: Document, how: object) => Promise<AxeResults> } }).axe.run(document, how), options)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ').slice(0, 300)}`)
}

/** As the page of settings does in another tab: kept on the device, taken up by every page that is open. */
async function set(page: Page, settings: Partial<Settings>): Promise<void> {
  await page.evaluate((text) => {
    localStorage.setItem('compagnon.settings', text)
    dispatchEvent(new StorageEvent('storage', { key: 'compagnon.settings' }))
  }, JSON.stringify({ v: 1, healthRead: true, settings: { ...defaults, calm: false, ...settings } }))
}

async function size(devtools: CDPSession, width: number, height: number, deviceScaleFactor = 1): Promise<void> {
  await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false })
}

/** What is still wrong once the texts of the other language have come. */
async function settled(look: () => Promise<string[]>): Promise<string[]> {
  const end = Date.now() + 5_000
  let found = await look()
  while (found.length > 0 && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 50))
    found = await look()
  }
  return found
}

async function speaks(page: Page, language: 'fr' | 'en'): Promise<void> {
  await set(page, { language })
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' })
  // The texts of a language that is new here are fetched.
  await page.waitForLoadState('networkidle')
}

async function arrive(page: Page, { path, answers, open, shows = 'h1' }: State): Promise<void> {
  service.answers = answers
  await page.goto(path)
  await page.locator('h1, .state[role=alert]').first().waitFor()
  if (shows.includes('.comparison')) await page.locator('.comparison summary').click()
  await open?.(page)
  await page.locator(shows).first().waitFor({ timeout: 120_000 })
  await expect.poll(() => page.locator('.state.late').count()).toBe(0)
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true }))
  await page.evaluate(axeSource)
}

describe('every page', () => {
  it('is looked at here, in at least one state', () => {
    expect(Object.keys(states).toSorted()).toEqual([...routes.map(({ path }) => path), 'nowhere'].toSorted())
    for (const route of routes) expect(states[route.path]?.length, route.path).toBeGreaterThan(0)
  })
})

describe.each(Object.entries(states))('%s', (_path, all) => {
  it.each(all)('$name: good for everyone', async (state) => {
    const { page, context, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block', reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } })
    await stubDraws(page)
    await state.before?.(page)
    const devtools = await context.newCDPSession(page)
    await arrive(page, state)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).toMatch(/Compagnon$/)
    const faults: Record<string, string[]> = {}
    const note = (where: string, found: string[]) => { if (found.length > 0) faults[where] = found }

    note('French, checker', await violations(page, whole))
    note('French, words', await wrongWords(page, 'fr'))
    note('desktop, layout', await layoutFaults(page))
    for (const change of [{ theme: 'dark' }, { theme: 'contrast' }, { calm: true }] as const) {
      await set(page, change)
      note(`${JSON.stringify(change)}, colours`, await violations(page, colours))
    }
    for (const language of ['fr', 'en'] as const) {
      await speaks(page, language)
      for (const [width, height, density] of [[390, 844, 1], [360, 740, 1], [640, 360, 2], [320, 256, 4]] as const) {
        await size(devtools, width, height, density)
        note(`${language}, ${width} wide`, [...await layoutFaults(page), ...await smallTargets(page)])
      }
    }
    note('English, words', await settled(() => wrongWords(page, 'en')))
    await size(devtools, 390, 844)
    note('English, on a phone, checker', await violations(page, whole))
    note('English, on a phone, keyboard', await tabFaults(page))
    await speaks(page, 'fr')
    await set(page, { language: 'fr', font: 'dyslexic', largeTargets: true })
    for (const [width, height] of [[390, 844], [640, 360]] as const) {
      await size(devtools, width, height)
      note(`legible letters, ${width} wide`, await layoutFaults(page))
    }
    expect(faults, JSON.stringify(faults, null, 1)).toEqual({})
    await leave()
  })
})
