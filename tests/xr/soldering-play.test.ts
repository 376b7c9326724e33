// SPDX-License-Identifier: EUPL-1.2
// A joint really made in a browser: by the keyboard alone in the plain page, and by a mouse held on the joint in 3D.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action, Gesture } from '#domain/workshop/action.ts'
import { outcomeOf } from '../parity/cell.ts'
import { launchBrowser } from '../support/browser.ts'
import { ask, stillAt, stubDraws, workshopStands } from '../support/headset.ts'
import { playByKeyboard, press } from '../support/keyboard.ts'
import { expertPlay } from '../support/plays/brasage-composant.ts'
import { solderingTrace } from '../support/soldering.ts'
import { buildScenePage, type ScenePage } from './page/serve.ts'

const seed = 0
const play = expertPlay(seed)
const at = (name: string) => play.findIndex((one) => one.name === name)
/** The expert's play without the looks that only pass the time, and without the joints themselves. */
const [before, after] = [play.slice(0, at('wipe-tip')).filter(({ name }) => name !== 'inspect-joint'), play.slice(at('stand-iron') + 1)]
const ready = play.slice(at('wipe-tip'), at('take-iron') + 1)

const waitMs = 90_000
/** What the page says of a joint at this moment, looked at again and again as a person does. */
const until = (page: Page, part: 'p1' | 'p2', what: 'molten' | 'fed' | 'flowed' | 'set') => ask(page, ([joint, wanted]) => {
  const line = document.querySelectorAll<HTMLElement>('.solder-now [data-detail^="joint-"]')[joint === 'p1' ? 0 : 1]
  const [detail, said] = [line?.dataset['detail'] ?? '', line?.innerText ?? '']
  const degrees = [...said.matchAll(/(\d+) °C/g)].map((found) => Number(found[1]))
  const wire = Number(/(\d+) mm/.exec(said)?.[1] ?? 0)
  if (wanted === 'set') return ['joint-setting', 'joint-cooling', 'joint-solid'].includes(detail)
  if (wanted === 'flowed') return detail === 'joint-wetting'
  return wanted === 'fed' ? wire >= 4 : degrees.length === 2 && Math.min(...degrees) > 222
}, [part, what] as const, waitMs)
const joints = ['p1', 'p2'] as const
/** In extended time, what an expert's hand waits 0.7 s for takes 2.8 s. */
const flowing = (page: Page, part: 'p1' | 'p2') => until(page, part, 'flowed').then(() => passing(page, 2_800))
const passing = async (page: Page, ms: number) => {
  const from = await page.evaluate(() => session.elapsed())
  await ask(page, ([begun, long]) => session.elapsed() > begun + long, [from, ms] as const, waitMs)
}

async function open(browser: Browser, address: string, input: 'plain' | '3d'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' })
  await stubDraws(page)
  await page.goto(`${address}?scenario=brasage-composant&seed=${seed}&mode=assessed&input=${input}`)
  if (input === 'plain') await page.locator('.plain-view').waitFor()
  else await workshopStands(page)
  return page
}

const actionsOf = (page: Page) => page.evaluate('session.actions()') as Promise<Action[]>
const done = (page: Page, gestures: readonly Gesture[]) => page.evaluate((all) => all.forEach((one) => session.act(one)), gestures as Gesture[])
/** The station takes about fifteen seconds. */
const stationReady = (page: Page) => passing(page, 17_000)

describe('a component soldered in a browser', () => {
  let server: ScenePage
  let browser: Browser
  beforeAll(async () => {
    server = await buildScenePage()
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('by the keyboard alone, in the plain page: pressed to apply, to feed, to withdraw, with the temperature in words', async () => {
    const page = await open(browser, server.address, 'plain')
    await playByKeyboard(page, before)
    await stationReady(page)
    await playByKeyboard(page, ready)
    for (const part of joints) {
      if (part === 'p2') {
        await press(page, '[name="solder-joint"][value="p1"]')
        await page.keyboard.press('ArrowRight')
      }
      await press(page, '[data-solder="iron"]')
      await until(page, part, 'molten')
      expect(await page.locator('.solder-now').innerText()).toMatch(/assez chaude pour fondre le fil \(pastille 2\d\d °C, patte 2\d\d °C\)/)
      await press(page, '[data-solder="wire"]')
      await until(page, part, 'fed')
      await press(page, '[data-solder="wire"]')
      await flowing(page, part)
      await press(page, '[data-solder="iron"]')
      await until(page, part, 'set')
    }
    await playByKeyboard(page, [{ name: 'stand-iron', target: 'iron' }, ...after])
    const { results } = outcomeOf({ scenario: 'brasage-composant', seed }, await actionsOf(page))
    expect(results.criteria.filter(({ result }) => result === 'not-met')).toEqual([])
    expect(results.acquired).toBe(true)
    await page.close()
  }, 600_000)

  it('by a mouse held on the joint in 3D, a key feeding the wire: the same kind of evidence, a good joint', async () => {
    const page = await open(browser, server.address, '3d')
    await done(page, before)
    await stationReady(page)
    await done(page, ready)
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-view=board]')?.click())
    const place = await stillAt(page, 'board.p1', 'screen', 0.5)
    await page.mouse.move(place![0]!, place![1]!)
    await page.mouse.down()
    await until(page, 'p1', 'molten')
    await page.keyboard.down('f')
    await until(page, 'p1', 'fed')
    await page.keyboard.up('f')
    await flowing(page, 'p1')
    await page.mouse.up()
    await until(page, 'p1', 'set')
    await done(page, [{ name: 'inspect-joint', target: 'board.p1', with: 'magnifier' }])
    const actions = await actionsOf(page)
    expect(actions.slice(actions.findIndex(({ name }) => name === 'apply-iron')).map(({ name, value }) => [name, value].filter(Boolean).join(' ')))
      .toEqual(['apply-iron both-45', 'feed joint-steady', 'stop-feed', 'withdraw', 'inspect-joint'])
    expect(solderingTrace(seed, actions).moments.at(-1)?.events[0]?.name).toBe('seen-good')
    await page.close()
  }, 600_000)
})
