// SPDX-License-Identifier: EUPL-1.2
import type { Finding, VerificationRule } from '#domain/credential/data-integrity/index.ts'
import { each, isStatusEntry } from '#domain/credential/data-model/index.ts'
import type { StatusEntry } from '#domain/credential/data-model/index.ts'
import { asList, bitAt, isJsonObject, SHORTEST_LIST } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { VcApiNeeds } from './ports.ts'
import { purposeAt } from './status-lists.ts'

type Needs = Pick<VcApiNeeds, 'origin' | 'sandbox' | 'publishedList'>

/** What the status entries of a credential say (Bitstring Status List 1.0 §3.2). Lists of other services are not fetched. */
export async function checkStatus(needs: Needs, credential: JsonObject): Promise<Finding[]> {
  const entries = each(credential.credentialStatus, '/credentialStatus')
  const findings = await Promise.all(entries.map(async ({ value, at }): Promise<Finding | null> => {
    const rule = isStatusEntry(value) ? await ruleOf(needs, value) : 'status-kind'
    return rule && { rule, at }
  }))
  return findings.filter((finding) => finding !== null)
}

/** Whether a finding says that the status could not be read, rather than what it is. */
export const isUnread = ({ rule }: Finding): boolean => rule === 'status-retrieval' || rule === 'status-kind'

async function ruleOf({ origin, sandbox, publishedList }: Needs, entry: StatusEntry): Promise<VerificationRule | null> {
  const index = Number(entry.statusListIndex)
  const purpose = purposeAt(origin, entry.statusListCredential)
  if (purpose !== undefined && sandbox !== null) {
    if (purpose !== entry.statusPurpose) return 'status-purpose'
    if (!(index < SHORTEST_LIST)) return 'status-range'
    return (await sandbox.statuses.isSet(purpose, index)) ? 'status-set' : null
  }
  const text = await publishedList(entry.statusListCredential)
  return text === null ? 'status-retrieval' : inList(JSON.parse(text), entry, index)
}

async function inList(list: unknown, { statusPurpose }: StatusEntry, index: number): Promise<VerificationRule | null> {
  const { credentialSubject: subject } = isJsonObject(list) ? list : {}
  if (!isJsonObject(subject) || !asList(subject.statusPurpose).includes(statusPurpose)) return 'status-purpose'
  const bit = await bitAt(String(subject.encodedList), index)
  return bit === null ? 'status-range' : bit ? 'status-set' : null
}
