// SPDX-License-Identifier: EUPL-1.2
import { generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'
import { memberOf, toHex } from '#domain/anchoring/index.ts'
import type { PasskeyPoint } from '#domain/anchoring/index.ts'
import { DomainError } from '#domain/errors.ts'
import type { Authenticators } from '../../use-cases/deliberation/ports.ts'
import { ServiceError } from '../../use-cases/errors.ts'

/** ECDSA over P-256 with SHA-256 (RFC 9053, section 2.1): all the contract checks. */
const ES256 = -7
const FIVE_MINUTES = 5 * 60_000

/** Passkeys of one origin and its other names, by @simplewebauthn/server. The person is verified, always. */
export function webAuthn(origin: string, alsoOrigins: string[] = []): Authenticators {
  const rpID = new URL(origin).hostname
  const here = { expectedOrigin: [origin, ...alsoOrigins], expectedRPID: rpID, requireUserVerification: true }
  return {
    async creation({ id, name }, known) {
      const options = await generateRegistrationOptions({
        rpName: 'Compagnon', rpID, userID: new TextEncoder().encode(id), userName: name, userDisplayName: name, attestationType: 'none', timeout: FIVE_MINUTES,
        supportedAlgorithmIDs: [ES256], excludeCredentials: known.map((credential) => ({ id: credential })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      })
      return { options, challenge: options.challenge }
    },
    async readCreation(made, challenge) {
      const response = made as unknown as RegistrationResponseJSON
      const read = await verifyRegistrationResponse({ response, expectedChallenge: challenge, supportedAlgorithmIDs: [ES256], ...here }).catch(unfit)
      if (!read.verified) throw new ServiceError('ERR_PASSKEY_INVALID')
      const { id, publicKey, counter } = read.registrationInfo.credential
      const point = pointOfCose(publicKey)
      return { member: memberOf(point), credential: id, point, signCount: counter }
    },
    request: (credential, challenge) => ({
      challenge, rpId: rpID, timeout: FIVE_MINUTES, userVerification: 'required', allowCredentials: [{ id: credential, type: 'public-key' }],
    }),
    async checkAnswer(answer, challenge, { credential, point, signCount }) {
      const response = answer as unknown as AuthenticationResponseJSON
      const known = { id: credential, publicKey: coseOf(point), counter: signCount }
      if (answer.id !== credential) throw notOfThisPasskey()
      const read = await verifyAuthenticationResponse({ response, expectedChallenge: challenge, credential: known, ...here }).catch(notOfThisPasskey)
      if (read instanceof DomainError || !read.verified) throw notOfThisPasskey()
      return { signCount: read.authenticationInfo.newCounter }
    },
  }
}

// The library says in English what is wrong with what the browser sent; of its words nothing is passed on.
function unfit(cause: unknown): never {
  throw new ServiceError('ERR_PASSKEY_INVALID', {}, cause)
}

const notOfThisPasskey = () => new DomainError('ERR_ASSERTION_INVALID', { fault: 'not-of-this-passkey' })

/** In a COSE key of two coordinates (RFC 9053, section 7.1.1). */
const [CURVE, X, Y, P256] = [-1, -2, -3, 1]

function pointOfCose(key: Uint8Array<ArrayBuffer>): PasskeyPoint {
  const said = decodeCredentialPublicKey(key) as unknown as Map<number, unknown>
  const [x, y] = [said.get(X), said.get(Y)]
  if (said.get(CURVE) !== P256 || !(x instanceof Uint8Array) || !(y instanceof Uint8Array)) throw new ServiceError('ERR_PASSKEY_INVALID')
  return { x: toHex(x), y: toHex(y) }
}

/** A map of five: EC2, ES256, P-256, and the coordinates as 32 bytes each. */
const coseOf = ({ x, y }: PasskeyPoint): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`a5010203262001215820${x.slice(2)}225820${y.slice(2)}`, 'hex'))
