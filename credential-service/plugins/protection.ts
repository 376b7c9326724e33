// SPDX-License-Identifier: EUPL-1.2
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { ServiceError } from '../use-cases/errors.ts'

type Settings = { publicOrigin: string; rateLimit: number; alsoOrigins?: string[]; ledgerNodes?: string[] }

/** Headers, a limit of requests per minute and per address (for the addresses that are no route too), same origin. */
export async function protect(app: FastifyInstance, settings: Settings): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(settings) },
    crossOriginEmbedderPolicy: false,
    // With `no-referrer` a browser writes `Origin: null` on our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.publicOrigin.startsWith('https:'),
  })
  app.addHook('onRequest', async (request, reply) => {
    // Mostly papers of one person: no browser, shared by a class, keeps an answer unless its route says that it may.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    reply.header('permissions-policy', 'xr-spatial-tracking=(self), camera=(), microphone=(), geolocation=()')
  })
  await app.register(rateLimit, { global: false, max: settings.rateLimit, timeWindow: '1 minute', errorResponseBuilder: tooMany })
  limitRate(app)
  sameOrigin(app, [settings.publicOrigin, ...(settings.alsoOrigins ?? [])])
}

/**
 * Counts every request before anything else is asked of it, so that those refused are counted too. A route may have a
 * narrower limit of its own beside this one (`config.rateLimit`).
 */
function limitRate(app: FastifyInstance): void {
  const count = app.createRateLimit()
  app.addHook('onRequest', async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    reply.header('retry-after', counted.ttlInSeconds)
    throw tooMany()
  })
}

const tooMany = () => new ServiceError('ERR_TOO_MANY_REQUESTS')

/** Nothing from elsewhere, except the ledger nodes one may choose on the verification page: this machine's, the operator's list. */
const contentPolicy = ({ publicOrigin, ledgerNodes = [] }: Settings) => ({
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  workerSrc: ["'self'", 'blob:'],
  styleSrc: ["'self'", PRESSABLE_STYLE],
  imgSrc: ["'self'", 'blob:', 'data:'],
  mediaSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'", 'blob:', 'http://127.0.0.1:*', 'http://localhost:*', ...ledgerNodes],
  ...(publicOrigin.startsWith('https:') && { upgradeInsecureRequests: [] }),
})

// react-aria writes this one <style> into the page (usePress): it is allowed by its content, no other is.
const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write must come from our own pages. Browsers always send Origin with one; a tool that sends neither Origin nor
 * cookie carries nobody's authority and may pass to the access rule.
 */
function sameOrigin(app: FastifyInstance, own: string[]): void {
  app.addHook('onRequest', async ({ method, headers }) => {
    if (READS.has(method)) return
    const { origin, cookie } = headers
    if (origin === undefined ? cookie !== undefined : !own.includes(origin)) throw new ServiceError('ERR_FOREIGN_ORIGIN')
  })
}
