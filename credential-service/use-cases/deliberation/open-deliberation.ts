// SPDX-License-Identifier: EUPL-1.2
import { leafOf } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import type { Digest } from '#domain/canonical.ts'
import { ServiceError } from '../errors.ts'
import { ownSession } from '../results/own.ts'
import type { Officer } from '../results/ports.ts'
import type { Deliberation, DeliberationNeeds, Passkey } from './ports.ts'

/** Who is named, by their ids, and how many of them must sign. */
export type Naming = { results: string; people: string[]; quorum: number }

/** As many names as the contract takes (decision 5). */
const MOST_MEMBERS = 64
const YEAR_MS = 365 * 86_400_000

export const seatUntil = (now: Date) => new Date(now.getTime() + YEAR_MS)

/**
 * Opens the deliberation of a session's confirmed results, the next round after a refusal, or that of what was confirmed
 * since a decision; who is named gets a seat
 * for a year. It is brought to the ledger afterwards.
 * Refuses ERR_RESULTS_SESSION_UNKNOWN, ERR_JURY_QUORUM, ERR_JURY_MEMBER_UNKNOWN, ERR_DELIBERATION_NO_RESULTS,
 * ERR_DELIBERATION_HELD and ERR_DELIBERATION_RESULTS_UNCHANGED.
 */
export const openDeliberation = (needs: DeliberationNeeds) => async (officer: Officer, { results, people, quorum }: Naming): Promise<Deliberation> => {
  const { store, registers, edge } = needs
  const session = await ownSession({ store: needs.results, registers }, officer, results)
  const digest = await digestNow(needs, results)
  if (digest === null) throw new ServiceError('ERR_DELIBERATION_NO_RESULTS', { results })
  // More than half, or two opposite decisions could both find their signatures.
  if (people.length > MOST_MEMBERS || quorum > people.length || quorum * 2 <= people.length) throw new ServiceError('ERR_JURY_QUORUM', { quorum, members: people.length })
  const [last] = await store.roundsOf(results)
  // Once decided, only what was confirmed since: corrections and late additions, as a session of its own on the ledger.
  const goesOn = last?.state === 'refused' || (last?.state === 'decided' && last.digest !== digest)
  if (last && !goesOn) throw new ServiceError('ERR_DELIBERATION_HELD', { deliberation: last.id })
  if (last?.digest === digest) throw new ServiceError('ERR_DELIBERATION_RESULTS_UNCHANGED', { digest })
  const academy = registers.academies.get(session.academy)?.name ?? session.academy
  const [id, now, resultsSalt] = [edge.uuid(), edge.now(), edge.bytes32()]
  // Every round of a session names it alike: the ledger sees one line of rounds.
  const refused = last?.state === 'refused' ? last : null
  const sessionSalt = refused ? await store.sessionSalt(refused.id) : edge.bytes32()
  const opened = await store.open({
    id, results, session: session.session, academy, round: (last?.round ?? 0) + 1, digest, quorum, previous: refused?.name ?? null,
    resultsSalt, resultsDigest: leafOf(resultsSalt, hexOf(digest)),
    sessionSalt, sessionDigest: leafOf(sessionSalt, hexOf(digestOf({ session: session.session, academy: session.academy, results }))),
    passkeys: await passkeysOf(needs, people), seatUntil: seatUntil(now), openedBy: officer.id, openedAt: now,
  })
  const made = opened ? await store.deliberation(id) : null
  if (!made) throw new ServiceError('ERR_DELIBERATION_HELD', { deliberation: last?.id ?? '' })
  return made
}

/** The digest of a session's confirmed results as they stand now; null when there are none. */
export async function digestNow({ results }: Pick<DeliberationNeeds, 'results'>, id: string): Promise<Digest | null> {
  const session = await results.session(id)
  if (!session) return null
  return (await results.sessionsOfAcademy(session.academy)).find((one) => one.id === id)?.digest ?? null
}

/** Refuses ERR_JURY_MEMBER_UNKNOWN unless each is another member of juries with a passkey. */
async function passkeysOf({ store }: Pick<DeliberationNeeds, 'store'>, people: string[]): Promise<Passkey[]> {
  const known = new Map((await store.jurors()).map((juror) => [juror.person, juror.passkey]))
  const passkeys = [...new Set(people)].map((person) => known.get(person)).filter((one): one is Passkey => Boolean(one))
  if (passkeys.length !== people.length) throw new ServiceError('ERR_JURY_MEMBER_UNKNOWN', { named: people.length, able: passkeys.length })
  return passkeys
}

const hexOf = (digest: Digest): Bytes32 => `0x${digest.slice('sha256:'.length)}`
