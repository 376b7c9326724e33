// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { mayPass, permissions, type AccessRule } from '#domain/access.ts'
import { ServiceError } from '../use-cases/errors.ts'
import type { Person } from '../use-cases/people/index.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route (domain/access.ts). A route without it stops the service from starting. */
    access?: AccessRule
  }
  interface FastifyRequest {
    /** Who calls; null for a visitor. */
    person: Person | null
  }
}

/**
 * Every route has a rule, every call is checked against it; a route without one is refused before the service starts.
 * Must be put in before any route.
 */
export function checkAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => { routes.push(route) })
  app.addHook('onReady', async () => {
    const bare = routes.filter((route) => !isRule(route.config?.access))
    if (bare.length > 0) throw new Error(`Routes without an access rule: ${bare.map(nameOf).join(', ')}`)
  })
  app.addHook('onRequest', async (request) => {
    // An address that is no route has nothing to protect; its handler says "not found".
    if (request.is404) return
    const rule = request.routeOptions.config.access
    if (!isRule(rule)) throw new ServiceError('ERR_NOT_ALLOWED')
    if (mayPass(rule, request.person?.roles ?? [])) return
    throw new ServiceError(request.person ? 'ERR_NOT_ALLOWED' : 'ERR_NOT_SIGNED_IN')
  })
}

const isRule = (rule: unknown): rule is AccessRule => rule === 'public' || Object.hasOwn(permissions, String(rule))

const nameOf = ({ method, url }: RouteOptions) => `${[method].flat().join('|')} ${url}`

/** The person of a route that asks for a permission; such a route is never reached without one. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new ServiceError('ERR_NOT_SIGNED_IN')
  return request.person
}

/** Gives 'public' to the routes that a library adds by itself, inside one encapsulated plugin. */
export function openToAll(scope: FastifyInstance): void {
  scope.addHook('onRoute', (route) => { route.config = { ...route.config, access: 'public' } })
}
