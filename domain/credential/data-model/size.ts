// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'

// JSON-LD takes about two milliseconds an object, and compares each value of a property with all the others: anybody may
// ask for it.
const MOST_OBJECTS = 500
const DEEPEST = 40
const MOST_IN_A_LIST = 500
const MOST_VALUES = 5_000
// A context written in the document is read again wherever it applies.
const MOST_CONTEXTS = 16
const MOST_TERMS = 256
const MOST_SCOPED_TERMS = 32

type Place = { value: unknown; depth: number; inContext: 'no' | 'yes' | 'scoped' }
type Count = { objects: number; values: number; terms: number; scoped: number }

/** A document is small enough to be worked on for whoever asks. Walked without recursion: it may be deeper than a stack. */
export function sizeFaults(document: unknown): Fault[] {
  const count: Count = { objects: 0, values: 0, terms: 0, scoped: 0 }
  const rest: Place[] = [{ value: document, depth: 0, inContext: 'no' }]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    // A list's length is looked at before its items are.
    if (isTooLong(next) || next.depth > DEEPEST || !isWithin(add(count, next))) return unless(false, 'size', '')
    rest.push(...inside(next))
  }
  return []
}

const isTooLong = ({ value, inContext }: Place) => Array.isArray(value) && value.length > (inContext === 'no' ? MOST_IN_A_LIST : MOST_CONTEXTS)

const isWithin = ({ objects, values, terms, scoped }: Count) =>
  objects <= MOST_OBJECTS && values <= MOST_VALUES && terms <= MOST_TERMS && scoped <= MOST_SCOPED_TERMS

function add(count: Count, { value, inContext }: Place): Count {
  const members = Array.isArray(value) ? value.length : Object.keys(value as object).length
  count.values += members
  if (Array.isArray(value)) return count
  count.objects += 1
  if (inContext !== 'no') count.terms += members
  if (inContext === 'scoped') count.scoped += members
  return count
}

/** What is inside an object or a list; within a context, another context is one that applies to a term or a type only. */
function inside({ value, depth, inContext }: Place): Place[] {
  if (!isJsonObject(value)) return (value as unknown[]).map((item) => ({ value: item, depth: depth + 1, inContext }))
  return Object.entries(value).map(([name, member]) => {
    const within = name !== '@context' ? inContext : inContext === 'no' ? 'yes' : 'scoped'
    return { value: member, depth: depth + 1, inContext: within }
  })
}
