// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../../errors.ts'
import { asList } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { fromBase58 } from '../multibase.ts'
import type { Canonicalise } from '../quads.ts'
import { momentOf } from '../data-model/index.ts'
import { documentBefore, proofsOf } from './chain.ts'
import { bytesToSign } from './hash.ts'
import { isSigned } from './keys.ts'
import type { Method, PublicKey } from './keys.ts'
import type { Finding, VerificationRule } from './rules.ts'
import { isSuite, suites } from './suites.ts'
import type { SuiteName } from './suites.ts'

/** What is needed to check a proof, and what it is expected to be. */
export type Checking = {
  /** Refuses ERR_NOT_CONFORMING for what means nothing; whatever else it throws goes on up. */
  canonicalise: Canonicalise
  /** The key at an address, or null when it cannot be found here. */
  resolve(address: string): Promise<Method | null>
  /** Whether a derived selective-disclosure proof holds (ECDSA §3.6.7). */
  isDisclosed(unsecured: JsonObject, proof: JsonObject, key: PublicKey): Promise<boolean>
  /** Milliseconds since 1970. */
  now: number
  purposes: readonly string[]
  domain?: string
  challenge?: string
}

export type ProofChecks = { findings: Finding[]; controllers: string[] }

/** Checks every proof of a document whose shape was found right (Data Integrity 1.0 §4.4, §4.5). */
export async function checkProofs(document: JsonObject, checking: Checking): Promise<ProofChecks> {
  const checks: ProofChecks = { findings: [], controllers: [] }
  const several = Array.isArray(document.proof)
  for (const [n, proof] of proofsOf(document).entries()) {
    const method = await checking.resolve(String(proof.verificationMethod))
    const rule = expectations(proof, checking) ?? (await faultOf(document, proof, method, checking))
    if (rule) checks.findings.push({ rule, at: several ? `/proof/${n}` : '/proof' })
    else if (method) checks.controllers.push(method.controller)
  }
  return checks
}

function expectations(proof: JsonObject, { purposes, domain, challenge, now }: Checking): VerificationRule | null {
  if (!purposes.includes(String(proof.proofPurpose))) return 'purpose'
  if (domain !== undefined && !asList(proof.domain).includes(domain)) return 'domain'
  if (challenge !== undefined && proof.challenge !== challenge) return 'challenge'
  return typeof proof.expires === 'string' && momentOf(proof.expires) <= now ? 'proof-expired' : null
}

async function faultOf(document: JsonObject, proof: JsonObject, method: Method | null, checking: Checking): Promise<VerificationRule | null> {
  if (method === null) return 'method-unknown'
  if (!method.purposes.includes(String(proof.proofPurpose))) return 'method-purpose'
  const before = documentBefore(document, proof)
  if (before === null) return 'previous-proof'
  if (!(await holds(before, proof, method.key, checking))) return 'signature'
  return (await meansTheSame(before, proof, checking)) ? null : 'context-changed'
}

async function holds(unsecured: JsonObject, proof: JsonObject, key: PublicKey, { canonicalise, isDisclosed }: Checking): Promise<boolean> {
  const { proofValue, ...options } = proof
  const name = String(proof.cryptosuite)
  if (!isSuite(name) || !takes(name, key)) return false
  const { form } = suites[name]
  if (form === 'selective') return isDisclosed(unsecured, proof, key)
  const signature = fromBase58(String(proofValue))
  const signed = form === 'jcs' ? asItWas(unsecured, options) : unsecured
  if (signature === null || signed === null) return false
  const data = await bytesToSign(signed, options, { form, kind: key.kind, canonicalise }).catch(nothingIfUnreadable)
  return data !== null && isSigned(key, signature, data)
}

/** Contexts added after a JCS proof was made may not change what it signed: both ways of reading give the same quads. */
async function meansTheSame(unsecured: JsonObject, proof: JsonObject, { canonicalise }: Checking): Promise<boolean> {
  const then = suites[proof.cryptosuite as SuiteName].form === 'jcs' ? asItWas(unsecured, proof) : unsecured
  if (then === null || JSON.stringify(then['@context']) === JSON.stringify(unsecured['@context'])) return then !== null
  const read = (document: JsonObject) => canonicalise(document, { direction: 'i18n-datatype' }).catch(nothingIfUnreadable)
  const [before, now] = [await read(then), await read(unsecured)]
  return before !== null && before === now
}

function nothingIfUnreadable(error: unknown): null {
  if (error instanceof DomainError && error.code === 'ERR_NOT_CONFORMING') return null
  throw error
}

const takes = (suite: SuiteName, { kind }: PublicKey) => (suites[suite].keys as readonly string[]).includes(kind)

/** A JCS proof carries the context it was made under; the document's begins with it (EdDSA §3.3.2, ECDSA §3.3.2). */
function asItWas(unsecured: JsonObject, options: JsonObject): JsonObject | null {
  if (options['@context'] === undefined) return unsecured
  const [then, now] = [asList(options['@context']), asList(unsecured['@context'])]
  const begins = then.every((item, n) => JSON.stringify(item) === JSON.stringify(now[n]))
  return begins ? { ...unsecured, '@context': options['@context'] } : null
}
