// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { fastHashes, renewalHash } from '../adapters/hashing/index.ts'
import { tableRenewals } from '../adapters/renewal-store/index.ts'
import type { RenewalTables } from '../adapters/renewal-store/index.ts'
import type { Shared } from '../rooms.ts'
import { evidencePages, renewedFile, resealYearly } from '../use-cases/resealing/index.ts'
import type { ResealingNeeds } from '../use-cases/resealing/index.ts'
import { runRounds } from '../use-cases/run-rounds.ts'
import { SIZES } from './diplomas.ts'
import type { Issuing } from './issuing.ts'

/** Nothing hurries: it is looked for once an hour, and while it is under way it leaves room for the rest. */
const EVERY_MS = { busy: 300, idle: 60 * 60_000 }
const PAGE = 1_024

/** What renewals change in holders' files, from what issuing has. */
export const renewedFiles = ({ database }: Pick<Shared, 'database'>, origin: string, ledger: ResealingNeeds['ledger']) => {
  const renewals = tableRenewals(database.db.withTables<RenewalTables>(), origin)
  return { renewals, renewed: renewedFile({ renewals, ledger }) }
}

/** Everything that sealing again needs. */
export async function resealingNeeds({ needs, renewals, diplomas }: Issuing): Promise<ResealingNeeds> {
  const { ledger, issuers, store, agent, contexts, edge } = needs
  const { hashLevel } = await fastHashes()
  const pages = evidencePages({ ledger, issuers, store, diplomas: diplomas.needs.store, hashLevel, sizes: { page: PAGE, batch: SIZES.batch } })
  return { ledger, agent, issuers, contexts, edge, renewals, pages, hash: await renewalHash(), bytes: randomBytes }
}

/** The yearly run behind the service. */
export async function runResealing(shared: Pick<Shared, 'logger'>, issuing: Issuing) {
  return runRounds(resealYearly(await resealingNeeds(issuing)), {
    everyMs: EVERY_MS, onError: cause => shared.logger.error({ err: cause }, 'what was issued could not be sealed again; it is taken up again'),
  })
}
