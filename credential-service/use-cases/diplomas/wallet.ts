// SPDX-License-Identifier: EUPL-1.2
import { readDiplomaSaid } from '#domain/credential/diploma/index.ts'
import type { DiplomaSaid } from '#domain/credential/diploma/index.ts'
import type { JsonObject, StatusState } from '#domain/credential/index.ts'
import type { Text } from '#domain/text.ts'
import { ServiceError } from '../errors.ts'
import type { HeldText } from '../issuing/forms-ports.ts'
import type { HolderNeeds } from './holder-ports.ts'
import { readDiploma } from './read-diploma.ts'

/** A diploma as its holder sees it. */
export type WalletDiploma = Omit<DiplomaSaid, 'id'> & {
  id: string
  /** As the register says it in both languages; the diploma itself is in French. */
  title: Text
  state: StatusState
  ready: boolean
}

/** The diplomas of one person, newest first. */
export const listDiplomas = ({ holders, registers }: Pick<HolderNeeds, 'holders' | 'registers'>) => async (person: string): Promise<WalletDiploma[]> =>
  (await holders.heldBy(person)).map(({ id, text, state, ready }) => {
    const said = readDiplomaSaid(JSON.parse(text) as JsonObject)
    const { code, title } = said.diploma
    return { ...said, id, title: { fr: title, en: registers.titles()[code]?.en ?? title }, state, ready }
  })

/** The file of one's own diploma. Refuses ERR_CREDENTIAL_UNKNOWN (none, or someone else's) and ERR_CREDENTIAL_NOT_READY. */
export const readOwnDiploma = (needs: HolderNeeds) => async (person: string, id: string): Promise<string> => {
  if (!(await needs.holders.held(person, id))) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
  return readDiploma(needs)(id, () => true)
}

/** One's own diploma, as its other forms are made from it. */
export const heldDiplomas = ({ holders }: Pick<HolderNeeds, 'holders'>): HeldText => async (person, id) => {
  const held = await holders.held(person, id)
  if (!held) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
  if (!held.ready) throw new ServiceError('ERR_CREDENTIAL_NOT_READY', { credential: id })
  return { issuer: held.issuer, credential: JSON.parse(held.text) as JsonObject }
}
