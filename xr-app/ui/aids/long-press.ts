// SPDX-License-Identifier: EUPL-1.2
/** How long a press is held before it counts, for whoever asked that brief contacts do nothing. */
export const HELD_MS = 600

/** Lets clicks of a pointer through only when it was held; the keyboard is not concerned. Answers how to stop. */
export function heldClicksOnly(): () => void {
  let since = Number.POSITIVE_INFINITY
  const down = (event: PointerEvent) => { if (event.isTrusted) since = performance.now() }
  const click = (event: MouseEvent) => {
    if (!event.isTrusted || event.detail === 0 || performance.now() - since >= HELD_MS) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('pointerdown', down, true)
  window.addEventListener('click', click, true)
  return () => {
    window.removeEventListener('pointerdown', down, true)
    window.removeEventListener('click', click, true)
  }
}
