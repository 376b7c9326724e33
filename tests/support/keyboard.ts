// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core'
import type { Gesture } from '#domain/workshop/action.ts'

/** More steps than the longest page has places to stop at: then what was looked for is not there. */
const mostTabs = 400

const keyOf = ({ name, target, with: tool, second, value }: Gesture) =>
  [name, target, tool, second, value].map((part) => part ?? '').join('|')
const aboutOf = ({ target }: Gesture) => target.split('.')[0] ?? target

/** Plays gestures in the plain page with the keyboard alone: Tab, Shift+Tab, Enter, arrows. Nothing is clicked. */
export async function playByKeyboard(page: Page, gestures: readonly Gesture[]): Promise<void> {
  for (const gesture of gestures) await playOne(page, gesture)
}

/** Walks with Tab to what `selector` says, and stays there. Fails when a whole turn of the page does not meet it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).waitFor({ state: 'attached' })
  const { key, steps } = await wayTo(page, selector)
  for (let step = 0; step < steps; step++) await page.keyboard.press(key)
  for (let step = 0; step < mostTabs; step++) {
    if (await page.evaluate((sought) => document.activeElement?.matches(sought) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${selector}`)
}

/** Which way the thing lies from where the focus is, and about how far. */
const wayTo = (page: Page, selector: string) => page.evaluate((sought) => {
  const stops = [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')].filter((stop) => stop.checkVisibility())
  const goal = document.querySelector(sought)
  const from = document.activeElement
  if (!goal || !from || from === document.body) return { key: 'Tab', steps: 0 }
  const isBefore = (one: Element, other: Element) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)
  const back = isBefore(goal, from)
  const [first, last] = back ? [goal, from] : [from, goal]
  const between = stops.filter((stop) => isBefore(first, stop) && isBefore(stop, last)).length
  return { key: back ? 'Shift+Tab' : 'Tab', steps: goal === from ? 0 : between + 1 }
}, selector)

/** Tab to it, then Enter. */
export async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Enter')
}

async function playOne(page: Page, gesture: Gesture): Promise<void> {
  const place = `[data-holds~="${aboutOf(gesture)}"]`
  if (!(await page.locator(place).getAttribute('aria-current'))) await press(page, place)
  const button = `[data-gesture="${keyOf(gesture)}"]`
  if (!(await page.locator(button).count())) await choose(page, gesture)
  const already = await page.locator('[data-gestures]').getAttribute('data-gestures')
  await press(page, `${await page.locator(button).count() ? button : `[data-gesture="${keyOf(turned(gesture))}"]`}`)
  await page.locator(`[data-gestures]:not([data-gestures="${already}"])`).waitFor({ state: 'attached' })
}

/** Measuring from b to a is the same button as from a to b. */
const turned = (gesture: Gesture): Gesture => ({ ...gesture, target: gesture.second ?? gesture.target, second: gesture.target })

const fieldOf = ({ name, target }: Gesture) => (name === 'fill' ? target : `${name} ${target}`)

async function choose(page: Page, gesture: Gesture): Promise<void> {
  const key = [gesture.name, gesture.with ?? '', aboutOf(gesture)].join('|')
  if (gesture.value !== undefined) return pick(page, `[data-field="${fieldOf(gesture)}"]`, gesture.value)
  if (gesture.second === undefined) return pick(page, `[data-point="${key}"]`, gesture.target)
  await pick(page, `[data-first="${key}"]`, gesture.target)
  await pick(page, `[data-second="${key}"]`, gesture.second)
}

/** Chooses in a list with the arrow keys. */
async function pick(page: Page, list: string, value: string): Promise<void> {
  await tabTo(page, list)
  const { from, to } = await page.locator(list).evaluate((element, wanted) => {
    const { options, selectedIndex } = element as HTMLSelectElement
    return { from: selectedIndex, to: [...options].findIndex((option) => option.value === wanted) }
  }, value)
  if (to < 0) throw new Error(`${list} has no choice ${value}`)
  for (let step = 0; step < Math.abs(to - from); step++) await page.keyboard.press(to > from ? 'ArrowDown' : 'ArrowUp')
}
