// SPDX-License-Identifier: EUPL-1.2
// What a hand wears or is close to never takes its aim away.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dispatch, enterVr, frames, headsetDoer, inOwnSpace, putOnHeadset, select, sitDownWithOne, stubDraws, whereIs, workshopStands } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { playIn3d } from '../support/workshop-3d.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const done = (page: Page) => page.evaluate(() => globalThis.session.actions().map(({ name, target }) => `${name} ${target}`))

describe('hands in a headset', () => {
  const scene = sceneInBrowser()

  it('the hand that wears a watch points past it; the trigger acts from a palm away, the grip at hand, both together once; alone, it takes the watch off at one’s side', async () => {
    const page = await scene.browser.newPage({ viewport: { width: 900, height: 600 }, locale: 'fr-FR' })
    await quickFrames(page)
    await stubDraws(page)
    await putOnHeadset(page)
    await page.goto(`${scene.address}?mode=guided&input=3d`)
    await workshopStands(page)
    await enterVr(page)
    const left = headsetDoer(page, { side: 'left' })
    await playIn3d(left, [{ name: 'read', target: 'diagram' }])

    const [x, y, z] = await inOwnSpace(page, await whereIs(page, 'q3'))
    const reach = async (far: number) => {
      await dispatch(page, 'set_transform', { device: 'controller-right', position: { x, y, z: z + 0.02 + far } })
      await dispatch(page, 'look_at', { device: 'controller-right', target: { x, y, z } })
      await frames(page, 4)
    }
    const grip = async (value: number) => {
      await dispatch(page, 'set_gamepad_state', { device: 'controller-right', buttons: [{ index: 1, value }] })
      await frames(page, 6)
    }
    for (const far of [0.05, 0.13]) {
      await reach(far)
      await select(page, 'right')
      await frames(page, 20)
    }
    expect(await done(page)).toEqual(['read diagram', 'open q3', 'close q3'])

    await reach(0.01)
    for (const alone of [true, false]) {
      await grip(1)
      if (!alone) await select(page, 'right')
      await grip(0)
      await frames(page, 40)
    }
    expect(await done(page)).toEqual(['read diagram', 'open q3', 'close q3', 'open q3', 'close q3'])

    await sitDownWithOne(page, 'left')
    await playIn3d(left, [{ name: 'take-off', target: 'watch' }])
    expect((await done(page)).at(-1)).toBe('take-off watch')
    await page.close()
  })
})
