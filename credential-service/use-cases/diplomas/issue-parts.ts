// SPDX-License-Identifier: EUPL-1.2
import { SHORTEST_LIST } from '#domain/credential/index.ts'
import { DomainError } from '#domain/errors.ts'
import { ServiceError } from '../errors.ts'
import { isUnreachable } from '../issuing/each-in-turn.ts'
import { instant } from '../issuing/issue-credentials.ts'
import { publishStatusLists } from '../issuing/publish-status-lists.ts'
import type { DiplomaNeeds, IssuingSession, MadePart, Run } from './ports.ts'

type UnderWay = { first: number; lastKey: string; count: number; made: Promise<MadePart> }

/**
 * Signs what is left of a session, part after part: a few are being made while the one before is kept, and they are kept
 * in their order, so memory does not grow with the session and a crash loses at most the parts under way. Stops when the
 * session is paused or cancelled, or another process has taken it up; and after `until`, with what was under way then, so
 * that others have their turn.
 * @returns whether every line has its diploma, some are left for another turn, or it was stopped
 */
export const issueParts = (needs: DiplomaNeeds) => async (session: IssuingSession, until: Date | null): Promise<'whole' | 'left' | 'stopped'> => {
  const { store, lines, makers, sizes, edge } = needs
  const queue: UnderWay[] = []
  let [at, key, ended] = [session.issued, session.lastKey, false]
  let run = await runOf(needs, session, at)
  const start = async () => {
    const next = await lines.after(session.id, key, sizes.part)
    ended = next.length < sizes.part
    if (next.length === 0) return
    if (listsFor(at + next.length) > run.lists.length) run = await runOf(needs, session, at)
    const made = makers.make(run, at, next)
    // Waited for in its turn: until then a failure must not end the process.
    made.catch(() => undefined)
    key = next.at(-1)!.key
    queue.push({ first: at, lastKey: key, count: next.length, made })
    at += next.length
  }
  while (!ended && queue.length <= makers.atOnce) await start()
  for (let part = queue.shift(); part; part = queue.shift()) {
    const made = await part.made
    if (!ended && (until === null || edge.now() < until)) await start()
    if (!(await store.keepPart(session.id, part.first, part.lastKey, made, edge.now()))) {
      await Promise.allSettled(queue.map(one => one.made))
      return 'stopped'
    }
  }
  if (!ended) return 'left'
  // Fewer lines than there were at the opening: another file, or one cut short. What is missing is not left out.
  if (session.expected !== null && at < session.expected) throw new DomainError('ERR_RECORD_INVALID', { member: 'lines', expected: session.expected, found: at })
  return 'whole'
}

const listsFor = (places: number) => Math.ceil(places / SHORTEST_LIST)

/** What the makers need for the parts to come, the next list's included; each list is signed before a diploma names it. */
async function runOf(needs: DiplomaNeeds, session: IssuingSession, at: number): Promise<Run> {
  const { store, issuers, statuses, registers, origin, sizes, makers } = needs
  const issuer = await issuers.issuerNamed(session.issuer)
  if (!issuer) throw new ServiceError('ERR_NOT_READY')
  const lists = await store.lists(session, listsFor(at + (makers.atOnce + 2) * sizes.part))
  // What waits for the ledger is sent later: a diploma only needs its list signed.
  await publishStatusLists(needs)().catch((error: unknown) => { if (!isUnreachable(error)) throw error })
  for (const { id } of lists) if (!(await statuses.latest(id, 'suspension'))) throw new ServiceError('ERR_NOT_READY')
  return {
    session: session.id,
    sessionMonth: session.session,
    academy: { code: session.academy, name: registers.academyName(session.academy) ?? session.academy },
    issuer: { did: issuer.did, name: issuer.school.name },
    verificationMethod: issuer.verificationMethod,
    validFrom: instant(session.validFrom),
    key: session.key,
    diplomaAddress: `${origin}/diplomas/`,
    titles: registers.titles(),
    lists: lists.map(({ address }) => address),
  }
}

/** Why a session stopped by itself, without anything of a person in it. */
export const problemOf = (error: unknown): string | null => (error instanceof DomainError ? error.message : null)
