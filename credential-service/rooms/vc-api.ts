// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { addressOfForm } from '#domain/credential/index.ts'
import { knownContexts } from '#resources/contexts/outside/index.ts'
import { tableIssuers } from '../adapters/issuing-store/index.ts'
import type { IssuingTables } from '../adapters/issuing-store/index.ts'
import { linkedDataReaders } from '../adapters/linked-data/index.ts'
import { tableStatuses } from '../adapters/status-store/index.ts'
import { sandboxKeys, tableSandboxStatuses } from '../adapters/vc-api/index.ts'
import type { SandboxTables } from '../adapters/vc-api/index.ts'
import type { Room, Shared } from '../rooms.ts'
import { vcApiRoutes } from '../routes/vc-api.ts'
import type { VcApiNeeds } from '../use-cases/vc-api/index.ts'

export type VcApiShared = Pick<Shared, 'database' | 'secrets' | 'edge'> & { config: Pick<Shared['config'], 'publicOrigin' | 'vcApiSandbox'> }

/** What /vc-api needs. Of the real issuers it reads what they publish, and nothing more. */
export function vcApiNeeds({ config, database, secrets, edge }: VcApiShared, reading: VcApiNeeds['reading']): VcApiNeeds {
  const origin = config.publicOrigin
  const db = database.db.withTables<IssuingTables>()
  const [issuers, statuses] = [tableIssuers(db, origin), tableStatuses(db, origin)]
  return {
    origin,
    contexts: knownContexts,
    sandbox: config.vcApiSandbox
      ? { keys: sandboxKeys(secrets.keyFor('vc-api-sandbox')), statuses: tableSandboxStatuses(database.db.withTables<SandboxTables>()) }
      : null,
    reading,
    issuerDocument: async (did) => (await issuers.issuerNamed(did))?.document ?? null,
    async publishedList(address) {
      const lists = await statuses.lists()
      for (const form of ['revocation', 'suspension'] as const) {
        const list = lists.find((one) => addressOfForm(one.address, form) === address)
        if (list) return (await statuses.latest(list.id, form))?.text ?? null
      }
      return null
    },
    edge: { now: edge.now, uuid: randomUUID },
  }
}

/** Verifying for any suite or tool that speaks the VC API, and the sandbox issuer when it is open. */
export async function vcApiRoom(shared: Shared): Promise<Room> {
  const readers = linkedDataReaders()
  return { routes: [vcApiRoutes(vcApiNeeds(shared, readers.open))], close: readers.close }
}
