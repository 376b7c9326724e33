// SPDX-License-Identifier: EUPL-1.2
import { withProof } from '#domain/credential/data-integrity/index.ts'
import { presentationFaults } from '#domain/credential/data-model/index.ts'
import { isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { withSuiteContext } from './issued-document.ts'
import type { VcApiNeeds } from './ports.ts'
import { proofSettings } from './proof-options.ts'
import type { ProofOptions } from './proof-options.ts'
import { knownTo, refuse, refuseMeaning, refuseUnsignable } from './refuse.ts'
import { DEFAULT_ISSUER, issuerNamed } from './sandbox-issuers.ts'

/**
 * Signs the presentation it is given as its holder, the sandbox (VC API, "Create Presentation").
 * Refuses ERR_SANDBOX_CLOSED, ERR_NOT_CONFORMING.
 */
export const provePresentation = (needs: VcApiNeeds) => async (presentation: unknown, options: ProofOptions): Promise<JsonObject> => {
  const { cryptosuite, signer } = issuerNamed(needs, DEFAULT_ISSUER)
  const settings = proofSettings(options, signer, 'authentication', needs.edge.now())
  const holder = (document: JsonObject) => (isJsonObject(document.holder) ? { ...document.holder, id: signer.did } : signer.did)
  const document = isJsonObject(presentation) && Object.hasOwn(presentation, 'holder')
    ? { ...presentation, holder: holder(presentation) } : presentation
  // Its credentials are asked for their proofs, or for the holder's name, as by whoever will verify it.
  refuse(presentationFaults(presentation, knownTo(needs.contexts), false).filter(({ rule }) => rule !== 'presented-unsecured'))
  const given = document as JsonObject
  const reading = needs.reading()
  await refuseMeaning(given, reading)
  return withProof(withSuiteContext(given), { cryptosuite, ...settings }, signer, reading).catch(refuseUnsignable)
}
