// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http'
import Provider, { type GrantContext } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#tests/support/ports.ts'
import { startService, Visitor, type RunningService } from '#tests/support/service.ts'

const SECRET = 'a-secret-of-the-outside-provider'
let service: RunningService
let outside: { origin: string; server: Server }

/** A provider that is none of ours: another process's address, a confidential client, roles under another claim. */
async function startOutsideProvider(callback: string) {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const provider = new Provider(origin, {
    clients: [{ client_id: 'school', client_secret: SECRET, redirect_uris: [callback], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], profile: ['given_name', 'usual_name', 'groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/choose/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId, claims: () => ({ sub: accountId, given_name: 'Ada', usual_name: 'Martin', groups: ['teacher', 'gardener'] }),
    }),
    async loadExistingGrant({ oidc }: GrantContext) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/choose/')) return void answer(request, response)
    void provider.interactionResult(request, response, { login: { accountId: 'ada' } })
      .then((next) => response.writeHead(303, { location: next }).end())
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  return { origin, server }
}

beforeAll(async () => {
  const port = await freePort()
  outside = await startOutsideProvider(`http://localhost:${port}/api/sign-in/callback`)
  service = await startService({
    env: {
      PORT: String(port), OIDC_ISSUER: outside.origin, OIDC_CLIENT_ID: 'school', OIDC_CLIENT_SECRET: SECRET, OIDC_ROLES_CLAIM: 'groups',
    },
  })
})
afterAll(async () => {
  await service?.close()
  outside?.server.close()
})

describe('with an outside provider', () => {
  it('signs in through it, keeping the roles this service knows and no other', async () => {
    const visitors = new Map([service.origin, outside.origin].map((origin) => [origin, new Visitor(origin)]))
    let address = `${service.origin}/api/sign-in`
    for (let hops = 0; hops < 8 && address !== `${service.origin}/`; hops += 1) {
      const answer = await visitors.get(new URL(address).origin)?.get(address)
      address = new URL(answer?.headers.get('location') ?? '', address).href
    }
    const { person } = await (await visitors.get(service.origin)!.get('/api/me')).json() as { person: object }
    expect(person).toMatchObject({ displayName: 'Ada Martin', roles: ['teacher'], school: null })
  })

  it('has no provider of its own and no demonstration people', async () => {
    expect((await service.visitor().get('/oidc/.well-known/openid-configuration')).status).toBe(404)
    expect((await service.visitor().get('/demonstration/any')).status).toBe(404)
  })
})
