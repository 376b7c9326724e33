// SPDX-License-Identifier: EUPL-1.2
import { createDiscloseCryptosuite, createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { writeMultikey } from '#domain/credential/data-integrity/index.ts'
import type { Checking, MakeBaseProof, Signer } from '#domain/credential/data-integrity/index.ts'
import { loaderOver } from '#domain/credential/index.ts'
import type { Contexts, JsonObject } from '#domain/credential/index.ts'
import { isDerivedValue } from './derived-proof.ts'

/** ecdsa-sd-2023 (W3C Data Integrity ECDSA Cryptosuites 1.0 §3.4–3.6), by the library that outside wallets use. */
export function selectiveDisclosure(contexts: Contexts) {
  const documentLoader = loaderOver(contexts)

  /** What a base proof is signed over; the signing itself is `signBase`. */
  const baseData = (document: JsonObject, options: JsonObject, mandatoryPointers: readonly string[]): Promise<object> => {
    const cryptosuite = createSignCryptosuite({ mandatoryPointers })
    return cryptosuite.createVerifyData({ cryptosuite, document, proof: { ...options, '@context': document['@context'] }, documentLoader })
  }

  const isDisclosed: Checking['isDisclosed'] = async (document, proof, key) => {
    if (!isDerivedValue(proof.proofValue)) return false
    const cryptosuite = createVerifyCryptosuite()
    const { controller, ...method } = { controller: '', id: proof.verificationMethod, type: 'Multikey', publicKeyMultibase: writeMultikey(key) }
    try {
      const data = await cryptosuite.createVerifyData({ cryptosuite, document, proof: { ...proof, '@context': document['@context'] }, documentLoader })
      const verifier = await cryptosuite.createVerifier({ verificationMethod: { ...method, controller } })
      return await verifier.verify({ data })
    } catch {
      return false // bytes that are no proof of this
    }
  }

  /** The document with only what is mandatory or named, and the proof that goes with it. @throws when nothing is disclosed */
  const derive = (document: JsonObject, proof: JsonObject, selectivePointers: readonly string[]): Promise<JsonObject> => {
    const cryptosuite = createDiscloseCryptosuite({ selectivePointers })
    const { proof: _, ...unsecured } = document
    return cryptosuite.derive({
      cryptosuite, document: unsecured, documentLoader, purpose: { term: proof.proofPurpose },
      proofSet: [{ ...proof, '@context': document['@context'] }],
      dataIntegrityProof: { matchProof: async ({ proof: one }) => one.cryptosuite === cryptosuite.name },
    })
  }
  /** In the thread of whoever asks: for what we made ourselves. */
  const makeBaseProof: MakeBaseProof = async (document, options, pointers, signer) => signBase(await baseData(document, options, pointers), signer)
  return { baseData, isDisclosed, derive, makeBaseProof }
}

/** The value of a base proof over that data, by the key that stays with its holder. */
export function signBase(verifyData: object, signer: Signer): Promise<string> {
  const sign = async ({ data }: { data: Uint8Array }) => signer.sign(data)
  return createSignCryptosuite({ mandatoryPointers: [] }).createProofValue({ verifyData, dataIntegrityProof: { signer: { sign } } })
}

/** Whether the library says that a base proof cannot be read or disclosed from; it names its errors by their words alone. */
export const isBadProof = (error: unknown): boolean => error instanceof Error
  && /^(The proof does not include|"proof\.proofValue"|Nothing selected|Base proof purpose|JSON pointer|"(baseSignature|publicKey|hmacKey|signatures|mandatoryPointers)")/.test(error.message)
