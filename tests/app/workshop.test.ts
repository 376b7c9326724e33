// SPDX-License-Identifier: EUPL-1.2
// The workshop in words, in a real browser, with the real service: what is kept on the device, and what is sent.
import { readdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordingHead } from '#domain/evidence/recording.ts'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import type { Visitor } from '#tests/support/browser.ts'
import { buildApp } from '#tests/support/built-app.ts'
import type { BuiltApp } from '#tests/support/built-app.ts'
import { stubDraws } from '#tests/support/headset.ts'
import { playByKeyboard, press } from '#tests/support/keyboard.ts'
import { expertPlay, shockPlay } from '#tests/support/plays.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService, Visitor as HttpVisitor } from '#tests/support/service.ts'

const address = (mode: string, scenario = 'consignation-armoire') => `/atelier/${scenario}?mode=${mode}&input=plain`
const evidence = '**/api/attempts/*/*'

let app: BuiltApp
let service: RunningService
let browser: Browser
let teacher: HttpVisitor
beforeAll(async () => {
  app = await buildApp()
  service = await startService({ pages: app.folder })
  browser = await launchBrowser()
  teacher = await service.signIn('demo-teacher')
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
  await app?.remove()
})

const visit = () => newVisitor(browser, { origin: service.origin, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })

/** Signs in through the provider's page, as a person does, and arrives at the workshop. */
async function visitAs(name: string, mode = 'assessed'): Promise<Visitor> {
  const visitor = await visit()
  await visitor.page.goto(`/api/sign-in?returnTo=${encodeURIComponent(address(mode))}`)
  await visitor.page.getByRole('button', { name }).click()
  await visitor.page.locator('[data-start]').first().waitFor()
  return visitor
}

async function begin(page: Page): Promise<{ attempt: string; head: RecordingHead }> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/attempts') && response.status() === 201)
  await press(page, '[data-start="new"]')
  const begun = await (await answer).json() as { attempt: string; head: RecordingHead }
  await page.locator('.plain-view').waitFor()
  return begun
}

const allSaved = (page: Page) => page.locator('[data-waiting="0"]').waitFor()
const waiting = (page: Page) => page.locator('[data-waiting]').getAttribute('data-waiting')
const finish = async (page: Page) => {
  await press(page, '[data-finish="ask"]')
  await press(page, '[data-finish="go"]')
}
const arrived = (page: Page, attempt: string) => page.waitForURL(`**/bilan/${attempt}`)

type Kept = { debrief: { results: { acquired: boolean }; trace: unknown[]; attempt: { status: string } } }
/** What the service has, as a teacher of the school sees it: while an assessment is open, its learner does not. */
const debriefOf = async (attempt: string) => (await (await teacher.get(`/api/attempts/${attempt}`)).json() as Kept).debrief

