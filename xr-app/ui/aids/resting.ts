// SPDX-License-Identifier: EUPL-1.2
import { settings } from '../settings/store.ts'
import { aimedAt, pointerIsAway } from './aimed.ts'
import { createDwell, type Dwelling } from './dwell.ts'

const ACTIVE = 'a[href], button, summary, label, select, input, textarea, canvas, [role="radio"], [role="option"]'
/** After acting, nothing is aimed at until the pointer has moved this far (pixels): what comes up under it is not meant. */
const STILL_THERE = 16
const names = new WeakMap<Element, string>()
let named = 0

/** A name for whatever would be acted on where the pointer is; null where nothing would. */
function nameOf(element: Element | null): string | null {
  if (!element || element.matches(':disabled, [aria-disabled="true"]')) return null
  if (element instanceof HTMLCanvasElement) {
    const thing = aimedAt()
    return thing === null ? null : `canvas ${thing}`
  }
  const known = names.get(element) ?? `element ${named++}`
  names.set(element, known)
  return known
}

/** A list takes its next choice: what a click alone would open belongs to the browser, and needs another click. */
function nextChoice(list: HTMLSelectElement): void {
  list.selectedIndex = (list.selectedIndex + 1) % list.options.length
  list.dispatchEvent(new Event('change', { bubbles: true }))
}

function act(element: Element, { clientX, clientY, pointerId }: PointerEvent): void {
  if (element instanceof HTMLSelectElement) return nextChoice(element)
  if (element instanceof HTMLCanvasElement) {
    for (const [type, buttons] of [['pointerdown', 1], ['pointerup', 0]] as const)
      element.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerId, pointerType: 'mouse', isPrimary: true, button: 0, buttons, bubbles: true }))
    return
  }
  if (element instanceof HTMLInputElement && element.type === 'text') return element.focus()
  if (element instanceof HTMLElement) element.click()
}

/** Acts where the pointer rests, for whoever points but does not press. `show` draws how long it has been; answers how to stop. */
export function actByResting(show: (dwelling: Dwelling, x: number, y: number) => void): () => void {
  const dwell = createDwell()
  let last: PointerEvent | null = null
  let acted: PointerEvent | null = null
  const stays = () => acted && last && Math.hypot(last.clientX - acted.clientX, last.clientY - acted.clientY) < STILL_THERE
  const move = (event: PointerEvent) => { if (event.isTrusted && event.pointerType !== 'touch') last = event }
  let next = 0
  // Frame by frame: the ring fills evenly, and nothing is timed while nothing is shown.
  const look = () => {
    next = requestAnimationFrame(look)
    if (!stays()) acted = null
    const element = last && !acted && !pointerIsAway() ? document.elementFromPoint(last.clientX, last.clientY)?.closest(ACTIVE) ?? null : null
    const dwelling = dwell(performance.now(), nameOf(element), settings().dwellMs)
    if (last) show(dwelling, last.clientX, last.clientY)
    if (!dwelling.done || !element || !last) return
    acted = last
    act(element, last)
  }
  // Whoever did press has acted, there.
  const down = (event: PointerEvent) => {
    move(event)
    if (event.isTrusted) acted = last
  }
  window.addEventListener('pointermove', move, true)
  window.addEventListener('pointerdown', down, true)
  next = requestAnimationFrame(look)
  return () => {
    window.removeEventListener('pointermove', move, true)
    window.removeEventListener('pointerdown', down, true)
    cancelAnimationFrame(next)
  }
}
