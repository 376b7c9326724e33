// SPDX-License-Identifier: EUPL-1.2
import { isSigned } from '#domain/credential/data-integrity/index.ts'
import type { Finding, ProofChecks } from '#domain/credential/data-integrity/index.ts'
import { credentialFaults, envelopeFaults, fault, idOf, versionOf } from '#domain/credential/data-model/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { keyNamed, openEnvelope, readDidJwk, readJws, shownClaims, withoutClaims } from '#domain/credential/enveloped/index.ts'
import type { Envelope, Jws } from '#domain/credential/enveloped/index.ts'
import type { Reading, VcApiNeeds } from './ports.ts'
import { knownTo } from './refuse.ts'
import { resolveMethod } from './resolve-method.ts'
import { settle } from './settle.ts'
import { found, verdictOf } from './verdict.ts'
import type { Verdict, VerifyOptions } from './verdict.ts'

/**
 * Whether an enveloped credential can be relied on (W3C Securing Verifiable Credentials using JOSE and COSE 1.0 §3.1,
 * §3.2): its token is signed by its issuer, and what is in it is a credential of version 2.0, which is then looked at as
 * any other. Places are told from the credential inside.
 */
export async function envelopeVerdict(needs: VcApiNeeds, reading: Reading, envelope: JsonObject, options: VerifyOptions): Promise<Verdict> {
  const faults = envelopeFaults(envelope, 'EnvelopedVerifiableCredential')
  if (faults.length > 0) return verdictOf({ faults })
  const opened = openEnvelope(String(envelope.id))
  if (opened === null || opened.type === 'vp+jwt') return verdictOf({ findings: [found('envelope-unread')] })
  const jws = readJws(opened.token, opened.type)
  const claims = jws && claimsOf(opened, jws)
  // Neither may a credential be within a claim, as version 1.1 had it (§3.1.1).
  if (jws === null || claims === null || 'vc' in claims || 'vp' in claims) return verdictOf({ findings: [found('envelope-token')] })
  // What a disclosure says of the token, its end for one, counts as what stands open in it.
  return contentVerdict(needs, reading, { ...jws, payload: claims }, options)
}

const claimsOf = ({ type, whole }: Envelope, { payload }: Jws) => (type === 'vc+jwt' ? payload : shownClaims(payload, whole))

async function contentVerdict(needs: VcApiNeeds, reading: Reading, jws: Jws, options: VerifyOptions): Promise<Verdict> {
  const credential = withoutClaims(jws.payload)
  const faults = [
    ...credentialFaults(credential, knownTo(needs.contexts), false),
    ...(versionOf(credential) === '1.1' ? [fault('context-first', '/@context')] : []),
    // A proof within would have to be checked apart: who envelopes a credential leaves its proofs out.
    ...('proof' in credential ? [fault('proof-object', '/proof')] : []),
  ]
  if (faults.length > 0) return verdictOf({ faults })
  const meaning = await reading.meaning(credential)
  if (meaning.length > 0) return verdictOf({ faults: meaning })
  const { expectedProofPurpose = 'assertionMethod' } = options
  return settle(needs, credential, await signatureOf(needs, jws, idOf(credential.issuer), [expectedProofPurpose]), options)
}

/** Who signed the token, for which purpose, and whether it holds now; who is named twice is named alike (§3.1.1). */
export async function signatureOf(needs: VcApiNeeds, jws: Jws, signer: string | null, purposes: readonly string[]): Promise<ProofChecks> {
  const address = keyNamed(jws)
  const method = readDidJwk(address) ?? (await resolveMethod(needs)(address))
  const { kind, payload: { iss, exp, nbf }, signature, signed } = jws
  const now = needs.edge.now().getTime() / 1_000
  const findings = (): Finding[] => {
    if (method === null) return [found('method-unknown')]
    if (!purposes.some((purpose) => method.purposes.includes(purpose))) return [found('method-purpose')]
    if (method.key.kind !== kind || !isSigned(method.key, signature, signed)) return [found('signature')]
    if (iss !== undefined && iss !== signer) return [found('issuer-key', 'iss')]
    if (exp !== undefined && !(typeof exp === 'number' && exp > now)) return [found('proof-expired')]
    return nbf !== undefined && !(typeof nbf === 'number' && nbf <= now) ? [found('not-yet-valid')] : []
  }
  return { findings: findings(), controllers: method ? [method.controller] : [] }
}
