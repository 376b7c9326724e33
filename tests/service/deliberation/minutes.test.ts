// SPDX-License-Identifier: EUPL-1.2
// Outside judges: pkijs of the signature, Node's own OpenSSL of the certificate and of what the members signed.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { challengeOf, challengeText, deliberationNameOf, FIRST_ROUND, memberOf, REFUSAL } from '#domain/anchoring/index.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { readMultikey } from '#domain/credential/data-integrity/index.ts'
import { signedMinutes } from '#service/adapters/minutes/index.ts'
import type { Minutes } from '#service/use-cases/deliberation/index.ts'
import { attachmentIn, certificateIn, exact, signatureIn, signedDataOf } from '#tests/support/pdf.ts'
import { academySigner, at, minutesOf } from './minutes-of.ts'

const signer = academySigner()
const minutes = minutesOf()
const file = Buffer.from(await signedMinutes(minutes, signer, at))

const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const [CONTENT_TYPE, MESSAGE_DIGEST] = ['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4']
async function isSigned(pdf: Uint8Array): Promise<boolean> {
  const { signed, cms } = signatureIn(pdf)
  return signedDataOf(cms).verify({ signer: 0, data: exact(signed), checkChain: false }).catch(() => false)
}

describe('the signature under the minutes', () => {
  it('is right to an outside judge, and covers the whole file but itself', async () => {
    expect(await isSigned(file)).toBe(true)
    const { covers: [start, length, next, rest] } = signatureIn(file)
    expect([start, next + rest]).toEqual([0, file.length])
    expect(file.subarray(length, next).toString('latin1')).toMatch(/^<[0-9a-f]+>$/)
  })

  it('is broken by one changed byte anywhere around it, its data and its end included', async () => {
    const { covers: [, length, next] } = signatureIn(file)
    const places = [12, length - 40, next + 40, Math.floor((next + file.length) / 2), file.indexOf('/Type /EmbeddedFile') + 200, file.length - 3]
    for (const place of places) {
      const changed = Buffer.from(file)
      changed[place]! ^= 1
      expect([place, await isSigned(changed)]).toEqual([place, false])
    }
    expect(await isSigned(Buffer.concat([signatureIn(file).signed.subarray(0, 10), file.subarray(10)]))).toBe(true)
  })

  it('is another academy’s when that one signs: none passes for the other', async () => {
    const others = await signedMinutes(minutes, academySigner(8), at)
    const [mine, theirs] = [certificateIn(file), certificateIn(others)]
    expect(mine.verify(theirs.publicKey)).toBe(false)
    const { cms, covers: [, length] } = signatureIn(others)
    const mixed = Buffer.from(file)
    mixed.write(cms.toString('hex'), length + 1, 'latin1')
    const data = exact(signatureIn(mixed).signed)
    expect(await signedDataOf(signatureIn(mixed).cms).verify({ signer: 0, data, checkChain: false }).catch(() => false)).toBe(true)
    expect(certificateIn(mixed).publicKey.equals(mine.publicKey)).toBe(false)
  })

  it('has the form of PAdES baseline B: the certificate is signed too, the time is the file’s', () => {
    const { cms, dictionary } = signatureIn(file)
    expect(dictionary).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(dictionary).toContain('/M (D:20260703103107Z)')
    const [info] = signedDataOf(cms).signerInfos
    const attributes = info!.signedAttrs!.attributes
    expect(attributes.map(({ type }) => type).sort()).toEqual([SIGNING_CERTIFICATE_V2, CONTENT_TYPE, MESSAGE_DIGEST].sort())
    const named = attributes.find(({ type }) => type === SIGNING_CERTIFICATE_V2)!.values[0] as { toBER(): ArrayBuffer }
    const digest = createHash('sha256').update(certificateIn(file).raw).digest('hex')
    expect(Buffer.from(named.toBER()).toString('hex').endsWith(digest)).toBe(true)
  })

  it('is by a certificate over the P-256 key of the academy’s DID, that names both', () => {
    const certificate = certificateIn(file)
    expect(certificate.subject).toBe('C=FR\nO=Académie de Versailles\nCN=Académie de Versailles')
    expect(certificate.subjectAltName).toBe(`URI:${signer.did}`)
    expect([certificate.ca, certificate.verify(certificate.publicKey), certificate.validFromDate]).toEqual([false, true, signer.since])
    const { x = '' } = certificate.publicKey.export({ format: 'jwk' })
    expect(Buffer.from(readMultikey(signer.multikey)!.bytes).subarray(1).equals(Buffer.from(x, 'base64url'))).toBe(true)
  })
})

