// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a body for as long as `uploadMs`; any other gets the ordinary time. */
    slowBody?: boolean
  }
}

/** How long the longest upload may last: half a gigabyte over a slow line. */
export const uploadMs = 60 * 60_000

/**
 * Node has one time limit for all requests to come whole; so that one route may take longer, the server's own is the
 * longest there is, and whoever sends a body to another route slower than `ordinaryMs` is cut off here.
 */
export function limitBodyTime(app: FastifyInstance, ordinaryMs: number): void {
  app.addHook('onRequest', async (request) => {
    const { raw, routeOptions } = request
    if (routeOptions.config?.slowBody || raw.complete) return
    const timer = setTimeout(() => raw.destroy(), ordinaryMs)
    timer.unref()
    const stop = () => clearTimeout(timer)
    raw.once('end', stop).once('close', stop)
  })
}
