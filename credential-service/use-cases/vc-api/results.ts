// SPDX-License-Identifier: EUPL-1.2
import { asList, isJsonObject } from '#domain/credential/index.ts'
import type { Verdict } from './verdict.ts'

type Tried = { verified: boolean; input: unknown }

/** What was found of each part of a credential (VCALM 1.0, "Verify Credential": `results`). */
export function resultsOf(credential: unknown, verdict: Verdict): Record<string, Tried | Tried[]> {
  const { proof, credentialStatus, validFrom, validUntil } = isJsonObject(credential) ? credential : {}
  const said = [...verdict.faults, ...verdict.findings].map(({ at }) => at)
  const holds = (place: string) => !said.some((at) => at === place || at.startsWith(`${place}/`))
  // Where a rule of the data model is broken, nothing else was looked at.
  const read = verdict.faults.length === 0
  const each = (name: string, value: unknown): Tried[] => asList(value).map((input, n) =>
    ({ verified: read && holds(Array.isArray(value) ? `/${name}/${n}` : `/${name}`) && !said.includes(`/${name}`), input }))
  const one = (name: string, input: unknown) => (input === undefined ? {} : { [name]: { verified: read && holds(`/${name}`), input } })
  return {
    proof: each('proof', proof),
    ...(credentialStatus !== undefined && verdict.checked.includes('credentialStatus') && { credentialStatus: each('credentialStatus', credentialStatus) }),
    ...one('validFrom', validFrom), ...one('validUntil', validUntil),
  }
}
