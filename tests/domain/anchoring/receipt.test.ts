// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { checkReceipt, credentialDigestOf, leafOf, toBatch, toReceipt } from '#domain/anchoring/index.ts'

const hex = (digit: string) => `0x${digit.repeat(64)}`
const credential = { name: 'Consignation' }
const salt = hex('9')
const digest = credentialDigestOf(credential)
const batch = toBatch([leafOf(salt, digest), hex('a'), hex('b')], [hex('c')])
const place = { chainId: 1, contract: `0x${'1'.repeat(40)}`, issuer: `0x${'2'.repeat(40)}`, kind: 1, transaction: hex('d'), block: { number: 1, hash: hex('e'), timestamp: 1 } }
const receipt = toReceipt(batch, salt, digest, place)

describe('a receipt', () => {
  it('leads from the credential to the root', () => {
    expect(checkReceipt(receipt, credential)).toBeNull()
  })

  it('says what does not follow', () => {
    expect(checkReceipt(receipt, { name: 'Bac Pro' })).toBe('credential-differs')
    expect(checkReceipt({ ...receipt, salt: hex('8') }, credential)).toBe('leaf-differs')
    expect(checkReceipt({ ...receipt, path: receipt.path.toReversed() }, credential)).toBe('path-differs')
    expect(checkReceipt({ ...receipt, root: hex('f') }, credential)).toBe('path-differs')
  })

  it('cannot make an inner node pass for a leaf: the leaf is computed, never accepted', () => {
    const [sibling, above] = receipt.path as [string, string]
    expect(checkReceipt({ ...receipt, leaf: sibling, path: [receipt.leaf, above] }, credential)).toBe('leaf-differs')
  })
})
