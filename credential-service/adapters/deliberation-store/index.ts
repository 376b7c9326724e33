// SPDX-License-Identifier: EUPL-1.2
import type { DeliberationStore } from '../../use-cases/deliberation/ports.ts'
import type { Seal } from '../seal/seal.ts'
import { passkeysIn } from './passkeys.ts'
import { reading } from './read.ts'
import { seatsIn } from './seats.ts'
import type { DeliberationDb } from './tables.ts'
import { writing } from './write.ts'

export type { DeliberationDb, DeliberationTables } from './tables.ts'

/** Juries and what they deliberate on, in the database; salts and minutes are sealed. */
export const tableDeliberations = (db: DeliberationDb, seal: Seal): DeliberationStore => ({
  ...passkeysIn(db), ...seatsIn(db), ...reading(db, seal), ...writing(db, seal),
})
