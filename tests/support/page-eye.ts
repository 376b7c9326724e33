// SPDX-License-Identifier: EUPL-1.2
// What an eye, a finger and a keyboard meet on a page, asked of the page itself: what is cut, what lies over what, in
// which language it speaks, and where Tab leads.
import type { Page } from 'playwright-core'

/** Everything wrong with how the page is laid out at this size: wider than the screen, cut, or one thing over another. */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(() => {
  const root = document.documentElement
  const open = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.body
  const name = (one: Element) => `<${one.tagName.toLowerCase()} ${one.className}> ${one.textContent?.trim().slice(0, 50)}`
  const hiddenOnPurpose = (one: Element) => one.closest('.visually-hidden, .skip, svg, [role=tooltip]') !== null
    || [one, one.parentElement, one.parentElement?.parentElement].some((el) => el && getComputedStyle(el).clipPath === 'inset(50%)')
  const scrolls = (value: string) => value === 'auto' || value === 'scroll'
  /** The part of the page that a thing scrolls in, or that stays in place over the page. */
  const layerOf = (one: Element | null): Element => {
    for (let at = one; at && at !== root; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at)
      if (scrolls(overflowX) || scrolls(overflowY) || position === 'fixed' || position === 'sticky') return at
    }
    return root
  }
  const faults: string[] = []
  const wider = root.scrollWidth - root.clientWidth
  if (wider > 0) faults.push(`${wider} px wider than the screen`)

  type Word = { box: DOMRect; owner: Element; layer: Element }
  const words: Word[] = []
  const texts = document.createTreeWalker(open, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const owner = node.parentElement
    if (!owner || !node.textContent?.trim() || !owner.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || hiddenOnPurpose(owner)) continue
    // Shortened on purpose, with three dots, where the whole of it is said too.
    if (getComputedStyle(owner).textOverflow === 'ellipsis' && owner.closest('[title]')?.getAttribute('title')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const layer = layerOf(owner)
    // What a font reserves above and below its letters may touch; the letters may not.
    const tall = Number.parseFloat(getComputedStyle(owner).fontSize) * 0.72
    for (const { x, y, width, height } of range.getClientRects()) {
      if (width > 1 && height > 1) words.push({ box: new DOMRect(x, y + height / 2 - tall / 2, width, tall), owner, layer })
    }
  }
  const cutBy = ({ box, owner, layer }: Word) => {
    if (layer === root && (box.right > innerWidth + 1 || box.left < -1)) return true
    for (let at: Element | null = owner; at && at !== layer; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const edge = at.getBoundingClientRect()
      if ((overflowX === 'hidden' || overflowX === 'clip') && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) return true
      if ((overflowY === 'hidden' || overflowY === 'clip') && (box.bottom > edge.bottom + box.height / 2 || box.top < edge.top - box.height / 2)) return true
    }
    return false
  }
  const seen = new Set<Element>()
  for (const word of words) {
    if (!seen.has(word.owner) && cutBy(word)) {
      seen.add(word.owner)
      faults.push(`cut: ${name(word.owner)}`)
    }
  }
  // Lines of one paragraph touch; words of two owners in one layer must not lie over each other.
  const sorted = words.toSorted((a, b) => a.box.top - b.box.top)
  sorted.forEach((one, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j]!.box.top < one.box.bottom - 2; j++) {
      const other = sorted[j]!
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top
      const apart = one.layer !== other.layer || one.owner === other.owner || one.owner.contains(other.owner) || other.owner.contains(one.owner)
      if (!apart && across > 3 && down > 2) faults.push(`over each other: ${name(one.owner)} | ${name(other.owner)}`)
    }
  })
  return [...new Set(faults)]
})

