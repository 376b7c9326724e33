// SPDX-License-Identifier: EUPL-1.2
import type { Piece, World } from '../workshop/pieces.ts'
import type { Match, OneOf, StateTest, StateValue } from './condition.ts'
import type { Facts, TraceMoment } from './trace.ts'

/** The words a `$name` or a list stands for, in the facts at hand. */
export function wordsOf(word: OneOf, facts: Facts): readonly string[] {
  if (typeof word !== 'string') return word.flatMap((one) => wordsOf(one, facts))
  if (!word.startsWith('$')) return [word]
  const [name = '', ...part] = word.slice(1).split('.')
  const fact = facts[name]
  const words = fact === undefined ? [] : typeof fact === 'string' ? [fact] : fact
  return part.length > 0 ? words.map((one) => [one, ...part].join('.')) : words
}

const among = (word: OneOf | undefined, value: string | undefined, facts: Facts) =>
  word === undefined || (value !== undefined && wordsOf(word, facts).includes(value))

/** Whether a moment of the trace is the one described. */
export function matches(match: Match, { action, events, before, world }: TraceMoment, facts: Facts): boolean {
  return among(match.name, action.name, facts)
    && among(match.target, action.target, facts)
    && among(match.with, action.with, facts)
    && among(match.value, action.value, facts)
    && (!match.between || isBetween(match.between, action.target, action.second, facts))
    && (!(match.event ?? match.values ?? match.eventTarget) || events.some((event) =>
      among(match.event, event.name, facts) && among(match.eventTarget, event.target, facts)
      && Object.entries(match.values ?? {}).every(([key, value]) => event.values?.[key] === value)))
    && holdsState(match.when ?? [], before, facts)
    && holdsState(match.then ?? [], world, facts)
}

function isBetween([a, b]: [string, string], target: string, second: string | undefined, facts: Facts): boolean {
  const [one, other] = [wordsOf(a, facts), wordsOf(b, facts)]
  return second !== undefined && ((one.includes(target) && other.includes(second)) || (one.includes(second) && other.includes(target)))
}

/** Whether every piece named is as described; a list is, when one of its items is. */
export function holdsState(tests: readonly StateTest[], world: World, facts: Facts): boolean {
  return tests.every(({ of, is }) => {
    const ids = wordsOf(of, facts)
    return ids.length > 0 && ids.every((id) => Object.entries(is).every(([path, wanted]) => {
      const value = valueAt(world[id], path)
      const values: readonly unknown[] = Array.isArray(value) ? value : [value]
      return (Array.isArray(wanted) ? wanted : [wanted]).some((one) => values.some((each) => same(each, one, facts)))
    }))
  })
}

const same = (value: unknown, wanted: StateValue, facts: Facts): boolean =>
  (typeof wanted === 'string' ? wordsOf(wanted, facts).includes(String(value)) : value === wanted)

/** A value of a piece by its path; the length of a list by `length`. */
function valueAt(piece: Piece | undefined, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) =>
    (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), piece)
}
