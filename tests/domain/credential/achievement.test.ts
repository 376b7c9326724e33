// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexToBytes } from '@noble/hashes/utils.js'
import { canonicalQuads, kindOf, toCredential, toDigestMultibase } from '#domain/credential/index.ts'
import type { AchievementRecord } from '#domain/credential/index.ts'
import { fromBase64Url } from '#domain/credential/multibase.ts'
import { contexts } from '#resources/contexts/index.ts'
import { recordOf } from './records.ts'

const record = recordOf()

describe('a credential', () => {
  const credential = toCredential(record)

  it('is a VC Data Model 2.0 credential and an Open Badges 3.0 achievement', () => {
    expect(credential['@context']).toEqual(['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'])
    expect(credential.type).toEqual(['VerifiableCredential', 'AchievementCredential'])
    expect(kindOf(credential)).toBe(1)
  })

  it('says the competences by their codes, and each result', () => {
    const subject = credential.credentialSubject as { achievement: { alignment: { targetCode: string }[] }; result: { resultDescription: string; value: string }[] }
    expect(subject.achievement.alignment.map(({ targetCode }) => targetCode)).toEqual(['C1', 'C2', 'C5'])
    expect(subject.result.map(({ resultDescription, value }) => `${resultDescription.split('#')[1]} ${value}`))
      .toEqual(['C1 acquired', 'C2 acquired', 'C5 not-observed', 'assurance supervised'])
  })

  it('holds the digest of the recording, never what would help to cheat', () => {
    const [evidence] = credential.evidence as { digestMultibase: string }[]
    expect(fromBase64Url(evidence!.digestMultibase)).toEqual(Uint8Array.from([0x12, 0x20, ...hexToBytes('b'.repeat(64))]))
    expect(JSON.stringify(credential)).not.toMatch(/seed|variant|nonce|criteri(on|a")\s*:\s*\[/)
  })

  it('names its holder in one place only', () => {
    expect(JSON.stringify(credential).split(record.holder.displayName)).toHaveLength(2)
  })

  it('says in its own words that it is no legal authorisation', () => {
    expect(JSON.stringify(credential)).toContain('n’est pas une habilitation')
    expect(JSON.stringify(toCredential({ ...record, language: 'en' }))).toContain('not a legal authorisation')
  })

  it('loses no word when it is signed: every one has a meaning', async () => {
    const quads = await canonicalQuads(credential, contexts)
    for (const word of wordsIn(credential)) expect(quads).toContain(quoted(word))
  })

  it('can be written for any names people have', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }), async (name, school) => {
      fc.pre(name.trim() !== '' && school.trim() !== '' && (name + school).isWellFormed())
      const quads = await canonicalQuads(toCredential(recordOf({ holder: { displayName: name }, issuer: { ...record.issuer, name: school } })), contexts)
      return quads.includes(quoted(name)) && quads.includes(quoted(school))
    }), { numRuns: 40 })
  })
})

describe('a record that cannot become a credential is refused by name', () => {
  const refused: [string, Partial<AchievementRecord>][] = [
    ['id', { id: 'urn:uuid:1' }],
    ['validFrom', { validFrom: '2026-11-23' }],
    ['validUntil', { validUntil: 'never' }],
    ['issuer.did', { issuer: { did: 'https://x', name: 'x' } }],
    ['issuer.name', { issuer: { did: 'did:web:x', name: ' ' } }],
    ['holder.displayName', { holder: { displayName: '' } }],
    ['scenario.address', { scenario: { ...record.scenario, address: 'not an address' } }],
    ['framework.address', { framework: { ...record.framework, address: '' } }],
    ['competences', { competences: [] }],
    ['competences.code', { competences: [record.competences[0]!, record.competences[0]!] }],
    ['evidence.digest', { evidence: { ...record.evidence, digest: 'sha256:0' } }],
    ['status.list', { status: { list: 'x', index: 1 } }],
    ['status.index', { status: { ...record.status, index: -1 } }],
  ]
  for (const [member, changes] of refused) {
    it(member, () => {
      expect(() => toCredential(recordOf(changes))).toThrow(expect.objectContaining({ code: 'ERR_RECORD_INVALID', values: { member } }))
    })
  }
})

it('writes a digest as a multihash', () => {
  expect(toDigestMultibase(`sha256:${'00'.repeat(32)}`)).toBe(`u${Buffer.from([0x12, 0x20, ...new Uint8Array(32)]).toString('base64url')}`)
})

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).filter(([name]) => name !== '@context' && name !== 'type').flatMap(([, inner]) => wordsIn(inner))
}

// As N-Quads escape a literal (RDFC-1.0 canonical form); an address stands as it is.
function quoted(word: string): string {
  const escapes: Record<string, string> = { '\t': '\\t', '\b': '\\b', '\n': '\\n', '\r': '\\r', '\f': '\\f', '"': '\\"', '\\': '\\\\' }
  return word.replaceAll(/[\t\b\n\r\f"\\]/g, letter => escapes[letter] ?? letter)
    .replaceAll(/[\u0000-\u0007\u000b\u000e-\u001f\u007f]/g, letter => `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
}
