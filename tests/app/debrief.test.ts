// SPDX-License-Identifier: EUPL-1.2
// The debrief in a real browser: an attempt looked at again, compared, and printed.
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compare } from '#app/pages/debrief/earlier.ts'
import { momentAddress, momentIn } from '#app/pages/debrief/moments.ts'
import { clustersOf, gravest, type Mark } from '#app/pages/debrief/replay/marks.ts'
import { worth } from '#app/pages/debrief/replay/where-to-look.ts'
import type { Viewpoint } from '#app/scenes/contract.ts'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { ask, enterVr, pointAt, putOnHeadset, select, stubDraws, workshopStands } from '#tests/support/headset.ts'
import { tabTo } from '#tests/support/keyboard.ts'
import { expertPlay, faults } from '#tests/support/plays.ts'
import { startFakeService, type FakeService } from './fake-service.ts'
import { camille, karim, ordinaryDay } from './fixtures.ts'
import { answersFor, debriefOf } from './played.ts'

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

const wrong = faults['e-wrong-device']?.play() ?? []
const first = debriefOf(1, wrong.slice(0, 30), { id: 'a-1', mode: 'practice', startedAt: '2026-11-20T08:00:00Z' })
const bad = debriefOf(1, wrong, { id: 'a-2', startedAt: '2026-11-21T08:00:00Z' })
const good = debriefOf(0, expertPlay(0), { id: 'a-3', startedAt: '2026-11-23T08:00:00Z' })
const all = [first, bad, good]
const mine = { ...ordinaryDay(camille), ...Object.assign({}, ...all.map(answersFor)) as ReturnType<typeof answersFor>,
  'GET /api/attempts': { body: { attempts: all.map(({ attempt, results }) => ({ ...attempt, acquired: results.acquired })) } } }
const theirs = (debrief: typeof bad) => ({ ...ordinaryDay(karim), ...answersFor({ ...debrief, learner: { displayName: camille.displayName } }) })

async function visit(path: string, answers = mine as FakeService['answers'], options: object = {}, before?: (page: Page) => Promise<void>) {
  service.answers = answers
  service.received.length = 0
  const visitor = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block', reducedMotion: 'reduce', ...options })
  await stubDraws(visitor.page)
  await before?.(visitor.page)
  await visitor.page.goto(path)
  await visitor.page.locator('.lanes').waitFor()
  return visitor
}

const said = (page: Page) => page.locator('.said').innerText()
const time = async (page: Page) => Number(await page.locator('[data-replay="time"]').inputValue())
/** Asks again until the page says so. */
const comesTo = (page: Page, at: number) => expect.poll(() => time(page), { timeout: 10_000 }).toBe(Math.floor(at / 100) * 100)

describe('what the debrief’s pages reckon with', () => {
  it('puts signs together that would touch, and never loses one', () => {
    fc.assert(fc.property(fc.array(fc.nat(100_000)), fc.integer({ min: 100, max: 900 }), (times, width) => {
      const marks = times.toSorted((a, b) => a - b).map((at): Mark => ({ at, kind: 'met', text: { fr: '', en: '' } }))
      const clusters = clustersOf(marks, (at) => (at / 100_000) * width, 44)
      expect(clusters.flat()).toEqual(marks)
      clusters.slice(1).forEach(([one], i) => expect(((one!.at - clusters[i]![0]!.at) / 100_000) * width).toBeGreaterThanOrEqual(44))
    }))
  })

  it('shows the gravest of what is put together', () => {
    const of = (...all: Mark['kind'][]) => gravest(all.map((kind) => ({ at: 0, kind, text: { fr: '', en: '' } })))
    expect([of('met'), of('met', 'not-met'), of('not-met', 'met', 'fault')]).toEqual(['met', 'not-met', 'fault'])
  })

  it('reads a moment in an address, and nothing in any other', () => {
    fc.assert(fc.property(fc.nat(7_200_000), (at) => { expect(momentIn(momentAddress(at))).toBe(at) }))
    expect(momentIn('#moment-7300')).toBe(7_300)
    for (const other of ['', '#', '#t=', '#t=-1', '#t=1e9', '#t=1;2', '#criterion-x', '#t=<b>']) expect(momentIn(other)).toBeNull()
  })

  it('stands where a thing is near and well in sight, rather than nearer and out of it', () => {
    const facing: Pick<Viewpoint, 'from' | 'to'> = { from: [0, 1.5, 2], to: [0, 1.5, 0] }
    const nearButAside: Pick<Viewpoint, 'from' | 'to'> = { from: [1, 1.5, 0.6], to: [2, 1.5, 0] }
    const closer: Pick<Viewpoint, 'from' | 'to'> = { from: [0, 1.5, 1], to: [0, 1.5, 0] }
    const thing = [0, 1.5, 0] as const
    expect(worth(facing, thing)).toBeGreaterThan(worth(nearButAside, thing))
    expect(worth(closer, thing)).toBeGreaterThan(worth(facing, thing))
  })

  it('tells what is new from what is lost', () => {
    const changes = (earlier: typeof bad, now: typeof bad) => new Map(compare([earlier, now]).map(({ id, change }) => [id, change]))
    expect(changes(bad, bad).get('e-wrong-device')).toBeNull()
    const right = { ...good, results: { ...good.results } }
    expect(changes(bad, right).get('e-wrong-device')).toBe('new')
    expect(changes(right, bad).get('e-wrong-device')).toBe('lost')
  })
})