describe('the document', () => {
  it('is the same bytes for the same minutes at the same moment', async () => {
    expect(file.equals(Buffer.from(await signedMinutes(minutesOf(), academySigner(), at)))).toBe(true)
    expect(file.equals(Buffer.from(await signedMinutes(minutesOf(), academySigner(), new Date(at.getTime() + 1_000))))).toBe(false)
  })

  it('is made to last: it says it is PDF/A-3, every font in it, nothing fetched nor run', () => {
    const text = file.toString('latin1')
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(text).toContain('/OutputIntents')
    expect(text).toContain('/AFRelationship /Data')
    const fonts = text.match(/\/Type \/FontDescriptor\b/g) ?? []
    expect([fonts.length > 1, (text.match(/\/FontFile2 /g) ?? []).length]).toEqual([true, fonts.length])
    for (const never of ['/JavaScript', '/URI', '/Launch', '/NeedAppearances', '/Subtype /Type1\n']) expect(text).not.toContain(never)
  })

  it('holds its data, byte for byte', () => {
    expect(attachmentIn(file).toString('utf8')).toBe(canonicalJson(minutes))
  })

  it('takes as many pages as a large jury needs, and a refusal is said as one', async () => {
    const refused = await signedMinutes(minutesOf({ outcome: 'refused', more: 60 }), signer, at)
    expect(await isSigned(refused)).toBe(true)
    expect((Buffer.from(refused).toString('latin1').match(/\/Type \/Page\n/g) ?? []).length).toBeGreaterThan(4)
    expect((JSON.parse(attachmentIn(refused).toString('utf8')) as Minutes).root).toBeNull()
  })

  it('breaks at no name: of another alphabet, very long, from right to left, or of nothing that can be printed', async () => {
    const names = ['Nguyễn Thị Ánh', 'محمد الأمين', 'Anne-'.repeat(60), '\u0000\u200b𝒵', 'Ω']
    const odd = await signedMinutes(minutesOf({ names }), signer, at)
    expect(await isSigned(odd)).toBe(true)
    expect((JSON.parse(attachmentIn(odd).toString('utf8')) as Minutes).members.map(({ name }) => name)).toEqual(names)
  })
})

describe('with the data of the minutes alone', () => {
  const { ledger, results, root, quorum, previous, members, signatures } = JSON.parse(attachmentIn(file).toString('utf8')) as Minutes

  it('the name of the deliberation follows from who was named, over which results, for which academy', () => {
    const substitutes = members.map(({ substitute }) => substitute)
    const named = members.map(({ member }) => member).filter((member) => !substitutes.includes(member))
    const content = { issuer: ledger.issuer, session: ledger.session, results: results.salted, members: named, quorum, previous: previous ?? FIRST_ROUND }
    expect(deliberationNameOf(ledger, content)).toBe(ledger.deliberation)
  })

  it('each signature is checked by OpenSSL, over the root, with the key that the ledger knows the hash of', () => {
    const challenge = challengeText(challengeOf(ledger, { deliberation: ledger.deliberation, results: results.salted, root: root ?? REFUSAL }))
    expect(signatures).toHaveLength(2)
    for (const { member, authenticatorData, clientData, signature } of signatures) {
      const { key } = members.find((one) => one.member === member)!
      expect(memberOf(key)).toBe(member)
      const [x, y] = [key.x, key.y].map((half) => Buffer.from(half.slice(2), 'hex').toString('base64url'))
      const client = Buffer.from(clientData, 'base64url')
      expect((JSON.parse(client.toString('utf8')) as { challenge: string }).challenge).toBe(challenge)
      const signed = Buffer.concat([Buffer.from(authenticatorData, 'base64url'), createHash('sha256').update(client).digest()])
      const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
      expect(verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
    }
  })
})
