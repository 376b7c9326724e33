// SPDX-License-Identifier: EUPL-1.2
// Enveloped credentials, made by outside libraries (jose, @sd-jwt).
import { createHash, randomBytes } from 'node:crypto'
import { SDJwtInstance } from '@sd-jwt/core'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import type { CompactJWSHeaderParameters, CryptoKey } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJwk } from '#domain/credential/enveloped/index.ts'
import { writeMultikey } from '#domain/credential/data-integrity/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { bad, credential, V2 } from '#tests/domain/credential/data-model/documents.ts'
import { rulesIn, vcApi } from './sandbox.ts'

type Key = { alg: string; privateKey: CryptoKey; jwk: JsonObject; didJwk: string; didKey: string }
let api: Awaited<ReturnType<typeof vcApi>>
const keys = new Map<string, Key>()
beforeAll(async () => {
  api = await vcApi()
  for (const alg of ['ES256', 'ES384', 'EdDSA']) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
    const jwk = await exportJWK(publicKey) as JsonObject
    const didJwk = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
    keys.set(alg, { alg, privateKey, jwk, didJwk, didKey: `did:key:${writeMultikey(readJwk(jwk)!)}` })
  }
})
afterAll(() => api?.close())

const envelope = (token: string, type = 'vc+jwt') => ({ '@context': V2, 'type': 'EnvelopedVerifiableCredential', 'id': `data:application/${type},${token}` })
const sign = ({ alg, privateKey }: Key, payload: unknown, header: Partial<CompactJWSHeaderParameters> = {}) =>
  new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg, typ: 'vc+jwt', cty: 'vc', ...header }).sign(privateKey)
const key = (alg = 'ES256') => keys.get(alg)!
const fragment = (did: string) => (did.startsWith('did:jwk:') ? `${did}#0` : `${did}#${did.slice('did:key:'.length)}`)
const verified = async (payload: unknown, header: Partial<CompactJWSHeaderParameters> = {}, by = key()) => api.verify(envelope(await sign(by, payload, header)))
const ours = (change: JsonObject = {}) => credential({ issuer: key().didJwk, ...change })

