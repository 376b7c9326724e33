// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** The checker itself, to be evaluated in a page. */
export const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Colours on their way from one theme to the next are nobody's colours: waits until what moves towards an end got there. */
const atRest = (page: Page): Promise<unknown> => page.evaluate(() => Promise.all(document.getAnimations()
  .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime))).map((one) => one.finished.catch(() => undefined))))

/** What an accessibility checker finds on the page once its colours stand; empty is what a test expects. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  await atRest(page)
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ').slice(0, 300)}`)
}

/** By how many pixels the page is wider than the screen; more than 0 makes people scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
