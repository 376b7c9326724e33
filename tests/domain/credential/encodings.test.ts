// SPDX-License-Identifier: EUPL-1.2
import { gzipSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { p256 } from '@noble/curves/nist.js'
import { writeMultikey } from '#domain/credential/data-integrity/index.ts'
import { assertionKeyOf, bitAt, bitstringOf, formsKeyOf, fromMultikey, ownsAccount, packBitstring, SHORTEST_LIST, toDidDocument, toMultikey } from '#domain/credential/index.ts'
import { fromBase58, fromBase64Url, toBase58, toBase64Url } from '#domain/credential/multibase.ts'
import { did, keyOf } from './records.ts'

describe('multibase', () => {
  it('writes base58 and base64url that are read back byte for byte', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
      expect(fromBase58(toBase58(bytes))).toEqual(bytes)
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
      expect(toBase64Url(bytes)).toBe(`u${Buffer.from(bytes).toString('base64url')}`)
    }))
  })

  it('gives null for another alphabet, never a throw', () => {
    for (const text of ['', 'z0', 'zl', 'x123', `z${'1'.repeat(300)}`]) expect(fromBase58(text)).toBeNull()
    for (const text of ['', 'uA', 'u+/', 'zAA', 'uAAé']) expect(fromBase64Url(text)).toBeNull()
  })

  it('knows an Ed25519 key from anything else', () => {
    const key = new Uint8Array(32).fill(7)
    expect(fromMultikey(toMultikey(key))).toEqual(key)
    expect(fromMultikey('zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169')).toBeNull()
    expect(fromMultikey(toBase58(key))).toBeNull()
  })
})

describe('a bitstring status list', () => {
  it('says which places are revoked, and no other', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(SHORTEST_LIST - 1), { maxLength: 20 }), fc.nat(SHORTEST_LIST - 1), async (revoked, other) => {
      const list = await packBitstring(bitstringOf(revoked))
      for (const index of [...revoked, other]) expect(await bitAt(list, index)).toBe(revoked.includes(index))
    }), { numRuns: 20 })
  })

  it('puts the first place in the leftmost bit of a gzip, as the standard says', async () => {
    const list = await packBitstring(bitstringOf([0, 9]))
    const bits = gunzipSync(Buffer.from(list.slice(1), 'base64url'))
    expect([bits[0], bits[1], bits.length]).toEqual([0x80, 0x40, SHORTEST_LIST / 8])
  })

  it('reads nothing from a list that is broken, too short, too long, or without that place', async () => {
    const pack = (bytes: Uint8Array) => `u${gzipSync(bytes).toString('base64url')}`
    expect(await bitAt(await packBitstring(bitstringOf([])), SHORTEST_LIST)).toBeNull()
    expect(await bitAt(pack(new Uint8Array(10)), 1)).toBeNull()
    expect(await bitAt(pack(new Uint8Array(64 * 2 ** 20)), 1)).toBeNull()
    expect(await bitAt('uAAAA', 1)).toBeNull()
    expect(await bitAt('z123', 1)).toBeNull()
    expect(await bitAt(pack(new Uint8Array(SHORTEST_LIST / 8)), -1)).toBeNull()
  })

  it('refuses a place outside the list', () => {
    expect(() => bitstringOf([SHORTEST_LIST])).toThrow(RangeError)
  })
})

describe('a DID document', () => {
  const key = keyOf(1)
  const account = '0xAbCd000000000000000000000000000000000001'
  const document = toDidDocument({ did, publicKeys: [key.multikey], chainId: 31337, account })

  it('gives a signing key by its address, and no other', () => {
    expect(assertionKeyOf(document, key.verificationMethod)).toBe(key.multikey)
    expect(assertionKeyOf(document, `${did}#ledger`)).toBeNull()
    expect(assertionKeyOf(document, keyOf(2).verificationMethod)).toBeNull()
    expect(assertionKeyOf({ ...document, assertionMethod: [] }, key.verificationMethod)).toBeNull()
    expect(assertionKeyOf({ ...document, id: 'did:web:example.org' }, key.verificationMethod)).toBeNull()
    expect(assertionKeyOf({}, key.verificationMethod)).toBeNull()
  })

  it('names the P-256 key of the other forms beside the one that signs credentials, when there is one', () => {
    const multikey = writeMultikey({ kind: 'P-256', bytes: p256.getPublicKey(new Uint8Array(32).fill(3), true) })
    const both = toDidDocument({ did, publicKeys: [key.multikey, multikey], chainId: 31337, account })
    expect(formsKeyOf(both)).toEqual({ address: `${did}#${multikey}`, multikey })
    expect(formsKeyOf({ ...both, assertionMethod: [key.verificationMethod] })).toBeNull()
    expect(formsKeyOf(document)).toBeNull()
  })

  it('owns its ledger account, however the address is written, on that network only', () => {
    expect(ownsAccount(document, 31337, account.toLowerCase())).toBe(true)
    expect(ownsAccount(document, 1, account)).toBe(false)
    expect(ownsAccount(document, 31337, `0x${'0'.repeat(40)}`)).toBe(false)
  })
})
