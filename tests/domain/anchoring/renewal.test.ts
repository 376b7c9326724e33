// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '@noble/hashes/sha2.js'
import { checkRenewals, hashDocument, renewalHashes, renewalLeaf, toHex } from '#domain/anchoring/index.ts'
import type { Hash, RenewedDocuments } from '#domain/anchoring/index.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { renewalHash } from '#service/adapters/hashing/index.ts'
import { renew, renewedWorld } from '#tests/domain/verification/renewed.ts'

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const documents: fc.Arbitrary<RenewedDocuments> = fc.record({
  salt: bytes32.map(toHex), credential: bytes32, receipt: bytes32, deliberation: fc.option(bytes32, { nil: null }), issuer: bytes32, contexts: bytes32, status: bytes32,
  previous: fc.option(bytes32, { nil: null }),
})
const blake2b = renewalHashes['blake2b-256']!

/** A hash that anybody breaks in a moment: the first two bytes of SHA-256, and zeros. */
const toy: Hash = bytes => Uint8Array.from({ length: 32 }, (_, i) => (i < 2 ? sha256(bytes)[i]! : 0))

describe('the leaf of a renewal', () => {
  it('changes with any of what it covers', () => fc.assert(fc.property(documents, fc.constantFrom(
    'salt', 'credential', 'receipt', 'deliberation', 'issuer', 'contexts', 'status', 'previous',
  ), bytes32, (given, member, other) => {
    fc.pre(given[member] === null || toHex(other) !== (member === 'salt' ? given.salt : toHex(given[member] as Uint8Array)))
    const changed = { ...given, [member]: member === 'salt' ? toHex(other) : other }
    expect(toHex(renewalLeaf(blake2b, changed))).not.toBe(toHex(renewalLeaf(blake2b, given)))
  })))

  it('says nothing of a credential to whoever lacks the salt: another salt is another leaf', () => fc.assert(fc.property(documents, bytes32, (given, salt) => {
    fc.pre(toHex(salt) !== given.salt)
    expect(toHex(renewalLeaf(blake2b, { ...given, salt: toHex(salt) }))).not.toBe(toHex(renewalLeaf(blake2b, given)))
  })))
})

describe('the hash that renewals are made with', () => {
  it('is BLAKE2b of RFC 7693 with 32 bytes, here and in the service', async () => {
    const { name, of } = await renewalHash()
    // RFC 7693 gives a vector of 64 bytes; of 32 bytes, the published b2sum -l 256 of "abc".
    expect(toHex(blake2b(new TextEncoder().encode('abc')))).toBe('0xbddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319')
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), bytes => {
      expect(toHex(of(bytes))).toBe(toHex(renewalHashes[name]!(bytes)))
    }))
  })

  it('has a second one in reserve: SHA3-256, as Node computes it', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), bytes => {
    expect(toHex(renewalHashes['sha3-256']!(bytes))).toBe(`0x${createHash('sha3-256').update(bytes).digest('hex')}`)
  })))
})

describe('a renewal over the documents', () => {
  it('holds for every credential of its tree, and for none of which anything was changed', async () => {
    const { files } = await renewedWorld({ credentials: 5 })
    for (const file of files) {
      expect(checkRenewals(file)).toEqual([null])
      const swaps = [
        { credential: { ...(file.credential as object), name: 'Another' } }, { receipt: { ...file.receipt, root: `0x${'1'.repeat(64)}` } },
        { deliberation: { quorum: 1 } }, { issuer: { ...file.issuer, accreditation: [] } }, { contexts: {} }, { status: { forged: true } },
      ]
      for (const swap of swaps) expect(checkRenewals({ ...file, ...swap })).toEqual(['renewal-differs'])
    }
  })

  it('is told from one that its signer did not sign, or that names a hash unknown here', async () => {
    const { files: [file] } = await renewedWorld({ credentials: 3 })
    const [renewal] = file!.renewals
    const with_ = (record: object) => checkRenewals({ ...file!, renewals: [{ ...renewal!, record: { ...renewal!.record, ...record } }] })
    expect(with_({ year: 2099 })).toEqual(['renewal-unsigned'])
    expect(with_({ hash: 'md5' })).toEqual(['renewal-hash-unknown'])
    expect(with_({ root: `0x${'2'.repeat(64)}` })).toEqual(['renewal-differs'])
  })

  it('catches a swap that an old digest lets through: the old hash broken for real', async () => {
    const genuine = { name: 'Genuine' }
    let forged = { name: 'Forged 0' }
    for (let n = 1; toHex(hashDocument(toy, forged)) !== toHex(hashDocument(toy, genuine)); n++) forged = { name: `Forged ${n}` }
    expect(canonicalJson(forged)).not.toBe(canonicalJson(genuine))
    // What a renewal over the old digests alone would hash: the same bytes for both.
    expect(toHex(blake2b(hashDocument(toy, forged)))).toBe(toHex(blake2b(hashDocument(toy, genuine))))
    const { files: [file] } = await renewedWorld({ credentials: 1, credential: () => genuine })
    expect(checkRenewals(file!)).toEqual([null])
    expect(checkRenewals({ ...file!, credential: forged })).toEqual(['renewal-differs'])
  })

  it('catches it too when the first renewal was made with a hash that broke since, and another covers it', async () => {
    const hashes = { ...renewalHashes, toy }
    const genuine = { name: 'Genuine' }
    let forged = { name: 'Forged 0' }
    for (let n = 1; toHex(hashDocument(toy, forged)) !== toHex(hashDocument(toy, genuine)); n++) forged = { name: `Forged ${n}` }
    const world = await renewedWorld({ credentials: 1, credential: () => genuine, hash: { name: 'toy', of: toy } })
    expect(checkRenewals({ ...world.files[0]!, credential: forged }, hashes)).toEqual([null])
    const again = await renew(world, { year: 2027 })
    expect(checkRenewals(again.files[0]!, hashes)).toEqual([null, null])
    expect(checkRenewals({ ...again.files[0]!, credential: forged }, hashes)).toEqual([null, 'renewal-differs'])
  })

  it('covers the one before: put another in its place, or leave it out, and it shows', async () => {
    const { files: [file] } = await renew(await renewedWorld({ credentials: 2 }), { year: 2027 })
    const [first, second] = file!.renewals
    expect(checkRenewals(file!)).toEqual([null, null])
    expect(checkRenewals({ ...file!, renewals: [second!] })).toEqual(['renewal-differs'])
    expect(checkRenewals({ ...file!, renewals: [{ ...first!, ledger: { ...first!.ledger, transaction: `0x${'4'.repeat(64)}` } }, second!] }))
      .toEqual([null, 'renewal-differs'])
  })
})
