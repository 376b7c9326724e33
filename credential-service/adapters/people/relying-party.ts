// SPDX-License-Identifier: EUPL-1.2
import * as openid from 'openid-client'
import { isRole } from '#domain/access.ts'
import type { Identity, RelyingParty } from '../../use-cases/people/index.ts'

export type RelyingPartySettings = {
  issuer: string
  clientId: string
  clientSecret?: string
  /** Absolute address of /api/sign-in/callback. */
  callback: string
  rolesClaim: string
  /**
   * The embedded provider answers in this same process: its public address is reached at this local one, since the
   * service may stand behind a proxy that it cannot call.
   */
  local?: { publicOrigin: string; origin: string }
}

/** OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636), by openid-client. */
export function openIdRelyingParty(settings: RelyingPartySettings): RelyingParty {
  let known: Promise<openid.Configuration> | undefined
  // Asked when first needed, and again after a failure: the provider may start after the service.
  const configuration = () => (known ??= discover(settings).catch((cause: unknown) => {
    known = undefined
    throw cause
  }))
  return {
    async begin() {
      const codeVerifier = openid.randomPKCECodeVerifier()
      const [state, nonce] = [openid.randomState(), openid.randomNonce()]
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.callback,
        scope: 'openid profile',
        // On a shared device, the provider may still know who came before: whoever signs in now must say who they are
        // (OpenID Connect Core 1.0, section 3.1.2.1).
        prompt: 'login',
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { address: address.href, state, nonce, codeVerifier }
    },
    async complete(callback, { state, nonce, codeVerifier }) {
      const tokens = await openid.authorizationCodeGrant(await configuration(), callback, {
        pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('The provider gave no identity')
      const more = await openid.fetchUserInfo(await configuration(), tokens.access_token, claims.sub)
      return identityOf({ ...more, ...claims }, settings)
    },
  }
}

function discover({ issuer, clientId, clientSecret, local }: RelyingPartySettings) {
  const overHttp = issuer.startsWith('http://')
  return openid.discovery(new URL(issuer), clientId, clientSecret ?? {}, clientSecret ? undefined : openid.None(), {
    execute: overHttp ? [openid.allowInsecureRequests] : [],
    [openid.customFetch]: (address, options) =>
      fetch(local ? address.replace(local.publicOrigin, local.origin) : address, options as RequestInit),
  })
}

type Claims = Record<string, unknown> & { iss: string; sub: string }

/** Only what the service keeps is read; a role this service does not know is no role. */
function identityOf(claims: Claims, { rolesClaim }: RelyingPartySettings): Identity {
  const said = claims[rolesClaim]
  const parts = [claims.given_name, claims.usual_name ?? claims.family_name].filter(Boolean).join(' ')
  return {
    issuer: claims.iss,
    subject: claims.sub,
    displayName: typeof claims.name === 'string' ? claims.name : parts || claims.sub,
    roles: (Array.isArray(said) ? said : [said]).filter(isRole),
    uai: typeof claims.compagnon_uai === 'string' ? claims.compagnon_uai : null,
    academy: typeof claims.compagnon_academy === 'string' ? claims.compagnon_academy : null,
  }
}
