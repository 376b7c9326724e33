// SPDX-License-Identifier: EUPL-1.2
// A part of `npm run parity` that the ordinary tests hold: perfect, and two faults on purpose, with each input.
import { describe, it } from 'vitest'
import { headset, keyboard, mouse, playCell } from '../parity/cell.ts'
import { expectRow } from '../parity/expect-row.ts'
import { allRows } from '../parity/rows.ts'
import { sceneInBrowser } from './page/in-browser.ts'

const kept = ['perfect', 'fault e-contact', 'fault e-wrong-device']
const rows = (await allRows()).filter(({ scenario, name }) => scenario === 'consignation-armoire' && kept.includes(name))

describe('the whole lock-out, really done in a browser, leaves the same evidence and the same results', () => {
  const scene = sceneInBrowser()

  for (const row of rows) it(`${row.name}: in a headset, with a mouse, by the keyboard alone`, async () => {
    const cells = new Map()
    for (const input of [headset, mouse, keyboard]) cells.set(input.name, await playCell(scene.browser, scene.address, row, input))
    expectRow(row, cells)
  }, 600_000)
})
