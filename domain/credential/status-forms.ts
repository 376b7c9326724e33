// SPDX-License-Identifier: EUPL-1.2
import { asList, isJsonObject } from './json.ts'
import type { JsonObject } from './json.ts'

/**
 * The forms in which one table of places is published: two W3C Bitstring Status Lists, since what is revoked never comes
 * back and what is suspended may (§2.2), and one IETF Token Status List, which says both in two bits.
 */
export const statusForms = ['revocation', 'suspension', 'token'] as const
export type StatusForm = (typeof statusForms)[number]

/** Where a form of a list is published; the list of revocations has the list's own address. */
export function addressOfForm(list: string, form: StatusForm): string {
  return form === 'revocation' ? list : `${list}/${form}`
}

/** The `credentialStatus` of a credential: its one place, in both Bitstring lists (§2.1). */
export function statusEntries({ list, index }: { list: string; index: number }): JsonObject[] {
  return (['revocation', 'suspension'] as const).map(form => ({
    id: `${addressOfForm(list, form)}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: form,
    statusListIndex: String(index),
    statusListCredential: addressOfForm(list, form),
  }))
}

/** The entry of a credential for a purpose: what says which place of which list to look at. */
export function entryFor(credential: JsonObject, purpose: 'revocation' | 'suspension'): JsonObject | undefined {
  return asList(credential.credentialStatus).filter(isJsonObject).find(({ statusPurpose }) => statusPurpose === purpose)
}

/** Whether a credential names a list of suspensions; those issued before there was one do not. */
export const namesSuspension = (credential: JsonObject): boolean => entryFor(credential, 'suspension') !== undefined
