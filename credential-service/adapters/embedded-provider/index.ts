// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { type GrantContext } from 'oidc-provider'
import type { Secrets } from '../../secrets.ts'
import type { Database } from '../database/index.ts'
import type { DemonstrationPerson } from '../people/demonstration.ts'
import { documentsIn } from './documents.ts'
import { providerKeys } from './keys.ts'

export const MOUNT = '/oidc'
export const EMBEDDED_CLIENT = 'compagnon'

type Settings = {
  publicOrigin: string
  callback: string
  people: readonly DemonstrationPerson[]
  /** The page for a sign-in that cannot go on, in the language of an Accept-Language header. */
  failure: (acceptLanguage: string) => string
}

/**
 * A real OpenID provider (oidc-provider) that knows only people who do not exist. Nobody has a password: whoever
 * comes chooses whom to be, on the page that the service serves at `/demonstration/:uid`.
 */
export async function embeddedProvider(database: Database, secrets: Secrets, settings: Settings) {
  const provider = new Provider(settings.publicOrigin + MOUNT, {
    ...configuration(settings),
    adapter: documentsIn(database),
    jwks: await providerKeys(database, secrets),
    cookies: { keys: [Buffer.from(secrets.keyFor('provider-cookies')).toString('base64url')] },
  })
  provider.proxy = true
  const answer = provider.callback()
  const { host, protocol } = new URL(settings.publicOrigin)
  return {
    choices: settings.people.map(({ subject, name, what }) => ({ subject, name, what })),
    /** Answers a request under /oidc. */
    handle(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): Promise<void> {
      // The provider writes absolute addresses: they must be the public ones, however the request came in.
      request.headers['x-forwarded-host'] = host
      request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
      request.originalUrl = request.url ?? MOUNT
      request.url = request.originalUrl.slice(MOUNT.length) || '/'
      return answer(request, response)
    },
    /** Whether this browser has a sign-in under way under this id. */
    isAsking: (request: IncomingMessage, response: ServerResponse, uid: string): Promise<boolean> =>
      provider.interactionDetails(request, response).then((asked) => asked.uid === uid, () => false),
    /** Signs the chosen person in. @returns the address where the flow goes on; null for someone unknown */
    async choose(request: IncomingMessage, response: ServerResponse, subject: string): Promise<string | null> {
      if (!settings.people.some((person) => person.subject === subject)) return null
      const { session } = await provider.interactionDetails(request, response)
      const next = await provider.interactionResult(request, response, { login: { accountId: subject, remember: false } })
      if (session) await forgetWhoWasHere(provider, session.uid)
      return next
    },
  }
}

/** Otherwise the provider would first ask, on a page that needs a script, whether the one before may be signed out. */
async function forgetWhoWasHere(provider: Provider, session: string): Promise<void> {
  const known = await provider.Session.findByUid(session)
  if (!known) return
  known.accountId = undefined
  known.authorizations = undefined
  await known.persist()
}

export type EmbeddedProvider = Awaited<ReturnType<typeof embeddedProvider>>

const configuration = ({ callback, people, failure }: Settings) => ({
  clients: [{
    client_id: EMBEDDED_CLIENT,
    token_endpoint_auth_method: 'none',
    redirect_uris: [callback],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  claims: { openid: ['sub'], profile: ['name', 'compagnon_roles', 'compagnon_uai', 'compagnon_academy'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/demonstration/${uid}` },
  ttl: { Interaction: 15 * 60, AuthorizationCode: 60, AccessToken: 5 * 60, IdToken: 5 * 60, Grant: 15 * 60, Session: 15 * 60 },
  findAccount(_: unknown, subject: string) {
    const person = people.find((one) => one.subject === subject)
    return person && { accountId: subject, claims: () => claimsOf(person) }
  },
  loadExistingGrant,
  renderError(ctx: { type: string; body: string; get: (header: string) => string }) {
    ctx.type = 'html'
    ctx.body = failure(ctx.get('accept-language'))
  },
})

const claimsOf = ({ subject, name, roles, uai, academy }: DemonstrationPerson) =>
  ({ sub: subject, name, compagnon_roles: roles, compagnon_uai: uai, compagnon_academy: academy })

/** The service is the provider's only client and its own: asking for consent would ask about itself. */
async function loadExistingGrant({ oidc }: GrantContext) {
  const { client, session, provider } = oidc
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile')
  await grant.save()
  return grant
}
