// SPDX-License-Identifier: EUPL-1.2
import { proofsOf } from '#domain/credential/data-integrity/index.ts'
import { credentialFaults, fault, pointerFaults } from '#domain/credential/data-model/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { VcApiNeeds } from './ports.ts'
import { knownTo, notConforming, refuse } from './refuse.ts'

/**
 * A credential that says only what is mandatory or named, with the proof that goes with it (VC API, "Derive Credential";
 * W3C Data Integrity ECDSA 1.0 §3.6.3). It needs no key, so it is open whether or not the sandbox is.
 * Refuses ERR_NOT_CONFORMING.
 */
export const deriveCredential = ({ contexts, reading }: VcApiNeeds) => async (credential: unknown, pointers: string[]): Promise<JsonObject> => {
  refuse(credentialFaults(credential, knownTo(contexts), true))
  const document = credential as JsonObject
  const base = proofsOf(document).filter(({ cryptosuite }) => cryptosuite === 'ecdsa-sd-2023')
  const [proof] = base
  if (proof === undefined || base.length > 1) throw notConforming(fault('proof-suite', '/proof'))
  refuse(pointerFaults(document, pointers))
  return reading().derive(document, proof, pointers)
}
