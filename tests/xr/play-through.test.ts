// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import type { Action, Gesture } from '#domain/workshop/action.ts'
import { replay } from '#domain/evidence/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { enterVr, headsetDoer, putOnHeadset, stubDraws } from '../support/headset.ts'
import { lockOut, lockOutDigest } from '../support/lock-out.ts'
import { mouseDoer } from '../support/mouse.ts'
import { expertPlay, seeds } from '../support/plays.ts'
import { playIn3d } from '../support/workshop-3d.ts'
import { buildScenePage, type ScenePage } from './page/serve.ts'

const bare = ({ name, target, with: tool, second, value }: Gesture) =>
  [name, [target, second].sort().join('+'), tool, value].filter(Boolean).join(' ')

describe('the whole lock-out, done by hand in the 3D workshop', () => {
  let server: ScenePage
  let browser: Browser

  beforeAll(async () => {
    server = await buildScenePage()
    browser = await launchBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  async function open(seed: number, headset: boolean): Promise<{ page: Page; troubles: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => { if (/^https?:/.test(request.url()) && !request.url().startsWith(new URL(server.address).origin)) troubles.push(request.url()) })
    await stubDraws(page)
    if (headset) await putOnHeadset(page)
    await page.goto(`${server.address}?seed=${seed}&mode=assessed`)
    await page.waitForFunction('globalThis.compagnonLocator', null, { timeout: 120_000 })
    return { page, troubles }
  }

  async function outcome(page: Page, seed: number) {
    const actions = await page.evaluate('session.actions()') as Action[]
    const trace = replay(lockOut, { scenario: { id: lockOut.id, digest: lockOutDigest }, seed, mode: 'assessed', actions })
    return { done: actions.map(bare), results: assess(lockOut.rubric, trace) }
  }

  it('an expert with two controllers leaves the evidence of an expert, and every competence is acquired', async () => {
    const { page, troubles } = await open(seeds.plain, true)
    await enterVr(page)
    await playIn3d(headsetDoer(page), expertPlay(seeds.plain))
    const { done, results } = await outcome(page, seeds.plain)
    expect(done).toEqual(expertPlay(seeds.plain).map(bare))
    expect(results.acquired).toBe(true)
    expect(troubles).toEqual([])
    await page.close()
  }, 600_000)

  it('an expert with a mouse leaves the same evidence', async () => {
    const { page, troubles } = await open(seeds.plain, false)
    await playIn3d(mouseDoer(page), expertPlay(seeds.plain))
    const { done, results } = await outcome(page, seeds.plain)
    expect(done).toEqual(expertPlay(seeds.plain).map(bare))
    expect(results.acquired).toBe(true)
    expect(troubles).toEqual([])
    await page.close()
  }, 600_000)
})
