// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { openToAll } from '../plugins/access.ts'
import { ServiceError } from '../use-cases/errors.ts'

// Under these, an unknown address is a mistake to report and never a page of the app.
const NOT_PAGES = /^\/(api|oidc|schools|status|demonstration|assets|health)(\/|$)/

/**
 * The built app from `folder`. Its hashed assets never change and may be kept a year; its pages are asked again each
 * time. Any other address that a browser opens is a page of the app, which finds its own way.
 */
export async function pageRoutes(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(async (scope) => {
    openToAll(scope)
    await scope.register(fastifyStatic, {
      root: folder,
      index: 'index.html',
      cacheControl: false,
      // The build leaves each file compressed beside it (xr-app/build/precompressed.ts); where it did not, it goes as it is.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const kept = path.startsWith(join(folder, 'assets'))
        reply.header('cache-control', kept ? `public, max-age=${31_536_000}, immutable` : 'no-cache')
      },
    })
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const page = ['GET', 'HEAD'].includes(request.method) && !NOT_PAGES.test(path) && !/\.\w+$/.test(path)
    if (!page || !existsSync(join(folder, 'index.html'))) throw new ServiceError('ERR_NOT_FOUND')
    return reply.sendFile('index.html', folder)
  })
}