describe('the workshop in words', () => {
  it('takes a perfect assessment by keyboard alone, through a lost connection and a reload', async () => {
    const { page, leave } = await visitAs('Inès Moreau')
    const { attempt, head } = await begin(page)
    const play = expertPlay(head.seed)
    await playByKeyboard(page, play.slice(0, 8))
    await allSaved(page)

    await page.route(evidence, (route) => route.abort())
    await playByKeyboard(page, play.slice(8, 14))
    await page.getByText('6 gestes en attente d’envoi').waitFor()
    expect((await debriefOf(attempt)).trace).toHaveLength(8)

    await page.reload()
    await page.getByText('14 gestes').waitFor()
    await press(page, '[data-start="resume"]')
    await page.locator('.plain-view').waitFor()
    expect(await waiting(page)).toBe('6')
    await playByKeyboard(page, play.slice(14, 18))
    await page.getByText('10 gestes en attente d’envoi').waitFor()

    await page.unroute(evidence)
    await allSaved(page)
    expect((await debriefOf(attempt)).trace).toHaveLength(18)
    await playByKeyboard(page, play.slice(18))
    await finish(page)
    await arrived(page, attempt)
    const debrief = await debriefOf(attempt)
    expect(debrief.results.acquired).toBe(true)
    expect(debrief.trace).toHaveLength(play.length)
    await leave()
  })

  it('is taken up again after a reload with no network at all, and sent when the network is back', async () => {
    const { page, context, leave } = await visitAs('Chloé Lefèvre')
    const { attempt } = await begin(page)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await playByKeyboard(page, [{ name: 'read', target: 'diagram' }])
    await allSaved(page)
    await context.setOffline(true)
    await playByKeyboard(page, [{ name: 'take-off', target: 'watch' }])
    await page.getByText('1 geste en attente d’envoi').waitFor()
    await page.reload()
    await press(page, '[data-start="resume"]')
    await page.locator('.plain-view').waitFor()
    await playByKeyboard(page, [{ name: 'open', target: 'door' }])
    await page.getByText('2 gestes en attente d’envoi').waitFor()
    await context.setOffline(false)
    await allSaved(page)
    expect((await debriefOf(attempt)).trace).toHaveLength(3)
    await leave()
  })

  it('keeps a finished attempt until the connection is back, even if the page was closed', async () => {
    const { page, context, leave } = await visitAs('Yanis Haddad')
    const { attempt } = await begin(page)
    await context.route(evidence, (route) => route.abort())
    await playByKeyboard(page, [{ name: 'read', target: 'diagram' }])
    await finish(page)
    await page.getByRole('heading', { name: 'La connexion manque' }).waitFor()
    await page.close()
    await context.unroute(evidence)
    const later = await context.newPage()
    await later.goto('/portefeuille')
    await expect.poll(async () => (await debriefOf(attempt)).attempt.status, { timeout: 30_000 }).toBe('assessed')
    expect((await debriefOf(attempt)).trace).toHaveLength(1)
    await leave()
  })

  it('stops when the service refuses the rest, says so, and shows the debrief of what was received', async () => {
    const { page, leave } = await visitAs('Yanis Haddad')
    const { attempt } = await begin(page)
    await playByKeyboard(page, [{ name: 'read', target: 'diagram' }])
    await allSaved(page)
    await page.route('**/chunks', (route) => route.fulfill({
      status: 422, contentType: 'application/problem+json', json: { code: 'ERR_TIMING_IMPOSSIBLE', status: 422, title: 'x', values: {} },
    }))
    await playByKeyboard(page, [{ name: 'take-off', target: 'watch' }])
    await page.getByText('L’enregistrement est arrêté').waitFor()
    await finish(page)
    await press(page, '[data-finish="received"]')
    await arrived(page, attempt)
    expect((await debriefOf(attempt)).trace).toHaveLength(1)
    await leave()
  })

  it('lets one tab at a time write what is done', async () => {
    const { page, context, leave } = await visitAs('Chloé Lefèvre')
    await begin(page)
    await playByKeyboard(page, [{ name: 'read', target: 'diagram' }])
    const other = await context.newPage()
    await other.goto(address('assessed'))
    await press(other, '[data-start="resume"]')
    await other.getByRole('heading', { name: 'Cet essai est ouvert dans un autre onglet' }).waitFor()
    await page.close()
    await other.getByRole('button', { name: 'Réessayer ici' }).click()
    await press(other, '[data-start="resume"]')
    await other.locator('.plain-view').waitFor()
    await leave()
  })

  it('says an accident plainly, stops, and shows the debrief', async () => {
    const { page, leave } = await visitAs('Yanis Haddad')
    const { attempt } = await begin(page)
    await playByKeyboard(page, shockPlay())
    await page.getByRole('heading', { name: 'Tu as touché une pièce sous tension.' }).waitFor()
    expect(await page.locator('[data-gesture]').count()).toBe(0)
    await press(page, '[data-finish="ended"]')
    await arrived(page, attempt)
    expect((await debriefOf(attempt)).results.acquired).toBe(false)
    await leave()
  })

  it('trains without an account: nothing is sent, hints are given, and the debrief is made on the device', async () => {
    const { page, leave } = await visit()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
    })
    await page.goto(address('guided'))
    await press(page, '[data-start="new"]')
    await page.locator('.plain-view').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.getByRole('button', { name: 'Montrer un indice' }).click()
    expect((await page.locator('#hint').textContent())?.length).toBeGreaterThan(10)
    await playByKeyboard(page, [{ name: 'read', target: 'diagram' }, { name: 'take-off', target: 'watch' }])
    expect(await page.getByRole('log').textContent()).toMatch(/montre/i)
    await press(page, '[data-finish="ask"]')
    await arrived(page, 'local')
    await page.getByText('Lire le schéma').first().waitFor()
    expect(sent).toEqual([])
    await leave()
  })

  it('lets one practise without hints: an accident is said, one goes on from just before, or ends', async () => {
    const { page, leave } = await visit()
    await page.goto(address('practice'))
    await press(page, '[data-start="new"]')
    await page.locator('.plain-view').waitFor()
    expect(await page.getByRole('button', { name: 'Montrer un indice' }).count()).toBe(0)
    await playByKeyboard(page, shockPlay())
    await page.getByRole('alertdialog', { name: 'Tu as touché une pièce sous tension.' }).waitFor()
    await page.keyboard.press('Enter')
    await playByKeyboard(page, [{ name: 'close', target: 'door' }, ...shockPlay()])
    await press(page, '[data-hurt="end"]')
    await arrived(page, 'local')
    await page.getByText('C’était un exercice').waitFor()
    expect(await page.locator('.timeline .shock').count()).toBe(2)
    await leave()
  })

  it('goes on in 3D and comes back to words with the same attempt', async () => {
    const { page, leave } = await visit()
    await stubDraws(page)
    // The smallest workshop: it stands up the quickest.
    await page.goto(address('guided', 'changer-une-lampe'))
    await press(page, '[data-start="new"]')
    await playByKeyboard(page, [{ name: 'open', target: 'q1' }])
    await press(page, '[data-switch="3d"]')
    await page.locator('.three-d canvas').waitFor({ timeout: 60_000 })
    await press(page, '[data-switch="plain"]')
    await page.locator('.plain-view').waitFor()
    expect(await page.locator('[data-gestures]').getAttribute('data-gestures')).toBe('1')
    await playByKeyboard(page, [{ name: 'close', target: 'q1' }])
    expect(await page.locator('[data-gestures]').getAttribute('data-gestures')).toBe('2')
    await leave()
  })

  it('says everything in English too, in mid-attempt', async () => {
    const { page, leave } = await visit()
    await page.goto(address('guided'))
    await press(page, '[data-start="new"]')
    await page.getByRole('button', { name: 'EN', exact: true }).click()
    await page.getByRole('heading', { name: 'The desk' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await leave()
  })
})

