// SPDX-License-Identifier: EUPL-1.2
import { anchorBatches } from './anchor-batches.ts'
import { eachInTurn, isUnreachable } from './each-in-turn.ts'
import { issueCredentials } from './issue-credentials.ts'
import type { IssuingNeeds, LedgerPlace } from './ports.ts'
import { publishStatusLists, renewalAt } from './publish-status-lists.ts'
import { registerIssuer } from './register-issuer.ts'

/** What the service tells of the issuer: nothing personal. */
export type IssuingState = { ledgerAnswers: boolean; registered: boolean; lastError: string | null }

type Options = {
  /** Between two rounds while something is under way, and while nothing is. */
  everyMs: { busy: number; idle: number }
  onError: (error: unknown) => void
  /** Told whether the ledger answers at first, then when it goes away and when it is back. */
  onLedger: (answers: boolean) => void
  /** Told where the ledger and the contract are, whenever that is known. */
  onPlace: (place: LedgerPlace) => Promise<void>
}

/**
 * The issuer at work: one round after another, each taking up whatever is left to do in the database. Nothing is kept
 * in memory between rounds, so a crash at any point is taken up by the next start, and a dead ledger only delays.
 */
export function runIssuing(needs: IssuingNeeds, { everyMs, onError, onLedger, onPlace }: Options) {
  const state: IssuingState = { ledgerAnswers: false, registered: false, lastError: null }
  const round = issuingRound(needs, state)
  // Not known at first, so that a ledger that is away from the start is told of too.
  let answered: boolean | undefined
  const one = async () => {
    const busy = await round().finally(() => { if (state.ledgerAnswers !== answered) onLedger(answered = state.ledgerAnswers) })
    const place = await needs.ledger.place()
    if (place) await onPlace(place)
    return busy
  }
  let told = ''
  let stopped = false
  let wake: () => void = () => undefined
  const pause = (ms: number) => new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms)
    wake = () => { clearTimeout(timer); resolve() }
  })
  const work = (async () => {
    while (!stopped) {
      const busy = await one().catch((error: unknown) => {
        state.lastError = error instanceof Error ? error.name : 'error'
        // A lasting failure is met again each second: it is told once.
        if (String(error) !== told) onError(error)
        told = String(error)
        return false
      })
      if (!stopped) await pause(busy ? everyMs.busy : everyMs.idle)
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

/** One round. What needs no ledger goes on while the ledger is away. Says whether something is under way. */
export function issuingRound(needs: IssuingNeeds, state: IssuingState) {
  const issuing = [publishStatusLists(needs), issueCredentials(needs), anchorBatches(needs)]
  let working = false
  let underWay = 0
  const steps = [
    registerSchools(needs, state),
    async () => { working = await needs.store.hasWork(renewalAt(needs.edge.now())) },
    ...issuing.map(step => async () => { if (working) await step() }),
    async () => { underWay = await needs.ledger.follow() },
  ]
  return async (): Promise<boolean> => {
    underWay = 0
    const failures: unknown[] = []
    for (const step of steps) await step().catch(error => void failures.push(error))
    state.ledgerAnswers = !failures.some(isUnreachable)
    const other = failures.find(error => !isUnreachable(error))
    if (other !== undefined) throw other
    state.lastError = null
    return working || underWay > 0 || !state.registered
  }
}

/** Sees every school registered; one that is needs no further question. */
function registerSchools(needs: IssuingNeeds, state: IssuingState) {
  const register = registerIssuer(needs)
  const done = new Set<string>()
  return async () => {
    const schools = await needs.issuers.schools()
    const waiting = schools.filter(({ id }) => !done.has(id))
    await eachInTurn(waiting, async school => {
      if ((await register(school)).registeredAt !== null) done.add(school.id)
    }).finally(() => { state.registered = done.size === schools.length })
  }
}
