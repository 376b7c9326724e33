// SPDX-License-Identifier: EUPL-1.2
// Credentials inside a signed token (W3C Securing Verifiable Credentials using JOSE and COSE 1.0).
import { idOf } from '../data-model/index.ts'
import type { JsonObject } from '../json.ts'
import type { Jws } from './jws.ts'

/** What an envelope holds; of an SD-JWT (RFC 9901), all of it and the token in front. */
export type Envelope = { type: 'vc+jwt' | 'vc+sd-jwt' | 'vp+jwt'; token: string; whole: string }

/** What is in the `data:` URL of an enveloped credential or presentation (RFC 2397); null when it is of a kind that is not read here. */
export function openEnvelope(url: string): Envelope | null {
  const [, type, whole] = /^data:application\/(vc\+jwt|vc\+sd-jwt|vp\+jwt),([\w.~-]+)$/.exec(url) ?? []
  if (whole === undefined) return null
  const [token = ''] = whole.split('~')
  return type === 'vc+sd-jwt' ? { type, token, whole } : { type: type as Envelope['type'], token: whole, whole }
}

const CLAIMS = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf', 'nonce']

/** The credential, or the presentation, itself: what JWT adds beside it (RFC 7519 §4.1) is about the token. */
export const withoutClaims = (payload: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.includes(name)))

/**
 * The address of the key that the token names (§4.1): `kid` is one, or a fragment of the identifier of who signed it, the
 * issuer or the holder. Who is itself a key needs no `kid`.
 */
export function keyNamed({ header: { kid }, payload }: Jws): string {
  const issuer = typeof payload.iss === 'string' ? payload.iss : idOf(payload.issuer ?? payload.holder) ?? ''
  const named = typeof kid === 'string' ? kid : ''
  if (named.includes('#') && !named.startsWith('#')) return named
  const did = named.startsWith('did:') ? named : issuer
  if (named !== '' && did !== named) return `${did}#${named.replace(/^#/, '')}`
  return did.startsWith('did:key:') ? `${did}#${did.slice('did:key:'.length)}` : `${did}#0`
}
