// SPDX-License-Identifier: EUPL-1.2
import { checkProofs, proofsOf, withProof } from '#domain/credential/data-integrity/index.ts'
import { credentialFaults, fault, idOf, isUrl, pointerFaults } from '#domain/credential/data-model/index.ts'
import { asList, isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import { inNameOf, issuerIn, pointersByDefault, withEntries, withIssuanceDate, withSuiteContext } from './issued-document.ts'
import { statusPurposes } from './ports.ts'
import type { Reading, StatusPurpose, VcApiNeeds } from './ports.ts'
import { proofSettings } from './proof-options.ts'
import type { ProofOptions } from './proof-options.ts'
import { knownTo, refuse, refuseMeaning, refuseUnsignable } from './refuse.ts'
import { resolveMethod } from './resolve-method.ts'
import { issuerAskedFor, issuerNamed, openSandbox } from './sandbox-issuers.ts'
import { entryAt, statusEntryOf } from './status-lists.ts'

export type IssueOptions = ProofOptions & {
  cryptosuite?: string
  mandatoryPointers?: string[]
  previousProof?: string | string[]
  proofId?: string
  /** What a credential without an id is called when its status changes. */
  credentialId?: string
  /** The kinds of status to add, as entries without a place. */
  credentialStatus?: unknown
}

/**
 * Signs the credential it is given, in the name of the sandbox issuer (VC API, "Issue Credential").
 * Refuses ERR_SANDBOX_CLOSED, ERR_SANDBOX_ISSUER_UNKNOWN, ERR_NOT_CONFORMING, ERR_STATUS_ENTRY.
 */
export const issueCredential = (needs: VcApiNeeds) => async (named: string | null, credential: unknown, options: IssueOptions): Promise<JsonObject> => {
  const now = needs.edge.now()
  const { cryptosuite, statuses, signer } = issuerNamed(needs, named ?? issuerAskedFor(needs, issuerIn(credential), options))
  const settings = proofSettings(options, signer, 'assertionMethod', now)
  const dated = withIssuanceDate(credential, now)
  refuse(credentialFaults(dated, knownTo(needs.contexts), false))
  const given = dated as JsonObject
  const reading = needs.reading()
  await refuseMeaning(given, reading)
  const purposes = [...new Set([...statuses, ...purposesAsked(options.credentialStatus)])]
  const inName = await inTheNameOf(needs, reading, withSuiteContext(given), signer.did)
  const pointers = options.mandatoryPointers ?? pointersByDefault(given)
  // A place is given for good: everything that can be refused is refused on a copy with the first place of each list.
  const trial = withEntries(inName, purposes.map((purpose) => entryAt(needs.origin, purpose, 0)))
  refuse([...pointerFaults(trial, pointers), ...chainFaults(trial, options)])
  if (purposes.length > 0) await refuseMeaning(trial, reading)
  const called = options.credentialId ?? given.id
  const entries = await Promise.all(purposes.map((purpose) => statusEntryOf(openSandbox(needs), needs.origin, purpose, called)))
  const wanted = { ...settings, cryptosuite, also: { ...alsoOf(options), ...settings.also }, mandatoryPointers: pointers }
  return withProof(withEntries(inName, entries), wanted, signer, reading).catch(refuseUnsignable)
}

/** Status entries may be asked for in the options too (VC API, "Issue Credential": `credentialStatus`). */
function purposesAsked(asked: unknown): StatusPurpose[] {
  return asList(asked).map((entry) => {
    const { type, statusPurpose } = isJsonObject(entry) ? entry : {}
    const purpose = statusPurposes.find((one) => one === (statusPurpose ?? 'revocation'))
    if (purpose === undefined || (type !== 'BitstringStatusList' && type !== 'BitstringStatusListEntry')) throw new ServiceError('ERR_STATUS_ENTRY', { at: '/options/credentialStatus' })
    return purpose
  })
}

/**
 * The sandbox signs for itself alone: another issuer's id gives way to its own, unless every proof there holds and one is
 * by that issuer.
 */
async function inTheNameOf(needs: VcApiNeeds, reading: Reading, document: JsonObject, did: string): Promise<JsonObject> {
  if (proofsOf(document).length > 0) {
    const { findings, controllers } = await checkProofs(document, {
      ...reading, resolve: resolveMethod(needs), now: needs.edge.now().getTime(), purposes: ['assertionMethod'],
    })
    if (findings.length === 0 && controllers.includes(idOf(document.issuer) ?? '')) return document
  }
  return inNameOf(document, did)
}

const chainFaults = (document: JsonObject, { previousProof, proofId }: IssueOptions) => {
  const ids = proofsOf(document).map(({ id }) => id)
  return [
    ...(asList(previousProof).some((id) => !ids.includes(id)) ? [fault('proof-previous', '/options/previousProof')] : []),
    ...(proofId !== undefined && !isUrl(proofId) ? [fault('id-url', '/options/proofId')] : []),
  ]
}

function alsoOf({ proofId, previousProof }: IssueOptions): JsonObject {
  return { ...(proofId !== undefined && { id: proofId }), ...(previousProof !== undefined && { previousProof }) }
}
