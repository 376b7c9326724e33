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
import { playIn3d } from '../support/workshop-3d.ts'

export type Input = {
  name: string
  in: '3d' | 'plain'
  /** Before the page opens. */
  prepare?: (page: Page) => Promise<void>
  play: (page: Page, gestures: readonly Gesture[]) => Promise<void>
}

export const headset: Input = {
  name: 'headset, controllers', in: '3d', prepare: putOnHeadset,
  play: async (page, gestures) => {
    await enterVr(page)
    await playIn3d(headsetDoer(page), gestures)
  },
}
export const mouse: Input = { name: 'mouse, flat 3D view', in: '3d', play: (page, gestures) => playIn3d(mouseDoer(page), gestures) }
export const keyboard: Input = { name: 'keyboard, plain page', in: 'plain', play: playByKeyboard }

/** Every play is made with each of these. */
export const everyday: readonly Input[] = [headset, mouse, keyboard]

/** A perfect attempt is made with each of these too. */
export const others: readonly Input[] = [
  {
    name: 'headset, bare hands', in: '3d', prepare: putOnHeadset,
    play: async (page, gestures) => {
      await enterVr(page, { hands: true })
      await playIn3d(headsetDoer(page, { hands: true }), gestures)
    },
  },
  {
    name: 'headset, seated, one controller', in: '3d', prepare: putOnHeadset,
    play: async (page, gestures) => {
      await enterVr(page)
      await sitDownWithOne(page, 'left')
      await playIn3d(headsetDoer(page, { side: 'left' }), gestures)
    },
  },
  {
    name: 'AR, on a real table', in: '3d', prepare: standInRoom,
    play: async (page, gestures) => {
      await enterAr(page)
      await putAt(page, meetingRoom.table)
      await ask(page, () => globalThis.compagnonLocator?.('ar-again'), null, 10_000)
      await playIn3d(arDoer(page), gestures)
    },
  },
  { name: 'touch, phone', in: '3d', prepare: isPhone, play: (page, gestures) => playIn3d(touchDoer(page), gestures) },
  {
    name: 'headset, gaze alone', in: '3d',
    prepare: async (page) => {
      await putOnHeadset(page)
      await actsByGaze(page)
    },
    play: async (page, gestures) => {
      await enterVr(page)
      await putControllersAway(page)
      await playIn3d(gazeDoer(page), gestures)
    },
  },
  { name: 'pointer that rests', in: '3d', prepare: actsByGaze, play: (page, gestures) => playIn3d(restDoer(page), gestures) },
]
