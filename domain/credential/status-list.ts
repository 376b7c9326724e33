// SPDX-License-Identifier: EUPL-1.2
import { CREDENTIALS_V2 } from './contexts.ts'
import type { JsonObject } from './json.ts'

/**
 * The unsigned credential of a status list (W3C Bitstring Status List v1.0 §2.2). The issuer is the DID alone: a list
 * says nothing about anybody.
 */
export function toStatusListCredential(list: {
  /** Where it is published; also its id. */
  address: string
  issuer: string
  /** RFC 3339, UTC, whole seconds. */
  validFrom: string
  encodedList: string
  /** What a set place means; by default that the credential is revoked. */
  purpose?: string
}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2],
    id: list.address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: list.validFrom,
    credentialSubject: {
      id: `${list.address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: list.purpose ?? 'revocation',
      encodedList: list.encodedList,
    },
  }
}
