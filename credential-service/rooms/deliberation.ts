// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, randomUUID } from 'node:crypto'
import { toHex } from '#domain/anchoring/index.ts'
import { tableDeliberations, type DeliberationTables } from '../adapters/deliberation-store/index.ts'
import { signedMinutes } from '../adapters/minutes/index.ts'
import { webAuthn } from '../adapters/passkeys/index.ts'
import { knownRegisters } from '../adapters/results-file/index.ts'
import { resultsKeys, tableResults, type ResultsTables } from '../adapters/results-store/index.ts'
import { sealWith } from '../adapters/seal/seal.ts'
import { academyOf } from '../issuing/run.ts'
import type { Room, Shared } from '../rooms.ts'
import { deliberationRoutes } from '../routes/deliberations.ts'
import { passkeyRoutes } from '../routes/passkeys.ts'
import { sittingRoutes } from '../routes/sittings.ts'
import { advanceDeliberations, deliberationUseCases, runDeliberations } from '../use-cases/deliberation/index.ts'
import type { DeliberationNeeds, DeliberationStore } from '../use-cases/deliberation/index.ts'
import { issueForJury, signForAcademy } from '../use-cases/diplomas/index.ts'
import type { AdmittedLines } from '../use-cases/diplomas/index.ts'
import { confirmedLines } from './diplomas.ts'
import type { Issuing } from './issuing.ts'

const EVERY_MS = { busy: 300, idle: 1_000 }


/** An issuing session is named as its deliberation: its lines are those of the results deliberated. */
function linesOf(shared: Shared, store: DeliberationStore): AdmittedLines {
  const lines = confirmedLines(shared)
  return {
    count: lines.count,
    after: async (id, key, limit) => lines.after((await store.deliberation(id))?.results ?? id, key, limit),
  }
}

/** Juries: their members' passkeys, their deliberations, and what brings these to the ledger. */
export async function deliberationRoom(shared: Shared, issuing: Issuing): Promise<Room> {
  const { config, database, secrets, edge, logger } = shared
  const db = database.db.withTables<DeliberationTables>()
  const store = tableDeliberations(db, sealWith(secrets.keyFor('jury-results'), 'deliberations'))
  const needs: DeliberationNeeds = {
    store,
    juries: issuing.juries,
    place: issuing.needs.ledger.place,
    diplomas: issueForJury({ ...issuing.diplomas.over(linesOf(shared, store)), academyOf }),
    signerOf: signForAcademy({ ...issuing.needs, academyOf }),
    writeMinutes: signedMinutes,
    authenticators: webAuthn(config.publicOrigin),
    results: tableResults(database.db.withTables<ResultsTables>(), resultsKeys(secrets.keyFor('jury-results'))),
    registers: knownRegisters(),
    edge: { now: edge.now, uuid: randomUUID, bytes32: () => toHex(randomBytes(32)) },
  }
  const useCases = deliberationUseCases(needs)
  const running = runDeliberations(advanceDeliberations(needs), {
    everyMs: EVERY_MS, onError: (cause) => logger.error({ err: cause }, 'a deliberation could not be brought further; it is taken up again'),
  })
  const close = async () => {
    const stopped = running.stop()
    // What is being signed is left: the next start signs it again.
    await issuing.diplomas.close()
    await stopped
  }
  return { routes: [passkeyRoutes(useCases), deliberationRoutes(useCases), sittingRoutes(useCases)], close }
}
