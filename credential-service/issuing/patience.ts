// SPDX-License-Identifier: EUPL-1.2
import { isDatabaseAway } from '../adapters/database/index.ts'
import { isUnreachable } from '../use-cases/issuing/index.ts'

/** What happened to a part that may come and go, for whoever waits. */
export type Absence = 'ledger-away' | 'ledger-back' | 'database-away' | 'database-back'
export type Patiently = <T>(work: () => Promise<T>) => Promise<T>

const EVERY_MS = 1_000

/**
 * Does a thing again until the ledger and the database have answered: either may be away for as long as it takes, since
 * nothing is kept between two tries but what is stored. Each absence is told once, and its end.
 */
export function patience(tell: (absence: Absence) => void, everyMs = EVERY_MS): Patiently {
  const away = new Set<'ledger' | 'database'>()
  const answered = (who: 'ledger' | 'database') => { if (away.delete(who)) tell(`${who}-back`) }
  return async (work) => {
    for (;;) {
      try {
        const done = await work()
        answered('database')
        answered('ledger')
        return done
      } catch (error) {
        // The ledger's own failure may have a cut line for its cause: it is asked first.
        const who = isUnreachable(error) ? 'ledger' : isDatabaseAway(error) ? 'database' : null
        if (who === null) throw error
        if (who === 'ledger') answered('database')
        if (!away.has(who)) tell(`${who}-away`)
        away.add(who)
        await new Promise(resolve => setTimeout(resolve, everyMs))
      }
    }
  }
}
