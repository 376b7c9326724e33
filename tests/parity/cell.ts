// SPDX-License-Identifier: EUPL-1.2
// One attempt, really made in a browser with one input, then replayed and assessed as the service does.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { assess } from '#domain/assessment/index.ts'
import type { Results } from '#domain/assessment/index.ts'
import { replay } from '#domain/evidence/index.ts'
import { digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import type { Action, Gesture } from '#domain/workshop/action.ts'
import { stubDraws, workshopStands } from '../support/headset.ts'
import { quickFrames } from '../support/quick-frames.ts'
import { solders } from '../support/solder-hand.ts'
import type { Input } from './inputs.ts'
import type { Row } from './rows.ts'

export { headset, keyboard, mouse } from './inputs.ts'

/** A gesture as it counts: without its time, and a measure is the same from either end. */
export const bare = ({ name, target, with: tool, second, value }: Gesture) =>
  [name, [target, second].filter(Boolean).toSorted().join('+'), tool, value].filter(Boolean).join(' ')

export type Outcome = {
  done: string[]
  results: Results
  /** Criterion by criterion, and why; a reason's times are the hand's own. */
  judged: { id: string; result: string; reason: string }[]
  over: string | null
  /** Simulation time of the last gesture. */
  seconds: number
  troubles: string[]
}

/** Opens the workshop's page, plays, and judges what was recorded. `address` is a scene page's. */
export async function playCell(browser: Browser, address: string, row: Row, input: Input): Promise<Outcome> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
  try {
    const troubles = watch(page, new URL(address).origin)
    if (input.in === '3d' || solders(row.gestures)) await quickFrames(page)
    await stubDraws(page)
    await input.prepare?.(page)
    await page.goto(`${address}?scenario=${row.scenario}&seed=${row.seed}&mode=assessed&input=${input.in}`)
    if (input.in === '3d') await workshopStands(page)
    else await page.locator('.plain-view').waitFor()
    await input.play(page, row.gestures)
    return { ...outcomeOf(row, await page.evaluate('session.actions()') as Action[]), troubles }
  } finally {
    await page.close()
  }
}

function watch(page: Page, origin: string): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => { if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin) troubles.push(request.url()) })
  return troubles
}

const unTimed = (reason: string) => reason.replace(/\b\d+:\d\d\b/g, '{time}')

/** What the service would make of this evidence. */
export function outcomeOf({ scenario: id, seed }: Pick<Row, 'scenario' | 'seed'>, actions: Action[]): Omit<Outcome, 'troubles'> {
  const json: unknown = JSON.parse(readFileSync(new URL(`../../resources/scenarios/${id}/scenario.json`, import.meta.url), 'utf8'))
  const scenario = readScenario(json)
  const trace = replay(scenario, { scenario: { id, digest: digestOfScenario(json) }, seed, mode: 'assessed', actions })
  const results = assess(scenario.rubric, trace)
  return {
    done: actions.map(bare), results, over: trace.over ?? null, seconds: (actions.at(-1)?.at ?? 0) / 1000,
    judged: results.criteria.map(({ id: criterion, result, reason }) => ({ id: criterion, result, reason: unTimed(reason.fr) })),
  }
}
