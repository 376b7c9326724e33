// SPDX-License-Identifier: EUPL-1.2
// How a person does a gesture in the 3D workshop, whatever the input: what to touch, what to press, in which order.
import '#app/xr/locator.ts'
import type { Page } from 'playwright-core'
import type { Gesture } from '#domain/workshop/action.ts'

export type Doer = {
  /** Touches a thing of the workshop ('q3', 'q3#label' for its plate, 'x3.l1', 'tester'). */
  touch: (thing: string) => Promise<void>
  /** Presses a button of a panel, by its id. */
  press: (button: string) => Promise<void>
  /** Whether it is there to be seen. */
  shows: (id: string) => Promise<boolean>
  /** Where it is in the room; null when it is not there. */
  where: (id: string) => Promise<number[] | null>
  /** Lets the workshop answer. */
  settle: () => Promise<void>
  /** How many gestures the attempt holds, as the page says. */
  count: () => Promise<number>
}

/** What the page around the workshop says of the attempt, in the headset too. Infinity once it is over and left. */
export const gesturesSoFar = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.querySelector('[data-gestures]')?.getAttribute('data-gestures') ?? Infinity))

const offer = ({ name, target, with: tool = '', second = '', value = '' }: Gesture) => `offer:${name}:${target}:${tool}:${second}:${value}`
const thingOf = (target: string) => target.split('.')[0] ?? target

/** Done by touching the thing itself: levers, doors, switches, and what offers one gesture only. */
const atOnce = ['open', 'close', 'start', 'stop', 'place', 'remove', 'read', 'press', 'release', 'unlatch']
const byTool: readonly string[] = ['measure', 'lock', 'hang-tag', 'unlock', 'connect', 'disconnect', 'clamp', 'replace', 'tighten']
const usedUp: readonly string[] = ['lock', 'hang-tag', 'unlock']

async function until(doer: Doer, id: string, tries = 40): Promise<boolean> {
  for (let i = 0; i < tries; i++) {
    if (await doer.shows(id)) return true
    await doer.settle()
  }
  return false
}

/** Waits for a gesture to have been made; answers whether it was. */
async function made(doer: Doer, before: number, tries = 20): Promise<boolean> {
  for (let i = 0; i < tries; i++) {
    if ((await doer.count()) > before) return true
    await doer.settle()
  }
  return false
}

/** Presses the gesture on the panel that is open, turning its pages if need be. */
async function onPanel(doer: Doer, gesture: Gesture): Promise<boolean> {
  for (let page = 0; page < 12; page++) {
    if (await until(doer, offer(gesture), 4)) {
      await doer.press(offer(gesture))
      return true
    }
    if (!(await doer.shows('page'))) return false
    await doer.press('page')
  }
  return false
}

/** Waits for a thing to have finished moving: nobody reaches through a swinging door. */
async function atRest(doer: Doer, thing: string): Promise<void> {
  let last = ''
  for (let i = 0; i < 120; i++) {
    await doer.settle()
    const now = JSON.stringify(await doer.where(thing))
    if (now === last) return
    last = now
  }
}

export async function closePanel(doer: Doer): Promise<void> {
  if (await doer.shows('close-panel')) {
    await doer.press('close-panel')
    await doer.settle()
  }
}

/** What the hand holds, kept between gestures as a person would: a tool is not put down between two measures. */
export function player(doer: Doer) {
  let held: string | null = null

  const putDown = async () => {
    if (held === null) return
    await closePanel(doer)
    if (await until(doer, 'held-put-down', 10)) await doer.press('held-put-down')
    await doer.settle()
    held = null
  }
  const take = async (tool: string) => {
    if (held === tool) return
    await closePanel(doer)
    await doer.touch(tool)
    // A tool with gestures of its own (a self-test) shows them first; the others come to the hand at once.
    if (await until(doer, `take:${tool}`, 6)) await doer.press(`take:${tool}`)
    held = tool
  }
  const withTool = async (gesture: Gesture) => {
    await take(gesture.with ?? '')
    await closePanel(doer)
    await doer.touch(gesture.target)
    if (gesture.second) await doer.touch(gesture.second)
    if (usedUp.includes(gesture.name)) held = null
  }
  /** Opens the panel of the thing it is about, and presses it there. */
  const byPanel = async (gesture: Gesture) => {
    const thing = thingOf(gesture.target)
    const atPoint = gesture.target.includes('.') && gesture.value === undefined
    if (await doer.shows(offer(gesture))) return void await onPanel(doer, gesture)
    // What is in the hand would act on it instead.
    if (gesture.with !== undefined || atPoint) await putDown()
    await closePanel(doer)
    const inHand = held === thing
    const goes = atPoint ? gesture.target : gesture.value !== undefined ? thing : `${thing}#label`
    // Whoever missed a thing that was still moving reaches for it again.
    for (let reach = 0; reach < 2; reach++) {
      await (inHand ? doer.press('held-gestures') : doer.touch(goes))
      if (await until(doer, 'close-panel', 12) && await onPanel(doer, gesture)) return
    }
    throw new Error(`no way to ${offer(gesture)} on the panel of ${goes}`)
  }
  const direct = async (gesture: Gesture, before: number) => {
    await closePanel(doer)
    for (let reach = 0; reach < 2 && (await doer.count()) === before; reach++) {
      await doer.touch(gesture.target)
      for (let look = 0; look < 12 && (await doer.count()) === before; look++) {
        if (await doer.shows(offer(gesture))) return doer.press(offer(gesture))
        await doer.settle()
      }
    }
    return atRest(doer, gesture.target)
  }

  return async (gesture: Gesture) => {
    const { name, target, with: tool, second } = gesture
    const before = await doer.count()
    if (tool && (byTool.includes(name) || second)) await withTool(gesture)
    else if (atOnce.includes(name) || (name === 'take-off' && target === 'watch')) await direct(gesture, before)
    else await byPanel(gesture)
    if (!(await made(doer, before))) throw new Error(`nothing came of ${offer(gesture)}`)
    if (thingOf(target) === 'work-leader' || name === 'hand-over') await atRest(doer, thingOf(target))
  }
}

/** Plays gestures one after another. */
export async function playIn3d(doer: Doer, gestures: readonly Gesture[]): Promise<void> {
  const play = player(doer)
  for (const gesture of gestures) {
    await play(gesture)
    await doer.settle()
  }
}
