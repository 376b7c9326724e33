// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#service/adapters/database/index.ts'
import { readConfig } from '#service/config.ts'
import { makeLogger } from '#service/logging.ts'
import { openService, type Service } from '#service/server.ts'
import { openTestDatabase } from './memory.ts'
import { freePort } from './ports.ts'

export type RunningService = Service & {
  dataDir: string
  /** Lines of the log so far. */
  log: string[]
  /** Signs a demonstration person in through the real OpenID Connect flow, by HTTP. */
  signIn: (subject: string) => Promise<Visitor>
  /** Someone who is not signed in. */
  visitor: () => Visitor
}

type Options = { env?: Record<string, string>; database?: Database; pages?: string }

/**
 * The whole service on a free port: PGlite in memory (or `database`), an Anvil node of its own, a data folder that is
 * removed with it.
 */
export async function startService({ env = {}, database, pages }: Options = {}): Promise<RunningService> {
  const dataDir = await mkdtemp(join(tmpdir(), 'compagnon-'))
  const config = readConfig({ PORT: String(await freePort()), DATA_DIR: dataDir, ...env })
  const log: string[] = []
  const logger = makeLogger('debug', { write: (line) => { log.push(line) } })
  const service = await openService(config, { logger, database: database ?? await openTestDatabase(), pages })
  return {
    ...service,
    dataDir,
    log,
    visitor: () => new Visitor(service.origin),
    signIn: (subject) => new Visitor(service.origin).signIn(subject),
    close: async () => {
      await service.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A browser as far as HTTP goes: it keeps cookies, sends them back and says where it comes from. */
export class Visitor {
  readonly origin: string
  #cookies = new Map<string, { value: string; path: string }>()

  constructor(origin: string) {
    this.origin = origin
  }

  /** The cookies as a header, for `path`. */
  cookieFor(path: string): string {
    const sent = [...this.#cookies].filter(([, { path: under }]) => path.startsWith(under))
    return sent.map(([key, { value }]) => `${key.split('|')[0]}=${value}`).join('; ')
  }

  /** One request, redirections not followed. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.origin)
    const headers = new Headers(init.headers)
    const cookie = this.cookieFor(url.pathname)
    if (cookie) headers.set('cookie', cookie)
    if (init.method && init.method !== 'GET' && !headers.has('origin')) headers.set('origin', this.origin)
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return answer
  }

  get = (path: string) => this.send(path)

  /** Sends JSON. */
  post(path: string, body?: unknown): Promise<Response> {
    if (body === undefined) return this.send(path, { method: 'POST' })
    return this.send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  }

  /** Goes through the provider's pages as this demonstration person; fails where a browser would. */
  async signIn(subject: string, returnTo = '/'): Promise<this> {
    await this.signInFrom(await this.follow(await this.get(`/api/sign-in?returnTo=${encodeURIComponent(returnTo)}`)), subject)
    return this
  }

  /** Chooses this demonstration person on the provider's page; answers where one is sent at the end. */
  async signInFrom(page: Response, subject = 'demo-ines'): Promise<string | null> {
    const action = /action="([^"]+)"/.exec(await page.text())?.[1]
    if (!action) throw new Error(`The provider shows no choice: ${page.status} at ${page.url}`)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ subject }).toString()
    const end = await this.follow(await this.send(action, { method: 'POST', body, headers }), '/api/sign-in/callback')
    if (end.status !== 302) throw new Error(`Signing in ended with ${end.status}: ${await end.text()}`)
    return end.headers.get('location')
  }

  /** Follows redirections up to a page, or up to the answer of `last`. */
  async follow(answer: Response, last?: string): Promise<Response> {
    const location = answer.headers.get('location')
    if (!location || (last && new URL(answer.url).pathname === last)) return answer
    const next = new URL(location, answer.url)
    if (next.origin !== this.origin) throw new Error(`Sent off to another origin: ${next.origin}`)
    return this.follow(await this.send(next.href), last)
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
    const gone = attributes.some((one) => /^max-age=0$/i.test(one) || /^expires=.*1970/i.test(one))
    if (gone) this.#cookies.delete(`${name}|${path}`)
    else this.#cookies.set(`${name}|${path}`, { value, path })
  }
}
