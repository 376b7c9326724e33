// SPDX-License-Identifier: EUPL-1.2
// The part of this library that we use; it ships no types.
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  type Json = Record<string, unknown>
  type Loader = (address: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  type VerifyData = object
  type Suite<Rest> = { name: string; options: object } & Rest
  type Signer = { sign(given: { data: Uint8Array }): Promise<Uint8Array> }

  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): Suite<{
    createVerifyData(given: { cryptosuite: object; document: Json; proof: Json; documentLoader: Loader }): Promise<VerifyData>
    createProofValue(given: { verifyData: VerifyData; dataIntegrityProof: { signer: Signer } }): Promise<string>
  }>
  export function createDiscloseCryptosuite(options: { proofId?: string; selectivePointers: readonly string[] }): Suite<{
    derive(given: {
      cryptosuite: object; document: Json; proofSet: Json[]; purpose: { term: unknown }; documentLoader: Loader
      dataIntegrityProof: { matchProof(given: { proof: Json }): Promise<boolean> }
    }): Promise<Json>
  }>
  export function createVerifyCryptosuite(): Suite<{
    createVerifyData(given: { cryptosuite: object; document: Json; proof: Json; documentLoader: Loader }): Promise<VerifyData>
    createVerifier(given: { verificationMethod: Json }): Promise<{ verify(given: { data: VerifyData }): Promise<boolean> }>
  }>
}
