// SPDX-License-Identifier: EUPL-1.2
export { keyNamed, openEnvelope, withoutClaims } from './envelope.ts'
export type { Envelope } from './envelope.ts'
export { readDidJwk, readJwk } from './jwk.ts'
export { readJws } from './jws.ts'
export type { Jws } from './jws.ts'
export { shownClaims } from './sd-jwt.ts'
