// SPDX-License-Identifier: EUPL-1.2
// Documents that follow the data model, and documents that break one rule of it, each with its fault in its name.
import type { DataModelRule } from '#domain/credential/data-model/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'

export const V2 = 'https://www.w3.org/ns/credentials/v2'
export const V1 = 'https://www.w3.org/2018/credentials/v1'
export const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2'
const ISSUER = 'did:example:lycee'

/** A credential of version 2.0 with little in it, changed as told. */
export const credential = (change: JsonObject = {}): JsonObject => ({
  '@context': [V2], type: ['VerifiableCredential'], issuer: ISSUER, credentialSubject: { id: 'did:example:ines' }, ...change,
})
/** The same in version 1.1. */
export const credentialV1 = (change: JsonObject = {}): JsonObject => ({
  ...credential(), '@context': [V1], issuanceDate: '2026-06-01T08:00:00Z', ...change,
})
export const without = (document: JsonObject, name: string): JsonObject => {
  const { [name]: _, ...rest } = document
  return rest
}
const terms = (...names: string[]) => [V2, Object.fromEntries(names.map((name) => [name, `https://example.org/words#${name}`]))]
const digest = 'WZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ'
const sri = 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU'
const SUITE_RESOURCE = 'https://w3c.github.io/vc-data-model/related-resource.json'
const suiteDigest = 'ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356'
const related = (...resources: unknown[]) => credential({ relatedResource: resources })

