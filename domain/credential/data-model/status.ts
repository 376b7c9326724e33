// SPDX-License-Identifier: EUPL-1.2
import { asList, isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { each, isUrl, under } from './values.ts'

export type StatusEntry = { statusPurpose: string; statusListIndex: string; statusListCredential: string }

// Each may cost the reading of a list.
const MOST_ENTRIES = 16
const INDEX = /^(0|[1-9][0-9]*)$/

export const isStatusEntry = (value: unknown): value is JsonObject & StatusEntry =>
  isJsonObject(value) && asList(value.type).includes('BitstringStatusListEntry')

/** Entries of a bitstring list (W3C Bitstring Status List 1.0 §2.1); other kinds of status are for their own documents. */
export function statusEntryFaults(document: JsonObject): Fault[] {
  const entries = each(document.credentialStatus, '/credentialStatus')
  if (entries.length > MOST_ENTRIES) return unless(false, 'size', '/credentialStatus')
  return entries.filter(({ value }) => isStatusEntry(value))
    .flatMap(({ value, at }) => unless(isWellFormed(value as JsonObject), 'status-entry', at))
}

function isWellFormed(entry: JsonObject): boolean {
  const { id, statusPurpose, statusListIndex, statusListCredential } = entry
  return typeof statusPurpose === 'string' && statusPurpose !== ''
    && typeof statusListIndex === 'string' && INDEX.test(statusListIndex)
    && isUrl(statusListCredential) && id !== statusListCredential && hasMessages(entry)
}

/** `statusSize` above 1 needs a message for each value the status can take. */
function hasMessages({ statusSize: size, statusMessage: messages, statusReference: references }: JsonObject): boolean {
  if (size !== undefined && (!Number.isSafeInteger(size) || Number(size) < 1 || Number(size) > 16)) return false
  if (messages === undefined) return Number(size ?? 1) === 1
  const described = Array.isArray(messages) && messages.length === 2 ** Number(size ?? 1)
    && messages.every((message) => isJsonObject(message) && typeof message.status === 'string' && /^0x[0-9a-f]+$/i.test(message.status) && typeof message.message === 'string')
  return described && asList(references).every(isUrl)
}

/** A status list is a credential of its own kind (§2.2). */
export function statusListFaults(document: JsonObject): Fault[] {
  if (!asList(document.type).includes('BitstringStatusListCredential')) return []
  return each(document.credentialSubject, '/credentialSubject').flatMap(({ value, at }) => {
    const { type, statusPurpose, encodedList } = isJsonObject(value) ? value : {}
    const purposes = asList(statusPurpose)
    return [
      ...unless(asList(type).includes('BitstringStatusList'), 'type-required', under(at, 'type')),
      ...unless(purposes.length > 0 && purposes.every((purpose) => typeof purpose === 'string'), 'status-list', under(at, 'statusPurpose')),
      ...unless(typeof encodedList === 'string' && /^u[A-Za-z0-9_-]+$/.test(encodedList), 'status-list', under(at, 'encodedList')),
    ]
  })
}
