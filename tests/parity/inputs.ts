// SPDX-License-Identifier: EUPL-1.2
// The ways of being in the workshop, each as a person would be there.
import type { Page } from 'playwright-core'
import type { Gesture } from '#domain/workshop/action.ts'
import { arDoer, enterAr, meetingRoom, putAt, standInRoom } from '../support/augmented.ts'
import { actsByGaze, gazeDoer, putControllersAway, restDoer } from '../support/gaze.ts'
import { ask, enterVr, headsetDoer, putOnHeadset, sitDownWithOne } from '../support/headset.ts'
import { playByKeyboard } from '../support/keyboard.ts'
import { mouseDoer } from '../support/mouse.ts'
import { isPhone, touchDoer } from '../support/touch.ts'
import { playSoldering, solders, type SolderHand } from '../support/solder-hand.ts'
import { buttonHand, fingerHand, gazeHand, headsetHand, keyboardHand, mouseHand } from '../support/solder-hands.ts'
import { player, playIn3d, type Doer } from '../support/workshop-3d.ts'

export type Input = {
  name: string
  in: '3d' | 'plain'
  /** Before the page opens. */
  prepare?: (page: Page) => Promise<void>
  play: (page: Page, gestures: readonly Gesture[]) => Promise<void>
}

/** Does the gestures one after another; where joints are made, the hand makes them itself. */
async function play3d(page: Page, doer: Doer, gestures: readonly Gesture[], hand: () => SolderHand): Promise<void> {
  if (!solders(gestures)) return playIn3d(doer, gestures)
  const one = player(doer)
  await playSoldering(page, async (gesture) => {
    await one(gesture)
    await doer.settle()
  }, hand(), gestures)
}

export const headset: Input = {
  name: 'headset, controllers', in: '3d', prepare: putOnHeadset,
  play: async (page, gestures) => {
    await enterVr(page)
    const doer = headsetDoer(page)
    await play3d(page, doer, gestures, () => headsetHand(page, { doer }))
  },
}
export const mouse: Input = { name: 'mouse, flat 3D view', in: '3d', play: (page, gestures) => {
  const doer = mouseDoer(page)
  return play3d(page, doer, gestures, () => mouseHand(page, doer))
} }
export const keyboard: Input = { name: 'keyboard, plain page', in: 'plain', play: (page, gestures) =>
  (solders(gestures) ? playSoldering(page, (one) => playByKeyboard(page, [one]), keyboardHand(page), gestures) : playByKeyboard(page, gestures)) }

/** Every play is made with each of these. */
export const everyday: readonly Input[] = [headset, mouse, keyboard]

/** A perfect attempt is made with each of these too. */
export const others: readonly Input[] = [
  {
    name: 'headset, bare hands', in: '3d', prepare: putOnHeadset,
    play: async (page, gestures) => {
      await enterVr(page, { hands: true })
      const doer = headsetDoer(page, { hands: true })
      await play3d(page, doer, gestures, () => headsetHand(page, { doer, hands: true }))
    },
  },
  {
    name: 'headset, seated, one controller', in: '3d', prepare: putOnHeadset,
    play: async (page, gestures) => {
      await enterVr(page)
      await sitDownWithOne(page, 'left')
      const doer = headsetDoer(page, { side: 'left' })
      await play3d(page, doer, gestures, () => headsetHand(page, { doer, side: 'left', alone: true }))
    },
  },
  {
    name: 'AR, on a real table', in: '3d', prepare: standInRoom,
    play: async (page, gestures) => {
      await enterAr(page)
      await putAt(page, meetingRoom.table)
      await ask(page, () => globalThis.compagnonLocator?.('ar-again'), null, 10_000)
      const doer = arDoer(page)
      await play3d(page, doer, gestures, () => headsetHand(page, { doer }))
    },
  },
  {
    name: 'touch, phone', in: '3d', prepare: isPhone,
    play: (page, gestures) => {
      const doer = touchDoer(page)
      return play3d(page, doer, gestures, () => fingerHand(page, doer))
    },
  },
  {
    name: 'headset, gaze alone', in: '3d',
    prepare: async (page) => {
      await putOnHeadset(page)
      await actsByGaze(page)
    },
    play: async (page, gestures) => {
      await enterVr(page)
      await putControllersAway(page)
      const doer = gazeDoer(page)
      await play3d(page, doer, gestures, () => gazeHand(doer))
    },
  },
  { name: 'pointer that rests', in: '3d', prepare: actsByGaze, play: (page, gestures) => {
    const doer = restDoer(page)
    return play3d(page, doer, gestures, () => buttonHand(page, doer, true))
  } },
]
