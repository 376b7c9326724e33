// SPDX-License-Identifier: EUPL-1.2

/** Numbers that three.js hands on, as they are, each time something is drawn. */
const handedOn = ['opacity', 'roughness', 'metalness', 'envMapIntensity', 'toneMappingExposure'] as const
type Numbers = Partial<Record<(typeof handedOn)[number], unknown>>

const known = new WeakSet<object>()

/**
 * A browser keeps a field that has only ever held fractions as bare digits, and makes a new object of them each time they
 * are handed on. A field that has held anything else keeps one object. This is so for all of a kind at once: for one of
 * each kind, each of these fields is emptied and filled again.
 */
export function spareNumbers(one: object): void {
  if (known.has(one.constructor)) return
  known.add(one.constructor)
  const numbers = one as Numbers
  for (const name of handedOn) {
    const value = numbers[name]
    if (typeof value !== 'number') continue
    numbers[name] = null
    numbers[name] = value
  }
}
