// SPDX-License-Identifier: EUPL-1.2
import { isSuite } from '#domain/credential/data-integrity/index.ts'
import { fault } from '#domain/credential/data-model/index.ts'
import type { Fault, Known } from '#domain/credential/data-model/index.ts'
import type { Contexts, JsonObject } from '#domain/credential/index.ts'
import { DomainError } from '#domain/errors.ts'
import type { Reading } from './ports.ts'

/** What the data model may refer to: the contexts we hold, the suites we know. */
export const knownTo = (contexts: Contexts): Known => ({ isContext: (address) => Object.hasOwn(contexts, address), isSuite })

/** Refuses with the first fault, and says how many there are; goes on when there is none. */
export function refuse(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw notConforming(first, faults.length)
}

/** The refusal of a document that breaks a rule: the rule, and where. */
export const notConforming = ({ rule, at }: Fault, faults = 1): DomainError => new DomainError('ERR_NOT_CONFORMING', { rule, at, faults })

/** What JSON-LD refuses of a document whose contexts are all known. */
export const refuseMeaning = async (document: JsonObject, { meaning }: Pick<Reading, 'meaning'>): Promise<void> => refuse(await meaning(document))

/** What only signing itself discovers, such as a proof option that no context defines. */
export const refuseUnsignable = (error: unknown): never => {
  throw error instanceof DomainError && error.code === 'ERR_NOT_CONFORMING' ? notConforming(fault('json-ld', '/proof')) : error
}
