// SPDX-License-Identifier: EUPL-1.2
import { withProof } from '#domain/credential/data-integrity/index.ts'
import { bitstringOf, packBitstring, toStatusListCredential } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import { stampOf } from './moment.ts'
import { statusPurposes } from './ports.ts'
import type { Sandbox, StatusPurpose, VcApiNeeds } from './ports.ts'
import { openSandbox } from './sandbox-issuers.ts'

export const listAddress = (origin: string, purpose: string): string => `${origin}/vc-api/status-lists/${purpose}`

/** The purpose of a list; undefined when the sandbox has none at that address. */
export const purposeAt = (origin: string, address: string): StatusPurpose | undefined =>
  statusPurposes.find((purpose) => listAddress(origin, purpose) === address)

/** An entry with a place of its own in a list (Bitstring Status List 1.0 §2.1). */
export async function statusEntryOf({ statuses }: Sandbox, origin: string, purpose: StatusPurpose, credentialId: unknown): Promise<JsonObject> {
  return entryAt(origin, purpose, await statuses.allocate(purpose, typeof credentialId === 'string' ? credentialId : null))
}

export function entryAt(origin: string, purpose: StatusPurpose, position: number): JsonObject {
  const statusListCredential = listAddress(origin, purpose)
  return {
    id: `${statusListCredential}#${position}`, type: 'BitstringStatusListEntry', statusPurpose: purpose,
    statusListIndex: String(position), statusListCredential,
  }
}

/**
 * The signed list of a purpose, as it is now (§2.2). Refuses ERR_SANDBOX_CLOSED, ERR_STATUS_LIST_UNKNOWN.
 */
export const readSandboxList = (needs: VcApiNeeds) => async (name: string): Promise<JsonObject> => {
  const { keys, statuses } = openSandbox(needs)
  const purpose = statusPurposes.find((one) => one === name)
  if (purpose === undefined) throw new ServiceError('ERR_STATUS_LIST_UNKNOWN', { list: name })
  const [signer, now] = [keys.Ed25519, stampOf(needs.edge.now())]
  const encodedList = await packBitstring(bitstringOf(await statuses.places(purpose)))
  const list = toStatusListCredential({ address: listAddress(needs.origin, purpose), issuer: signer.did, validFrom: now, encodedList, purpose })
  const wanted = { cryptosuite: 'eddsa-rdfc-2022', created: now, proofPurpose: 'assertionMethod' } as const
  return withProof(list, wanted, signer, needs.reading())
}
