// SPDX-License-Identifier: EUPL-1.2
import { asList, isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { fault, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { each, isDateTime, isUrl, under } from './values.ts'

// Each proof costs one reading of the whole document.
const MOST_PROOFS = 10

/** The proofs of a secured document are written as Data Integrity asks (W3C Data Integrity 1.0 §2.1). */
export function proofFaults(document: JsonObject, isSuite: (name: string) => boolean): Fault[] {
  const proofs = each(document.proof, '/proof')
  if (proofs.length === 0) return [fault('proof-missing', '/proof')]
  if (proofs.length > MOST_PROOFS) return [fault('size', '/proof')]
  const ids = new Set(proofs.map(({ value }) => (isJsonObject(value) ? value.id : undefined)).filter(isUrl))
  return proofs.flatMap(({ value, at }) => (isJsonObject(value) ? oneProof(value, at, isSuite, ids) : [fault('proof-object', at)]))
}

function oneProof(proof: JsonObject, at: string, isSuite: (name: string) => boolean, ids: ReadonlySet<string>): Fault[] {
  const { type, cryptosuite, proofPurpose, verificationMethod, proofValue, previousProof } = proof
  const previous = asList(previousProof)
  return [
    ...unless(!Object.hasOwn(proof, 'id') || isUrl(proof.id), 'id-url', under(at, 'id')),
    ...unless(type === 'DataIntegrityProof', 'proof-type', under(at, 'type')),
    ...unless(typeof cryptosuite === 'string' && isSuite(cryptosuite), 'proof-suite', under(at, 'cryptosuite')),
    ...unless(isUrl(verificationMethod), 'proof-method', under(at, 'verificationMethod')),
    ...unless(typeof proofPurpose === 'string' && proofPurpose !== '', 'proof-purpose', under(at, 'proofPurpose')),
    ...unless(typeof proofValue === 'string' && /^(z[1-9A-HJ-NP-Za-km-z]+|u[A-Za-z0-9_-]+)$/.test(proofValue), 'proof-value', under(at, 'proofValue')),
    ...dateAndWordFaults(proof, at),
    ...unless(previousProof === undefined || (previous.length > 0 && previous.every((id) => typeof id === 'string' && ids.has(id) && id !== proof.id)),
      'proof-previous', under(at, 'previousProof')),
  ]
}

function dateAndWordFaults(proof: JsonObject, at: string): Fault[] {
  const { domain, challenge, nonce } = proof
  const isWord = (value: unknown) => value === undefined || typeof value === 'string'
  return [
    ...['created', 'expires'].flatMap((name) => unless(proof[name] === undefined || isDateTime(proof[name]), 'proof-date', under(at, name))),
    ...unless(domain === undefined || (asList(domain).length > 0 && asList(domain).every((one) => typeof one === 'string')), 'proof-word', under(at, 'domain')),
    ...unless(isWord(challenge), 'proof-word', under(at, 'challenge')),
    ...unless(isWord(nonce), 'proof-word', under(at, 'nonce')),
  ]
}
