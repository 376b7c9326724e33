// SPDX-License-Identifier: EUPL-1.2
import { checkProofs } from '#domain/credential/data-integrity/index.ts'
import { credentialFaults, isEnvelope } from '#domain/credential/data-model/index.ts'
import { isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Reading, VcApiNeeds } from './ports.ts'
import { knownTo } from './refuse.ts'
import { resolveMethod } from './resolve-method.ts'
import { settle } from './settle.ts'
import { verdictOf } from './verdict.ts'
import type { Verdict, VerifyOptions } from './verdict.ts'
import { envelopeVerdict } from './verify-envelope.ts'

/** Whether a credential follows the data model, is signed by its issuer, and is valid today (VC API, "Verify Credential"). */
export const verifyCredential = (needs: VcApiNeeds) => (credential: unknown, options: VerifyOptions = {}): Promise<Verdict> =>
  credentialVerdict(readingListsOnce(needs), needs.reading(), credential, options)

/** Within a request, each list is asked for once. */
export function readingListsOnce(needs: VcApiNeeds): VcApiNeeds {
  const lists = new Map<string, Promise<string | null>>()
  const publishedList = (address: string) => {
    const list = lists.get(address) ?? needs.publishedList(address)
    lists.set(address, list)
    return list
  }
  return { ...needs, publishedList }
}

/** The same, by a reading that is already open. */
export async function credentialVerdict(needs: VcApiNeeds, reading: Reading, credential: unknown, options: VerifyOptions): Promise<Verdict> {
  if (isJsonObject(credential) && isEnvelope(credential, 'EnvelopedVerifiableCredential')) return envelopeVerdict(needs, reading, credential, options)
  const faults = credentialFaults(credential, knownTo(needs.contexts), true)
  if (faults.length > 0) return verdictOf({ faults })
  return verifyContent(needs, reading, credential as JsonObject, options)
}

async function verifyContent(needs: VcApiNeeds, reading: Reading, credential: JsonObject, options: VerifyOptions): Promise<Verdict> {
  const faults = await reading.meaning(credential)
  if (faults.length > 0) return verdictOf({ faults })
  const now = needs.edge.now().getTime()
  const { domain, challenge } = options
  const checks = await checkProofs(credential, {
    ...reading, resolve: resolveMethod(needs), now,
    purposes: [options.expectedProofPurpose ?? 'assertionMethod'], domain, challenge,
  })
  return settle(needs, credential, checks, options)
}
