// SPDX-License-Identifier: EUPL-1.2
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { ServiceError } from '../errors.ts'
import { eachInTurn } from '../issuing/each-in-turn.ts'
import { academiesOf } from '../results/own.ts'
import type { Officer } from '../results/ports.ts'
import type { DeliberationNeeds, Seat, SeatEnding } from './ports.ts'

/** The contract takes no date that is past; its clock may be behind or its block late. */
const AHEAD_MS = 30_000

type Needs = Pick<DeliberationNeeds, 'store' | 'registers' | 'edge'>

/** Everyone whom the officer's academy gave a seat that is not over, and what becomes of it. */
export const listSeats = (needs: Needs) => async (officer: Officer): Promise<Seat[]> => {
  const [academy] = academiesOf(needs, officer)
  return academy ? needs.store.seats(academy.name, needs.edge.now()) : []
}

/**
 * Ends the seat of a member before its time; it is brought to the ledger afterwards. What the member signed until then
 * counts for ever. Refuses ERR_JURY_SEAT_UNKNOWN (no seat of this academy, or ended already) and ERR_JURY_MEMBER_SITS:
 * who sits in a deliberation under way is replaced there first, or their signature could close it no more.
 */
export const endSeat = (needs: Needs) => async (officer: Officer, member: Bytes32): Promise<Seat[]> => {
  const { store, edge } = needs
  const [academy] = academiesOf(needs, officer)
  const seat = academy && (await store.seats(academy.name, edge.now())).find((one) => one.member === member)
  if (!seat || seat.endingSince !== null) throw new ServiceError('ERR_JURY_SEAT_UNKNOWN', { member })
  if (seat.sits) throw new ServiceError('ERR_JURY_MEMBER_SITS', { member })
  const asked = await store.askSeatEnding({ academy: academy.name, member, by: officer.id, at: edge.now() })
  if (!asked) throw new ServiceError('ERR_JURY_SEAT_UNKNOWN', { member })
  return listSeats(needs)(officer)
}

/** Brings the endings that were asked for to the ledger; each is done once the ledger says that nobody sits there now. */
export async function bringSeatEndings(needs: DeliberationNeeds): Promise<void> {
  await eachInTurn(await needs.store.seatEndings(), (ending) => bring(needs, ending))
}

async function bring({ store, juries, edge }: DeliberationNeeds, ending: SeatEnding): Promise<void> {
  const { academy, member, endsAt } = ending
  const now = edge.now()
  if (!(await juries.isSeated(academy, member, seconds(now)))) return store.keepSeatEnded(ending, now)
  // The date is kept before it is asked for: a restart asks for the same one.
  const date = endsAt !== null && endsAt > now ? endsAt : new Date((seconds(now) + AHEAD_MS / 1_000) * 1_000)
  if (date !== endsAt) await store.keepSeatEndsAt(ending, date)
  await juries.endSeat({ academy, member, date: seconds(date) })
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1_000)
