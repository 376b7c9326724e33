// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyPluginAsyncTypebox, TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Text } from '#domain/text.ts'
import { CAME_FROM_COOKIE, SESSION_COOKIE } from '../plugins/session.ts'
import { languageOf } from '../problems.ts'
import { ServiceError } from '../use-cases/errors.ts'
import { ownPath, type PeopleUseCases } from '../use-cases/people/index.ts'
import { choicePage } from './pages/choice.ts'
import { assets } from './pages/frame.ts'

/** What the routes need of the embedded provider. */
export type DemonstrationProvider = {
  choices: { subject: string; name: string; what: Text }[]
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  isAsking: (request: IncomingMessage, response: ServerResponse, uid: string) => Promise<boolean>
  choose: (request: IncomingMessage, response: ServerResponse, subject: string) => Promise<string | null>
}

const METHODS = ['GET', 'POST', 'OPTIONS'] as const
const Uid = Type.Object({ uid: Type.String({ maxLength: 64 }) })

/** The embedded OpenID provider under /oidc, and the page where a visitor chooses whom to be. */
export const providerRoutes = (provider: DemonstrationProvider, people: Pick<PeopleUseCases, 'whoIs'>): FastifyPluginAsyncTypebox => async (app) => {
  await app.register(async (scope) => {
    // The provider reads its own bodies.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.route({
      method: [...METHODS],
      url: '/oidc/*',
      config: { access: 'public' },
      schema: { hide: true },
      handler: async (request, reply) => {
        reply.hijack()
        for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value)
        await provider.handle(request.raw, reply.raw)
      },
    })
  })

  for (const [path, { file, type }] of Object.entries(assets)) {
    app.get(path, { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(await readFile(file)))
  }

  app.get('/demonstration/:uid', {
    config: { access: 'public' },
    schema: { hide: true, params: Uid, querystring: Type.Object({ language: Type.Optional(Type.Enum(['fr', 'en'])) }) },
  }, async (request, reply) => {
    const asking = await provider.isAsking(request.raw, reply.raw, request.params.uid)
    if (!asking) {
      // This page stays in the browser's history: whoever is signed in and goes back through it goes on to where they came from.
      const [from, token] = [request.cookies[CAME_FROM_COOKIE], request.cookies[SESSION_COOKIE]]
      if (!from || !token || !await people.whoIs(token)) throw new ServiceError('ERR_SIGN_IN_FAILED')
      return reply.header('cache-control', 'no-store').redirect(ownPath(from), 303)
    }
    const page = choicePage(request.params.uid, provider.choices, request.query.language ?? languageOf(request))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
  })

  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' },
      async (_request: unknown, body: string | Buffer) => Object.fromEntries(new URLSearchParams(String(body))))
    scope.withTypeProvider<TypeBoxTypeProvider>().post('/demonstration/:uid', {
      config: { access: 'public' },
      schema: { hide: true, params: Uid, body: Type.Object({ subject: Type.String({ maxLength: 64 }) }) },
    }, async (request, reply) => {
      const asking = await provider.isAsking(request.raw, reply.raw, request.params.uid)
      const next = asking ? await provider.choose(request.raw, reply.raw, request.body.subject) : null
      if (!next) throw new ServiceError('ERR_SIGN_IN_FAILED')
      return reply.redirect(next, 303)
    })
  })
}
