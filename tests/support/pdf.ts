// SPDX-License-Identifier: EUPL-1.2
// What is in a PDF, read without the library that wrote it.
import { X509Certificate } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import * as pkijs from 'pkijs'

export const exact = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer

/** A signature as it stands in a file: what it is over, the CMS, and the dictionary around it (ISO 32000-1, section 12.8). */
export function signatureIn(file: Uint8Array) {
  const pdf = Buffer.from(file)
  const text = pdf.toString('latin1')
  const [range, ...numbers] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/.exec(text) ?? []
  if (range === undefined) throw new Error('No signature in this file')
  const [start, length, next, rest] = numbers.map(Number) as [number, number, number, number]
  const hex = text.slice(length + 1, next - 1)
  // DER says how long it is; what follows in the room left for it are zeros.
  const padded = Buffer.from(hex, 'hex')
  const cms = padded.subarray(0, 4 + padded.readUInt16BE(2))
  const [dictionary = ''] = /<<\n\/Type \/Sig\b[^]*?>>\nendobj/.exec(text.replace(hex, '')) ?? []
  return { covers: [start, length, next, rest] as const, signed: Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(next, next + rest)]), cms, dictionary }
}

/** A CMS as pkijs reads it. */
export const signedDataOf = (cms: Uint8Array) => new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exact(cms)).content })

/** The certificate that came with the signature, as OpenSSL reads it. */
export function certificateIn(file: Uint8Array): X509Certificate {
  const [certificate] = signedDataOf(signatureIn(file).cms).certificates ?? []
  return new X509Certificate(Buffer.from((certificate as pkijs.Certificate).toSchema().toBER()))
}

/** The one file attached to it. */
export function attachmentIn(file: Uint8Array): Buffer {
  const pdf = Buffer.from(file)
  const text = pdf.toString('latin1')
  const at = text.indexOf('/Type /EmbeddedFile')
  const [, length] = /\/Length (\d+)/.exec(text.slice(at, text.indexOf('stream', at))) ?? []
  const from = text.indexOf('stream\n', at) + 'stream\n'.length
  if (at < 0 || length === undefined || text.includes('/Type /EmbeddedFile', at + 1)) throw new Error('Not one attached file')
  return inflateSync(pdf.subarray(from, from + Number(length)))
}
