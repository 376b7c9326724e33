// SPDX-License-Identifier: EUPL-1.2
import type { Edge, PeopleStore, RelyingParty } from './ports.ts'
import { beginSignIn, completeSignIn, signOut, whoIs } from './sign-in.ts'

export type { Edge, Identity, PeopleStore, Person, RelyingParty, SignIn } from './ports.ts'
export { ownPath, SESSION_HOURS } from './sign-in.ts'

/** Everything the routes ask about people. */
export const peopleUseCases = (needs: { store: PeopleStore; relyingParty: RelyingParty; edge: Edge }) => ({
  beginSignIn: beginSignIn(needs),
  completeSignIn: completeSignIn(needs),
  whoIs: whoIs(needs),
  signOut: signOut(needs),
})

export type PeopleUseCases = ReturnType<typeof peopleUseCases>
