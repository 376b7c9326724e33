// SPDX-License-Identifier: EUPL-1.2
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify'
import type { Config } from './config.ts'
import type { Database } from './adapters/database/index.ts'
import type { Secrets } from './secrets.ts'
import type { Edge } from './use-cases/people/index.ts'
import { deliberationRoom } from './rooms/deliberation.ts'
import { issuingRoom } from './rooms/issuing.ts'
import { resultsRoom } from './rooms/results.ts'
import { teachingRoom } from './rooms/teaching.ts'
import { vcApiRoom } from './rooms/vc-api.ts'

/** What every room may use. */
export type Shared = {
  config: Config
  database: Database
  secrets: Secrets
  edge: Edge
  logger: FastifyBaseLogger
  /** Where the ledger answers; its chain may be the embedded one, which tells which blocks no kill takes away. */
  ledger: { rpcUrl: string; embedded: false } | { rpcUrl: string; embedded: true; isKept: (block: number) => boolean }
}

/** A part of the service: its routes, and what runs behind them. */
export type Room = {
  routes: FastifyPluginAsync[]
  /** Ends what runs in the background, after the last request was answered. */
  close?: () => Promise<void>
}

/** The one place where rooms are listed, in the order in which they open; they close in the other order. */
export async function openRooms(shared: Shared): Promise<Room[]> {
  const [teaching, issuing] = [await teachingRoom(shared), await issuingRoom(shared)]
  return [teaching, issuing, await resultsRoom(shared), await deliberationRoom(shared, issuing.issuing), await vcApiRoom(shared)]
}
