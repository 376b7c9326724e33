// SPDX-License-Identifier: EUPL-1.2
// How a person solders, whatever the input: the tip put on a joint, the wire fed, the wire away, the tip away, each when
// the page says that it is time. What stands between two touches of the iron is done as everything else is.
import type { Page } from 'playwright-core'
import type { Gesture } from '#domain/workshop/action.ts'
import { ask } from './headset.ts'

/** What a way of being in the workshop does with the iron. */
export type SolderHand = {
  /** Needs the gesture slowed first: the keyboard, a gaze. */
  slow?: boolean
  /** Puts the tip on a joint: on pad and lead, or on one of them. */
  apply: (part: string, touched: string) => Promise<void>
  feed: () => Promise<void>
  stop: () => Promise<void>
  withdraw: () => Promise<void>
}

const waitMs = 90_000
type Stage = 'molten' | 'hot' | 'flowed' | 'set' | { fed: number }

/** What the page says of a joint at this moment, looked at again and again as a person does. */
export const until = (page: Page, part: string, what: Stage) => ask(page, ([joint, wanted]) => {
  const line = document.querySelectorAll<HTMLElement>('.solder-now [data-detail^="joint-"]')[joint === 'p1' ? 0 : 1]
  const [detail, said] = [line?.dataset['detail'] ?? '', line?.textContent ?? '']
  const degrees = [...said.matchAll(/(\d+) °C/g)].map((found) => Number(found[1]))
  const wire = Number(/(\d+) mm/.exec(said)?.[1] ?? 0)
  if (wanted === 'set') return ['joint-setting', 'joint-cooling', 'joint-solid'].includes(detail)
  if (wanted === 'flowed') return detail === 'joint-wetting'
  if (wanted === 'hot') return Math.max(...degrees) > 222
  return typeof wanted === 'object' ? wire >= wanted.fed : degrees.length === 2 && Math.min(...degrees) > 222
}, [part, what] as const, waitMs)

/** Waits for so much of the attempt's time to pass. */
export async function passing(page: Page, ms: number): Promise<void> {
  const from = await page.evaluate(() => session.elapsed())
  await ask(page, ([begun, long]) => session.elapsed() > begun + long, [from, ms] as const, waitMs)
}

/** So long with nothing done: nobody sits through it where the page's clock can jump. */
export async function idle(page: Page, ms: number): Promise<void> {
  const jumped = await page.evaluate((long) => {
    globalThis.compagnonPass?.(long)
    return globalThis.compagnonPass !== undefined
  }, ms)
  await passing(page, jumped ? 60 : ms)
}

/** A joint as an expert makes one. `mm`: how much wire; `touched`: what the tip meets of it. */
export async function makeJoint(page: Page, hand: SolderHand, part: string, { mm = 4, touched = 'both' } = {}): Promise<void> {
  await hand.apply(part, touched)
  await until(page, part, touched === 'both' ? 'molten' : 'hot')
  await hand.feed()
  await until(page, part, { fed: mm })
  await hand.stop()
  // In extended time, what an expert's hand waits 0.7 s for takes 2.8 s.
  if (touched === 'both') await until(page, part, 'flowed')
  await passing(page, hand.slow ? 2_800 : 700)
  await hand.withdraw()
  await until(page, part, 'set')
}

/** What is the hand's own when a joint is made: how often it moves, what it looks at meanwhile, how fast its time runs. */
const handsOwn: readonly string[] = ['apply-iron', 'move-iron', 'feed', 'stop-feed', 'withdraw', 'inspect-joint', 'set-pace']
export const notHandsOwn = <G extends { name: string }>(gestures: readonly G[]): G[] => gestures.filter(({ name }) => !handsOwn.includes(name))

/** Whether joints are made in these gestures: they are played by the hand, continuously. */
export const solders = (gestures: readonly Gesture[]): boolean => gestures.some(({ name }) => name === 'apply-iron')

/** The wire of a joint as its gestures say: slow is too little. */
const wireOf = (joint: readonly Gesture[]) => (joint.some(({ value }) => value === 'joint-slow') ? 1 : 4)

/** Plays gestures, each stretch from the iron put on a joint to the iron withdrawn made by the hand itself. */
export async function playSoldering(page: Page, one: (gesture: Gesture) => Promise<void>, hand: SolderHand, gestures: readonly Gesture[]): Promise<void> {
  let [inHand, made, begins] = [false, false, 0]
  await page.evaluate(() => globalThis.compagnonSteady?.(true))
  for (const [index, gesture] of gestures.entries()) {
    const { name, target } = gesture
    if (name === 'apply-iron') begins = index
    if (name === 'withdraw') {
      const joint = gestures.slice(begins, index)
      await makeJoint(page, hand, joint[0]?.target.split('.')[1] ?? '', { touched: joint[0]?.value?.split('-')[0] ?? 'both', mm: wireOf(joint) })
      made = true
    }
    if (name === 'take-iron') inHand = true
    if (name === 'stand-iron' || name === 'lay-iron') inHand = false
    // The station takes about fifteen seconds.
    if (name === 'wipe-tip' && !made) await idle(page, 17_000)
    const slowed = name === 'set-pace' && hand.slow === true
    const looks = name === 'inspect-joint' && made && !inHand
    if (slowed || looks || notHandsOwn([gesture]).length > 0) await one({ ...gesture, target })
  }
}
