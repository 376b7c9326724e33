// SPDX-License-Identifier: EUPL-1.2
import Value from 'typebox/value'
import { canonicalJson, digestOf } from '../canonical.ts'
import { isJsonObject } from '../credential/json.ts'
import type { JsonObject } from '../credential/json.ts'
import { Bundle } from './bundle.ts'
import type { BundleFault } from './reasons.ts'

export type Reading = { bundle: Bundle } | { fault: BundleFault }

/** Five megabytes: a bundle weighs about 40 kB. */
export const LARGEST_BUNDLE = 5 * 2 ** 20
const DEEPEST = 64
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads a holder's file. Never throws, whatever the file is: the fault is an answer. The text must be exactly the
 * canonical JSON (RFC 8785) of a bundle, so that no two files say the same thing; `integrity` is checked later, by name.
 */
export function readBundle(file: Uint8Array | string): Reading {
  if (file.length > LARGEST_BUNDLE) return { fault: 'file-too-large' }
  const text = typeof file === 'string' ? file : decode(file)
  if (text === null) return { fault: 'file-not-text' }
  if (depthOf(text) > DEEPEST) return { fault: 'file-too-deep' }
  const value = parse(text)
  if (!isJsonObject(value) || value.type !== 'CompagnonBundle') return { fault: 'file-not-a-bundle' }
  if (hasForbiddenKey(value) || !text.isWellFormed()) return { fault: 'file-not-a-bundle' }
  if (canonicalJson(value) !== text) return { fault: 'file-altered' }
  // No two files say the same thing: one with renewals is of version 2, and no other.
  const version = Object.hasOwn(value, 'renewals') ? 2 : 1
  if (value.version !== version) return { fault: isIntact(value) ? 'file-of-another-version' : 'file-altered' }
  return Value.Check(Bundle, value) ? { bundle: value as Bundle } : { fault: 'file-not-a-bundle' }
}

/** Whether a value read from this text is one that may be walked: no deeper than a bundle's member may be, no name that means something to JavaScript. */
export const isSafe = (value: JsonObject, text: string): boolean => depthOf(text) < DEEPEST && !hasForbiddenKey(value)

/** Whether `integrity` is the digest of everything else. */
export function isIntact(bundle: JsonObject): boolean {
  const { integrity, ...parts } = bundle
  return digestOf(parts) === integrity
}

// A byte-order mark is kept, so that it shows as a change.
function decode(file: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file)
  } catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// Counted before parsing, in one pass: what follows walks the value by recursion.
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i)
    if (quoted && mark === '\\') i++
    else if (mark === '"') quoted = !quoted
    else if (!quoted && (mark === '[' || mark === '{')) deepest = Math.max(deepest, ++depth)
    else if (!quoted && (mark === ']' || mark === '}')) depth--
  }
  return deepest
}

function hasForbiddenKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenKey)
  if (!isJsonObject(value)) return false
  return Object.keys(value).some(key => FORBIDDEN.has(key)) || Object.values(value).some(hasForbiddenKey)
}
