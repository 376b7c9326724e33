// SPDX-License-Identifier: EUPL-1.2
import { diplomaNeeds } from '../rooms/diplomas.ts'
import type { issuingNeeds } from '../rooms/issuing.ts'
import { resealingNeeds } from '../rooms/resealing.ts'
import type { Shared } from '../rooms.ts'
import { reseal } from '../use-cases/resealing/index.ts'
import type { Say } from '../words.ts'
import { resealed, resealing, words } from './words.ts'

const NOT_YET = 3
const LOOK_EVERY_MS = 200
/** Without anything hashed, signed or confirmed. */
const PATIENCE_MS = 5 * 60_000
const TELL_EVERY_MS = 2_000

/** Seals again, this year, everything that is confirmed by now; gives the exit code. */
export async function resealNow(shared: Pick<Shared, 'database' | 'secrets'>, issuing: Awaited<ReturnType<typeof issuingNeeds>>, say: Say): Promise<number> {
  const diplomas = await diplomaNeeds(shared, issuing)
  const needs = await resealingNeeds({ ...issuing, diplomas })
  const step = reseal(needs)
  const now = needs.edge.now()
  let [moved, told, before] = [Date.now(), 0, '']
  try {
    while (Date.now() - moved < PATIENCE_MS) {
      const far = await step(now.getUTCFullYear(), now)
      if (far.settled) {
        say(resealed(now.getUTCFullYear(), far))
        return 0
      }
      if (JSON.stringify(far) !== before) [moved, before] = [Date.now(), JSON.stringify(far)]
      if (Date.now() - told >= TELL_EVERY_MS) {
        say(resealing(far))
        told = Date.now()
      }
      await needs.ledger.follow()
      await new Promise(resolve => setTimeout(resolve, far.sealed === 0 || far.done > 0 ? LOOK_EVERY_MS : 0))
    }
    say(words.notYet)
    return NOT_YET
  } finally {
    await diplomas.close()
  }
}
