// SPDX-License-Identifier: EUPL-1.2
// How a person does a gesture in the 3D workshop, whatever the input: what to touch, what to press, in which order.
import '#app/xr/locator.ts'
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
}

const offer = ({ name, target, with: tool = '', second = '', value = '' }: Gesture) => `offer:${name}:${target}:${tool}:${second}:${value}`
const thingOf = (target: string) => target.split('.')[0] ?? target

/** Done by touching the thing itself: levers, doors, switches, and what offers one gesture only. */
const atOnce = ['open', 'close', 'start', 'stop', 'place', 'remove', 'read']
const byTool: readonly string[] = ['measure', 'lock', 'hang-tag', 'unlock', 'connect', 'disconnect']

async function until(doer: Doer, id: string, tries = 40): Promise<boolean> {
  for (let i = 0; i < tries; i++) {
    if (await doer.shows(id)) return true
    await doer.settle()
  }
  return false
}

/** Opens a thing's panel and presses the gesture there, turning its pages if need be. */
async function byPanel(doer: Doer, thing: string, gesture: Gesture, inHand: boolean): Promise<void> {
  if (!(await doer.shows(offer(gesture)))) await (inHand ? doer.press('held-gestures') : doer.touch(thing))
  // Whoever missed a thing that was still moving reaches for it again.
  if (!(await until(doer, 'close-panel')) && !inHand) {
    await doer.touch(thing)
    await until(doer, 'close-panel')
  }
  for (let page = 0; page < 8; page++) {
    if (await until(doer, offer(gesture), 5)) return doer.press(offer(gesture))
    if (!(await doer.shows('page'))) break
    await doer.press('page')
  }
  throw new Error(`no way to ${offer(gesture)} on the panel of ${thing}`)
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
  const take = async (tool: string) => {
    if (held === tool) return
    await closePanel(doer)
    await doer.touch(tool)
    // A tool with gestures of its own (a self-test) shows them first; the others come to the hand at once.
    if (['tester', 'tag', 'tag-2', 'key', 'key-2'].includes(tool) && await until(doer, `take:${tool}`)) await doer.press(`take:${tool}`)
    held = tool
  }
  const withTool = async (gesture: Gesture) => {
    await take(gesture.with ?? '')
    await closePanel(doer)
    await doer.touch(gesture.target)
    if (gesture.second) await doer.touch(gesture.second)
    if (['lock', 'hang-tag', 'unlock'].includes(gesture.name)) held = null
  }
  return async (gesture: Gesture) => {
    const { name, target, with: tool } = gesture
    const alone = name === 'take-off' && target === 'watch'
    if (tool && byTool.includes(name)) return withTool(gesture)
    if (alone || atOnce.includes(name)) {
      await closePanel(doer)
      await doer.touch(target)
      return atRest(doer, target)
    }
    if (!(await doer.shows(offer(gesture)))) await closePanel(doer)
    await byPanel(doer, target.includes('.') && name === 'fill' ? thingOf(target) : `${target}#label`, gesture, held === thingOf(target))
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
