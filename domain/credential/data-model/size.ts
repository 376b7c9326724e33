// SPDX-License-Identifier: EUPL-1.2
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'

// Canonicalising takes about two milliseconds an object, four times that quad by quad: anybody may ask for it.
const MOST_OBJECTS = 500
const DEEPEST = 40

/** A document is small enough to be worked on for whoever asks. Walked without recursion: it may be deeper than a stack. */
export function sizeFaults(document: unknown): Fault[] {
  let objects = 0
  const rest: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    objects += Array.isArray(value) ? 0 : 1
    if (objects > MOST_OBJECTS || depth > DEEPEST) return unless(false, 'size', '')
    for (const member of Object.values(value)) rest.push({ value: member, depth: depth + 1 })
  }
  return []
}
