// SPDX-License-Identifier: EUPL-1.2
// What the sandbox puts into a credential before it signs it.
import { idOf, versionOf } from '#domain/credential/data-model/index.ts'
import { asList, isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { stampOf } from './moment.ts'

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2'
const STATUS = 'https://www.w3.org/ns/credentials/status/v1'

/** Version 1.1 asks for a date of issuance (VC Data Model 1.1 §4.6): who issues today says so, where nobody has signed yet. */
export function withIssuanceDate(credential: unknown, now: Date): unknown {
  if (!isJsonObject(credential) || versionOf(credential) !== '1.1') return credential
  if (credential.issuanceDate !== undefined || credential.proof !== undefined) return credential
  return { ...credential, issuanceDate: stampOf(now) }
}

/** Version 1.1 knows no DataIntegrityProof: its context is added, as every library does. */
export function withSuiteContext(document: JsonObject): JsonObject {
  const contexts = asList(document['@context'])
  if (versionOf(document) !== '1.1' || contexts.includes(DATA_INTEGRITY)) return document
  return { ...document, '@context': [...contexts, DATA_INTEGRITY] }
}

/** The document in that issuer's name, with all else that is said of the issuer. */
export const inNameOf = (document: JsonObject, did: string): JsonObject =>
  ({ ...document, issuer: isJsonObject(document.issuer) ? { ...document.issuer, id: did } : did })

/** The document with status entries beside those it has. */
export function withEntries(document: JsonObject, entries: JsonObject[]): JsonObject {
  const all = [...asList(document.credentialStatus), ...entries]
  if (entries.length === 0) return document
  const contexts = versionOf(document) === '1.1' ? [...asList(document['@context']), STATUS] : document['@context']
  return { ...document, '@context': contexts, credentialStatus: all.length === 1 ? all[0] : all }
}

/**
 * What a base proof lets nobody hide, when the request does not say: what the data model asks of every credential, or
 * what is derived from it could never be verified.
 */
export const pointersByDefault = (document: JsonObject): string[] =>
  versionOf(document) === '1.1' ? ['/issuer', '/issuanceDate'] : ['/issuer']

/** The issuer that a credential names. */
export const issuerIn = (credential: unknown): string | null => (isJsonObject(credential) ? idOf(credential.issuer) : null)