describe('the workshop in words, on a small screen or enlarged twice', () => {
  const sizes = [[390, 844, 2], [320, 640, 2], [640, 400, 2]] as const
  it.each(readdirSync(new URL('../../resources/scenarios/', import.meta.url)))('says what just happened in a strip that leaves the page to be read, in %s', async (scenario) => {
    for (const [width, height, deviceScaleFactor] of sizes) {
      const { page, leave } = await newVisitor(browser, { origin: service.origin, viewport: { width, height }, deviceScaleFactor, reducedMotion: 'reduce' })
      await page.goto(address('practice', scenario))
      await press(page, '[data-start="new"]')
      await page.locator('.plain-view').waitFor()
      // A paper says more than a strip can hold.
      await page.locator('[data-gesture^="read|"]').first().click()
      const caption = await page.locator('.over-words .captions').boundingBox()
      const bar = await page.locator('.attempt-bar').boundingBox()
      expect(caption!.height / height, `${width} × ${height}`).toBeLessThan(0.2)
      expect(caption!.y + caption!.height).toBeCloseTo(height, 0)
      // Two rows of targets, never three.
      expect(bar!.height, `${width} × ${height}`).toBeLessThan(112)
      // All of it is said where it stays.
      expect((await page.locator('.happened .event').first().innerText()).length).toBeGreaterThan(80)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await leave()
    }
  })

  it('folds on a phone what has much to say: no place is endless, and all of it is one press further', async () => {
    const { page, leave } = await newVisitor(browser, { origin: service.origin, viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
    await page.goto(address('practice', 'cablage-baie-reseau'))
    await press(page, '[data-start="new"]')
    await page.locator('.plain-view').waitFor()
    for (const place of await page.locator('[data-place]').all()) {
      await place.click()
      expect(await page.evaluate(() => document.documentElement.scrollHeight), await place.innerText()).toBeLessThan(5 * 844)
      const folded = await page.locator('.folded summary').count()
      const forms = await page.locator('.gesture-form').count()
      expect(folded > 0 || forms === 0).toBe(true)
      expect(await page.locator('.gesture-form:visible').count()).toBe(0)
    }
    await page.locator('[data-place="desk"]').click()
    await press(page, '#thing-record')
    await page.locator('[data-field="record.standard"]').selectOption('t568b')
    await press(page, '[data-gesture="fill|record.standard|||t568b"]')
    await page.locator('[data-gestures="1"]').waitFor({ state: 'attached' })
    // What one is busy with stays unfolded.
    expect(await page.locator('[data-field="record.standard"]').isVisible()).toBe(true)
    // Nor is what is half chosen lost when the phone is turned, and turned back.
    await page.locator('[data-field="record.standard"]').selectOption('t568a')
    for (const [width, height, folded] of [[844, 390, 0], [390, 844, 1]] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(() => page.locator('.folded #thing-record').count()).toBe(folded)
      expect(await page.locator('[data-field="record.standard"]').inputValue()).toBe('t568a')
      expect(await page.locator('[data-field="record.standard"]').isVisible()).toBe(true)
    }
    await leave()
  })
})
