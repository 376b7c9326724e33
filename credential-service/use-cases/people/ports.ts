// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#domain/access.ts'

/** Someone signed in: as much as the pages and the rules need, no more. */
export type Person = {
  id: string
  displayName: string
  roles: Role[]
  school: { id: string; name: string } | null
  /** Of an officer of an academy: which one. */
  academy?: string
}

/** What an OpenID provider says of someone who has just proved who they are. */
export type Identity = { issuer: string; subject: string; displayName: string; roles: Role[]; uai: string | null; academy?: string | null }

export type PeopleStore = {
  /** Keeps the person under (issuer, subject), with what the provider says today. */
  remember: (identity: Identity, newId: string) => Promise<string>
  openSession: (tokenDigest: string, person: string, expiresAt: Date) => Promise<void>
  personOfSession: (tokenDigest: string, now: Date) => Promise<Person | null>
  closeSession: (tokenDigest: string) => Promise<void>
  keepSignIn: (stateDigest: string, signIn: SignIn) => Promise<void>
  /** Gives a sign-in once: it is gone afterwards. */
  takeSignIn: (stateDigest: string, now: Date) => Promise<SignIn | null>
  forgetExpired: (now: Date) => Promise<void>
}

/** A sign-in under way. */
export type SignIn = {
  browserDigest: string
  nonce: string
  codeVerifier: string
  returnTo: string
  expiresAt: Date
}

/** The relying party's side of OpenID Connect (authorization code with PKCE). */
export type RelyingParty = {
  begin: () => Promise<{ address: string; state: string; nonce: string; codeVerifier: string }>
  /** @throws when the answer is not the one that was asked for */
  complete: (callback: URL, expected: { state: string; nonce: string; codeVerifier: string }) => Promise<Identity>
}

/** Chance and time, from outside. */
export type Edge = {
  now: () => Date
  newId: () => string
  /** 256 bits from the system's generator, base64url. */
  newToken: () => string
}
