// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import { ServiceError } from '../use-cases/errors.ts'
import { personOf } from './access.ts'

/**
 * A limit of requests per minute and per person for all routes of one encapsulated plugin, beside the limit per
 * address: a class behind one address is many people, and one person is no class.
 * Refuses ERR_TOO_MANY_REQUESTS, with the seconds to wait in Retry-After.
 */
export function limitPerPerson(scope: FastifyInstance, most: number): void {
  const count = scope.createRateLimit({ max: most, timeWindow: '1 minute', keyGenerator: (request) => personOf(request).id })
  scope.addHook('onRequest', async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    reply.header('retry-after', counted.ttlInSeconds)
    throw new ServiceError('ERR_TOO_MANY_REQUESTS')
  })
}
