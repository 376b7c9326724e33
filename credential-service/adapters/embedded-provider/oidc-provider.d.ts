// SPDX-License-Identifier: EUPL-1.2
// oidc-provider ships no types; these are the parts that this adapter uses.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export class Grant {
    constructor(properties: { clientId: string; accountId: string })
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export type Session = { accountId?: string; authorizations?: object; persist(): Promise<unknown> }

  export type GrantContext = { oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider } }

  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    proxy: boolean
    Grant: typeof Grant
    Session: { findByUid(uid: string): Promise<Session | undefined> }
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ uid: string; session?: { uid: string } }>
    interactionResult(request: IncomingMessage, response: ServerResponse, result: object): Promise<string>
    on(event: string, listener: (...values: unknown[]) => void): this
  }
}
