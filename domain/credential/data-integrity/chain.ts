// SPDX-License-Identifier: EUPL-1.2
import { asList, isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'

export const proofsOf = (document: JsonObject): JsonObject[] => asList(document.proof).filter(isJsonObject)

/**
 * The document that a proof is about: without proofs, or with those that it says it follows (Data Integrity 1.0 §4.3,
 * §4.5). Null when one of them is not there.
 */
export function documentBefore(document: JsonObject, proof: JsonObject): JsonObject | null {
  const { proof: _, ...unsecured } = document
  const before = asList(proof.previousProof)
  if (before.length === 0) return unsecured
  const found = proofsOf(document).filter((one) => one !== proof && before.includes(one.id))
  return found.length === new Set(before).size ? { ...unsecured, proof: found } : null
}
