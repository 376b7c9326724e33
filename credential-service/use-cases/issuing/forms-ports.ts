// SPDX-License-Identifier: EUPL-1.2
import type { MakeBaseProof } from '#domain/credential/data-integrity/index.ts'
import type { SdJwt } from '#domain/credential/forms/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { IssuingNeeds } from './ports.ts'

/** The other signed forms of credentials. */
export type FormStore = {
  kept(credential: string, form: string): Promise<string | null>
  /** Keeps a form unless there is one already; gives the one kept. */
  keep(credential: string, form: string, signed: string): Promise<string>
}

/** Makes an SD-JWT VC signed with ES256; `kid` is the address of the key in the issuer's DID document. */
export type MakeSdJwt = (jwt: SdJwt, kid: string, sign: (data: Uint8Array) => Promise<Uint8Array>) => Promise<string>

/**
 * The signed credential that a person holds, and its issuer. Refuses ERR_CREDENTIAL_UNKNOWN (none, or someone else's)
 * and ERR_CREDENTIAL_NOT_READY (not settled on the ledger).
 */
export type HeldText = (person: string, id: string) => Promise<{ issuer: string; credential: JsonObject }>

export type FormsNeeds = Pick<IssuingNeeds, 'origin' | 'issuers' | 'agent' | 'contexts' | 'edge'> & {
  held: HeldText
  forms: FormStore
  makers: {
    makeSdJwt: MakeSdJwt
    makeBaseProof: MakeBaseProof
    /** The document with only what is mandatory or pointed at, and the proof that goes with it. */
    derive(document: JsonObject, proof: JsonObject, pointers: readonly string[]): Promise<JsonObject>
  }
}
