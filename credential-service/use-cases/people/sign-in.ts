// SPDX-License-Identifier: EUPL-1.2
import { digestOfText } from '#domain/canonical.ts'
import { ServiceError } from '../errors.ts'
import type { Edge, PeopleStore, Person, RelyingParty } from './ports.ts'

export const SESSION_HOURS = 12
const SIGN_IN_MINUTES = 15

type Needs = { store: PeopleStore; relyingParty: RelyingParty; edge: Edge }

/** Where to send a browser that wants to sign in, and the token that ties the answer to this very browser. */
export const beginSignIn = ({ store, relyingParty, edge }: Needs) => async (returnTo: string) => {
  const { address, state, nonce, codeVerifier } = await relyingParty.begin()
  const browser = edge.newToken()
  await store.keepSignIn(digestOfText(state), {
    browserDigest: digestOfText(browser),
    nonce,
    codeVerifier,
    returnTo: ownPath(returnTo),
    expiresAt: later(edge.now(), SIGN_IN_MINUTES),
  })
  return { address, browser }
}

/**
 * Ends a sign-in: the person is known, a session is open.
 * @throws ERR_SIGN_IN_FAILED when nothing was begun, it is too old, another browser began it, or the provider's
 *   answer does not hold
 */
export const completeSignIn = ({ store, relyingParty, edge }: Needs) => async (callback: URL, browser: string) => {
  const state = callback.searchParams.get('state') ?? ''
  const signIn = await store.takeSignIn(digestOfText(state), edge.now())
  if (!signIn || signIn.browserDigest !== digestOfText(browser)) throw new ServiceError('ERR_SIGN_IN_FAILED')
  const identity = await relyingParty.complete(callback, { state, ...signIn })
    .catch((cause: unknown) => { throw new ServiceError('ERR_SIGN_IN_FAILED', {}, cause) })
  const person = await store.remember(identity, edge.newId())
  const token = edge.newToken()
  await store.openSession(digestOfText(token), person, later(edge.now(), SESSION_HOURS * 60))
  return { token, returnTo: signIn.returnTo }
}

/** Who holds this token; null when nobody does, or no longer. */
export const whoIs = ({ store, edge }: Pick<Needs, 'store' | 'edge'>) => (token: string): Promise<Person | null> =>
  store.personOfSession(digestOfText(token), edge.now())

export const signOut = ({ store }: Pick<Needs, 'store'>) => (token: string) => store.closeSession(digestOfText(token))

/** A path of this service; anything that could lead elsewhere becomes the first page. */
export const ownPath = (path: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/')

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
