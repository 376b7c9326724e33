// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { digestOf } from '#domain/canonical.ts'
import { isSuite } from '#domain/credential/data-integrity/index.ts'
import { publishedDigests } from '#domain/credential/data-model/published-digests.ts'
import { credentialFaults, dataModelRules, envelopeFaults, meaningFaults, momentOf, pointerFaults, presentationFaults } from '#domain/credential/data-model/index.ts'
import { outsideContextPins } from '#domain/credential/outside-contexts.ts'
import { contexts } from '#resources/contexts/index.ts'
import { knownContexts } from '#resources/contexts/outside/index.ts'
import { bad, credential, EXAMPLES, good, meaningless, V2, without } from './documents.ts'

const known = { isContext: (address: string) => Object.hasOwn(knownContexts, address), isSuite }
const rulesOf = (faults: { rule: string }[]) => faults.map(({ rule }) => rule)

describe('a credential that follows the data model', () => {
  it.each(Object.entries(good))('is found right: %s', async (_, document) => {
    expect(credentialFaults(document, known, false)).toEqual([])
    expect(await meaningFaults(document, knownContexts)).toEqual([])
  })
})

describe('a credential that breaks a rule', () => {
  it.each(bad)('is found out: %s', (_, document, rule) => {
    expect(rulesOf(credentialFaults(document, known, false))).toContain(rule)
  })

  it.each(Object.entries(meaningless))('is found out by JSON-LD: %s', async (_, document) => {
    expect(rulesOf(await meaningFaults(document, knownContexts))).toEqual(['json-ld'])
  })

  it('is told where, and nothing of what is written there', () => {
    const faults = credentialFaults(credential({ evidence: [{ type: 'https://example.org/#E' }, { id: 'Inès Moreau' }] }), known, false)
    expect(faults).toEqual([{ rule: 'extension-type', at: '/evidence/1/type' }, { rule: 'id-url', at: '/evidence/1/id' }])
  })
})

describe('a document made to cost', () => {
  const nested = (levels: number) => { let value: object = { name: 'a' }; for (let n = 0; n < levels; n++) value = { 'https://example.org/in': value }; return value }

  it.each([
    ['thousands of subjects', credential({ credentialSubject: Array.from({ length: 600 }, (_, n) => ({ name: `n${n}` })) })],
    ['a subject a hundred deep', credential({ credentialSubject: nested(100) })],
    ['a subject deeper than any stack', credential({ credentialSubject: nested(50_000) })],
  ])('is refused before it is worked on: %s', (_, document) => {
    expect(credentialFaults(document, known, false)).toEqual([{ rule: 'size', at: '' }])
    expect(presentationFaults({ ...document, type: ['VerifiablePresentation'] }, known, false)).toEqual([{ rule: 'size', at: '' }])
  })

  it('leaves room for what is really presented', () => {
    const document = credential({ credentialSubject: Array.from({ length: 100 }, (_, n) => ({ name: `n${n}`, 'https://example.org/in': nested(2) })) })
    expect(credentialFaults(document, known, false)).toEqual([])
  })
})

const proof = {
  type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', verificationMethod: 'did:key:z6Mk#z6Mk', proofPurpose: 'assertionMethod', proofValue: 'z6Mk',
}

