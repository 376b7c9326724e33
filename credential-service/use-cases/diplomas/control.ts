// SPDX-License-Identifier: EUPL-1.2
import { toHex } from '#domain/anchoring/index.ts'
import { rootOfTree } from '#domain/anchoring/tree.ts'
import { ServiceError } from '../errors.ts'
import { sessionTree } from './anchor-session.ts'
import type { DiplomaNeeds, IssuingSession, SessionState } from './ports.ts'

type Needs = Pick<DiplomaNeeds, 'store' | 'edge'>

export type Progress = {
  session: string
  state: SessionState
  issued: number
  /** Null when the number of lines is not known beforehand. */
  expected: number | null
  /** Diplomas a second since it was last resumed; null before the first part. */
  perSecond: number | null
  secondsLeft: number | null
  batches: { closed: number; confirmed: number }
  /** What the jury signs, once every line is signed and every batch closed; null before. */
  root: string | null
  problem: string | null
}

/** How far a session is, how fast it goes and how long that still takes. Refuses ERR_ISSUING_UNKNOWN. */
export const readProgress = ({ store, hashLevel, sizes }: Pick<DiplomaNeeds, 'store' | 'hashLevel' | 'sizes'>) => async (id: string): Promise<Progress> => {
  const session = await known(store, id)
  const batches = await store.batches(id)
  const perSecond = rateOf(session)
  const isWhole = ['issued', 'anchored'].includes(session.state) && batches.length > 0 && batches.length === Math.ceil(session.issued / sizes.batch)
  const left = session.expected === null ? null : session.expected - session.issued
  return {
    session: id,
    state: session.state,
    issued: session.issued,
    expected: session.expected,
    perSecond,
    secondsLeft: left === null || (left > 0 && !perSecond) ? null : Math.ceil(left / (perSecond ?? 1)),
    batches: { closed: batches.length, confirmed: batches.filter(({ confirmedAt }) => confirmedAt !== null).length },
    root: isWhole ? toHex(rootOfTree(sessionTree(batches, hashLevel))) : null,
    problem: session.problem,
  }
}

function rateOf({ issued, issuedBefore, resumedAt, lastPartAt }: IssuingSession): number | null {
  const seconds = lastPartAt === null ? 0 : (lastPartAt.getTime() - resumedAt.getTime()) / 1000
  return seconds > 0 && issued > issuedBefore ? (issued - issuedBefore) / seconds : null
}

/** The jury has decided: what it signed may be anchored under its deliberation. Refuses ERR_ISSUING_UNKNOWN. */
export const decideIssuing = ({ store }: Pick<Needs, 'store'>) => async (id: string, deliberation: string): Promise<void> => {
  await known(store, id)
  await store.keepDecision(id, deliberation)
}

/** Stops after the part that is being kept. Refuses ERR_ISSUING_UNKNOWN, ERR_ISSUING_STATE. */
export const pauseIssuing = (needs: Needs) => mover(needs, ['running'], 'paused')

/** Goes on where it stopped. Refuses ERR_ISSUING_UNKNOWN, ERR_ISSUING_STATE. */
export const resumeIssuing = (needs: Needs) => mover(needs, ['paused'], 'running')

/**
 * Ends a session of which nothing is on the ledger yet, and erases its diplomas: none was handed to anyone.
 * Refuses ERR_ISSUING_UNKNOWN, and ERR_ISSUING_STATE once every line is signed and its roots are on their way.
 */
export const cancelIssuing = (needs: Needs) => {
  const move = mover(needs, ['running', 'paused'], 'cancelled')
  return async (id: string): Promise<void> => {
    await move(id)
    await needs.store.erase(id)
  }
}

const mover = ({ store, edge }: Needs, from: readonly SessionState[], to: SessionState) => async (id: string): Promise<void> => {
  const { state } = await known(store, id)
  if (!(await store.move(id, from, to, edge.now()))) throw new ServiceError('ERR_ISSUING_STATE', { session: id, state })
}

async function known(store: Needs['store'], id: string): Promise<IssuingSession> {
  const session = await store.session(id)
  if (!session) throw new ServiceError('ERR_ISSUING_UNKNOWN', { session: id })
  return session
}
