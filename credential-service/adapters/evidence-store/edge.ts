// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Chance, Clock } from '../../use-cases/evidence/ports.ts'

/** Chance from the system's generator: a seed or a nonce nobody can foresee. */
export const systemChance: Chance = {
  id: randomUUID,
  seed: () => randomInt(0, 2 ** 31 - 1),
  nonce: () => randomBytes(16).toString('hex'),
  sessionCode: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
}

export const systemClock: Clock = { now: () => new Date() }
