// SPDX-License-Identifier: EUPL-1.2
import { checkProofs } from '#domain/credential/data-integrity/index.ts'
import type { Finding } from '#domain/credential/data-integrity/index.ts'
import { credentialFaults, envelopeFaults, idOf, isDateTime, isEnvelope, momentOf, periodOf, versionOf } from '#domain/credential/data-model/index.ts'
import { asList, bitAt, isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { checkStatus, isUnread } from './check-status.ts'
import type { Reading, VcApiNeeds } from './ports.ts'
import { knownTo } from './refuse.ts'
import { resolveMethod } from './resolve-method.ts'
import { found, verdictOf } from './verdict.ts'
import type { Verdict, VerifyOptions } from './verdict.ts'

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
  if (isJsonObject(credential) && isEnvelope(credential, 'EnvelopedVerifiableCredential')) return envelopeVerdict(credential)
  const faults = credentialFaults(credential, knownTo(needs.contexts), true)
  if (faults.length > 0) return verdictOf({ faults })
  return verifyContent(needs, reading, credential as JsonObject, options)
}

function envelopeVerdict(credential: JsonObject): Verdict {
  const faults = envelopeFaults(credential, 'EnvelopedVerifiableCredential')
  return verdictOf({ faults, findings: faults.length > 0 ? [] : [found('envelope-unread')] })
}

async function verifyContent(needs: VcApiNeeds, reading: Reading, credential: JsonObject, options: VerifyOptions): Promise<Verdict> {
  const faults = await reading.meaning(credential)
  if (faults.length > 0) return verdictOf({ faults })
  const now = needs.edge.now().getTime()
  const { domain, challenge } = options
  const { findings, controllers } = await checkProofs(credential, {
    ...reading, resolve: resolveMethod(needs), now,
    purposes: [options.expectedProofPurpose ?? 'assertionMethod'], domain, challenge,
  })
  const issuer = findings.length === 0 ? byIssuer(needs, credential, controllers) : verdictOf({})
  // Of what nobody signed, the status says nothing.
  const status = findings.length === 0 ? await statusOf(needs, credential, options) : verdictOf({})
  return verdictOf({
    findings: [...findings, ...issuer.findings, ...periodFindings(credential, now), ...(await listFindings(credential)), ...status.findings],
    warnings: [...issuer.warnings, ...status.warnings],
    checked: ['proof', ...status.checked],
  })
}

/**
 * One proof at least is by the issuer named. An issuer that is no DID says nowhere what its keys are: while the sandbox
 * is open that is a warning, since the examples of the W3C are made so; else nobody can be believed to be that issuer.
 */
function byIssuer({ sandbox }: VcApiNeeds, { issuer }: JsonObject, controllers: string[]): Verdict {
  const id = idOf(issuer) ?? ''
  if (controllers.includes(id)) return verdictOf({})
  const finding = found('issuer-key', 'issuer')
  return sandbox !== null && !id.startsWith('did:') ? verdictOf({ warnings: [finding] }) : verdictOf({ findings: [finding] })
}

function periodFindings(credential: JsonObject, now: number): Finding[] {
  const [from, until] = periodOf(versionOf(credential) ?? '2.0')
  const is = (name: string, holds: (moment: number) => boolean) => isDateTime(credential[name]) && holds(momentOf(credential[name]))
  return [
    ...(is(from, (moment) => moment > now) ? [found('not-yet-valid', from)] : []),
    ...(is(until, (moment) => moment < now) ? [found('expired', until)] : []),
  ]
}

/** A status list that is itself shown must unpack, to no less than the shortest (Bitstring Status List 1.0 §3.4). */
async function listFindings(credential: JsonObject): Promise<Finding[]> {
  if (!asList(credential.type).includes('BitstringStatusListCredential')) return []
  const subjects = asList(credential.credentialSubject).filter(isJsonObject)
  const read = await Promise.all(subjects.map(({ encodedList }) => bitAt(String(encodedList), 0)))
  return read.includes(null) ? [found('status-range', 'credentialSubject')] : []
}

/** When the status is asked for, what cannot be read speaks against the credential; when nothing is said, it is a warning. */
async function statusOf(needs: VcApiNeeds, credential: JsonObject, { checks }: VerifyOptions): Promise<Verdict> {
  const asked = checks?.some((name) => /status/i.test(name)) ?? false
  if (checks !== undefined && !asked) return verdictOf({})
  const findings = await checkStatus(needs, credential)
  const checked = findings.some(isUnread) ? [] : ['credentialStatus']
  return asked ? verdictOf({ findings, checked })
    : verdictOf({ findings: findings.filter((one) => !isUnread(one)), warnings: findings.filter(isUnread), checked })
}
