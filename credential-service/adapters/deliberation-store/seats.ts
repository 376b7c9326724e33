// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { DeliberationStore, Seat } from '../../use-cases/deliberation/ports.ts'
import type { DeliberationDb } from './tables.ts'

export type Seats = Pick<DeliberationStore, 'seats' | 'askSeatEnding' | 'seatEndings' | 'keepSeatEndsAt' | 'keepSeatEnded' | 'isSeatEnding'>

/** Seats that academies gave by naming people, and those they end before their time. */
export const seatsIn = (db: DeliberationDb): Seats => ({
  async seats(academy, now) {
    // One that was ended holds again only through a naming that came after it: a naming gives a year (8 760 hours).
    const { rows } = await sql<Seat>`select sits.member, max(sits.person) as person, max(people.display_name) as name, max(sits.seat_until) as until,
        bool_or(held.state in ('opening', 'open') and sits.replaced_by is null) as sits, max(ending.asked_at) as "endingSince"
      from deliberation_members as sits join deliberations as held on held.id = sits.deliberation join people on people.id = sits.person
        left join seat_endings as ending on ending.academy = held.academy and ending.member = sits.member and ending.ended_at is null
      where held.academy = ${academy} and sits.seat_until > ${now}::timestamptz and not exists (select 1 from seat_endings as ended
        where ended.academy = held.academy and ended.member = sits.member and ended.ended_at is not null and ended.asked_at + interval '8760 hours' >= sits.seat_until)
      group by sits.member order by name, member`.execute(db)
    return rows
  },
  async askSeatEnding({ academy, member, by, at }) {
    const row = await db.insertInto('seat_endings').values({ academy, member, asked_by: by, asked_at: at, ends_at: null, ended_at: null })
      .onConflict((there) => there.doNothing()).returning('member').executeTakeFirst()
    return row !== undefined
  },
  async seatEndings() {
    const rows = await db.selectFrom('seat_endings').select(['academy', 'member', 'ends_at']).where('ended_at', 'is', null).execute()
    return rows.map(({ academy, member, ends_at }) => ({ academy, member, endsAt: ends_at }))
  },
  async keepSeatEndsAt({ academy, member }, at) {
    await db.updateTable('seat_endings').set({ ends_at: at }).where('academy', '=', academy).where('member', '=', member).where('ended_at', 'is', null).execute()
  },
  async keepSeatEnded({ academy, member }, at) {
    await db.updateTable('seat_endings').set({ ended_at: at }).where('academy', '=', academy).where('member', '=', member).where('ended_at', 'is', null).execute()
  },
  async isSeatEnding(academy, member) {
    const row = await db.selectFrom('seat_endings').select('member').where('academy', '=', academy).where('member', '=', member)
      .where('ended_at', 'is', null).executeTakeFirst()
    return row !== undefined
  },
})
