// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Action, Gesture } from '#domain/workshop/action.ts'
import { aimAt, arDoer, enterAr, meetingRoom, putAt, standInRoom } from '../support/augmented.ts'
import { ask, frames, leaveVr, stubDraws, whereIs, workshopStands } from '../support/headset.ts'
import { expertPlay, seeds } from '../support/plays.ts'
import { playIn3d } from '../support/workshop-3d.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const bare = ({ name, target, with: tool, second, value }: Gesture) =>
  [name, [target, second].sort().join('+'), tool, value].filter(Boolean).join(' ')
const near = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((v, i) => v - (b[i] ?? 0)))

describe('the workshop in a real room', () => {
  const scene = sceneInBrowser()

  async function open(options: { surfaces?: boolean } = {}): Promise<{ page: Page; troubles: string[] }> {
    const page = await scene.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(error.message))
    await stubDraws(page)
    await standInRoom(page, options)
    await page.goto(`${scene.address}?seed=${seeds.plain}&mode=assessed`)
    await workshopStands(page)
    return { page, troubles }
  }
  const done = async (page: Page) => (await page.evaluate('session.actions()') as Action[]).map(bare)

  it('puts the bench on a real table, where the first gestures leave an expert\'s evidence; it can be put elsewhere', async () => {
    const { page, troubles } = await open()
    await enterAr(page)
    await putAt(page, meetingRoom.table)
    await ask(page, () => globalThis.compagnonLocator?.('ar-again'), null, 10_000)
    const first = expertPlay(seeds.plain).slice(0, 7)
    await playIn3d(arDoer(page), first)
    expect(await done(page)).toEqual(first.map(bare))
    const origin = await whereIs(page, 'origin')
    // While a panel is open, the board of the place gives way to it.
    if (await arDoer(page).shows('close-panel')) await arDoer(page).press('close-panel')
    await arDoer(page).touch('ar-again')
    await putAt(page, meetingRoom.wall)
    await ask(page, () => globalThis.compagnonLocator?.('ar-again'), null, 10_000)
    expect(near(await whereIs(page, 'origin'), origin)).toBeGreaterThan(0.5)
    const rest = expertPlay(seeds.plain).slice(7, 10)
    await playIn3d(arDoer(page), rest)
    expect(await done(page)).toEqual([...first, ...rest].map(bare))
    await leaveVr(page)
    expect(troubles).toEqual([])
    await page.close()
  })

  it('is put a step ahead and moved by keys where the device finds no surface', async () => {
    const { page, troubles } = await open({ surfaces: false })
    await enterAr(page)
    await aimAt(page, meetingRoom.floor)
    for (const key of ['ar-up', 'ar-far', 'ar-left']) await arDoer(page).press(key)
    await arDoer(page).press('ar-place')
    await ask(page, () => globalThis.compagnonLocator?.('ar-again'), null, 10_000)
    const before = await whereIs(page, 'origin')
    await arDoer(page).press('ar-adjust')
    await arDoer(page).press('ar-down')
    await frames(page, 3)
    const [, down] = await whereIs(page, 'origin')
    expect(down - before[1]).toBeCloseTo(0.05, 3)
    await arDoer(page).press('ar-done')
    await playIn3d(arDoer(page), expertPlay(seeds.plain).slice(0, 2))
    expect(await done(page)).toHaveLength(2)
    expect(troubles).toEqual([])
    await page.close()
  })
})
