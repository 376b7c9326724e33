// SPDX-License-Identifier: EUPL-1.2
import { bytesToHex } from '@noble/hashes/utils.js'
import { DomainError } from '../errors.ts'
import { fromHex, isBytes32 } from './bytes32.ts'
import type { Bytes32 } from './bytes32.ts'
import { challengeOf } from './deliberation.ts'
import type { JuryLedger, Statement } from './deliberation.ts'

/** A public key of P-256 (FIPS 186-5), as the ledger keeps it. */
export type PasskeyPoint = { x: Bytes32; y: Bytes32 }

/** What a browser gives when a passkey has signed (WebAuthn level 3, section 5.2.2). */
export type PasskeyAnswer = { authenticatorData: Uint8Array; clientDataJSON: Uint8Array; signature: Uint8Array }

/** What the contract reads (`IDeliberations.Signature`), in the order of its members. */
export type MemberSignature = Statement & PasskeyPoint & {
  assertion: {
    r: Bytes32
    /** In the lower half of the curve's order: its mirror would be a second form of the same signature. */
    s: Bytes32
    /** The byte at which `"challenge":"…"` begins in the client data. */
    challengeIndex: number
    /** The byte at which `"type":"webauthn.get"` begins. */
    typeIndex: number
    authenticatorData: `0x${string}`
    clientDataJSON: string
  }
}

export type AssertionFault =
  | 'key-not-p256' | 'signature-not-der' | 'signature-out-of-range' | 'authenticator-data-short' | 'person-absent'
  | 'person-not-verified' | 'client-data-not-text' | 'not-an-assertion' | 'challenge-differs' | 'not-of-this-passkey'

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
/** SubjectPublicKeyInfo of a P-256 point, up to the point (RFC 5480, section 2). */
const SPKI = '3059301306072a8648ce3d020106082a8648ce3d03010703420004'
/** A hash of 32 bytes, then the flags, then a counter of 4 (WebAuthn level 3, section 6.1). */
const [FLAGS_AT, SHORTEST] = [32, 37]
const [PRESENT, VERIFIED] = [0x01, 0x04]

/** The point of a passkey, from what `getPublicKey()` gives at its creation. @throws ERR_ASSERTION_INVALID */
export function pointOf(spki: Uint8Array): PasskeyPoint {
  const hex = bytesToHex(spki)
  if (spki.length !== SPKI.length / 2 + 64 || !hex.startsWith(SPKI)) throw invalid('key-not-p256')
  return { x: `0x${hex.slice(SPKI.length, SPKI.length + 64)}`, y: `0x${hex.slice(SPKI.length + 64)}` }
}

/**
 * A member's signature as the contract reads it. What can be seen to be wrong is refused here, by name, before anything
 * is sent; whether the signature is the member's, the contract says.
 * @throws ERR_ASSERTION_INVALID with the fault
 */
export function toMemberSignature(
  ledger: JuryLedger, statement: Statement, point: PasskeyPoint, answer: PasskeyAnswer,
): MemberSignature {
  const { authenticatorData } = answer
  if (!isBytes32(point.x) || !isBytes32(point.y)) throw invalid('key-not-p256')
  if (authenticatorData.length < SHORTEST) throw invalid('authenticator-data-short')
  const flags = authenticatorData[FLAGS_AT] ?? 0
  if ((flags & PRESENT) === 0) throw invalid('person-absent')
  if ((flags & VERIFIED) === 0) throw invalid('person-not-verified')
  const assertion = {
    ...readSignature(answer.signature),
    ...readClientData(answer.clientDataJSON, challengeOf(ledger, statement)),
    authenticatorData: `0x${bytesToHex(authenticatorData)}` as const,
  }
  const { deliberation, results, root } = statement
  return { deliberation, results, root, x: point.x, y: point.y, assertion }
}

/** The challenge as client data carries it: base64url without padding (RFC 4648, section 5). */
export function challengeText(challenge: Bytes32): string {
  const text = btoa(String.fromCharCode(...fromHex(challenge)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function readClientData(bytes: Uint8Array, challenge: Bytes32) {
  const clientDataJSON = textOf(bytes)
  // One character per byte, so that what is found is where the contract will look.
  const seen = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  const typeIndex = seen.indexOf('"type":"webauthn.get"')
  if (typeIndex < 0) throw invalid('not-an-assertion')
  const challengeIndex = seen.indexOf(`"challenge":"${challengeText(challenge)}"`)
  if (challengeIndex < 0) throw invalid('challenge-differs')
  return { challengeIndex, typeIndex, clientDataJSON }
}

function textOf(bytes: Uint8Array): string {
  try {
    // A mark at the beginning is kept: without it the text would have other bytes than were signed.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw invalid('client-data-not-text')
  }
}

/** An ECDSA signature in DER (RFC 3279, section 2.2.3) as two numbers, the second in its lower half. */
function readSignature(der: Uint8Array): { r: Bytes32; s: Bytes32 } {
  const r = readInteger(der, 2)
  const s = readInteger(der, r.end)
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || s.end !== der.length) throw invalid('signature-not-der')
  for (const { value } of [r, s]) if (value === 0n || value >= ORDER) throw invalid('signature-out-of-range')
  return { r: numberText(r.value), s: numberText(s.value > ORDER / 2n ? ORDER - s.value : s.value) }
}

function readInteger(der: Uint8Array, at: number): { value: bigint; end: number } {
  const length = der[at + 1] ?? 0
  const end = at + 2 + length
  const bytes = der.subarray(at + 2, end)
  if (der[at] !== 0x02 || length === 0 || bytes.length !== length) throw invalid('signature-not-der')
  if ((bytes[0] ?? 0) >= 0x80) throw invalid('signature-out-of-range')
  return { value: BigInt(`0x${bytesToHex(bytes)}`), end }
}

const numberText = (value: bigint): Bytes32 => `0x${value.toString(16).padStart(64, '0')}`

const invalid = (fault: AssertionFault) => new DomainError('ERR_ASSERTION_INVALID', { fault })
