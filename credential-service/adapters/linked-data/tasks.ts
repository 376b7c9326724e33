// SPDX-License-Identifier: EUPL-1.2
import { meaningFaults } from '#domain/credential/data-model/index.ts'
import { canonicalQuads } from '#domain/credential/index.ts'
import type { Canonical, JsonObject } from '#domain/credential/index.ts'
import { knownContexts } from '#resources/contexts/outside/index.ts'
import { selectiveDisclosure } from './selective-disclosure.ts'

const { baseData, isDisclosed, derive } = selectiveDisclosure(knownContexts)

/** What a thread does with documents of others: all that reads JSON-LD. */
export const tasks = {
  meaning: (document: JsonObject) => meaningFaults(document, knownContexts),
  canonicalise: (document: JsonObject, how: Canonical) => canonicalQuads(document, knownContexts, how),
  baseData, isDisclosed, derive,
}

export type Tasks = typeof tasks
export type TaskName = keyof Tasks