describe('a credential in a JWT (vc+jwt)', () => {
  it.each([['ES256'], ['ES384'], ['EdDSA']])('is verified by %s, its key named by did:jwk or did:key', async (alg) => {
    for (const issuer of [key(alg).didJwk, key(alg).didKey]) {
      for (const kid of [fragment(issuer), undefined]) {
        expect(await verified(credential({ issuer }), kid === undefined ? {} : { kid }, key(alg))).toMatchObject({ status: 200, body: { verified: true, warnings: [] } })
      }
    }
  })

  it('may carry what JWT says of the token, and the issuer once more', async () => {
    const claims = { iss: key().didJwk, iat: 1_700_000_000, nbf: 1_700_000_000, exp: 4_000_000_000, jti: 'urn:a:b', sub: 'did:example:ines' }
    expect(await verified({ ...ours(), ...claims }, { kid: '#0' })).toMatchObject({ status: 200 })
    expect(await verified({ ...ours(), iss: 'did:example:other' }, { kid: fragment(key().didJwk) })).toMatchObject({ status: 400, body: { problemDetails: [{ rule: 'issuer-key' }] } })
    expect(rulesIn(await verified({ ...ours(), exp: 1_700_000_000 }))).toEqual(['proof-expired'])
    expect(rulesIn(await verified({ ...ours(), exp: 'never' }))).toEqual(['proof-expired'])
    expect(rulesIn(await verified({ ...ours(), nbf: 4_000_000_000 }))).toEqual(['not-yet-valid'])
  })

  it('is not, once changed, by another key, or in another name', async () => {
    const token = await sign(key(), ours())
    const [head, , tail] = token.split('.')
    const other = Buffer.from(JSON.stringify(ours({ name: 'Diplôme' }))).toString('base64url')
    expect(rulesIn(await api.verify(envelope(`${head}.${other}.${tail}`)))).toEqual(['signature'])
    expect(rulesIn(await verified(ours(), {}, key('EdDSA')))).toEqual(['signature'])
    expect(rulesIn(await verified(ours(), { kid: fragment(key('ES384').didJwk) }, key('ES384')))).toEqual(['issuer-key'])
    expect(rulesIn(await verified(ours(), { kid: 'did:example:a#b' }))).toEqual(['method-unknown'])
    expect(rulesIn(await verified(ours({ validUntil: '2020-01-01T00:00:00Z' })))).toContain('expired')
  })

  it.each<[string, JsonObject, Partial<CompactJWSHeaderParameters>]>([
    ['made for something else', {}, { typ: 'JWT' }],
    ['with what it says holds something else', {}, { cty: 'json' }],
    ['that must be understood in some other way', {}, { crit: ['b64'], b64: true }],
    ['with the credential in a claim', { vc: {} }, {}],
    ['with a presentation in a claim', { vp: {} }, {}],
  ])('is not read: a token %s', async (_, claims, header) => {
    expect(rulesIn(await verified({ ...ours(), ...claims }, header))).toEqual(['envelope-token'])
  })

  it.each(['eyJ', 'eyJhbGciOiJub25lIn0.e30.', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.AAAA`, 'a.b.c', `${Buffer.from('[]').toString('base64url')}.e30.AAAA`])('is not read: %s', async (token) => {
    expect(rulesIn(await api.verify(envelope(token)))).toEqual(['envelope-token'])
  })

  it('holds a credential of version 2.0 that follows the data model', async () => {
    const [, wrong, rule] = bad.find(([, , name]) => name === 'date-time')!
    expect(rulesIn(await verified({ ...(wrong as JsonObject), issuer: key().didJwk }))).toContain(rule)
    expect(rulesIn(await verified(ours({ name: 'a', unknown: 1 })))).toEqual(['json-ld'])
    expect(rulesIn(await verified({ ...ours(), '@context': ['https://www.w3.org/2018/credentials/v1'] }))).toContain('context-first')
  })

  it('is verified within a presentation', async () => {
    const presentation = { '@context': [V2], 'type': ['VerifiablePresentation'], 'verifiableCredential': [envelope(await sign(key(), ours()))] }
    const { body: { verifiablePresentation } } = await api.post('presentations', { presentation })
    expect(await api.post('presentations/verify', { verifiablePresentation })).toMatchObject({ status: 200 })
    const broken = { ...presentation, verifiableCredential: [envelope('a.b.c')] }
    expect(rulesIn(await api.post('presentations/verify', { presentation: broken }))).toContain('envelope-token')
  })
})

describe('a presentation in a JWT (vp+jwt)', () => {
  const presentation = async (change: JsonObject = {}) => ({ '@context': [V2], 'type': ['VerifiablePresentation'], 'holder': key('EdDSA').didKey, 'verifiableCredential': [envelope(await sign(key(), ours()))], ...change })
  const present = async (payload: JsonObject, options: JsonObject = {}, by = key('EdDSA'), header = { typ: 'vp+jwt', cty: 'vp' }) => api.post('presentations/verify', {
    verifiablePresentation: { '@context': V2, 'type': 'EnvelopedVerifiablePresentation', 'id': `data:application/vp+jwt,${await sign(by, payload, header)}` }, options,
  })

  it('is verified by its holder, with what it answers', async () => {
    const payload = await presentation({ nonce: 'abc', aud: 'https://example.org' })
    expect(await present(payload, { challenge: 'abc', domain: 'https://example.org' })).toMatchObject({ status: 200, body: { verified: true, warnings: [] } })
    expect(rulesIn(await present(payload, { challenge: 'abd', domain: 'https://example.com' }))).toEqual(['challenge', 'domain'])
    expect(await present(await presentation({ verifiableCredential: [await api.issue(credential())] }))).toMatchObject({ status: 200 })
  })

  it('is not by another key, in another form, nor with what does not hold', async () => {
    expect(rulesIn(await present(await presentation(), {}, key()))).toEqual(['signature'])
    expect(rulesIn(await present(await presentation({ iss: 'did:example:other' })))).toEqual(['method-unknown'])
    expect(rulesIn(await present(await presentation(), {}, key('EdDSA'), { typ: 'vc+jwt', cty: 'vc' }))).toEqual(['envelope-token'])
    expect(rulesIn(await present(await presentation({ type: ['Presentation'] })))).toContain('type-required')
    expect(rulesIn(await present(await presentation({ verifiableCredential: [envelope('a.b.c')] })))).toContain('envelope-token')
    expect(rulesIn(await present(await presentation({ verifiableCredential: [credential()] })))).toContain('presented-unsecured')
    const swapped = { '@context': V2, 'type': 'EnvelopedVerifiablePresentation', 'id': `data:application/vc+jwt,${await sign(key(), ours())}` }
    expect(rulesIn(await api.post('presentations/verify', { verifiablePresentation: swapped }))).toEqual(['envelope-unread'])
    expect(rulesIn(await api.verify({ '@context': V2, 'type': 'EnvelopedVerifiableCredential', 'id': `data:application/vp+jwt,${await sign(key(), ours())}` }))).toEqual(['envelope-unread'])
  })
})

describe('a credential in an SD-JWT (vc+sd-jwt)', () => {
  const make = async (payload: JsonObject, frame: object) => new SDJwtInstance({
    signer: async (input: string) => (await new CompactSign(Buffer.from(input.split('.')[1]!, 'base64url')).setProtectedHeader(JSON.parse(Buffer.from(input.split('.')[0]!, 'base64url').toString()) as never).sign(key().privateKey)).split('.')[2]!,
    signAlg: 'ES256', hashAlg: 'sha-256', omitTyp: true, saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
    hasher: (data: string | ArrayBuffer) => createHash('sha256').update(typeof data === 'string' ? data : new Uint8Array(data)).digest(),
  }).issue(payload, frame as never, { header: { typ: 'vc+sd-jwt', cty: 'vc' } })
  const subject = { 'id': 'did:example:ines', 'https://example.org/#grade': 'B', 'https://example.org/#list': [{ '@value': 'a' }, { '@value': 'b' }] }
  const all = () => make(ours({ name: 'Attestation', credentialSubject: subject }), { _sd: ['name'], credentialSubject: { '_sd': ['https://example.org/#grade'], 'https://example.org/#list': { _sd: [0] } } })
  const check = (token: string) => api.verify(envelope(token, 'vc+sd-jwt'))

  it('is verified with all that it hides, some of it, or nothing', async () => {
    const token = await all()
    const [jwt, ...disclosures] = token.split('~').filter((part) => part !== '')
    expect(disclosures).toHaveLength(3)
    expect(await check(token)).toMatchObject({ status: 200 })
    for (const one of disclosures) expect(await check(`${jwt}~${one}~`)).toMatchObject({ status: 200 })
    expect(await check(`${jwt}~`)).toMatchObject({ status: 200 })
  })

  it('is held to what it shows of its token as to what stands open: its end, its beginning, its issuer', async () => {
    const cases: [JsonObject, string][] = [[{ exp: 1_700_000_000 }, 'proof-expired'], [{ nbf: 4_000_000_000 }, 'not-yet-valid'], [{ iss: key('ES384').didJwk }, 'signature']]
    for (const [claim, rule] of cases) {
      const token = await make(ours(claim), { _sd: Object.keys(claim) })
      expect(rulesIn(await check(token)), rule).toEqual([rule])
      expect(await check(`${token.split('~')[0]}~`), rule).toMatchObject({ status: 200 })
    }
    expect(await check(await make(ours({ exp: 4_000_000_000 }), { _sd: ['exp'] }))).toMatchObject({ status: 200 })
  })

  it('is not, with what does not belong to it', async () => {
    const [jwt, first] = (await all()).split('~')
    const disclosure = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const wrong of [disclosure('salt', 'name', 'Diplôme'), disclosure('salt', 'b'), disclosure('salt', '_sd', []), 'e30', first!]) {
      expect(rulesIn(await check(`${jwt}~${first}~${wrong}~`)), wrong).toEqual(['envelope-token'])
    }
    // A token that binds the holder's key would have to be checked too.
    expect(rulesIn(await check(`${jwt}~${first}`))).toEqual(['envelope-token'])
    expect(rulesIn(await check(String(jwt)))).toEqual(['envelope-token'])
  })
})
