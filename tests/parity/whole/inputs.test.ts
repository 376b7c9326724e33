// SPDX-License-Identifier: EUPL-1.2
// npm run parity: every play of every scenario, really made with every input. Prints the table and keeps it in
// docs/parity.md. A part of it is in the ordinary tests (tests/xr/play-through.test.ts).
import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { buildScenePage, type ScenePage } from '../../xr/page/serve.ts'
import { playCell } from '../cell.ts'
import { expectRow } from '../expect-row.ts'
import { everyday, others } from '../inputs.ts'
import { allRows } from '../rows.ts'
import { cellText, tableOf, type Line } from '../table.ts'

const named = process.env.PARITY_INPUTS?.split(',')
const chosen = (inputs: typeof everyday) => inputs.filter(({ name }) => !named || named.some((word) => name.includes(word)))
const inputsFor = (play: string) => chosen(play === 'perfect' ? [...everyday, ...others] : everyday)
// A part while something is being mended: PARITY_ROWS='consignation perfect,fault e-lock' PARITY_INPUTS='mouse,AR'. The
// table that is kept is of all.
const only = process.env.PARITY_ROWS?.split(',')
const rows = (await allRows()).filter(({ scenario, name }) => !only || only.some((words) => words.split(' ').every((word) => `${scenario} ${name}`.includes(word))))

describe('the same intent gives the same evidence and the same results, whatever the input', () => {
  let server: ScenePage
  let browser: Browser
  const lines: Line[] = []
  beforeAll(async () => {
    server = await buildScenePage()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    publish(lines)
  })

  for (const row of rows) it(`${row.scenario}: ${row.name}`, async () => {
    const cells: Line['cells'] = new Map()
    lines.push({ row, cells })
    for (const input of inputsFor(row.name)) {
      // A hand that missed tries once more, and it is said; what was recorded differently is never tried again.
      const again = (error: Error) => {
        console.log(`${row.name}, ${input.name}, once more after: ${error.message}`)
        return playCell(browser, server.address, row, input)
      }
      const played = await playCell(browser, server.address, row, input).catch(again).catch((error: Error) => error.message)
      cells.set(input.name, played)
      console.log(`${row.scenario}, ${row.name}, ${input.name}: ${typeof played === 'string' ? played : cellText(played)}`)
    }
    expectRow(row, cells)
    console.log(`${row.scenario}, ${row.name}: the same evidence and the same results in ${cells.size}`)
    expect(cells.size).toBeGreaterThan(0)
  })
})

const preface = `# Parity of inputs

Each line is one way of playing a scenario; each cell is that play really made, in assessed mode, in Chromium, on the
workshop’s own page, then replayed and assessed as the service does. In one line every cell left the same evidence (up
to its times, and to which probe of a measure came first) and the same result and reason for every criterion; the run
fails otherwise. Seconds are simulation time: a scripted hand, not a person’s. Made by \`npm run parity\`.
`

/** What is said there of replaying is another test's, and stays. */
const replaying = '## The same recording anywhere'

function publish(lines: Line[]): void {
  const tables = [...new Set(lines.map(({ row }) => row.scenario))].map((scenario) => tableOf(scenario, lines, everyday.map(({ name }) => name), others.map(({ name }) => name)))
  console.log(`\n${tables.join('\n\n')}\n`)
  const file = new URL('../../../docs/parity.md', import.meta.url)
  const kept = readFileSync(file, 'utf8').split(replaying)[1]
  if (!only && !named) writeFileSync(file, `${preface}\n${tables.join('\n\n')}\n${kept ? `\n${replaying}${kept}` : ''}`)
}
