// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import Fastify from 'fastify'
import { mayPass, permissions, roles, type Permission, type Role } from '#domain/access.ts'
import { checkAccess } from '#service/plugins/access.ts'
import { answerProblem } from '#service/problems.ts'

/** An app whose caller holds these roles; null for a visitor. */
function appFor(held: Role[] | null) {
  const app = Fastify()
  app.setErrorHandler(answerProblem)
  app.decorateRequest('person', null)
  app.addHook('onRequest', async (request) => {
    request.person = held && { id: '1', displayName: 'A', roles: held, school: null }
  })
  checkAccess(app)
  return app
}

describe('the rule of each route', () => {
  it('stops the service from starting when a route has none', async () => {
    const app = appFor(null)
    app.get('/bare', async () => 'open to all by mistake')
    await expect(app.ready()).rejects.toThrow('GET /bare')
  })

  it('stops the service from starting when it names no permission of the table', async () => {
    const app = appFor(null)
    app.get('/odd', { config: { access: 'anything' as Permission } }, async () => '')
    await expect(app.ready()).rejects.toThrow('GET /odd')
  })

  for (const permission of Object.keys(permissions) as Permission[]) {
    it(`lets through to '${permission}' exactly the roles of the table, and no visitor`, async () => {
      for (const role of roles) {
        const app = appFor([role])
        app.get('/', { config: { access: permission } }, async () => 'in')
        const { statusCode } = await app.inject('/')
        expect(statusCode, role).toBe((permissions[permission] as readonly Role[]).includes(role) ? 200 : 403)
      }
      const app = appFor(null)
      app.get('/', { config: { access: permission } }, async () => 'in')
      expect((await app.inject('/')).json()).toMatchObject({ status: 401, code: 'ERR_NOT_SIGNED_IN' })
    })
  }

  it('refuses someone without a role, whatever is asked', () => {
    for (const permission of Object.keys(permissions) as Permission[]) expect(mayPass(permission, [])).toBe(false)
  })
})
