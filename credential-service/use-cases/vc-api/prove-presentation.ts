// SPDX-License-Identifier: EUPL-1.2
import { withProof } from '#domain/credential/data-integrity/index.ts'
import { presentationFaults } from '#domain/credential/data-model/index.ts'
import { isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { stampOf } from './moment.ts'
import type { VcApiNeeds } from './ports.ts'
import { knownTo, refuse, refuseMeaning, refuseUnsignable } from './refuse.ts'
import { DEFAULT_ISSUER, issuerNamed } from './sandbox-issuers.ts'

export type ProveOptions = { challenge?: string; domain?: string }

/**
 * Signs the presentation it is given as its holder, the sandbox (VC API, "Create Presentation").
 * Refuses ERR_SANDBOX_CLOSED, ERR_NOT_CONFORMING.
 */
export const provePresentation = (needs: VcApiNeeds) => async (presentation: unknown, { challenge, domain }: ProveOptions): Promise<JsonObject> => {
  const { cryptosuite, signer } = issuerNamed(needs, DEFAULT_ISSUER)
  const holder = (document: JsonObject) => (isJsonObject(document.holder) ? { ...document.holder, id: signer.did } : signer.did)
  const document = isJsonObject(presentation) && Object.hasOwn(presentation, 'holder')
    ? { ...presentation, holder: holder(presentation) } : presentation
  // Its credentials are asked for their proofs, or for the holder's name, as by whoever will verify it.
  refuse(presentationFaults(presentation, knownTo(needs.contexts), false).filter(({ rule }) => rule !== 'presented-unsecured'))
  const given = document as JsonObject
  const reading = needs.reading()
  await refuseMeaning(given, reading)
  const wanted = {
    cryptosuite, created: stampOf(needs.edge.now()), proofPurpose: 'authentication',
    also: { ...(challenge !== undefined && { challenge }), ...(domain !== undefined && { domain }) },
  } as const
  return withProof(given, wanted, signer, reading).catch(refuseUnsignable)
}
