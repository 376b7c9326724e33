// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../errors.ts'
import type { Officer } from '../results/ports.ts'
import { seatUntil } from './open-deliberation.ts'
import type { Deliberation, DeliberationNeeds } from './ports.ts'
import { ownDeliberation, placeOf } from './read-deliberations.ts'

/**
 * Gives the place of an absent member to someone else; the name stays written. Refuses ERR_DELIBERATION_UNKNOWN,
 * ERR_DELIBERATION_NOT_OPEN, ERR_JURY_MEMBER_UNKNOWN, ERR_DELIBERATION_SIGNED (who signed was there) and
 * ERR_DELIBERATION_REPLACEMENT.
 */
export const replaceMember = (needs: Pick<DeliberationNeeds, 'store' | 'registers' | 'edge'>) =>
  async (officer: Officer, id: string, { absent, substitute }: { absent: string; substitute: string }): Promise<Deliberation> => {
    const { store, edge } = needs
    const deliberation = await ownDeliberation(needs, officer, id)
    if (deliberation.state !== 'open') throw new ServiceError('ERR_DELIBERATION_NOT_OPEN', { state: deliberation.state })
    const place = placeOf(deliberation, absent)
    if (!place) throw new ServiceError('ERR_DELIBERATION_REPLACEMENT')
    if (place.vote !== null) throw new ServiceError('ERR_DELIBERATION_SIGNED')
    const passkey = (await store.jurors()).find(({ person }) => person === substitute)?.passkey
    if (!passkey) throw new ServiceError('ERR_JURY_MEMBER_UNKNOWN', { named: 1, able: 0 })
    if (!(await store.replace(id, place.place, passkey, seatUntil(edge.now())))) throw new ServiceError('ERR_DELIBERATION_REPLACEMENT')
    return ownDeliberation(needs, officer, id)
  }
