// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import type { Database } from '#service/adapters/database/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { systemEdge } from '#service/adapters/people/index.ts'
import { secretsFrom } from '#service/secrets.ts'

/** What every room is given by the service, on this database, node and folder, with secrets drawn for one test. */
export const sharedOn = (database: Database, ledger: EmbeddedLedger, dataDir: string) => ({
  config: { publicOrigin: 'http://localhost:3999', dataDir }, database, secrets: secretsFrom(randomBytes(32).toString('hex')),
  edge: systemEdge, ledger: { rpcUrl: ledger.rpcUrl, embedded: true as const, isKept: ledger.isKept },
})
