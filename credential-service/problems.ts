// SPDX-License-Identifier: EUPL-1.2
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { DomainError } from '#domain/errors.ts'
import type { Language } from '#domain/text.ts'
import { failurePage } from './routes/pages/failure.ts'
import { problemTable, type ErrorCode } from './problems/table.ts'
import { ServiceError } from './use-cases/errors.ts'

const Values = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))

/** A problem document (RFC 9457) with the stable code, the values that hurt and what to do. */
export const Problem = Type.Object({
  type: Type.String({ description: 'Where the problem is explained' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String({ description: 'What to do' }),
  code: Type.String(),
  values: Values,
}, { $id: 'Problem', description: 'RFC 9457 problem document' })
export type Problem = Static<typeof Problem>

/** The code of anything thrown; whatever is not in the closed list is ERR_INTERNAL, and says nothing more. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof DomainError || error instanceof ServiceError) return error.code
  const { code, statusCode, validation } = error as Partial<FastifyError>
  if (validation) return 'ERR_REQUEST_INVALID'
  if (code === 'FST_ERR_HANDLER_TIMEOUT') return 'ERR_TOO_SLOW'
  return byStatus[statusCode ?? 500] ?? 'ERR_INTERNAL'
}

const byStatus: Record<number, ErrorCode> = {
  400: 'ERR_REQUEST_INVALID',
  404: 'ERR_NOT_FOUND',
  405: 'ERR_NOT_FOUND',
  413: 'ERR_BODY_TOO_LARGE',
  415: 'ERR_MEDIA_TYPE',
  429: 'ERR_TOO_MANY_REQUESTS',
  503: 'ERR_NOT_READY',
}

/** The problem document of an error, in the reader's language. */
export function problemOf(error: unknown, language: Language): Problem {
  const code = codeOf(error)
  const { status, title, remedy, type = `/api/errors#${code}` } = problemTable[code]
  return { type, title: title[language], status, detail: remedy[language], code, values: valuesOf(error) }
}

function valuesOf(error: unknown): Problem['values'] {
  if (error instanceof DomainError || error instanceof ServiceError) return { ...error.values }
  // Of a malformed request, the place that is wrong; never what was written there.
  const { validation, validationContext } = error as Partial<FastifyError>
  const first = validation?.[0]
  return first ? { at: `${validationContext ?? ''}${first.instancePath}` } : {}
}

export const languageOf = (request: FastifyRequest): Language => languageIn(request.headers['accept-language'] ?? '')

/** English for who asks for it first, French for everyone else. */
export const languageIn = (acceptLanguage: string): Language => (/^\s*en\b/i.test(acceptLanguage) ? 'en' : 'fr')

/** The page for a sign-in that cannot go on. */
export function signInFailurePage(acceptLanguage: string): string {
  const language = languageIn(acceptLanguage)
  return failurePage(problemOf(new ServiceError('ERR_SIGN_IN_FAILED'), language), language)
}

/** Fastify's error handler: every error leaves as a problem document; as a page for who opened an address by hand. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request)
  const problem = problemOf(error, language)
  reply.code(problem.status).header('cache-control', 'no-store').header('vary', 'accept-language, sec-fetch-dest')
  if (typeof problem.values.seconds === 'number' && [429, 503].includes(problem.status)) reply.header('retry-after', problem.values.seconds)
  if (request.headers['sec-fetch-dest'] === 'document') {
    return reply.type('text/html; charset=utf-8').send(failurePage(problem, language))
  }
  return reply.type('application/problem+json').send(problem)
}
