// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import { pino, type Logger } from 'pino'
import { codeOf } from './problems.ts'

/**
 * The service's log: one JSON line per event, on standard output. A request appears as its method, its route's pattern
 * (never the address: it may hold an id or a query), its status and its time; an error as its name, code and stack
 * frames (never its message: a database writes values into it).
 */
export const makeLogger = (level: string, stream?: { write: (line: string) => void }): Logger => pino({
  level,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError, req: () => undefined, res: () => undefined },
}, stream ?? pino.destination(1))

/** Name, code and frames of an error, with those of its causes; no message. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12)
  const code = (error as { code?: unknown }).code
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    frames: frames.map((frame) => frame.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

/** One line per answer. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    request.log.info({
      method,
      route: routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }, 'answered')
  })
  app.addHook('onError', async (request, _reply, error) => {
    const code = codeOf(error)
    if (code === 'ERR_INTERNAL') request.log.error({ err: error, route: request.routeOptions.url }, 'failed')
    else request.log.debug({ code, route: request.routeOptions.url }, 'refused')
  })
}
