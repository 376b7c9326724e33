// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { isSuite } from '#domain/credential/data-integrity/index.ts'
import { credentialFaults, presentationFaults } from '#domain/credential/data-model/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { credential, V2 } from './documents.ts'

const known = { isContext: () => true, isSuite }
const list = <Item>(length: number, item: (n: number) => Item) => Array.from({ length }, (_, n) => item(n))
const terms = (length: number): JsonObject => Object.fromEntries(list(length, (n) => [`t${n}`, `https://example.org/words#${n}`]))
const saying = (change: JsonObject) => credential({ credentialSubject: { id: 'did:example:ines', ...change } })
const withContext = (context: unknown) => credential({ '@context': [V2, context] })
const scoped = (length: number) => withContext({ p: { '@id': 'https://example.org/p', '@context': terms(length) } })

const tooLarge: Readonly<Record<string, JsonObject>> = {
  'one property with 6 000 texts': saying({ name: list(6_000, String) }),
  'one more item in a list than may be': saying({ name: list(501, String) }),
  '15 000 types': saying({ type: list(15_000, (n) => `urn:t:${n}`) }),
  '501 objects': saying({ name: list(480, () => ({})), other: list(20, () => ({})) }),
  'many lists, each short': saying(Object.fromEntries(list(12, (n) => [`p${n}`, list(450, String)]))),
  'many members': saying(Object.fromEntries(list(5_001, (n) => [`p${n}`, 'a']))),
  'a context of 300 terms': withContext(terms(300)),
  'a scoped context of 4 000 terms': scoped(4_000),
  'a scoped context of 33 terms': scoped(33),
  'a scoped context far inside': withContext({ a: { '@id': 'urn:a:b', '@context': [{ b: { '@id': 'urn:a:c', '@context': terms(33) } }] } }),
  'seventeen contexts': credential({ '@context': list(17, () => V2) }),
  'terms spread over the document': saying({ name: list(10, () => ({ '@context': terms(30) })) }),
  'a depth of 41': saying({ name: list(41, String).reduce<unknown>((inner) => [inner], 'a') }),
}

describe('a document that anybody may send', () => {
  it.each(Object.entries(tooLarge))('is refused before it is read, with %s', (_, document) => {
    expect(credentialFaults(document, known, false)).toEqual([{ rule: 'size', at: '' }])
    expect(presentationFaults({ '@context': [V2], 'type': 'VerifiablePresentation', 'verifiableCredential': [document] }, known, false)).toContainEqual({ rule: 'size', at: '' })
  })

  it('may be as large as any that is met', () => {
    for (const document of [saying({ name: list(500, String) }), saying({ name: list(400, () => ({ '@value': 'a' })) }), withContext(terms(200)), scoped(30)]) {
      expect(credentialFaults(document, known, false)).toEqual([])
    }
  })
})
