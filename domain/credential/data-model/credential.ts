// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'
import { contextFaults, versionOf } from './contexts.ts'
import { extensionFaults } from './extensions.ts'
import { fault } from './fault.ts'
import type { Fault } from './fault.ts'
import { idFaults, issuerFaults, subjectFaults } from './people.ts'
import { proofFaults } from './proofs.ts'
import { relatedResourceFaults } from './related-resources.ts'
import { sizeFaults } from './size.ts'
import { statusEntryFaults, statusListFaults } from './status.ts'
import { typeFaults } from './types.ts'
import { validityFaults } from './validity.ts'
import { valueObjectFaults, wordFaults } from './words.ts'

export type Known = {
  /** Whether this context is one we hold. */
  isContext: (address: string) => boolean
  /** Whether this cryptosuite is one we know. */
  isSuite: (name: string) => boolean
}

/**
 * Everything a credential breaks of the data model (W3C Verifiable Credentials Data Model 2.0 and 1.1), besides what
 * JSON-LD itself refuses. A `signed` one has its proofs looked at too.
 */
export function credentialFaults(document: unknown, known: Known, signed: boolean): Fault[] {
  if (!isJsonObject(document)) return [fault('object', '')]
  const tooLarge = sizeFaults(document)
  if (tooLarge.length > 0) return tooLarge
  const version = versionOf(document) ?? '2.0'
  return [
    ...contextFaults(document, known.isContext),
    ...idFaults(document),
    ...typeFaults(document.type, 'VerifiableCredential'),
    ...wordFaults(document),
    ...wordFaults(document.issuer, '/issuer'),
    ...valueObjectFaults(document),
    ...issuerFaults(document),
    ...subjectFaults(document),
    ...validityFaults(document, version, signed),
    ...extensionFaults(document, version),
    ...statusEntryFaults(document),
    ...statusListFaults(document),
    ...relatedResourceFaults(document),
    ...(signed || Object.hasOwn(document, 'proof') ? proofFaults(document, known.isSuite) : []),
  ]
}