describe('an attempt looked at again', () => {
  it('stands at the fault that decided it all, and says it in words', async () => {
    const { page, leave } = await visit('/bilan/a-2')
    const fault = bad.results.criteria.find(({ id }) => id === 'e-wrong-device')
    await comesTo(page, fault?.at ?? -1)
    expect(await said(page)).toContain('Verrouiller le disjoncteur Q3')
    expect(await page.locator('.timeline [aria-current="step"]').count()).toBe(1)
    await leave()
  })

  it.each([[1280, true], [390, false]])('stays in sight beside the line that is read, where there is room for both (%d px: %s)', async (width, beside) => {
    const { page, leave } = await visit('/bilan/a-3', mine, { viewport: { width, height: 800 } })
    const last = page.locator('.timeline li').last()
    await last.scrollIntoViewIfNeeded()
    const [replay, line] = [await page.locator('.replay').boundingBox(), await last.boundingBox()]
    expect(replay!.x + replay!.width <= line!.x).toBe(beside)
    expect(replay!.y + replay!.height > 300).toBe(beside)
    expect(line!.y).toBeGreaterThan(0)
    await leave()
  })

  it('is taken along by the keyboard alone: by seconds, by gestures, to a fault, to a stage', async () => {
    const { page, leave } = await visit('/bilan/a-2#t=7.3')
    await comesTo(page, 7_300)
    await tabTo(page, '[data-replay="time"]')
    await page.keyboard.press('ArrowRight')
    await comesTo(page, 8_300)
    await page.keyboard.press('PageUp')
    await comesTo(page, 23_300)
    await tabTo(page, '[data-replay="before"]')
    await page.keyboard.press('Enter')
    await comesTo(page, 14_600)
    await tabTo(page, '[data-replay="fault"]')
    await page.keyboard.press('Enter')
    const missed = bad.results.criteria.filter(({ result, at }) => result === 'not-met' && at !== null && at > 14_600)
    await comesTo(page, Math.min(...missed.map(({ at }) => at ?? 0)))
    await tabTo(page, '[data-replay="leap"]')
    await page.locator('[data-replay="leap"]').selectOption({ index: 2 })
    expect(await time(page)).toBeGreaterThan(0)
    await leave()
  })

  it('runs, and stops where it is told', async () => {
    const { page, leave } = await visit('/bilan/a-3')
    await page.getByLabel('Vitesse').selectOption('8')
    await page.getByRole('button', { name: 'Lire' }).click()
    await expect.poll(() => time(page), { timeout: 20_000 }).toBeGreaterThan(8_000)
    await page.getByRole('button', { name: 'Pause' }).click()
    const at = await time(page)
    expect(await said(page)).toMatch(/schéma|Fiche|fiche|Inscrire/)
    await page.waitForTimeout(400)
    expect(await time(page)).toBe(at)
    await leave()
  })

  it('goes to the moment that an address, a sign on the line or a line of the list speaks of', async () => {
    const { page, leave } = await visit('/bilan/a-2#t=94.9')
    await comesTo(page, 94_900)
    const sign = page.locator('.sign').last()
    await sign.click()
    const hash = new URL(page.url()).hash
    await comesTo(page, Number(hash.slice(3)) * 1000)
    await page.locator('.timeline .time').first().click()
    await comesTo(page, 7_300)
    expect(await page.locator('.timeline [aria-current="step"]').innerText()).toContain('0:07')
    await leave()
  })

  it('shows the expert beside, at the same stage, in words and on a line of its own', async () => {
    const { page, leave } = await visit('/bilan/a-3#t=7.3')
    expect(await said(page)).toContain('L’expert, à la même étape')
    expect(await page.locator('.lane').count()).toBe(4)
    expect(await page.locator('.here.ghost').count()).toBe(1)
    await leave()
  })

  it('stands up in 3D when asked, in the world of that moment, and the page stays light until then', async () => {
    const { page, leave } = await visit('/bilan/a-2#t=1')
    const script = () => page.evaluate(() => (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js')).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0))
    const light = await script()
    expect(light).toBeLessThan(800_000)
    await page.locator('[data-replay="3d"]').click()
    await ask(page, () => Boolean(globalThis.compagnonLocator), null, 120_000)
    expect(await script()).toBeGreaterThan(light + 500_000)
    const whereIs = (thing: string) => page.evaluate((one) => globalThis.compagnonLocator?.(one)?.at.map((metres) => metres.toFixed(3)).join() ?? '', thing)
    const hanging = await whereIs('padlock')
    const locked = bad.trace.find(({ action }) => action.name === 'lock')
    await page.evaluate((at) => { location.hash = `#t=${at / 1000}` }, locked?.at ?? 0)
    await expect.poll(() => whereIs('padlock'), { timeout: 20_000 }).not.toBe(hanging)
    await page.evaluate(() => { location.hash = '#t=1' })
    await expect.poll(() => whereIs('padlock'), { timeout: 20_000 }).toBe(hanging)
    for (const look of ['eyes', 'above', 'still']) await page.locator(`[data-look="${look}"]`).click()
    await page.locator('[data-replay="close-3d"]').click()
    await page.locator('[data-replay="3d"]').waitFor()
    await leave()
  })

  it('is looked at in a headset too: from gesture to gesture with a panel at one’s right, and nothing can be done', async () => {
    const { page, leave } = await visit('/bilan/a-3#t=1', mine, {}, putOnHeadset)
    await page.locator('[data-replay="3d"]').click()
    await workshopStands(page)
    await enterVr(page)
    for (const done of [1, 2]) {
      await pointAt(page, 'replay-next')
      await select(page)
      await comesTo(page, done * 7_300)
    }
    await pointAt(page, 'door')
    await select(page)
    expect(await time(page)).toBe(14_600)
    await pointAt(page, 'replay-run')
    await select(page)
    await expect.poll(() => time(page), { timeout: 20_000 }).toBeGreaterThan(15_000)
    await pointAt(page, 'replay-leave')
    await select(page)
    await expect.poll(() => page.evaluate(() => Boolean((globalThis as never as { device: { activeSession?: unknown } }).device.activeSession)), { timeout: 10_000 }).toBe(false)
    await leave()
  })

  it('is the teacher’s too, beside the learner’s earlier tests, and no other attempt', async () => {
    const earlier = debriefOf(1, wrong.slice(0, 30), { id: 'a-0', startedAt: '2026-11-19T08:00:00Z' })
    const { page, leave } = await visit('/bilan/a-2', { ...theirs(bad), ...answersFor({ ...earlier, learner: { displayName: camille.displayName } }),
      'GET /api/attempts/a-2/earlier': { body: { attempts: [{ ...earlier.attempt, acquired: false }] } } })
    expect(await page.locator('.lane-title').allInnerTexts()).toContain('L’élève')
    await page.getByText('Comparer avec les épreuves d’avant du même élève').click()
    await page.locator('.comparison table').waitFor()
    expect(await page.locator('.comparison thead th').count()).toBe(3)
    expect(service.received.map(({ what }) => what)).not.toContain('GET /api/attempts')
    await leave()
  })
})

describe('comparing with earlier attempts', () => {
  it('says what is new, and how each criterion went, in words', async () => {
    const { page, leave } = await visit('/bilan/a-2')
    await page.locator('.comparison summary').click()
    const table = page.locator('.comparison table')
    await table.waitFor()
    expect(await table.locator('thead th').count()).toBe(3)
    const gained = bad.results.criteria.filter(({ id, result }) => result === 'met' && first.results.criteria.find((one) => one.id === id)?.result !== 'met')
    await page.getByText(`${gained.length} critères atteints pour la première fois.`).waitFor()
    expect(await table.getByText('Nouveau').count()).toBe(gained.length)
    await leave()
  })

  it('says that there is nothing to compare a first attempt with', async () => {
    const { page, leave } = await visit('/bilan/a-1')
    await page.locator('.comparison summary').click()
    await page.getByText('C’est ton premier essai').waitFor()
    await leave()
  })
})

describe('attempts without an account', () => {
  it('are compared with each other, on the device alone, even when the service is gone', async () => {
    service.answers = { ...ordinaryDay(), ...answersFor(good) }
    service.received.length = 0
    const { page, leave } = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block', reducedMotion: 'reduce' })
    for (let attempt = 0; attempt < 2; attempt++) {
      await page.goto('/atelier/consignation-armoire?mode=practice&input=plain')
      await page.locator('[data-start="new"]').click()
      await page.locator('[data-gesture]').first().click()
      await page.locator('[data-finish="ask"]').click()
      await page.waitForURL('**/bilan/local')
    }
    await page.locator('.comparison summary').click()
    await page.locator('.comparison table').waitFor()
    expect(await page.locator('.comparison thead th').count()).toBe(3)
    await page.locator('.comparison thead a').click()
    await page.waitForURL('**/bilan/local-1')
    await page.locator('.lanes').waitFor()
    service.answers = { ...service.answers, 'GET /api/scenarios': { status: 502, headers: { 'content-type': 'text/plain' } } }
    await page.reload()
    await page.locator('.lanes').waitFor()
    expect(service.received.filter(({ what }) => !what.startsWith('GET '))).toEqual([])
    await leave()
  })
})

describe('printing', () => {
  it.each(['fr-FR', 'en-GB'])('is two pages of A4 at most, without a button (%s)', async (locale) => {
    for (const one of ['a-2', 'a-3']) {
      const { page, leave } = await visit(`/bilan/${one}`, mine, { locale })
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('button:visible, nav:visible, select:visible').count()).toBe(0)
      const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
      expect(pages).toBeLessThanOrEqual(2)
      await leave()
    }
  })
})
