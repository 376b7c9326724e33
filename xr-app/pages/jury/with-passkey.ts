// SPDX-License-Identifier: EUPL-1.2
import type { Creation, Request } from './shapes.ts'

/** The person closed the device's question, or let it pass. */
export class Declined extends Error {}
/** The device has a passkey for this person already, or cannot make one. */
export class Unable extends Error {}

/** Has the device make a passkey. @throws Declined, Unable */
export async function makePasskey(options: Creation) {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return startRegistration({ optionsJSON: options }).catch(explain)
}

/** Has the member's passkey sign. @throws Declined, Unable */
export async function signWithPasskey(options: Request) {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON: options }).catch(explain)
}

// Browsers say "not allowed" for a refusal, a closed question and a delay alike (WebAuthn level 3, section 14.5).
function explain(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : ''
  throw name === 'NotAllowedError' || name === 'AbortError' ? new Declined('declined', { cause }) : new Unable('unable', { cause })
}
