// SPDX-License-Identifier: EUPL-1.2
import { eachInTurn } from '../issuing/each-in-turn.ts'
import type { Renewing, ResealingNeeds } from './ports.ts'
import { resealIssuer } from './reseal-issuer.ts'

/** How far a year's renewal is: nothing personal. */
export type Resealed = { settled: boolean; issuers: number; done: number; sealed: number }

const isOver = ({ state }: Renewing) => state === 'confirmed' || state === 'nothing'

/**
 * One step of each issuer that has something confirmed before `confirmedBefore`, for this year. Asked again it goes on;
 * once everything is settled it does nothing more that year.
 * @throws the first failure, after every other issuer was served
 */
export const reseal = (needs: ResealingNeeds) => {
  const step = resealIssuer(needs)
  return async (year: number, confirmedBefore: Date): Promise<Resealed> => {
    const { renewals, ledger } = needs
    const issuers = await renewals.issuersWith(confirmedBefore)
    const known = new Map<string, Renewing | null>()
    for (const issuer of issuers) known.set(issuer, await renewals.ofYear(issuer, year))
    const waiting = issuers.filter(issuer => { const row = known.get(issuer); return !row || !isOver(row) })
    const archivist = waiting.length === 0 ? null : await ledger.archivist()
    if (archivist !== null) await eachInTurn(waiting, async issuer => void known.set(issuer, await step(issuer, year, archivist)))
    const rows = [...known.values()].filter(row => row !== null)
    const done = rows.filter(isOver).length
    return { settled: done === issuers.length, issuers: issuers.length, done, sealed: rows.reduce((sum, { sealed }) => sum + sealed, 0) }
  }
}

/** The yearly run: what was confirmed before this year began is renewed in it. Says whether something is under way. */
export const resealYearly = (needs: ResealingNeeds) => {
  const one = reseal(needs)
  return async (): Promise<boolean> => {
    const year = needs.edge.now().getUTCFullYear()
    return !(await one(year, new Date(Date.UTC(year, 0, 1)))).settled
  }
}
