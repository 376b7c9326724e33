// SPDX-License-Identifier: EUPL-1.2
import { checkProofs } from '#domain/credential/data-integrity/index.ts'
import { each, envelopeFaults, idOf, isEnvelope, presentationFaults } from '#domain/credential/data-model/index.ts'
import { isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Reading, VcApiNeeds } from './ports.ts'
import { knownTo } from './refuse.ts'
import { resolveMethod } from './resolve-method.ts'
import { found, together, verdictAt, verdictOf } from './verdict.ts'
import type { Verdict, VerifyOptions } from './verdict.ts'
import { credentialVerdict, readingListsOnce } from './verify-credential.ts'

/**
 * Whether a presentation, and each credential in it, can be relied on (VC API, "Verify Presentation"). An unsigned one
 * (`signed` false) vouches for nothing itself: its credentials do.
 */
export const verifyPresentation = (needs: VcApiNeeds) => async (presentation: unknown, signed: boolean, options: VerifyOptions = {}): Promise<Verdict> => {
  if (isJsonObject(presentation) && isEnvelope(presentation, 'EnvelopedVerifiablePresentation')) {
    const faults = envelopeFaults(presentation, 'EnvelopedVerifiablePresentation')
    return verdictOf({ faults, findings: faults.length > 0 ? [] : [found('envelope-unread')] })
  }
  const faults = presentationFaults(presentation, knownTo(needs.contexts), signed)
  if (faults.length > 0) return verdictOf({ faults })
  const document = presentation as JsonObject
  const reading = needs.reading()
  const meaning = await reading.meaning(document)
  if (meaning.length > 0) return verdictOf({ faults: meaning })
  const own = signed ? [await ownVerdict(needs, reading, document, options)] : []
  const once = readingListsOnce(needs)
  const credentials = each(document.verifiableCredential, '/verifiableCredential').filter(({ value }) => !isSelfAsserted(value))
  const theirs = await Promise.all(credentials.map(async ({ value, at }) =>
    verdictAt(await credentialVerdict(once, reading, value, { checks: options.checks }), at)))
  return together([...own, ...theirs])
}

/** The data model has seen that such a credential is the holder's own word, and secured by the presentation. */
const isSelfAsserted = (value: unknown) => isJsonObject(value) && !isEnvelope(value, 'EnvelopedVerifiableCredential') && !Object.hasOwn(value, 'proof')

async function ownVerdict(needs: VcApiNeeds, reading: Reading, document: JsonObject, { expectedProofPurpose, domain, challenge }: VerifyOptions): Promise<Verdict> {
  const { findings, controllers } = await checkProofs(document, {
    ...reading, resolve: resolveMethod(needs), now: needs.edge.now().getTime(),
    purposes: expectedProofPurpose === undefined ? ['authentication', 'assertionMethod'] : [expectedProofPurpose], domain, challenge,
  })
  const holder = idOf(document.holder)
  const foreign = findings.length === 0 && holder !== null && !controllers.includes(holder)
  // A presentation has no status of its own.
  const checked = ['proof', 'credentialStatus']
  if (!foreign) return verdictOf({ findings, checked })
  const finding = found('holder-key', 'holder')
  // As for issuers: what is no DID names no key.
  return needs.sandbox !== null && !holder.startsWith('did:') ? verdictOf({ warnings: [finding], checked }) : verdictOf({ findings: [finding], checked })
}
