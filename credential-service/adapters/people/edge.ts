// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, randomUUID } from 'node:crypto'
import type { Edge } from '../../use-cases/people/index.ts'

/** The system's clock and generator. */
export const systemEdge: Edge = {
  now: () => new Date(),
  newId: () => randomUUID(),
  newToken: () => randomBytes(32).toString('base64url'),
}
