// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { each, under } from './values.ts'

const NAMED = ['name', 'description']
const MEMBERS = new Set(['@value', '@language', '@direction'])
// BCP 47, loosely: what JSON-LD too calls well-formed.
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/

/** Names and descriptions, on the document and on its issuer, are plain or language texts (VC Data Model 2.0 §4.6, §11.1). */
export function wordFaults(holder: unknown, at = ''): Fault[] {
  if (!isJsonObject(holder)) return []
  return NAMED.flatMap((name) => each(holder[name], under(at, name)))
    .flatMap(({ value, at: place }) => unless(isText(value), 'language-value', place))
}

/** Wherever a value object stands in the document, it holds nothing but its text, language and direction. */
export function valueObjectFaults(value: unknown, at = ''): Fault[] {
  if (Array.isArray(value)) return value.flatMap((item, n) => valueObjectFaults(item, under(at, n)))
  if (!isJsonObject(value)) return []
  if (Object.hasOwn(value, '@value')) return unless(isTyped(value) || isText(value), 'language-value', at)
  return Object.entries(value).flatMap(([name, member]) => (name === '@context' ? [] : valueObjectFaults(member, under(at, name))))
}

// JSON-LD's other value object: a literal and its datatype.
const isTyped = (value: Record<string, unknown>) =>
  typeof value['@type'] === 'string' && Object.keys(value).every((name) => name === '@value' || name === '@type')

function isText(value: unknown): boolean {
  if (typeof value === 'string') return true
  if (!isJsonObject(value) || typeof value['@value'] !== 'string') return false
  const { '@language': language, '@direction': direction } = value
  return Object.keys(value).every((name) => MEMBERS.has(name))
    && (language === undefined || (typeof language === 'string' && LANGUAGE.test(language)))
    && (direction === undefined || direction === 'ltr' || direction === 'rtl')
}