describe('a proof', () => {
  const found = (value: unknown) => rulesOf(credentialFaults(credential({ proof: value }), known, true))

  it('is asked for of what is signed, and not of what is to be', () => {
    expect(rulesOf(credentialFaults(credential(), known, true))).toEqual(['proof-missing'])
    expect(found(proof)).toEqual([])
    expect(found([proof, { ...proof, created: '2023-02-25T19:16:31' }])).toEqual([])
  })

  it('is one of ten at most, since each has the whole document read again', () => {
    expect(found(Array.from({ length: 10 }, () => proof))).toEqual([])
    expect(found(Array.from({ length: 11 }, () => proof))).toEqual(['size'])
  })

  it.each([
    ['null', null, 'proof-object'], ['a text', 'proof', 'proof-object'], ['an empty list', [], 'proof-missing'],
    ['one without type', without(proof, 'type'), 'proof-type'],
    ['one of another type', { ...proof, type: 'UnknownProofType' }, 'proof-type'],
    ['one without cryptosuite', without(proof, 'cryptosuite'), 'proof-suite'],
    ['one of an unknown suite', { ...proof, cryptosuite: 'unknown-cryptosuite-2017' }, 'proof-suite'],
    ['one whose suite is named like a method of objects', { ...proof, cryptosuite: 'constructor' }, 'proof-suite'],
    ['one without verificationMethod', without(proof, 'verificationMethod'), 'proof-method'],
    ['one whose verificationMethod is no address', { ...proof, verificationMethod: 'key-1' }, 'proof-method'],
    ['one without proofPurpose', without(proof, 'proofPurpose'), 'proof-purpose'],
    ['one without proofValue', without(proof, 'proofValue'), 'proof-value'],
    ['one whose proofValue is null', { ...proof, proofValue: null }, 'proof-value'],
    ['one whose proofValue has no multibase header', { ...proof, proofValue: '6Mk' }, 'proof-value'],
    ['one created at no date', { ...proof, created: 'invalidDate' }, 'proof-date'],
    ['one that expires at no date', { ...proof, expires: 'soon' }, 'proof-date'],
    ['one whose id is no address', { ...proof, id: 'one' }, 'id-url'],
    ['one for a domain that is a number', { ...proof, domain: 4 }, 'proof-word'],
    ['one for a challenge that is a list', { ...proof, challenge: ['a'] }, 'proof-word'],
    ['one whose nonce is a number', { ...proof, nonce: 4 }, 'proof-word'],
    ['one that follows a proof that is not there', { ...proof, previousProof: 'urn:uuid:absent' }, 'proof-previous'],
    ['one that follows a number', { ...proof, previousProof: 4 }, 'proof-previous'],
    ['one that follows itself', { ...proof, id: 'urn:uuid:1', previousProof: 'urn:uuid:1' }, 'proof-previous'],
  ])('is refused: %s', (_, value, rule) => { expect(found(value)).toContain(rule) })
})

describe('a presentation', () => {
  const presentation = (change = {}) => ({ '@context': [V2], type: ['VerifiablePresentation'], ...change })
  const found = (change: object, signed = false) => rulesOf(presentationFaults(presentation(change), known, signed))
  const holder = 'did:example:lycee'

  it.each([
    ['with nothing in it', {}], ['with an empty list', { verifiableCredential: [] }], ['with an id', { id: 'urn:uuid:1' }],
    ['with a holder', { holder }], ['with a holder that is an object', { holder: { id: holder } }],
    ['with a credential', { verifiableCredential: credential({ proof }) }],
    ['with an envelope', { verifiableCredential: [{ '@context': V2, 'type': 'EnvelopedVerifiableCredential', 'id': 'data:application/vc+jwt,eyJ' }] }],
  ])('is found right %s', (_, change) => { expect(found(change)).toEqual([]) })

  it('may hold the holder’s own word without a proof, when it has one itself', () => {
    const change = { holder, verifiableCredential: [credential()] }
    expect(found({ ...change, proof }, true)).toEqual([])
    expect(found(change)).toContain('presented-unsecured')
    expect(found({ ...change, proof, holder: undefined }, true)).toContain('presented-unsecured')
    expect(found({ ...change, proof, holder: 'did:example:acme' }, true)).toContain('presented-unsecured')
  })

  it.each([
    ['without context', { '@context': undefined }, 'context-first'], ['with contexts in the wrong order', { '@context': [EXAMPLES, V2] }, 'context-first'],
    ['without type', { type: undefined }, 'type-value'], ['that does not say it is one', { type: ['https://example.org/#P'] }, 'type-required'],
    ['whose id is no address', { id: 'one' }, 'id-url'], ['whose holder has no id', { holder: { name: 'Inès' } }, 'holder'],
    ['whose holder is null', { holder: null }, 'holder'],
    ['with a credential as a text', { verifiableCredential: ['eyJ'] }, 'presented-object'],
    ['with a credential without type', { verifiableCredential: [without(credential({ proof }), 'type')] }, 'type-value'],
    ['with an envelope without data', { verifiableCredential: [{ '@context': V2, 'type': 'EnvelopedVerifiableCredential', 'id': 'eyJ' }] }, 'envelope'],
  ])('is found out %s', (_, change, rule) => { expect(found(change)).toContain(rule) })

  it('is told which of its credentials is at fault, and where', () => {
    const change = { verifiableCredential: [credential({ proof }), credential({ proof, validFrom: 'hier' })] }
    expect(presentationFaults(presentation(change), known, false)).toEqual([{ rule: 'date-time', at: '/verifiableCredential/1/validFrom' }])
  })
})

