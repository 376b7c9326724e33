// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicaliser } from '#domain/credential/canonicaliser.ts'
import { canonicalQuads, proofOptions, toCredential } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { keyOf, recordOf } from './records.ts'

/** Texts as schools have them, and as nobody should: accents, apostrophes, right to left, quotes, controls, long ones. */
const anyText = fc.oneof(
  fc.constantFrom('Zoé d’Été-L’Hôpital', "Ó'Brien", 'ליאור', 'محمد', '"', '\\', 'a\nb', '\t', '', ' ', 'did:web:x', 'urn:x:y', 'slot', '_:c14n0', '<urn:x>', '東京'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => text.isWellFormed()),
  fc.nat(4000).map((length) => 'é'.repeat(length + 1)),
)
const hex = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 }).map((digits) => digits.join(''))
const result = fc.constantFrom('acquired' as const, 'not-acquired' as const, 'not-observed' as const)

/** Credentials whose texts are anything at all, the empty one included: what a record would refuse, a document may hold. */
const anyCredential: fc.Arbitrary<JsonObject> = fc.record({
  id: fc.uuid().map((uuid) => `urn:uuid:${uuid}`), texts: fc.tuple(anyText, anyText), evidence: hex,
  results: fc.tuple(result, result, result), position: fc.nat(131_071), at: fc.integer({ min: 1_577_836_800, max: 4_102_444_800 }),
}).map(({ id, texts, evidence, results, position, at }) => {
  const plain = recordOf()
  const credential = toCredential({
    ...plain, id, validFrom: new Date(at * 1000).toISOString().replace('.000', ''), holder: { displayName: 'HOLDER' },
    issuer: { ...plain.issuer, name: 'SCHOOL' }, evidence: { ...plain.evidence, digest: `sha256:${evidence}` },
    competences: plain.competences.map((one, i) => ({ ...one, result: results[i]! })), status: { ...plain.status, index: position },
  })
  const written: Record<string, string> = { HOLDER: texts[0], SCHOOL: texts[1] }
  return JSON.parse(JSON.stringify(credential), (_, value: unknown) => (typeof value === 'string' ? written[value] ?? value : value)) as JsonObject
})

describe('documents of one shape, canonicalised together', () => {
  it('come out byte for byte as the ordinary library writes them, whatever their texts', async () => {
    const { canonicalise, counts } = canonicaliser(contexts, { proveEvery: Number.MAX_SAFE_INTEGER })
    await fc.assert(fc.asyncProperty(anyCredential, async (credential) => {
      expect(await canonicalise(credential)).toBe(await canonicalQuads(credential, contexts))
    }), { numRuns: 300 })
    expect(counts().filled).toBeGreaterThan(200)
  }, 120_000)

  it('tell the proof options of one key apart by their date', async () => {
    const { canonicalise, counts } = canonicaliser(contexts)
    const context = toCredential(recordOf())['@context']
    for (let second = 10; second < 40; second++) {
      const options: JsonObject = { '@context': context, ...proofOptions(keyOf(1).verificationMethod, `2026-11-23T18:00:${second}Z`) }
      expect(await canonicalise(options)).toBe(await canonicalQuads(options, contexts))
    }
    expect(counts()).toEqual({ filled: 30, ordinary: 0, shapes: 1 })
  })

  it('go the ordinary way when two of their nodes look the same', async () => {
    const { canonicalise, counts } = canonicaliser(contexts)
    const alike = (name: string): JsonObject => ({ ...toCredential(recordOf({ holder: { displayName: name } })),
      evidence: [{ type: ['Evidence'], name: 'a' }, { type: ['Evidence'], name: 'a' }] })
    for (const name of ['Inès', 'Yanis']) expect(await canonicalise(alike(name))).toBe(await canonicalQuads(alike(name), contexts))
    expect(counts().ordinary).toBe(2)
  })

  it('go the ordinary way, or are refused as it refuses, when a text stands for an address or a term', async () => {
    const { canonicalise } = canonicaliser(contexts)
    await canonicalise(toCredential(recordOf()))
    const twisted: JsonObject[] = [
      { ...toCredential(recordOf()), id: 'not an address' }, { ...toCredential(recordOf()), id: '_:b0' },
      { ...toCredential(recordOf()), mention: 'Très bien' }, { ...toCredential(recordOf()), name: 17 },
      { ...toCredential(recordOf()), id: recordOf().issuer.did }, { ...toCredential(recordOf()), name: '@type' },
    ]
    for (const document of twisted) {
      const ordinary = await canonicalQuads(document, contexts).catch(() => 'refused')
      expect(await canonicalise(document).catch(() => 'refused')).toBe(ordinary)
    }
  })
})
