// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply, FastifyRequest } from 'fastify'
import { verificationRules } from '#domain/credential/data-integrity/index.ts'
import type { Finding } from '#domain/credential/data-integrity/index.ts'
import { dataModelRules } from '#domain/credential/data-model/index.ts'
import type { Fault } from '#domain/credential/data-model/index.ts'
import type { Language } from '#domain/text.ts'
import { languageOf, problemOf } from '../problems.ts'
import { ServiceError } from '../use-cases/errors.ts'
import { resultsOf } from '../use-cases/vc-api/index.ts'
import type { Verdict } from '../use-cases/vc-api/index.ts'

const MODEL = 'https://www.w3.org/TR/vc-data-model#'

/** One reason, as the data model asks for it (VC Data Model 2.0 §7.2, RFC 9457), with the rule of ours and the place. */
const problemOfFault = ({ rule, at }: Fault, language: Language) => {
  const { kind, section, says } = dataModelRules[rule]
  return { type: MODEL + kind, title: kind, detail: `${says[language]} (${section})`, rule, at }
}

const problemOfFinding = ({ rule, at }: Finding, language: Language) => {
  const { type, says } = verificationRules[rule]
  return { type, title: type.slice(type.indexOf('#') + 1), detail: says[language], rule, at }
}

/** What was verified, and what the request wants back of it (VCALM 1.0, "Verify Credential" and "Verify Presentation"). */
export type Asked = {
  document: unknown
  as: 'credential' | 'verifiablePresentation'
  returnCredential?: boolean
  returnPresentation?: boolean
  returnProblemDetails?: boolean
  returnResults?: boolean
}

/** A verdict as the VC API answers it: 200 when verified; else 400, a problem document that carries every reason. */
export async function answerVerdict(request: FastifyRequest, reply: FastifyReply, verdict: Verdict, asked: Asked): Promise<FastifyReply> {
  const language = languageOf(request)
  const warnings = verdict.warnings.map((one) => problemOfFinding(one, language))
  const problemDetails = [
    ...verdict.faults.map((one) => problemOfFault(one, language)),
    ...verdict.findings.map((one) => problemOfFinding(one, language)),
  ]
  // Older readers of the API look for `errors`.
  const said = asked.returnProblemDetails === false ? {} : { warnings, errors: problemDetails, problemDetails }
  const results = asked.returnResults === true ? { results: resultsOf(asked.document, verdict) } : {}
  if (verdict.verified) {
    const back = asked.returnCredential || asked.returnPresentation ? { [asked.as]: asked.document } : {}
    return reply.send({ verified: true, checks: verdict.checked, ...said, ...back, ...results })
  }
  const problem = problemOf(new ServiceError('ERR_NOT_VERIFIED', { reasons: problemDetails.length }), language)
  return reply.code(problem.status).type('application/problem+json')
    .send({ ...problem, verified: false, checks: [{ check: verdict.checked }], ...said, ...results })
}
