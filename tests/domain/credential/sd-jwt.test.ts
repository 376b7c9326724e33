// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readDidJwk, readJwk, shownClaims } from '#domain/credential/enveloped/index.ts'

const disclosure = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const digest = (encoded: string) => createHash('sha256').update(encoded).digest('base64url')
const whole = (...disclosures: string[]) => ['jwt', ...disclosures, ''].join('~')

describe('what an SD-JWT shows (RFC 9901 §7.1)', () => {
  const [name, item, inner] = [disclosure('s', 'name', 'Inès'), disclosure('s', 'b'), disclosure('s', 'grade', 'A')]
  const outer = disclosure('s', 'result', { _sd: [digest(inner)] })

  it('puts each claim where its digest is, and forgets the rest', () => {
    const payload = { _sd_alg: 'sha-256', _sd: [digest(name), digest('decoy')], list: ['a', { '...': digest(item) }, { '...': digest('other') }] }
    expect(shownClaims(payload, whole(name, item))).toEqual({ name: 'Inès', list: ['a', 'b'] })
    expect(shownClaims(payload, whole())).toEqual({ list: ['a'] })
    expect(shownClaims({ _sd: [digest(outer)] }, whole(outer, inner))).toEqual({ result: { grade: 'A' } })
  })

  it.each<[string, { [claim: string]: unknown }, string[]]>([
    ['a disclosure that belongs nowhere', { a: 1 }, [name]],
    ['a disclosure twice', { _sd: [digest(name)] }, [name, name]],
    ['a digest twice', { _sd: [digest(name), digest(name)] }, [name]],
    ['a digest in two places', { _sd: [digest(name)], in: { _sd: [digest(name)] } }, [name]],
    ['a claim that is there already', { _sd: [digest(name)], name: 'Léa' }, [name]],
    ['a member of a list as a claim', { _sd: [digest(item)] }, [item]],
    ['a claim as a member of a list', { list: [{ '...': digest(name) }] }, [name]],
    ['digests that are no list', { _sd: digest(name) }, [name]],
    ['another hash', { _sd_alg: 'sha-512', _sd: [digest(name)] }, [name]],
    ['a name that is kept for digests', { _sd: [digest(disclosure('s', '_sd', []))] }, [disclosure('s', '_sd', [])]],
    ['a name that is no text', { _sd: [digest(disclosure('s', 7, 'a'))] }, [disclosure('s', 7, 'a')]],
    ['a placeholder that is a claim', { '...': digest(name) }, []],
  ])('is nothing with %s', (_, payload, disclosures) => {
    expect(shownClaims(payload, whole(...disclosures))).toBeNull()
  })

  it('grows with what is sent, and no more', () => {
    let [value, disclosures]: [unknown, string[]] = ['end', []]
    for (let level = 0; level < 100; level++) {
      const encoded = disclosure(`s${level}`, 'in', value)
      disclosures = [...disclosures, encoded]
      value = { _sd: [digest(encoded)] }
    }
    expect(shownClaims(value as never, whole(...disclosures))).toBeNull()
  })
})

describe('a key in a did:jwk', () => {
  const did = (jwk: object) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}#0`
  // RFC 8037, appendix A.2.
  const okp = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }

  it('is read where it is public, known and on its curve', () => {
    expect(readDidJwk(did(okp))).toMatchObject({ key: { kind: 'Ed25519' }, purposes: ['authentication', 'assertionMethod'] })
    expect(readDidJwk(did({ ...okp, use: 'enc' }))).toBeNull()
    expect(readDidJwk(did(okp).replace('#0', '#1'))).toBeNull()
    expect(readDidJwk('did:jwk:e30#0')).toBeNull()
    expect(readDidJwk('did:jwk:####0')).toBeNull()
    expect(readJwk({ ...okp, d: 'AA' })).toBeNull()
    expect(readJwk({ kty: 'EC', crv: 'P-256', x: okp.x, y: okp.x })).toBeNull()
    expect(readJwk({ kty: 'EC', crv: 'secp256k1', x: okp.x, y: okp.x })).toBeNull()
  })
})
