// SPDX-License-Identifier: EUPL-1.2
import { asList, isJsonObject } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import { statusPurposes } from './ports.ts'
import type { VcApiNeeds } from './ports.ts'
import { openSandbox } from './sandbox-issuers.ts'

export type StatusChange = { credentialId: string; credentialStatus: unknown; status?: unknown }

/**
 * Sets, or clears, a status of a credential that the sandbox issued (VC API, "Update Status"); without a value it is set.
 * Refuses ERR_SANDBOX_CLOSED, ERR_STATUS_ENTRY, ERR_CREDENTIAL_UNKNOWN.
 */
export const changeStatus = (needs: VcApiNeeds) => async ({ credentialId, credentialStatus, status }: StatusChange): Promise<void> => {
  const { statuses } = openSandbox(needs)
  const changes = asList(credentialStatus).map((entry) => changeOf(entry, status))
  if (changes.length === 0) throw new ServiceError('ERR_STATUS_ENTRY', { at: '/credentialStatus' })
  for (const change of changes) {
    const found = await statuses.flip({ ...change, credentialId, at: needs.edge.now() })
    if (!found) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN')
  }
}

function changeOf(entry: unknown, status: unknown) {
  const { type, statusPurpose, statusListIndex, status: own } = isJsonObject(entry) ? entry : {}
  const purpose = statusPurposes.find((one) => one === (statusPurpose ?? 'revocation'))
  const set = readStatus(own ?? status ?? true)
  if (type !== 'BitstringStatusListEntry' || purpose === undefined || set === undefined) {
    throw new ServiceError('ERR_STATUS_ENTRY', { at: '/credentialStatus' })
  }
  const position = typeof statusListIndex === 'string' && /^\d{1,9}$/.test(statusListIndex) ? Number(statusListIndex) : undefined
  return { purpose, set, ...(position !== undefined && { position }) }
}

/** Suites write a status as a boolean, a number or a text. */
const readStatus = (value: unknown): boolean | undefined => STATUSES.get(value)

const STATUSES: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true], [1, true], ['true', true], ['1', true], [false, false], [0, false], ['false', false], ['0', false],
])
