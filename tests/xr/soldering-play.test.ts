// SPDX-License-Identifier: EUPL-1.2
// A joint really made in a browser: by the keyboard alone in the plain page, by a mouse held on the joint in 3D, and with
// the iron in a hand of a headset. The whole play with every input: tests/parity/whole.
import type { Browser, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Action, Gesture } from '#domain/workshop/action.ts'
import { outcomeOf } from '../parity/cell.ts'
import { enterVr, frames, headsetDoer, inOwnSpace, putOnHeadset, stubDraws, whereIs, workshopStands } from '../support/headset.ts'
import { playByKeyboard } from '../support/keyboard.ts'
import { mouseDoer } from '../support/mouse.ts'
import { expertPlay } from '../support/plays/brasage-composant.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { withSettings } from '../support/settings.ts'
import { idle, makeJoint } from '../support/solder-hand.ts'
import { headsetHand, keyboardHand, mouseHand } from '../support/solder-hands.ts'
import { solderingTrace } from '../support/soldering.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const seed = 0
const play = expertPlay(seed)
const at = (name: string) => play.findIndex((one) => one.name === name)
/** The expert's play without the looks that only pass the time, and without the joints themselves. */
const [before, after] = [play.slice(0, at('wipe-tip')).filter(({ name }) => name !== 'inspect-joint'), play.slice(at('stand-iron') + 1)]
const ready = play.slice(at('wipe-tip'), at('take-iron') + 1)

const joints = ['p1', 'p2'] as const

async function open(browser: Browser, address: string, input: 'plain' | '3d', prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' })
  // The page's clock goes by the frames it shows: no pad burns because the machine is crowded.
  await quickFrames(page)
  await stubDraws(page)
  await prepare?.(page)
  await page.goto(`${address}?scenario=brasage-composant&seed=${seed}&mode=assessed&input=${input}`)
  if (input === 'plain') await page.locator('.plain-view').waitFor()
  else await workshopStands(page)
  await page.evaluate(() => globalThis.compagnonSteady?.(true))
  return page
}

const actionsOf = (page: Page) => page.evaluate('session.actions()') as Promise<Action[]>
const done = (page: Page, gestures: readonly Gesture[]) => page.evaluate((all) => all.forEach((one) => session.act(one)), gestures as Gesture[])
/** The station takes about fifteen seconds. */
const stationReady = (page: Page) => idle(page, 17_000)

describe('a component soldered in a browser', () => {
  const scene = sceneInBrowser()

  it('by the keyboard alone, in the plain page: pressed to apply, to feed, to withdraw, with the temperature in words', async () => {
    const page = await open(scene.browser, scene.address, 'plain')
    await playByKeyboard(page, before)
    await stationReady(page)
    await playByKeyboard(page, ready)
    const hand = keyboardHand(page)
    await makeJoint(page, { ...hand, feed: async () => {
      expect(await page.locator('.solder-now').innerText()).toMatch(/assez chaude pour fondre le fil \(pastille 2\d\d °C, patte 2\d\d °C\)/)
      await hand.feed()
    } }, joints[0])
    await makeJoint(page, hand, joints[1])
    await playByKeyboard(page, [{ name: 'stand-iron', target: 'iron' }, ...after])
    const { results } = outcomeOf({ scenario: 'brasage-composant', seed }, await actionsOf(page))
    expect(results.criteria.filter(({ result }) => result === 'not-met')).toEqual([])
    expect(results.acquired).toBe(true)
    await page.close()
  }, 600_000)

  /** One joint, once the iron is in the hand, looked at through the magnifier. */
  async function oneJoint(page: Page, hand: () => Parameters<typeof makeJoint>[1]): Promise<void> {
    await done(page, before.filter(({ name }) => name !== 'set-pace'))
    await stationReady(page)
    await done(page, ready)
    await makeJoint(page, hand(), 'p1')
    await done(page, [{ name: 'inspect-joint', target: 'board.p1', with: 'magnifier' }])
    const actions = await actionsOf(page)
    expect(actions.slice(actions.findIndex(({ name }) => name === 'apply-iron')).map(({ name, value }) => [name, value].filter(Boolean).join(' ')))
      .toEqual(['apply-iron both-45', 'feed joint-steady', 'stop-feed', 'withdraw', 'inspect-joint'])
    expect(solderingTrace(seed, actions).moments.at(-1)?.events[0]?.name).toBe('seen-good')
  }

  it('by a mouse held on the joint in 3D, its second button feeding the wire: the same kind of evidence, a good joint', async () => {
    const page = await open(scene.browser, scene.address, '3d')
    await oneJoint(page, () => mouseHand(page, mouseDoer(page)))
    await page.close()
  }, 600_000)

  it('with the iron in a hand of a headset: the tip brought to the joint, the other hand’s trigger feeding; its curve stands beside', async () => {
    const page = await open(scene.browser, scene.address, '3d', putOnHeadset)
    await enterVr(page)
    await oneJoint(page, () => headsetHand(page, { doer: headsetDoer(page) }))
    expect(await headsetDoer(page).shows('solder-curve')).toBe(true)
    await page.close()
  }, 600_000)

  it('the iron stays in the hand that took it, for whoever asked for less motion too', async () => {
    const page = await open(scene.browser, scene.address, '3d', async (one) => {
      await putOnHeadset(one)
      await withSettings(one, { calm: true })
    })
    await enterVr(page)
    await done(page, before.filter(({ name }) => name !== 'set-pace'))
    await done(page, [{ name: 'take-iron', target: 'iron' }])
    await frames(page, 8)
    const held = await whereIs(page, 'iron-tip')
    for (let look = 0; look < 30; look++) {
      await frames(page, 1)
      expect(Math.hypot(...(await whereIs(page, 'iron-tip')).map((v, i) => v - held[i]!)), `look ${look}`).toBeLessThan(0.005)
    }
    // In front of the hand, not over the board where it would be shown to somebody without one: 40 cm from this hand.
    const hand = [0.2, 1.25, -0.3]
    expect(Math.hypot(...(await inOwnSpace(page, held)).map((v, i) => v - hand[i]!))).toBeLessThan(0.3)
    await page.close()
  }, 600_000)
})
