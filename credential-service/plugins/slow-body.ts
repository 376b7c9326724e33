// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a body for as long as `uploadMs`, of whom it lets in; any other gets the ordinary time. */
    slowBody?: boolean
  }
}

/** How long the longest upload may last: half a gigabyte over a slow line. */
export const uploadMs = 60 * 60_000

/**
 * Node has one time limit for all requests to come whole; so that one route may take longer, the server's own is the
 * longest there is, and whoever sends a body to another route slower than `ordinaryMs`, or to that one without
 * being let in, is cut off here.
 */
export function limitBodyTime(app: FastifyInstance, ordinaryMs: number): void {
  const waiting = new WeakMap<FastifyRequest, () => void>()
  app.addHook('onRequest', async (request) => {
    const { raw } = request
    if (raw.complete) return
    const timer = setTimeout(() => raw.destroy(), ordinaryMs)
    timer.unref()
    const stop = () => clearTimeout(timer)
    raw.once('end', stop).once('close', stop)
    if (request.routeOptions.config?.slowBody) waiting.set(request, stop)
  })
  // After every onRequest hook, so after whoever sends is known and may send: only then there is more time.
  app.addHook('preParsing', async (request) => {
    waiting.get(request)?.()
    waiting.delete(request)
  })
  // Refused before that: the rest of a body of any size is not waited for.
  app.addHook('onSend', async (request, reply) => {
    if (waiting.has(request) && !request.raw.complete) reply.header('connection', 'close')
  })
}
