// SPDX-License-Identifier: EUPL-1.2
// The parts of @digitalbazaar's untyped packages that tests use as a peer and as an outside judge.
declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  type Status = (options: unknown) => Promise<{ verified: boolean }>
  export function issue(options: { credential: object; suite: object; documentLoader: Loader }): Promise<{ [key: string]: unknown }>
  export function verifyCredential(options: { credential: object; suite: object; documentLoader: Loader; checkStatus?: Status }): Promise<{ verified: boolean; error?: Error }>
  export function createPresentation(options: { verifiableCredential: object[]; holder: string }): object
  export function signPresentation(options: { presentation: object; suite: object; challenge: string; documentLoader: Loader }): Promise<{ [key: string]: unknown }>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object; date?: string })
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/ed25519-multikey' {
  export type KeyPair = { id: string; signer(): object; verifier(): object }
  export function fromJwk(options: { jwk: object; secretKey: boolean; id: string; controller: string }): Promise<KeyPair>
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/ecdsa-multikey' {
  type EcdsaPair = { publicKeyMultibase: string; signer(): object }
  export function generate(options: { curve: string }): Promise<EcdsaPair>
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  export function checkStatus(options: { credential: object; documentLoader: Loader; verifyBitstringStatusListCredential: boolean }):
    Promise<{ verified: boolean; results?: { status: boolean }[]; error?: Error }>
}
