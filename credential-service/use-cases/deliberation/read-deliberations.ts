// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import { academiesOf } from '../results/own.ts'
import type { Officer } from '../results/ports.ts'
import type { Deliberation, DeliberationNeeds, Place } from './ports.ts'

type Needs = Pick<DeliberationNeeds, 'store'>
type OfficerNeeds = Pick<DeliberationNeeds, 'store' | 'registers'>

/** The place that a person has or had. */
export const placeOf = (deliberation: Deliberation, person: string): Place | null =>
  deliberation.places.find((place) => place.person === person) ?? null

/** Every deliberation of the officer's academy, whoever opened it. */
export const listDeliberations = (needs: OfficerNeeds) => async (officer: Officer): Promise<Deliberation[]> => {
  const [academy] = academiesOf(needs, officer)
  return academy ? needs.store.ofAcademy(academy.name) : []
}

/** A deliberation of this officer's academy, whoever opened it. One of another academy is as one that is not there. */
export async function ownDeliberation(needs: OfficerNeeds, officer: Officer, id: string): Promise<Deliberation> {
  const deliberation = await needs.store.deliberation(id)
  const theirs = academiesOf(needs, officer).some(({ name }) => name === deliberation?.academy)
  if (!deliberation || !theirs) throw new ServiceError('ERR_DELIBERATION_UNKNOWN', { deliberation: id })
  return deliberation
}

/** What a member has to read, and what they signed. Refuses ERR_DELIBERATION_UNKNOWN to who has no place. */
export const readForMember = ({ store }: Needs) => async (person: { id: string }, id: string): Promise<Deliberation> => {
  const deliberation = await store.deliberation(id)
  if (!deliberation || !placeOf(deliberation, person.id)) throw new ServiceError('ERR_DELIBERATION_UNKNOWN', { deliberation: id })
  return deliberation
}

/** The minutes of a closed deliberation as data. Refuses ERR_DELIBERATION_NO_MINUTES. */
export const readMinutes = (needs: OfficerNeeds) => async (officer: Officer, id: string): Promise<string> => {
  await ownDeliberation(needs, officer, id)
  const text = await needs.store.minutes(id)
  if (text === null) throw new ServiceError('ERR_DELIBERATION_NO_MINUTES', { deliberation: id })
  return text
}

/** The minutes of a closed deliberation as a signed document. Refuses ERR_DELIBERATION_NO_MINUTES, also where they are of before, data alone. */
export const readSignedMinutes = (needs: OfficerNeeds) => async (officer: Officer, id: string): Promise<Uint8Array> => {
  await ownDeliberation(needs, officer, id)
  const document = await needs.store.signedMinutes(id)
  if (document === null) throw new ServiceError('ERR_DELIBERATION_NO_MINUTES', { deliberation: id })
  return document
}
