// SPDX-License-Identifier: EUPL-1.2
import { anchorBatches } from './anchor-batches.ts'
import { issueCredentials } from './issue-credentials.ts'
import type { IssuingNeeds, LedgerPlace } from './ports.ts'
import { publishStatusLists } from './publish-status-lists.ts'
import { registerIssuer } from './register-issuer.ts'

/** What the service tells of the issuer: nothing personal. */
export type IssuingState = { ledgerAnswers: boolean; registered: boolean; lastError: string | null }

type Options = {
  everyMs: number
  onError: (error: unknown) => void
  /** Told where the ledger and the contract are, whenever that is known. */
  onPlace: (place: LedgerPlace) => Promise<void>
}

/**
 * The issuer at work: one round after another, each taking up whatever is left to do in the database. Nothing is kept
 * in memory between rounds, so a crash at any point is taken up by the next start, and a dead ledger only delays.
 */
export function runIssuing(needs: IssuingNeeds, { everyMs, onError, onPlace }: Options) {
  const state: IssuingState = { ledgerAnswers: false, registered: false, lastError: null }
  const round = issuingRound(needs, state)
  const tellPlace = async () => {
    const place = await needs.ledger.place()
    if (place) await onPlace(place)
  }
  let stopped = false
  let wake: () => void = () => undefined
  const pause = () => new Promise<void>(resolve => {
    const timer = setTimeout(resolve, everyMs)
    wake = () => { clearTimeout(timer); resolve() }
  })
  const work = (async () => {
    while (!stopped) {
      await round().then(tellPlace).catch(error => {
        state.lastError = error instanceof Error ? error.name : 'error'
        onError(error)
      })
      if (!stopped) await pause()
    }
  })()
  return {
    state: (): Readonly<IssuingState> => state,
    /** There is something to do: do not wait for the next round. */
    nudge: () => wake(),
    stop: async () => {
      stopped = true
      wake()
      await work
    },
  }
}

/** One round. What needs no ledger goes on while the ledger is away. */
export function issuingRound(needs: IssuingNeeds, state: IssuingState) {
  const register = registerIssuer(needs)
  const steps = [
    async () => {
      const issuers = await Promise.all((await needs.issuers.schools()).map(register))
      state.registered = issuers.every(issuer => issuer.registeredAt !== null)
    },
    publishStatusLists(needs),
    issueCredentials(needs),
    anchorBatches(needs),
    async () => { await needs.ledger.follow() },
  ]
  return async (): Promise<void> => {
    const failures: unknown[] = []
    for (const step of steps) await step().catch(error => void failures.push(error))
    state.ledgerAnswers = !failures.some(isUnreachable)
    const other = failures.find(error => !isUnreachable(error))
    if (other !== undefined) throw other
    state.lastError = null
  }
}

const isUnreachable = (error: unknown) => error instanceof Error && error.name === 'LedgerUnreachable'
