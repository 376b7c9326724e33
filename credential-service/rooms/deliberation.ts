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
import { advanceDeliberations, advanceDiplomas, beginningOf, deliberationUseCases } from '../use-cases/deliberation/index.ts'
import type { DeliberationNeeds, DeliberationStore } from '../use-cases/deliberation/index.ts'
import { issueForJury, signForAcademy } from '../use-cases/diplomas/index.ts'
import type { AdmittedLines } from '../use-cases/diplomas/index.ts'
import { runRounds } from '../use-cases/run-rounds.ts'
import { confirmedLines } from './diplomas.ts'
import type { Issuing } from './issuing.ts'

const EVERY_MS = { busy: 300, idle: 1_000 }
/** Turns follow one another while there is something to make; what waits for the ledger is looked at twice a second. */
const DIPLOMAS_EVERY_MS = { busy: 0, idle: 500 }

const storeOf = ({ database, secrets }: Pick<Shared, 'database' | 'secrets'>) =>
  tableDeliberations(database.db.withTables<DeliberationTables>(), sealWith(secrets.keyFor('jury-results'), 'deliberations'))

const resultsOf = ({ database, secrets }: Pick<Shared, 'database' | 'secrets'>) =>
  tableResults(database.db.withTables<ResultsTables>(), resultsKeys(secrets.keyFor('jury-results')))

/** An issuing session is named as its deliberation: its lines are those that are deliberated. */
export function linesOfRounds(shared: Pick<Shared, 'database' | 'secrets'>, store: DeliberationStore = storeOf(shared)): AdmittedLines {
  const [lines, results] = [confirmedLines(shared), resultsOf(shared)]
  return {
    count: lines.count,
    async after(id, key, limit) {
      const deliberation = await store.deliberation(id)
      if (!deliberation || key !== null) return lines.after(deliberation?.results ?? id, key, limit)
      const beginning = await beginningOf({ store, results }, deliberation)
      return lines.after(deliberation.results, beginning && `${beginning.position}:${beginning.line}`, limit)
    },
  }
}

type DeliberationShared = Pick<Shared, 'database' | 'secrets' | 'edge'> & { config: Pick<Shared['config'], 'publicOrigin'> }

/** Everything that juries need, from what every room may use and from issuing. */
export function deliberationNeeds(shared: DeliberationShared, issuing: Pick<Issuing, 'juries' | 'needs' | 'diplomas'>): DeliberationNeeds {
  const { config, edge } = shared
  const store = storeOf(shared)
  return {
    store,
    results: resultsOf(shared),
    juries: issuing.juries,
    place: issuing.needs.ledger.place,
    diplomas: issueForJury({ ...issuing.diplomas.over(linesOfRounds(shared, store)), academyOf }),
    signerOf: signForAcademy({ ...issuing.needs, academyOf }),
    writeMinutes: signedMinutes,
    authenticators: webAuthn(config.publicOrigin),
    registers: knownRegisters(),
    edge: { now: edge.now, uuid: randomUUID, bytes32: () => toHex(randomBytes(32)) },
  }
}

/** Juries: their members' passkeys, their deliberations, and what brings these to the ledger. */
export async function deliberationRoom(shared: Shared, issuing: Issuing): Promise<Room> {
  const needs = deliberationNeeds(shared, issuing)
  const useCases = deliberationUseCases(needs)
  const onError = (what: string) => (cause: unknown) => shared.logger.error({ err: cause }, `${what} could not be brought further; it is taken up again`)
  const running = [
    runRounds(advanceDeliberations(needs), { everyMs: EVERY_MS, onError: onError('a deliberation') }),
    runRounds(advanceDiplomas(needs), { everyMs: DIPLOMAS_EVERY_MS, onError: onError('the diplomas of a deliberation') }),
  ]
  const close = async () => {
    const stopped = running.map(({ stop }) => stop())
    // What is being signed is left: the next start signs it again.
    await issuing.diplomas.close()
    await Promise.all(stopped)
  }
  return { routes: [passkeyRoutes(useCases), deliberationRoutes(useCases), sittingRoutes(useCases)], close }
}
