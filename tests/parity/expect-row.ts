// SPDX-License-Identifier: EUPL-1.2
import { expect } from 'vitest'
import { bare } from './cell.ts'
import { notHandsOwn, solders } from '../support/solder-hand.ts'
import type { Line } from './table.ts'
import type { Row } from './rows.ts'

/** Every cell of a line left the evidence of the intent, and the same results for the same reasons. */
export function expectRow(row: Row, cells: Line['cells']): void {
  const [first] = cells.values()
  for (const [input, cell] of cells) {
    if (typeof cell === 'string') throw new Error(`${input}: ${cell}`)
    // A joint is made by the hand itself, continuously: how often it moves is its own.
    const compared = (done: readonly string[]) => (solders(row.gestures) ? notHandsOwn(done.map((one) => ({ name: one.split(' ')[0] ?? '', one }))).map(({ one }) => one) : done)
    expect(compared(cell.done), input).toEqual(compared(row.gestures.map(bare)))
    expect(cell.troubles, input).toEqual([])
    expect(cell.over, input).toBe(row.ends ?? null)
    expect(cell.results.acquired, input).toBe(!row.fault && !row.ends)
    if (row.fault) expect(cell.results.eliminated, input).toEqual([row.fault])
    if (typeof first === 'object') expect(cell.judged, input).toEqual(first.judged)
  }
}