/** What can be pressed and is smaller than 24 × 24 CSS pixels (WCAG 2.2, 2.5.8); a link in a sentence may be. */
export const smallTargets = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('a, button, summary, select, label, input, [role=radio]')]
    .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.closest('.skip, .visually-hidden, p')
      && getComputedStyle(one.parentElement ?? one).clipPath !== 'inset(50%)' && !(one instanceof HTMLInputElement && one.type === 'radio'))
    .map((one) => ({ box: one.getBoundingClientRect(), html: one.outerHTML.slice(0, 120) }))
    .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(({ box, html }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`))

const foreign = {
  fr: 'the|of|and|with|your|you|is|are|to|this|from|not',
  en: 'le|la|les|des|du|une|est|et|pour|dans|avec|sur|tu|ton|ta|tes|pas|cette|aux',
}

/** What the page says in another language than the one it is in, and what shows in place of words: keys, missing values. */
export const wrongWords = (page: Page, language: 'fr' | 'en'): Promise<string[]> => page.evaluate(([lang, other]) => {
  const said: string[] = []
  const whole = document.documentElement
  const inPageLanguage = (one: Element | null) => one?.closest('[lang]') === whole && !one.closest('noscript, script, style')
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) if (inPageLanguage(node.parentElement)) said.push(node.textContent ?? '')
  for (const one of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
    if (inPageLanguage(one)) for (const attribute of ['aria-label', 'alt', 'title', 'placeholder']) said.push(one.getAttribute(attribute) ?? '')
  }
  said.push(document.title)
  const faults = said.filter((text) => new RegExp(`(?<![\\p{L}’'-])(${other})(?![\\p{L}’'-])`, 'iu').test(text) || /\b[a-z]+\.[a-z]+\.[a-z]+\b|\{\{|undefined|NaN|\[object/.test(text))
  if (whole.lang !== lang) faults.push(`lang is ${whole.lang}`)
  return [...new Set(faults.map((text) => text.trim().slice(0, 120)))]
}, [language, foreign[language]] as const)

/** Where the focus was: its place in the page, whether it could be seen, and whether something of it showed. */
type Stop = { html: string; order: number; seen: boolean; free: boolean }
declare global {
  var compagnonStops: Stop[] | undefined
}

/**
 * Goes through the page with Tab alone and answers everything wrong: something one can click that Tab never reaches, an
 * order that is not the page's, a place where the focus cannot be seen or lies under something, and a trap.
 */
export async function tabFaults(page: Page): Promise<string[]> {
  let steps = await page.evaluate(beginWalk)
  // What scrolls by itself is a stop too: a few more than there are things to press.
  for (let round = 0; round < 4; round++) {
    for (let step = 0; step < steps; step++) await page.keyboard.press('Tab')
    if ((await page.evaluate(endWalk)).never.length === 0) break
    steps = 8
  }
  const { never, wrong } = await page.evaluate(endWalk)
  return [...never, ...wrong]
}

function beginWalk(): number {
  ;(document.activeElement as HTMLElement | null)?.blur()
  scrollTo(0, 0)
  const stops: Stop[] = []
  globalThis.compagnonStops = stops
  const everything = [...document.querySelectorAll('*')]
  const ringed = (one: Element | null) => {
    if (!one) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  }
  let walking = false
  document.addEventListener('keydown', () => { walking = true }, { capture: true, once: true })
  document.addEventListener('focusin', ({ target }) => {
    const one = target as HTMLElement
    if (!walking || one.getAttribute('tabindex') === '-1') return
    one.dataset['reached'] = 'yes'
    one.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const { left, right, top, bottom } = one.getBoundingClientRect()
    const [west, east, north, south] = [Math.max(left, 0), Math.min(right, innerWidth), Math.max(top, 0), Math.min(bottom, innerHeight)]
    // Hidden is what nothing can be seen of (WCAG 2.2, 2.4.11): looked at in its middle and towards its corners.
    const shows = ([across, down]: readonly [number, number]) => {
      const met = document.elementFromPoint(west + (east - west) * across, north + (south - north) * down)
      return met !== null && (one.contains(met) || met.contains(one) || (met.closest('label') !== null && met.closest('label') === one.closest('label')))
    }
    const free = ([[0.5, 0.5], [0.15, 0.2], [0.85, 0.2], [0.15, 0.8], [0.85, 0.8]] as const).some(shows)
    stops.push({ html: one.outerHTML.slice(0, 110), order: everything.indexOf(one), free, seen: ringed(one) || ringed(one.closest('label')) || ringed(one.parentElement) })
  })
  return document.querySelectorAll('a[href], button, input:not([type=radio]), input:checked, select, textarea, summary, [tabindex="0"]').length + 2
}

function endWalk(): { never: string[]; wrong: string[] } {
  const all = globalThis.compagnonStops ?? []
  const again = all.findIndex(({ order }, i) => all.findIndex((other) => other.order === order) < i)
  const stops = again < 0 ? all : all.slice(0, again)
  const within = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.body
  const pressed = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [role=radio], [role=button], [role=checkbox], [role=tab]'
  const wanted = [...within.querySelectorAll<HTMLElement>(pressed)].filter((one) => one.checkVisibility({ visibilityProperty: true })
    && !one.matches(':disabled, [data-disabled], [aria-hidden=true] *, [data-react-aria-prevent-focus]'))
  const group = (one: HTMLElement) => {
    if (one instanceof HTMLInputElement && one.type === 'radio') return [...within.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(({ name }) => name === one.name)
    return [one, ...one.querySelectorAll<HTMLElement>('*'), ...(one.closest('label')?.querySelectorAll<HTMLElement>('*') ?? [])]
  }
  const back = stops.filter((stop, i) => i > 0 && stop.order < stops[i - 1]!.order)
  return {
    never: wanted.filter((one) => !group(one).some(({ dataset }) => dataset['reached'])).map((one) => `never reached: ${one.outerHTML.slice(0, 110)}`),
    wrong: [...new Set([
      ...(back.length > 1 ? back.map(({ html }) => `out of order: ${html}`) : []),
      ...stops.filter(({ seen }) => !seen).map(({ html }) => `no visible focus: ${html}`),
      ...stops.filter(({ free }) => !free).map(({ html }) => `focused under something: ${html}`),
    ])],
  }
}
