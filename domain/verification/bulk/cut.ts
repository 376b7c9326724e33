// SPDX-License-Identifier: EUPL-1.2
import type { ByteText } from '../../credential/template.ts'

/** The members of a bundle as they are written in it, and where the credential and the integrity stand. */
export type Cut = {
  contexts: ByteText
  credential: ByteText
  /** Empty when the bundle has none. */
  deliberation: ByteText
  issuer: ByteText
  receipt: ByteText
  status: ByteText
  integrity: string
  credentialAt: number
  credentialEnd: number
  /** Where the comma before `integrity` is, and where what follows it begins. */
  integrityAt: number
  issuerAt: number
}

const CONTEXTS = '{"contexts":'
const CREDENTIAL = ',"credential":'
const DELIBERATION = ',"deliberation":{'
const INTEGRITY = ',"integrity":"sha256:'
const ISSUER = ',"issuer":'
const RECEIPT = ',"receipt":{'
const STATUS = ',"status":{'
const END = ',"type":"CompagnonBundle","version":1}'
const DIGEST = /^[0-9a-f]{64}"$/

/**
 * Cuts a bundle's text where its members seem to be; null when it is not so written. A cut is right once every piece is
 * known to be one whole JSON value: JSON reads a text in one way only. That is for the caller to find, piece by piece.
 */
export function cutBundle(text: ByteText): Cut | null {
  if (!text.startsWith(CONTEXTS) || !text.endsWith(END)) return null
  const credentialAt = text.indexOf(CREDENTIAL)
  const statusAt = text.lastIndexOf(STATUS)
  const receiptAt = text.lastIndexOf(RECEIPT, statusAt)
  const integrityAt = text.lastIndexOf(INTEGRITY, receiptAt)
  const issuerAt = integrityAt + INTEGRITY.length + 65
  if (credentialAt < 0 || integrityAt < credentialAt || receiptAt < issuerAt || !text.startsWith(ISSUER, issuerAt)) return null
  const digest = text.slice(integrityAt + INTEGRITY.length, issuerAt)
  if (!DIGEST.test(digest)) return null
  // A credential may hold a member of that name too: then the piece is no decision that is known.
  const deliberationAt = text.lastIndexOf(DELIBERATION, integrityAt)
  const credentialEnd = deliberationAt > credentialAt ? deliberationAt : integrityAt
  return {
    contexts: text.slice(CONTEXTS.length, credentialAt),
    credential: text.slice(credentialAt + CREDENTIAL.length, credentialEnd),
    deliberation: text.slice(credentialEnd === integrityAt ? integrityAt : credentialEnd + DELIBERATION.length - 1, integrityAt),
    issuer: text.slice(issuerAt + ISSUER.length, receiptAt),
    receipt: text.slice(receiptAt + RECEIPT.length - 1, statusAt),
    status: text.slice(statusAt + STATUS.length - 1, text.length - END.length),
    integrity: `sha256:${digest.slice(0, 64)}`,
    credentialAt: credentialAt + CREDENTIAL.length, credentialEnd, integrityAt, issuerAt,
  }
}

const B32 = '"0x[0-9a-f]{64}"'
const ACCOUNT = '"0x[0-9a-fA-F]{40}"'
// Up to 15 digits: any more could be beyond what a number holds, and goes the ordinary way.
const WHOLE = '(?:0|[1-9][0-9]{0,14})'
const RECEIPT_TEXT = new RegExp(`^{"credentialDigest":${B32},"leaf":${B32},"ledger":{"block":{"hash":${B32},"number":${WHOLE},"timestamp":${WHOLE}}`
  + `,"chainId":${WHOLE},"contract":${ACCOUNT},"issuer":${ACCOUNT},"kind":${WHOLE},"transaction":${B32}},"path":\\[(?:${B32}(?:,${B32}){0,63})?\\],"root":${B32},"salt":${B32}}$`)

/** Whether this is, to the byte, how a receipt is written in canonical JSON. */
export const isReceiptText = (text: ByteText): boolean => RECEIPT_TEXT.test(text)
