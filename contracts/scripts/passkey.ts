// SPDX-License-Identifier: EUPL-1.2
// Passkeys without a browser, for measures and tests: the bytes that an authenticator signs (WebAuthn level 3, section 6.3.3).
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { challengeText, pointOf } from '#domain/anchoring/assertion.ts'
import type { PasskeyAnswer, PasskeyPoint } from '#domain/anchoring/assertion.ts'
import type { Bytes32 } from '#domain/anchoring/bytes32.ts'

/** What may be otherwise than an honest browser does it; tests turn these one by one. */
export type Circumstances = { flags?: number; type?: string; origin?: string }

export type Passkey = { point: PasskeyPoint; answer: (challenge: Bytes32, circumstances?: Circumstances) => PasskeyAnswer }

const PRESENT_AND_VERIFIED = 0x05
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()

/** A new passkey, by Node's own cryptography: as in life, no two signatures are the same. */
export function newPasskey(): Passkey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const point = pointOf(publicKey.export({ type: 'spki', format: 'der' }))
  return { point, answer: answers(signed => sign('sha256', signed, privateKey)) }
}

/** The passkey of a name, which signs the same in the same way (RFC 6979): what is measured can be measured again. */
export function passkeyNamed(name: string): Passkey {
  const secret = sha256(name)
  const hex = Buffer.from(p256.getPublicKey(secret, false)).toString('hex')
  const point: PasskeyPoint = { x: `0x${hex.slice(2, 66)}`, y: `0x${hex.slice(66)}` }
  return { point, answer: answers(signed => p256.sign(signed, secret, { format: 'der' })) }
}

const answers = (signWith: (signed: Uint8Array) => Uint8Array) =>
  (challenge: Bytes32, circumstances: Circumstances = {}): PasskeyAnswer => {
    const { flags = PRESENT_AND_VERIFIED, type = 'webauthn.get', origin = 'https://compagnon.example' } = circumstances
    const authenticatorData = Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags, 0, 0, 0, 7])])
    const client = JSON.stringify({ type, challenge: challengeText(challenge), origin, crossOrigin: false })
    const signature = signWith(Buffer.concat([authenticatorData, sha256(client)]))
    return { authenticatorData, clientDataJSON: Buffer.from(client), signature }
  }
