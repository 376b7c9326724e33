// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assess } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { readScenario } from '#domain/scenario/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { judgedInPage, serveReplayPage } from './engines.ts'
import { judgeAll } from './judged.ts'
import { scenarioIds, scenarioJson } from './plays-of.ts'
import { recordingsOf } from './recordings.ts'

/** Declares, for each scenario, that this many random recordings give the same in Node and in a browser. */
export function replaysAgree(count: number): void {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveReplayPage>>
  beforeAll(async () => {
    server = await serveReplayPage()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  for (const id of scenarioIds) it(`${id}: ${count} random recordings, bit for bit`, async () => {
    const recordings = await recordingsOf(id, count)
    const page = await browser.newPage()
    await page.goto(server.address)
    const [here, there] = [judgeAll(scenarioJson(id), recordings), await judgedInPage(page, id, recordings)]
    expect(there).toEqual(here)
    // Chance has to have led somewhere, or equal digests would say little.
    expect(new Set(here.map(({ trace }) => trace)).size).toBeGreaterThan(count * 0.9)
    expect(new Set(here.map(({ results }) => results)).size).toBeGreaterThan(count * 0.3)
    console.log(`${id}: ${count} recordings, ${depth(id, recordings)}`)
    await page.close()
  })
}

/** How far chance went: gestures, how many were cut short by an accident, how many acquired everything. */
function depth(id: string, recordings: Awaited<ReturnType<typeof recordingsOf>>): string {
  const scenario = readScenario(scenarioJson(id))
  const traces = recordings.slice(0, 50).map((one) => replay(scenario, one))
  const gestures = traces.map(({ moments }) => moments.length).toSorted((a, b) => a - b)
  const over = traces.filter((trace) => trace.over).length
  const acquired = traces.filter((trace) => assess(scenario.rubric, trace).acquired).length
  return `median ${gestures[Math.floor(gestures.length / 2)]} gestures; of the first ${traces.length}, ${over} ended by an accident, ${acquired} acquired everything`
}
