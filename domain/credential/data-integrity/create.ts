// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import { toBase58 } from '../multibase.ts'
import type { Canonicalise } from '../quads.ts'
import { documentBefore, proofsOf } from './chain.ts'
import { bytesToSign } from './hash.ts'
import type { KeyKind } from './keys.ts'
import { suites } from './suites.ts'
import type { SuiteName } from './suites.ts'

/** A key that signs; what it is made of stays with its holder. */
export type Signer = { kind: KeyKind; did: string; verificationMethod: string; sign(data: Uint8Array): Uint8Array | Promise<Uint8Array> }

/** Makes the value of a selective-disclosure base proof (ECDSA §3.6.1). */
export type MakeBaseProof = (unsecured: JsonObject, options: JsonObject, pointers: readonly string[], signer: Signer) => Promise<string>

export type NewProof = {
  cryptosuite: SuiteName
  created: string
  proofPurpose: 'assertionMethod' | 'authentication'
  /** What the proof says besides: its id, challenge, domain, previousProof. */
  also?: JsonObject
  mandatoryPointers?: readonly string[]
}

/**
 * The document with one more proof; those it has stay as they are, and `also.previousProof` chains the new one to them.
 * @throws what `canonicalise` throws; RangeError when the proof it follows is not there
 */
export async function withProof(
  document: JsonObject, wanted: NewProof, signer: Signer, { canonicalise, makeBaseProof }: { canonicalise: Canonicalise; makeBaseProof: MakeBaseProof },
): Promise<JsonObject> {
  const { form } = suites[wanted.cryptosuite]
  const options: JsonObject = {
    type: 'DataIntegrityProof', cryptosuite: wanted.cryptosuite, created: wanted.created,
    verificationMethod: signer.verificationMethod, proofPurpose: wanted.proofPurpose, ...wanted.also,
    ...(form === 'jcs' && { '@context': document['@context'] }),
  }
  const before = documentBefore(document, options)
  if (before === null) throw new RangeError('The proof follows one that is not there')
  const proofValue = form === 'selective'
    ? await makeBaseProof(before, options, wanted.mandatoryPointers ?? [], signer)
    : toBase58(await signer.sign(await bytesToSign(before, options, { form, kind: signer.kind, canonicalise })))
  const proofs = [...proofsOf(document), { ...options, proofValue }]
  return { ...document, proof: proofs.length === 1 ? proofs[0] : proofs }
}