describe('an envelope', () => {
  const envelope = { '@context': V2, 'type': 'EnvelopedVerifiableCredential', 'id': 'data:application/vc+jwt,eyJ' }
  it('has the context of the model, one type and a data: id', () => {
    const kind = 'EnvelopedVerifiableCredential'
    expect(envelopeFaults(envelope, kind)).toEqual([])
    for (const change of [{ '@context': [] }, { '@context': EXAMPLES }, { type: ['VerifiableCredential', kind] }, { id: 'eyJ' }, { id: undefined }]) {
      expect(rulesOf(envelopeFaults({ ...envelope, ...change }, kind)), JSON.stringify(change)).toEqual(['envelope'])
    }
  })
})

describe('the helpers of the rules', () => {
  it('read a date without offset as UTC', () => {
    expect(momentOf('2023-02-25T19:16:31')).toBe(Date.UTC(2023, 1, 25, 19, 16, 31))
    expect(momentOf('2023-02-25T19:16:31-06:00')).toBe(Date.UTC(2023, 1, 26, 1, 16, 31))
  })

  it('tell pointers that name something from others', () => {
    const document = { a: [{ 'b/c': 1 }], '~': null }
    expect(pointerFaults(document, ['', '/a', '/a/0/b~1c', '/~0'])).toEqual([])
    expect(pointerFaults(document, ['a', '/a/1', '/a/00', '/b', '/a/length', '/toString'])).toHaveLength(6)
  })

  it('say each rule in both languages', () => {
    for (const { says, section } of Object.values(dataModelRules)) {
      expect(says.fr).not.toBe(says.en)
      expect(section).toMatch(/§|–/)
    }
  })
})

describe('the contexts of others', () => {
  it('are exactly the pinned ones', () => {
    const outside = Object.entries(knownContexts).filter(([address]) => !Object.hasOwn(contexts, address))
    expect(Object.fromEntries(outside.map(([address, context]) => [address, digestOf(context)]))).toEqual(outsideContextPins)
  })

  it('have the digests that related resources are compared with', () => {
    const files = { [V2]: 'credentials-v2', [EXAMPLES]: 'outside/examples-v2', 'https://www.w3.org/2018/credentials/v1': 'outside/credentials-v1' }
    for (const [address, file] of Object.entries(files)) {
      const bytes = readFileSync(new URL(`../../../../resources/contexts/${file}.json`, import.meta.url))
      for (const hash of ['sha256', 'sha384'] as const) expect(publishedDigests[address]?.[hash]).toContain(createHash(hash).update(bytes).digest('hex'))
    }
  })

  it('are the texts that outside verifiers load', () => {
    const modules = new URL('../../../../node_modules/@digitalbazaar/', import.meta.url)
    const packaged = {
      'credentials-v1': 'credentials-context/contexts/v1', 'undefined-terms-v2': 'credentials-context/contexts/undefined-terms-v2',
      'data-integrity-v2': 'data-integrity-context/contexts/data-integrity-v2', 'bitstring-status-list-v1': 'vc-bitstring-status-list-context/contexts/vc-bitstring-status-list-v1',
    }
    for (const [ours, theirs] of Object.entries(packaged)) {
      const file = readFileSync(new URL(`../../../../resources/contexts/outside/${ours}.json`, import.meta.url))
      expect(file.equals(readFileSync(new URL(`${theirs}.jsonld`, modules))), ours).toBe(true)
    }
  })
})
