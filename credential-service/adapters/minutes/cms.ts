// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { MinutesSigner } from '#service/use-cases/deliberation/ports.ts'
import { certificateOf, ECDSA_SHA256, ecdsa } from './certificate.ts'
import { integer, octets, oid, sequence, setOf, tagged } from './der.ts'

const DATA = oid('1.2.840.113549.1.7.1')
const SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3')
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4')
const SIGNING_CERTIFICATE_V2 = oid('1.2.840.113549.1.9.16.2.47')
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'))
const ONE = integer(Buffer.from([1]))
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest()

/**
 * A detached signature of this content (CMS, RFC 5652, section 5), with the attributes of PAdES baseline B (ETSI EN 319 142-1,
 * section 6.3): which certificate signed is signed too, and the time is the PDF's own.
 */
export async function signDetached(content: Uint8Array, signer: MinutesSigner): Promise<Buffer> {
  const certificate = await certificateOf(signer)
  const attribute = (type: Buffer, value: Buffer) => sequence(type, setOf(value))
  // ESSCertIDv2 (RFC 5035, section 4): SHA-256 is its default, and so left out.
  const ownCertificate = sequence(sequence(sequence(octets(sha256(certificate.der)))))
  const attributes = setOf(
    attribute(CONTENT_TYPE, DATA), attribute(MESSAGE_DIGEST, octets(sha256(content))), attribute(SIGNING_CERTIFICATE_V2, ownCertificate),
  )
  const signature = octets(ecdsa(await signer.sign(attributes)))
  // Signed as a SET, carried under a tag in its place (section 5.4).
  const carried = Buffer.from(attributes)
  carried[0] = 0xa0
  const whose = sequence(certificate.name, certificate.serial)
  const signed = sequence(ONE, setOf(SHA256), sequence(DATA), tagged(0, certificate.der), setOf(sequence(ONE, whose, SHA256, carried, ECDSA_SHA256, signature)))
  return sequence(SIGNED_DATA, tagged(0, signed))
}
