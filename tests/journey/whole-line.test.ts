// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import type { Gesture } from '#domain/workshop/action.ts'
import { enterVr, headsetDoer, leaveVr, putOnHeadset, stubDraws, workshopStands } from '../support/headset.ts'
import { playByKeyboard } from '../support/keyboard.ts'
import { realPages } from '../support/real-pages.ts'
import { playIn3d } from '../support/workshop-3d.ts'
import { walkTheLine } from './line.ts'

describe('the whole line: from the first gesture to a valid proof, and to a refusal when one byte is changed', () => {
  const open = realPages()

  it('by the keyboard alone', async () => {
    await walkTheLine({ ...open, input: 'plain', student: 'demo-ines', play: playByKeyboard })
  }, 600_000)

  it('in a headset, with controllers', async () => {
    // Nothing here has a graphics processor: all of a frame is done but the drawing itself.
    const prepare = async (page: Page) => {
      await putOnHeadset(page)
      await stubDraws(page)
    }
    const play = async (page: Page, gestures: Gesture[]) => {
      await workshopStands(page)
      await enterVr(page)
      await playIn3d(headsetDoer(page), gestures)
      await leaveVr(page)
    }
    await walkTheLine({ ...open, input: '3d', student: 'demo-yanis', play, prepare })
  }, 900_000)
})
