// SPDX-License-Identifier: EUPL-1.2
import { CLAIM_BYTES, claimCodeOf, holderName, readClaimCode, readDiplomaSaid } from '#domain/credential/diploma/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import type { HolderNeeds } from './holder-ports.ts'

const LIFE_MS = 180 * 86_400_000
const MOST_FAILURES = 5
/** The graduates of one school and one session are some hundreds: who has more asks again for those that follow. */
const MOST_CODES = 2_000

/** A slip that a school prints and hands to a graduate: the code is nowhere else. */
export type ClaimSlip = { holder: string; title: string; speciality: string | null; code: string }

/** `next`: the last of these diplomas, when others follow. */
export type ClaimSlips = { slips: ClaimSlip[]; next: string | null }

type Head = { id: string; school: { id: string } | null }

/**
 * Makes a code for each diploma of a session whose school of origin the head's is and that nobody has claimed, `most` at
 * once, from the first or from those `after` one. Made again, the earlier codes of the same diplomas are worth nothing. Refuses ERR_SCHOOL_UNKNOWN for a head of no school.
 */
export const makeClaimCodes = ({ holders, edge, bytes, digestOfCode }: HolderNeeds, most = MOST_CODES) => async (head: Head, session: string, after: string | null): Promise<ClaimSlips> => {
  if (!head.school) throw new ServiceError('ERR_SCHOOL_UNKNOWN', { school: '' })
  const { found, next } = await holders.unclaimed(head.school.id, session, { after, limit: most })
  const made = found.map(({ id, text }) => ({ diploma: id, said: readDiplomaSaid(JSON.parse(text) as JsonObject), code: claimCodeOf(bytes(CLAIM_BYTES)) }))
  const at = edge.now()
  await holders.keepClaims(made.map(({ diploma, code }) => ({ diploma, digest: digestOfCode(readClaimCode(code) ?? '') })), {
    person: head.id, at, until: new Date(at.getTime() + LIFE_MS),
  })
  const slips = made.map(({ said, code }) => ({ holder: holderName(said), title: said.diploma.title, speciality: said.diploma.speciality, code }))
  return { slips, next }
}

/**
 * Puts a diploma into the wallet of who has its code and says its birth date; afterwards the code is worth nothing.
 * Refuses ERR_CLAIM_REFUSED, whatever is wrong: nobody learns which part was right.
 */
export const claimDiploma = ({ holders, edge, digestOfCode }: HolderNeeds) => async (person: string, { code, birthDate }: { code: string; birthDate: string }): Promise<string> => {
  const read = readClaimCode(code)
  const taken = read && (await holders.take({ digest: digestOfCode(read), birthDate, person, at: edge.now(), mostFailures: MOST_FAILURES }))
  if (!taken) throw new ServiceError('ERR_CLAIM_REFUSED')
  return taken
}
