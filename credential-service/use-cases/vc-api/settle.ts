// SPDX-License-Identifier: EUPL-1.2
import type { Finding, ProofChecks } from '#domain/credential/data-integrity/index.ts'
import { idOf, isDateTime, momentOf, periodOf, versionOf } from '#domain/credential/data-model/index.ts'
import { asList, bitAt, isJsonObject } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { checkStatus, isUnread } from './check-status.ts'
import type { VcApiNeeds } from './ports.ts'
import { found, verdictOf } from './verdict.ts'
import type { Verdict, VerifyOptions } from './verdict.ts'

/** What is left to find of a credential once its signatures were checked: whose they are, its dates and its status. */
export async function settle(needs: VcApiNeeds, credential: JsonObject, { findings, controllers }: ProofChecks, options: VerifyOptions): Promise<Verdict> {
  const issuer = findings.length === 0 ? byIssuer(needs, credential, controllers) : verdictOf({})
  // Of what nobody signed, the status says nothing.
  const status = findings.length === 0 ? await statusOf(needs, credential, options) : verdictOf({})
  const now = needs.edge.now().getTime()
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
