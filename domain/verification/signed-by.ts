// SPDX-License-Identifier: EUPL-1.2
import { assertionKeyOf } from '../credential/did-document.ts'
import { isJsonObject } from '../credential/json.ts'
import type { JsonObject } from '../credential/json.ts'

/** The address of the key that a document says it was signed with; empty when it says none. */
export function methodOf(credential: JsonObject): string {
  const { proof } = credential
  return isJsonObject(proof) && typeof proof.verificationMethod === 'string' ? proof.verificationMethod : ''
}

/** That key, when the DID document gives it for signing; else null. */
export const keyOf = (credential: JsonObject, didDocument: JsonObject) => assertionKeyOf(didDocument, methodOf(credential))

export const issuerOf = ({ issuer }: JsonObject) => (isJsonObject(issuer) ? issuer.id : issuer)
