// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { DeliberationNeeds, Passkey, PasskeyJson } from './ports.ts'

type Needs = Pick<DeliberationNeeds, 'store' | 'authenticators' | 'edge'>
const FIVE_MINUTES = 5 * 60_000

/** What the browser needs to make a passkey for this person. */
export const beginPasskey = ({ store, authenticators, edge }: Needs) => async (person: { id: string; displayName: string }): Promise<object> => {
  const known = await store.passkeyOf(person.id)
  const { options, challenge } = await authenticators.creation({ id: person.id, name: person.displayName }, known ? [known.credential] : [])
  await store.keepChallenge(person.id, challenge, new Date(edge.now().getTime() + FIVE_MINUTES))
  return options
}

/**
 * Registers the passkey that was made, in the place of the one before: that one signs only where it was named already.
 * Refuses ERR_PASSKEY_MISSING (nothing was begun), ERR_PASSKEY_INVALID and ERR_PASSKEY_TAKEN.
 */
export const registerPasskey = ({ store, authenticators, edge }: Needs) => async (person: { id: string }, made: PasskeyJson): Promise<Passkey> => {
  const challenge = await store.takeChallenge(person.id, edge.now())
  if (challenge === null) throw new ServiceError('ERR_PASSKEY_MISSING')
  const passkey = { ...await authenticators.readCreation(made, challenge), person: person.id, registeredAt: edge.now() }
  if (!(await store.keepPasskey(passkey))) throw new ServiceError('ERR_PASSKEY_TAKEN')
  return passkey
}
