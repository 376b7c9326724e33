// SPDX-License-Identifier: EUPL-1.2
import { FIRST_ROUND, toMemberSignature } from '#domain/anchoring/index.ts'
import { eachInTurn } from '../issuing/each-in-turn.ts'
import { bringSeatEndings } from './end-seat.ts'
import { keepMinutes } from './keep-minutes.ts'
import type { Deliberation, DeliberationNeeds, Place, Vote } from './ports.ts'
import { answerOf, ledgerOf, statementOf } from './sign-statement.ts'

/**
 * Brings every deliberation as far as it goes now: opened on the ledger, its substitutes known there, closed once enough
 * have signed, its minutes added; and the seats that are to end. Nothing is kept in memory between two calls; what was asked once is asked once. What
 * takes long, counting lines and making diplomas, is brought apart (`advanceDiplomas`): no jury waits for another's.
 * @returns whether something is under way
 */
export const advanceDeliberations = (needs: DeliberationNeeds) => async (): Promise<boolean> => {
  const all = await needs.store.underWay()
  await eachInTurn([...all.map((one) => () => advance(needs, one)), () => bringSeatEndings(needs)], (step) => step())
  return all.some(({ state }) => state !== 'open')
}

async function advance(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  try {
    if (deliberation.state === 'opening') await bringOpening(needs, deliberation)
    else if (deliberation.state === 'open') await bringOutcome(needs, deliberation)
    else await bringClosed(needs, deliberation)
    if (deliberation.problem !== null) await needs.store.keepProblem(deliberation.id, null)
  } catch (error) {
    // What stops it is shown to the academy; the log has the rest.
    const code = (error as { code?: unknown }).code
    if (typeof code === 'string' && code !== deliberation.problem) await needs.store.keepProblem(deliberation.id, code)
    throw error
  }
}

async function bringOpening(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  const { store, juries } = needs
  const { id, academy, sessionDigest: session, resultsDigest: results, quorum, places } = deliberation
  if (deliberation.counts === null) return
  if ((await juries.accredit(academy)) === null) return
  const seats: boolean[] = []
  for (const place of places) seats.push(await seated(needs, deliberation, place))
  if (seats.includes(false)) return
  const content = { session, results, members: places.map(({ member }) => member), quorum, previous: deliberation.previous ?? FIRST_ROUND }
  const name = await juries.nameOf(academy, content)
  const { state } = await juries.open(academy, content)
  if (state === 'confirmed' && name) await store.keepOpened(id, name)
}

async function bringOutcome(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  for (const place of deliberation.places) if (!(await replaced(needs, deliberation, place))) return
  for (const vote of ['decided', 'refused'] as const) {
    const signed = deliberation.places.filter((place) => place.replacedBy === null && place.vote === vote)
    if (signed.length >= deliberation.quorum) return close(needs, deliberation, vote, signed)
  }
}

async function bringClosed(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  const waits = deliberation.state === 'decided' && !(await needs.diplomas.standing(deliberation.id)).anchored
  if (deliberation.minutesDigest === null || !waits) await keepMinutes(needs, deliberation)
}

async function close(needs: DeliberationNeeds, deliberation: Deliberation, vote: Vote, signed: Place[]): Promise<void> {
  const { store, juries, diplomas, edge } = needs
  const { id, academy, name, turn } = deliberation
  if (name === null) return
  const [ledger, statement] = [await ledgerOf(needs), statementOf(deliberation, vote)]
  const kept = new Map((await store.signatures(id)).map((one) => [one.member, one]))
  const signatures = signed.flatMap(({ member, point }) => {
    const signature = kept.get(member)
    return signature ? [toMemberSignature(ledger, statement, point, answerOf(signature))] : []
  })
  const on = await juries.close({ academy, deliberation: name, root: statement.root, signatures, turn })
  if (on.state === 'reverted') return store.nextTurn(id)
  if (on.state === 'waiting') return
  if (vote === 'decided') await diplomas.decided(id, name)
  await store.keepClosed(id, vote, edge.now(), { transaction: on.transaction, block: on.block })
}

/** Whether the ledger knows who sits in this place now. */
async function replaced(needs: DeliberationNeeds, deliberation: Deliberation, place: Place): Promise<boolean> {
  const { academy, name, places, id } = deliberation
  const substitute = places.find((one) => one.place === place.replacedBy)
  if (!substitute || place.replacedAt !== null) return true
  if (name === null || !(await seated(needs, deliberation, substitute))) return false
  const { state } = await needs.juries.replace({ academy, deliberation: name, absent: place.member, substitute: substitute.member })
  if (state === 'confirmed') await needs.store.keepReplaced(id, place.place, needs.edge.now())
  return state === 'confirmed'
}

/** Whether the ledger has the seat; one given before serves until its end. */
async function seated({ store, juries, edge }: DeliberationNeeds, { academy }: Deliberation, { member, point, seatUntil }: Place): Promise<boolean> {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
  // A seat that is being ended is given anew once it is over.
  if (await store.isSeatEnding(academy, member)) return false
  if (await juries.isSeated(academy, member, seconds(edge.now()))) return true
  const { state } = await juries.seat({ academy, point, from: 0, until: seconds(seatUntil) })
  return state === 'confirmed'
}
