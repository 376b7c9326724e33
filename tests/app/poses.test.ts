// SPDX-License-Identifier: EUPL-1.2
// Movements of head and hands: kept only when asked, on the device alone, thirty days at most.
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import lamp from '#resources/scenarios/changer-une-lampe/scenario.json' with { type: 'json' }
import { digestOfScenario } from '#domain/scenario/index.ts'
import { packPoses, sampleAt, unpackPoses } from '#app/service/poses-pack.ts'
import type { Pose, PoseSample } from '#app/service/poses-pack.ts'
import { launchBrowser, newVisitor, type Visitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { enterVr, frames, leaveVr, putOnHeadset, stubDraws, workshopStands } from '#tests/support/headset.ts'
import { startFakeService, type FakeService } from './fake-service.ts'
import { ordinaryDay } from './fixtures.ts'

describe('movements packed small', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true })
  const metres = fc.double({ min: -8, max: 8, noNaN: true })
  const pose: fc.Arbitrary<Pose> = fc.record({ at: fc.tuple(metres, metres, metres), turn: fc.tuple(part, part, part, part) })
  const sample = fc.record({ t: fc.nat(7_200_000), head: pose, left: fc.option(pose), right: fc.option(pose) })

  it('come back within half a centimetre, and a hand out of sight stays out of sight', () => {
    fc.assert(fc.property(fc.array(sample, { maxLength: 20 }), (samples) => {
      const back = unpackPoses(packPoses(samples))
      expect(back.map(({ t }) => t)).toEqual(samples.map(({ t }) => t))
      back.forEach((one, i) => (['head', 'left', 'right'] as const).forEach((which) => {
        const [before, after] = [samples[i]?.[which] ?? null, one[which]]
        expect(after === null).toBe(before === null)
        before?.at.forEach((value, axis) => expect(Math.abs(value - (after?.at[axis] ?? 99))).toBeLessThanOrEqual(0.0026))
      }))
    }))
  })

  it('are looked up by time, and not guessed where nothing was kept', () => {
    const still: Pose = { at: [0, 1.6, 0], turn: [0, 0, 0, 1] }
    const samples: PoseSample[] = [100, 200, 300].map((t) => ({ t, head: still, left: null, right: null }))
    expect(sampleAt(samples, 50)).toBeUndefined()
    expect(sampleAt(samples, 250)?.t).toBe(200)
    expect(sampleAt(samples, 1_299)?.t).toBe(300)
    expect(sampleAt(samples, 5_000)).toBeUndefined()
  })
})

describe('movements on a device', () => {
  let app: BuiltApp
  let service: FakeService
  let browser: Browser
  // The smallest workshop there is: movements are kept alike in each, and it stands up the quickest.
  const answers = { ...ordinaryDay(), [`GET /api/scenarios/${lamp.id}`]: { body: { id: lamp.id, digest: digestOfScenario(lamp), scenario: lamp } } }
  const workshop = `/atelier/${lamp.id}?mode=practice&input=3d`

  beforeAll(async () => {
    app = await buildApp()
    service = await startFakeService(app.folder, answers)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    await app?.remove()
  })

  async function visit(): Promise<Visitor> {
    const visitor = await newVisitor(browser, { origin: service.origin, serviceWorkers: 'block', reducedMotion: 'reduce', viewport: { width: 800, height: 600 } })
    await putOnHeadset(visitor.page)
    await stubDraws(visitor.page)
    return visitor
  }

  /** One attempt with a headset on, with or without asking for the movements to be kept. */
  async function attempt(page: Page, keep: boolean): Promise<void> {
    await page.goto(workshop)
    if (keep) await page.locator('[data-poses="keep"]').check()
    await page.locator('[data-start="new"]').click()
    await workshopStands(page)
    await enterVr(page)
    for (let i = 0; i < 8; i++) {
      await page.evaluate((x) => (globalThis as never as { device: { position: { set: (...at: number[]) => void } } }).device.position.set(x, 1.62, 0.2), i / 20)
      await frames(page, 8)
    }
    await leaveVr(page)
    // A gesture, so that there is an attempt to look at again.
    await page.locator('[data-switch="plain"]').click()
    await page.locator('[data-gesture]').first().click()
    await page.locator('[data-finish="ask"]').click()
    await page.waitForURL('**/bilan/local')
  }

  const stores = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  const takes = (page: Page) => page.evaluate(() => new Promise<number>((answer, fail) => {
    const opened = indexedDB.open('compagnon-poses')
    opened.onerror = () => fail(opened.error as unknown as Error)
    opened.onsuccess = () => {
      const counted = opened.result.transaction(['takes', 'pieces']).objectStore('pieces').count()
      counted.onsuccess = () => { opened.result.close(); answer(counted.result) }
    }
  }))

  it('are not kept unless asked: nothing is even opened for them; asked for, they show the attempt through one’s own eyes, go nowhere, and are deleted when told', async () => {
    const { page, leave } = await visit()
    await page.goto(workshop)
    expect(await page.locator('[data-poses="keep"]').isChecked()).toBe(false)
    await attempt(page, false)
    expect(await stores(page)).not.toContain('compagnon-poses')
    service.received.length = 0
    await attempt(page, true)
    await expect.poll(() => takes(page)).toBeGreaterThan(0)
    expect(service.received.filter(({ what }) => !what.startsWith('GET '))).toEqual([])
    await page.locator('[data-replay="3d"]').click()
    await workshopStands(page)
    await page.locator('[data-look="own"]').click()
    await page.locator('[data-poses="delete"]').click()
    await page.locator('.movements').waitFor({ state: 'detached' })
    expect(await page.locator('[data-look="own"]').count()).toBe(0)
    expect(await takes(page)).toBe(0)
    await leave()
  })

  it('are gone on the thirtieth day, on whatever page one comes back to, and not the day before', async () => {
    const { page, leave } = await visit()
    await attempt(page, true)
    await expect.poll(() => takes(page)).toBeGreaterThan(0)
    const day = 24 * 60 * 60_000
    await page.clock.setFixedTime(Date.now() + 29 * day)
    await page.goto('/verifier')
    await page.waitForTimeout(500)
    expect(await takes(page)).toBeGreaterThan(0)
    await page.clock.setFixedTime(Date.now() + 30 * day + 60_000)
    await page.goto('/verifier')
    await expect.poll(() => takes(page), { timeout: 10_000 }).toBe(0)
    await leave()
  })

  it('are deleted from the preparation too, and one attempt has nothing of the one before', async () => {
    const { page, leave } = await visit()
    await attempt(page, true)
    await expect.poll(() => takes(page)).toBeGreaterThan(0)
    await attempt(page, false)
    expect(await takes(page)).toBe(0)
    await attempt(page, true)
    await page.goto(workshop)
    await page.locator('[data-poses="delete"]').click()
    await page.getByText('C’est effacé.').waitFor()
    expect(await takes(page)).toBe(0)
    await leave()
  })
})
