// SPDX-License-Identifier: EUPL-1.2
import cookie, { type CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import type { PeopleUseCases } from '../use-cases/people/index.ts'

export const SESSION_COOKIE = 'compagnon'
export const SIGN_IN_COOKIE = 'compagnon-sign-in'
/** The page where one pressed « sign in »: a path of this service, sent to the provider's own page alone. */
export const CAME_FROM_COOKIE = 'compagnon-came-from'

/** Out of reach of scripts and of other sites; `secure` wherever the service is reached over TLS. */
export const cookieOptions = (publicOrigin: string, seconds: number, path = '/'): CookieSerializeOptions =>
  ({ httpOnly: true, sameSite: 'lax', secure: publicOrigin.startsWith('https:'), path, maxAge: seconds })

/** Says of each request who calls, from its cookie. The cookie is a random token; the database holds its digest. */
export async function readSessions(app: FastifyInstance, people: Pick<PeopleUseCases, 'whoIs'>): Promise<void> {
  await app.register(cookie)
  app.decorateRequest('person', null)
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[SESSION_COOKIE]
    // Pages and pictures are the same for everyone: no question to the database for them.
    if (token && request.routeOptions.url?.startsWith('/api/')) request.person = await people.whoIs(token)
  })
}
