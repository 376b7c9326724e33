// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from './json.ts'

/** The texts of a document that may change from one record to the next, and everything else of it, as one key. */
export type Leaves = {
  /** Same key, same shape: the structure, what stays as it is, and which texts are equal to which. */
  key: string
  /** Each different text once, in the order met. */
  values: string[]
}

/** An address: what JSON-LD would take as it is, and N-Quads would write as it is. */
const ADDRESS = /^(?:https?|did|urn|data|mailto):[^\s<>"{}|\\^`\u0000-\u0020\u007F]+$/

/** The scheme of an address (`did`), or none for any other text. */
export const schemeOf = (value: string): string => (ADDRESS.test(value) ? value.slice(0, value.indexOf(':') + 1) : '')

/** What JSON-LD reads as words of a vocabulary, never as values. */
const WORDS: ReadonlySet<string> = new Set(['@context', 'type', '@type'])

/**
 * Takes a document apart. `kept` names the members whose text is part of the shape (values of a vocabulary, such as
 * `proofPurpose`); a text that JSON-LD could read as a keyword is kept too.
 */
export function leavesOf(document: JsonObject, kept: ReadonlySet<string>): Leaves {
  const values: string[] = []
  const seen = new Map<string, number>()
  const slot = (value: string) => {
    const known = seen.get(value)
    if (known !== undefined) return known
    seen.set(value, values.length)
    return values.push(value) - 1
  }
  let key = ''
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string' && !WORDS.has(name) && !kept.has(name) && value[0] !== '@') {
      key += `${schemeOf(value)}#${slot(value)},`
    } else if (Array.isArray(value)) {
      key += '['
      for (const item of value) walk(item, name)
      key += ']'
    } else if (typeof value === 'object' && value !== null && name !== '@context') {
      key += '{'
      for (const member of Object.keys(value)) {
        key += `${JSON.stringify(member)}:`
        walk((value as JsonObject)[member], member)
      }
      key += '}'
    } else key += `${JSON.stringify(value)},`
  }
  walk(document, '')
  return { key, values }
}

/** The same document with other texts in the places of its own. */
export function withLeaves(document: JsonObject, kept: ReadonlySet<string>, replace: (value: string) => string): JsonObject {
  const walk = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return WORDS.has(name) || kept.has(name) || value[0] === '@' ? value : replace(value)
    if (Array.isArray(value)) return value.map((item) => walk(item, name))
    if (typeof value !== 'object' || value === null || name === '@context') return value
    return Object.fromEntries(Object.entries(value).map(([member, one]) => [member, walk(one, member)]))
  }
  return walk(document, '') as JsonObject
}
