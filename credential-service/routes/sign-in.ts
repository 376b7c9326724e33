// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CAME_FROM_COOKIE, cookieOptions, SESSION_COOKIE, SIGN_IN_COOKIE } from '../plugins/session.ts'
import { ownPath, SESSION_HOURS, type PeopleUseCases } from '../use-cases/people/index.ts'

const CALLBACK = '/api/sign-in/callback'
const Path = Type.String({ maxLength: 512 })

/** Signing in by OpenID Connect, and out. */
export const signInRoutes = (people: PeopleUseCases, publicOrigin: string): FastifyPluginAsyncTypebox => async (app) => {
  const { host } = new URL(publicOrigin)
  app.get('/api/sign-in', {
    config: { access: 'public' },
    schema: { tags: ['people'], querystring: Type.Object({ returnTo: Type.Optional(Path), from: Type.Optional(Path) }) },
  }, async (request, reply) => {
    // Cookies are bound to one host name: whoever came by another (127.0.0.1) goes on at the public one.
    if (request.host !== host) return reply.redirect(publicOrigin + request.url)
    const { returnTo = '/', from = returnTo } = request.query
    const { address, browser } = await people.beginSignIn(returnTo)
    return reply
      .setCookie(SIGN_IN_COOKIE, browser, cookieOptions(publicOrigin, 15 * 60, CALLBACK))
      .setCookie(CAME_FROM_COOKIE, ownPath(from), cookieOptions(publicOrigin, SESSION_HOURS * 3600, '/demonstration'))
      .redirect(address)
  })

  app.get(CALLBACK, { config: { access: 'public' }, schema: { tags: ['people'] } }, async (request, reply) => {
    const callback = new URL(request.url, publicOrigin)
    const { token, returnTo } = await people.completeSignIn(callback, request.cookies[SIGN_IN_COOKIE] ?? '')
    return reply
      .clearCookie(SIGN_IN_COOKIE, { path: CALLBACK })
      .setCookie(SESSION_COOKIE, token, cookieOptions(publicOrigin, SESSION_HOURS * 3600))
      .redirect(returnTo)
  })

  app.post('/api/sign-out', {
    config: { access: 'public' },
    schema: { tags: ['people'], response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE]
    if (token) await people.signOut(token)
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send(null)
  })
}
