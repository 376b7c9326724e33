// SPDX-License-Identifier: EUPL-1.2
import type { Checking, KeyKind, MakeBaseProof, Signer } from '#domain/credential/data-integrity/index.ts'
import type { Fault } from '#domain/credential/data-model/index.ts'
import type { Canonicalise, Contexts, JsonObject } from '#domain/credential/index.ts'

export const statusPurposes = ['revocation', 'suspension'] as const
export type StatusPurpose = (typeof statusPurposes)[number]

/** The status places of what the sandbox issued. */
export type SandboxStatuses = {
  /** Gives a free place of that purpose's list to a credential. */
  allocate(purpose: StatusPurpose, credentialId: string | null): Promise<number>
  /** Sets or clears the place of a credential; one without an id is found by its place. False when there is none. */
  flip(change: { purpose: StatusPurpose; credentialId: string; position?: number; set: boolean; at: Date }): Promise<boolean>
  isSet(purpose: StatusPurpose, position: number): Promise<boolean>
  /** The places that are set. */
  places(purpose: StatusPurpose): Promise<number[]>
}

/** What signs what it is given (VC_API_SANDBOX=1). */
export type Sandbox = { keys: Readonly<Record<KeyKind, Signer>>; statuses: SandboxStatuses }

/**
 * Reads the documents of one request. Refuses ERR_NOT_CONFORMING for what means nothing, ERR_DOCUMENT_TOO_SLOW when the
 * request has used its time, ERR_READING_SPENT when its address has, ERR_READERS_BUSY when too many wait.
 */
export type Reading = {
  meaning(document: JsonObject): Promise<Fault[]>
  canonicalise: Canonicalise
  makeBaseProof: MakeBaseProof
  isDisclosed: Checking['isDisclosed']
  derive(document: JsonObject, proof: JsonObject, pointers: readonly string[]): Promise<JsonObject>
}

export type VcApiNeeds = {
  origin: string
  contexts: Contexts
  /** Null while the sandbox is closed. */
  sandbox: Sandbox | null
  /** Opens a reading; one is for one request, and costs the address that asks for it. */
  reading(address?: string): Reading
  /** The DID document of an issuer of this service; null for any other. */
  issuerDocument(did: string): Promise<JsonObject | null>
  /** The signed text of a status list that a real issuer of this service publishes at that address; null for any other. */
  publishedList(address: string): Promise<string | null>
  edge: { now(): Date; uuid(): string }
}