export const good: Readonly<Record<string, JsonObject>> = {
  'a small credential': credential(),
  'a context of others': credential({ '@context': [V2, EXAMPLES] }),
  'a context that is an object': credential({ '@context': terms('Badge'), type: ['VerifiableCredential', 'Badge'] }),
  'types in another order': credential({ type: ['https://example.org/#Badge', 'VerifiableCredential'] }),
  'one type alone': credential({ type: 'VerifiableCredential' }),
  'an id that is a DID': credential({ id: 'did:example:credential' }),
  'an id that is a UUID': credential({ id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33' }),
  'an issuer that is an object': credential({ issuer: { id: ISSUER, name: 'Lycée' } }),
  'a name as text': credential({ name: 'Attestation' }),
  'a name in a language': credential({ name: { '@value': 'Attestation', '@language': 'fr' } }),
  'a name with its direction': credential({ name: { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' } }),
  'a name in three languages': credential({ name: [{ '@value': 'Chien', '@language': 'fr' }, { '@value': 'Dog', '@language': 'en' }, { '@value': 'Cane', '@language': 'it' }] }),
  'a description of the issuer': credential({ issuer: { id: ISSUER, description: { '@value': 'Un lycée', '@language': 'fr' } } }),
  'two subjects': credential({ credentialSubject: [{ id: 'did:example:ines' }, { id: 'did:example:paul' }] }),
  'a validity in milliseconds': credential({ validFrom: '2023-02-25T19:16:31.123Z' }),
  'a validity with an offset': credential({ validFrom: '2023-02-26T01:21:23Z', validUntil: '2023-02-25T19:21:29-06:00' }),
  'a validity far from now': credential({ validFrom: '2200-01-01T00:00:00Z', validUntil: '2300-01-01T24:00:00Z' }),
  'a status of another kind': credential({ '@context': terms('PaperRegister'), credentialStatus: { id: 'did:example:status', type: 'PaperRegister' } }),
  'a status without id': credential({ '@context': terms('PaperRegister'), credentialStatus: { type: 'PaperRegister' } }),
  'two schemas': credential({ credentialSchema: [1, 2].map((n) => ({ id: `did:example:schema:${n}`, type: 'https://example.org/#Schema' })) }),
  'a refresh service': credential({ refreshService: { id: 'did:example:refresh', type: 'https://example.org/#Refresh' } }),
  'terms of use with and without id': credential({ '@context': terms('Policy'), termsOfUse: [{ type: 'Policy' }, { id: 'did:example:policy', type: 'Policy' }] }),
  'two pieces of evidence': credential({ '@context': terms('Recording'), evidence: [{ type: 'Recording' }, { type: ['Recording'] }] }),
  'a related resource, by SRI': related({ id: V2, digestSRI: sri }),
  // As the W3C's test suite of the data model writes it: the digits in hexadecimal.
  'the related resource of the W3C suite': related({ id: SUITE_RESOURCE, digestSRI: `sha256-${suiteDigest}` }),
  'the related resource of the W3C suite, by a digest that was never published': related({ id: SUITE_RESOURCE, digestSRI: sri }),
  'a related resource, by multibase': related({ id: V2, digestMultibase: `u${digest}` }),
  'a related resource that is not held here': related({ id: 'https://example.org/schema.json', mediaType: 'application/ld+json', digestMultibase: 'uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw' }),
  'version 1.1': credentialV1({ expirationDate: '2036-06-01T08:00:00Z' }),
}

export const bad: readonly (readonly [name: string, document: unknown, rule: DataModelRule])[] = [
  ['not an object', ['VerifiableCredential'], 'object'],
  ['no context', without(credential(), '@context'), 'context-first'],
  ['a context that is no list', credential({ '@context': V2 }), 'context-first'],
  ['an empty context', credential({ '@context': [] }), 'context-first'],
  ['contexts in the wrong order', credential({ '@context': [EXAMPLES, V2] }), 'context-first'],
  ['another context alone', credential({ '@context': [EXAMPLES] }), 'context-first'],
  ['a context with a space', credential({ '@context': [V2, 'https ://no-address/v1'] }), 'context-item'],
  ['a context that is a number', credential({ '@context': [V2, 192875] }), 'context-item'],
  ['a context that is null', credential({ '@context': [V2, null] }), 'context-item'],
  ['a context that nobody holds', credential({ '@context': [V2, 'https://example.com'] }), 'context-known'],
  ['an id that is null', credential({ id: null }), 'id-url'],
  ['two ids', credential({ id: ['did:example:1', 'did:example:2'] }), 'id-url'],
  ['an id that is no address', credential({ id: 'not-an-address' }), 'id-url'],
  ['a subject with two ids', credential({ credentialSubject: { id: ['did:example:1', 'did:example:2'] } }), 'id-url'],
  ['no type', without(credential(), 'type'), 'type-value'],
  ['a type that is a number', credential({ type: 4 }), 'type-value'],
  ['a type among which null', credential({ type: ['VerifiableCredential', null] }), 'type-value'],
  ['not the type VerifiableCredential', credential({ type: ['https://example.org/#Badge'] }), 'type-required'],
  ['a name with something more', credential({ name: { '@value': 'Chien', '@language': 'fr', 'url': 'did:example:dog' } }), 'language-value'],
  ['a name that is a number', credential({ name: 4 }), 'language-value'],
  ['a name in no language', credential({ name: { '@value': 'Chien', '@language': 'f r' } }), 'language-value'],
  ['a description in no direction', credential({ description: { '@value': 'Chien', '@language': 'fr', '@direction': 'up' } }), 'language-value'],
  ['an issuer with an odd name', credential({ issuer: { id: ISSUER, name: { '@value': 'Lycée', 'url': 'did:example:x' } } }), 'language-value'],
  ['an odd text deep in the subject', credential({ credentialSubject: { name: { '@value': 'Inès', '@index': 'a' } } }), 'language-value'],
  ['no issuer', without(credential(), 'issuer'), 'issuer'],
  ['an issuer that is null', credential({ issuer: null }), 'issuer'],
  ['an issuer that is no address', credential({ issuer: 'lycee' }), 'issuer'],
  ['an issuer without id', credential({ issuer: { name: 'Lycée' } }), 'issuer'],
  ['an issuer whose id is null', credential({ issuer: { id: null } }), 'issuer'],
  ['an issuer that is a list', credential({ issuer: [ISSUER] }), 'issuer'],
  ['no subject', without(credential(), 'credentialSubject'), 'subject'],
  ['no subject in the list', credential({ credentialSubject: [] }), 'subject'],
  ['a subject of whom nothing is said', credential({ credentialSubject: {} }), 'subject'],
  ['one subject of whom nothing is said', credential({ credentialSubject: [{ id: 'did:example:ines' }, {}] }), 'subject'],
  ['a subject that is a text', credential({ credentialSubject: 'did:example:ines' }), 'subject'],
  ['a date in words', credential({ validFrom: 'Sat 25 Feb 2023 07:16:31 PM CST' }), 'date-time'],
  ['a day without a time', credential({ validUntil: '2023-02-25' }), 'date-time'],
  ['a date without its offset', credential({ validFrom: '2023-02-25T19:16:31' }), 'date-time'],
  ['a date that is a number', credential({ validFrom: 1677352591 }), 'date-time'],
  ['an end before the beginning', credential({ validFrom: '2027-01-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }), 'date-order'],
  ['an end one second before, in another offset', credential({ validFrom: '2023-02-26T01:21:30Z', validUntil: '2023-02-25T19:21:29-06:00' }), 'date-order'],
  ['version 1.1 without issuanceDate', without(credentialV1(), 'issuanceDate'), 'issuance-date'],
  ['version 1.1 that ends before it begins', credentialV1({ expirationDate: '2020-01-01T00:00:00Z' }), 'date-order'],
  ['version 1.1 with a status without id', credentialV1({ credentialStatus: { type: 'https://example.org/#Register' } }), 'extension-id'],
  ['a status without type', credential({ credentialStatus: { id: 'did:example:status' } }), 'extension-type'],
  ['a status whose type is a number', credential({ credentialStatus: { id: 'did:example:status', type: 2 } }), 'extension-type'],
  ['a status with two ids', credential({ credentialStatus: { id: ['did:example:1', 'did:example:2'], type: 'https://example.org/#R' } }), 'id-url'],
  ['a status whose id is no address', credential({ credentialStatus: { id: 'status', type: 'https://example.org/#R' } }), 'id-url'],
  ['a status that is a text', credential({ credentialStatus: 'did:example:status' }), 'extension-object'],
  ['a schema without type', credential({ credentialSchema: { id: 'did:example:schema' } }), 'extension-type'],
  ['a schema without id', credential({ credentialSchema: { type: 'https://example.org/#Schema' } }), 'extension-id'],
  ['a schema whose id is a number', credential({ credentialSchema: { id: 4, type: 'https://example.org/#Schema' } }), 'id-url'],
  ['a refresh service without type', credential({ refreshService: { id: 'did:example:refresh' } }), 'extension-type'],
  ['a refresh service whose id is no address', credential({ refreshService: { id: '//refresh', type: 'https://example.org/#R' } }), 'id-url'],
  ['terms of use without type', credential({ termsOfUse: [{ id: 'did:example:policy' }] }), 'extension-type'],
  ['evidence without type', credential({ evidence: [{ id: 'did:example:recording' }] }), 'extension-type'],
  ['a related resource that is a text', related(V2), 'related-resource'],
  ['a related resource without id', related({ digestSRI: sri }), 'related-resource'],
  ['a related resource without digest', related({ id: V2 }), 'related-resource'],
  ['the same related resource twice', related({ id: V2, digestSRI: sri }, { id: V2, digestSRI: sri }), 'related-unique'],
  ['the related resource of the W3C suite, with the digest it says is wrong', related({ id: SUITE_RESOURCE, digestSRI: `sha256-${suiteDigest.replace('f7ea', 'f634')}` }), 'related-digest'],
  ['a related resource with another SRI', related({ id: V2, digestSRI: sri.replace('l/H', 'l/J') }), 'related-digest'],
  ['a related resource with another multibase', related({ id: V2, digestMultibase: `u${digest.replace('WZ', 'WY')}` }), 'related-digest'],
  ['a related resource whose digest cannot be read', related({ id: 'https://example.org/a.json', digestMultibase: 'uZTQ0MjM1NiAgcmVwb3J0cc5jZWxhdGVkLXJlc291cmNlLmpzb24K' }), 'related-digest'],
  ['a related resource whose SRI names no hash', related({ id: 'https://example.org/a.json', digestSRI: 'md5-AAAA' }), 'related-digest'],
  ['a media type that is none', related({ id: V2, digestSRI: sri, mediaType: 'json' }), 'media-type'],
  ['a status entry whose index is true', credential({ credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: true, statusListCredential: 'https://example.com' } }), 'status-entry'],
  ['a status entry without purpose', credential({ credentialStatus: { type: 'BitstringStatusListEntry', statusListIndex: '1', statusListCredential: 'https://example.com/1' } }), 'status-entry'],
  ['a status entry whose id is that of the list', credential({ credentialStatus: { id: 'https://example.com/1', type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1', statusListCredential: 'https://example.com/1' } }), 'status-entry'],
  ['a status entry of two bits without messages', credential({ credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'message', statusSize: 2, statusListIndex: '1', statusListCredential: 'https://example.com/1' } }), 'status-entry'],
  ['a status list that is not multibase', credential({ type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'H4sIAAA' } }), 'status-list'],
  ['a status list without purpose', credential({ type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { type: 'BitstringStatusList', encodedList: 'uH4sIAAA' } }), 'status-list'],
]

/** What only JSON-LD sees: no rule of shape is broken. */
export const meaningless: Readonly<Record<string, JsonObject>> = {
  'a type that no context defines': credential({ type: ['VerifiableCredential', 'Unheard'] }),
  'a type mapped to no address': credential({ '@context': [V2, { Badge: 'https ://not-an-address#Badge' }], type: ['VerifiableCredential', 'Badge'] }),
  'a property that no context defines': credential({ favouriteColour: 'blue' }),
  'a status under a name of its own': credential({ statusEntry: { type: 'BitstringStatusListEntry', statusListIndex: true } }),
  'a claim that no context defines': credential({ credentialSubject: { id: 'did:example:ines', height: '1.70' } }),
  'a term of the model redefined': credential({ '@context': [V2, { VerifiableCredential: 'https://example.org/#Other' }] }),
  'a protected term redefined': credential({ '@context': [V2, { '@protected': true, 'Badge': 'https://example.org/#Badge' }, { Badge: 'https://example.org/#Bad' }], type: ['VerifiableCredential', 'Badge'] }),
}
