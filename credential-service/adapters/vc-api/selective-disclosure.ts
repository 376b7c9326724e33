// SPDX-License-Identifier: EUPL-1.2
import { createDiscloseCryptosuite, createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { writeMultikey } from '#domain/credential/data-integrity/index.ts'
import type { Checking, MakeBaseProof } from '#domain/credential/data-integrity/index.ts'
import { loaderOver } from '#domain/credential/index.ts'
import type { Contexts, JsonObject } from '#domain/credential/index.ts'

/** ecdsa-sd-2023 (W3C Data Integrity ECDSA Cryptosuites 1.0 §3.4–3.6), by the library that outside wallets use. */
export function selectiveDisclosure(contexts: Contexts) {
  const documentLoader = loaderOver(contexts)

  const makeBaseProof: MakeBaseProof = async (document, options, mandatoryPointers, signer) => {
    const cryptosuite = createSignCryptosuite({ mandatoryPointers })
    const proof = { ...options, '@context': document['@context'] }
    const verifyData = await cryptosuite.createVerifyData({ cryptosuite, document, proof, documentLoader })
    const sign = async ({ data }: { data: Uint8Array }) => signer.sign(data)
    return cryptosuite.createProofValue({ verifyData, dataIntegrityProof: { signer: { sign } } })
  }

  const isDisclosed: Checking['isDisclosed'] = async (document, proof, key) => {
    const cryptosuite = createVerifyCryptosuite()
    const { controller, ...method } = { controller: '', id: proof.verificationMethod, type: 'Multikey', publicKeyMultibase: writeMultikey(key) }
    try {
      const data = await cryptosuite.createVerifyData({ cryptosuite, document, proof: { ...proof, '@context': document['@context'] }, documentLoader })
      const verifier = await cryptosuite.createVerifier({ verificationMethod: { ...method, controller } })
      return await verifier.verify({ data })
    } catch {
      return false // a base proof, or bytes that are no proof
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
  return { makeBaseProof, isDisclosed, derive }
}
