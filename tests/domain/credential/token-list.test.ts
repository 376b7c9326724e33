// SPDX-License-Identifier: EUPL-1.2
// An outside library reads what we write: @sd-jwt/jwt-status-list for the IETF form.
import { verify as verifyEd25519, createPublicKey } from 'node:crypto'
import { getListFromStatusListJWT, StatusList } from '@sd-jwt/jwt-status-list'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jwsInput, jwsOf, packTokenList, SHORTEST_LIST, toStatusListToken } from '#domain/credential/index.ts'

const place = fc.integer({ min: 0, max: SHORTEST_LIST - 1 })

describe('a token status list', () => {
  it('says the same to an outside library, at every place', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(place, { maxLength: 300 }), fc.nat({ max: 300 }), async (places, cut) => {
      const [revoked, suspended] = [places.slice(0, cut), places.slice(cut)]
      const list = StatusList.decompressStatusList(await packTokenList({ revoked, suspended }), 2)
      for (const index of revoked) expect(list.getStatus(index)).toBe(1)
      for (const index of suspended) expect(list.getStatus(index)).toBe(2)
      const others = Array.from({ length: 500 }, (_, i) => (i * 7919) % SHORTEST_LIST).filter(index => !places.includes(index))
      for (const index of others) expect(list.getStatus(index)).toBe(0)
    }), { numRuns: 25 })
  })

  it('writes the bytes of the example of the draft (§4.1, two bits a place)', async () => {
    // status[0..11] = 1 2 0 3 0 1 0 1 1 2 3 3, where 3 is an application's own: here only what we use of it.
    const list = StatusList.decompressStatusList(await packTokenList({ revoked: [0, 5, 7, 8], suspended: [1, 9] }, 16), 2)
    expect(Array.from({ length: 12 }, (_, i) => list.getStatus(i))).toEqual([1, 2, 0, 0, 0, 1, 0, 1, 1, 2, 0, 0])
  })

  it('refuses a place that is not in it', async () => {
    await expect(packTokenList({ revoked: [SHORTEST_LIST], suspended: [] })).rejects.toThrow(RangeError)
    await expect(packTokenList({ revoked: [], suspended: [-1] })).rejects.toThrow(RangeError)
  })

  it('is a signed JWT of its own type, with its subject, its dates and its life', async () => {
    const secret = new Uint8Array(32).fill(7)
    const { header, claims } = toStatusListToken({
      address: 'https://school.example/status/1/token', issuer: 'did:web:school.example', verificationMethod: 'did:web:school.example#k',
      issuedAt: 1_764_000_000, expiresAt: 1_766_592_000, lst: await packTokenList({ revoked: [3], suspended: [4] }),
    })
    const input = jwsInput(header, claims)
    const jwt = jwsOf(input, ed25519.sign(new TextEncoder().encode(input), secret))
    expect(jwt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    const [head, body, signature] = jwt.split('.').map(part => Buffer.from(part, 'base64url'))
    expect(JSON.parse(String(head))).toEqual({ alg: 'EdDSA', kid: 'did:web:school.example#k', typ: 'statuslist+jwt' })
    expect(JSON.parse(String(body))).toMatchObject({ sub: 'https://school.example/status/1/token', iat: 1_764_000_000, exp: 1_766_592_000, ttl: 60, status_list: { bits: 2 } })
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(ed25519.getPublicKey(secret)).toString('base64url') } })
    expect(verifyEd25519(null, Buffer.from(input), key, signature!)).toBe(true)
    const read = getListFromStatusListJWT(jwt)
    expect([2, 3, 4, 5].map(index => read.getStatus(index))).toEqual([0, 1, 2, 0])
  })
})
