// SPDX-License-Identifier: EUPL-1.2
import { checkProofs } from '#domain/credential/data-integrity/index.ts'
import type { ProofChecks } from '#domain/credential/data-integrity/index.ts'
import { each, envelopeFaults, fault, idOf, isEnvelope, presentationFaults } from '#domain/credential/data-model/index.ts'
import { openEnvelope, readJws, withoutClaims } from '#domain/credential/enveloped/index.ts'
import type { Jws } from '#domain/credential/enveloped/index.ts'
import { asList, isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Reading, VcApiNeeds } from './ports.ts'
import { knownTo } from './refuse.ts'
import { resolveMethod } from './resolve-method.ts'
import { found, together, verdictAt, verdictOf } from './verdict.ts'
import type { Verdict, VerifyOptions } from './verdict.ts'
import { credentialVerdict, readingListsOnce } from './verify-credential.ts'
import { signatureOf } from './verify-envelope.ts'

/**
 * Whether a presentation, and each credential in it, can be relied on (VC API, "Verify Presentation"). An unsigned one
 * (`signed` false) vouches for nothing itself: its credentials do.
 */
export const verifyPresentation = (needs: VcApiNeeds) => async (presentation: unknown, signed: boolean, options: VerifyOptions = {}): Promise<Verdict> => {
  if (isJsonObject(presentation) && isEnvelope(presentation, 'EnvelopedVerifiablePresentation')) return envelopedVerdict(needs, presentation, options)
  const faults = presentationFaults(presentation, knownTo(needs.contexts), signed)
  if (faults.length > 0) return verdictOf({ faults })
  const document = presentation as JsonObject
  const reading = needs.reading()
  const meaning = await reading.meaning(document)
  if (meaning.length > 0) return verdictOf({ faults: meaning })
  const own = signed ? [await ownVerdict(needs, reading, document, options)] : []
  return together([...own, ...(await theirVerdicts(needs, reading, document, options))])
}

/** A presentation in a signed token (W3C Securing VCs using JOSE and COSE 1.0 §3.1.2), by its holder. */
async function envelopedVerdict(needs: VcApiNeeds, envelope: JsonObject, options: VerifyOptions): Promise<Verdict> {
  const broken = envelopeFaults(envelope, 'EnvelopedVerifiablePresentation')
  if (broken.length > 0) return verdictOf({ faults: broken })
  const opened = openEnvelope(String(envelope.id))
  if (opened?.type !== 'vp+jwt') return verdictOf({ findings: [found('envelope-unread')] })
  const jws = readJws(opened.token, opened.type)
  if (jws === null || 'vc' in jws.payload || 'vp' in jws.payload) return verdictOf({ findings: [found('envelope-token')] })
  const document = withoutClaims(jws.payload)
  const faults = [...presentationFaults(document, knownTo(needs.contexts), false), ...('proof' in document ? [fault('proof-object', '/proof')] : [])]
  if (faults.length > 0) return verdictOf({ faults })
  const reading = needs.reading()
  const meaning = await reading.meaning(document)
  if (meaning.length > 0) return verdictOf({ faults: meaning })
  const own = await tokenVerdict(needs, jws, document, options)
  return together([own, ...(await theirVerdicts(needs, reading, document, options))])
}

/** `nonce` and `aud` are to a token what challenge and domain are to a proof. */
async function tokenVerdict(needs: VcApiNeeds, jws: Jws, { holder }: JsonObject, { expectedProofPurpose, challenge, domain }: VerifyOptions): Promise<Verdict> {
  const purposes = expectedProofPurpose === undefined ? ['authentication', 'assertionMethod'] : [expectedProofPurpose]
  const { findings, controllers } = await signatureOf(needs, jws, idOf(holder), purposes)
  const { nonce, aud } = jws.payload
  return holderVerdict(needs, holder, { controllers, findings: [
    ...findings,
    ...(challenge !== undefined && nonce !== challenge ? [found('challenge', 'nonce')] : []),
    ...(domain !== undefined && !asList(aud).includes(domain) ? [found('domain', 'aud')] : []),
  ] })
}

async function theirVerdicts(needs: VcApiNeeds, reading: Reading, document: JsonObject, options: VerifyOptions): Promise<Verdict[]> {
  const once = readingListsOnce(needs)
  const credentials = each(document.verifiableCredential, '/verifiableCredential').filter(({ value }) => !isSelfAsserted(value))
  return Promise.all(credentials.map(async ({ value, at }) =>
    verdictAt(await credentialVerdict(once, reading, value, { checks: options.checks }), at)))
}

/** The data model has seen that such a credential is the holder's own word, and secured by the presentation. */
const isSelfAsserted = (value: unknown) => isJsonObject(value) && !isEnvelope(value, 'EnvelopedVerifiableCredential') && !Object.hasOwn(value, 'proof')

async function ownVerdict(needs: VcApiNeeds, reading: Reading, document: JsonObject, { expectedProofPurpose, domain, challenge }: VerifyOptions): Promise<Verdict> {
  const checks = await checkProofs(document, {
    ...reading, resolve: resolveMethod(needs), now: needs.edge.now().getTime(),
    purposes: expectedProofPurpose === undefined ? ['authentication', 'assertionMethod'] : [expectedProofPurpose], domain, challenge,
  })
  return holderVerdict(needs, document.holder, checks)
}

/** One signature at least is by the holder that is named. */
function holderVerdict(needs: VcApiNeeds, named: unknown, { findings, controllers }: ProofChecks): Verdict {
  const holder = idOf(named)
  const foreign = findings.length === 0 && holder !== null && !controllers.includes(holder)
  // A presentation has no status of its own.
  const checked = ['proof', 'credentialStatus']
  if (!foreign) return verdictOf({ findings, checked })
  const finding = found('holder-key', 'holder')
  // As for issuers: what is no DID names no key.
  return needs.sandbox !== null && !holder.startsWith('did:') ? verdictOf({ warnings: [finding], checked }) : verdictOf({ findings: [finding], checked })
}
