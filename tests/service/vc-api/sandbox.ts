// SPDX-License-Identifier: EUPL-1.2
import Fastify from 'fastify'
import type { InjectOptions } from 'fastify'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { JsonObject } from '#domain/credential/index.ts'
import { migrate, readMigrations } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { linkedDataReaders } from '#service/adapters/linked-data/index.ts'
import { checkAccess } from '#service/plugins/access.ts'
import { answerProblem } from '#service/problems.ts'
import { vcApiNeeds } from '#service/rooms/vc-api.ts'
import { vcApiRoutes } from '#service/routes/vc-api.ts'
import { secretsFrom } from '#service/secrets.ts'
import { openTestDatabase } from '#tests/support/memory.ts'

export const ORIGIN = 'http://localhost:3000'

export type Answer = { status: number; type: string; headers: Record<string, unknown>; body: JsonObject }

/** The routes of /vc-api over a database in memory; `open` tells whether the sandbox signs. */
export async function vcApi({ open = true, database, now = () => new Date(), secret = 'ab'.repeat(32), limits }: {
  open?: boolean; database?: Database; now?: () => Date; secret?: string; limits?: Parameters<typeof linkedDataReaders>[0]
} = {}) {
  const held = database ?? await openTestDatabase()
  await migrate(held, await readMigrations())
  const readers = linkedDataReaders({ ...limits })
  const needs = vcApiNeeds({ database: held, secrets: secretsFrom(secret), config: { publicOrigin: ORIGIN, vcApiSandbox: open }, edge: { now } as never }, readers.open)
  const app = Fastify()
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.setErrorHandler(answerProblem)
  app.decorateRequest('person', null)
  checkAccess(app)
  await app.register(vcApiRoutes(needs))

  const answerOf = async (request: InjectOptions): Promise<Answer> => {
    const answer = await app.inject(request)
    return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), headers: answer.headers, body: answer.body === '' ? {} : answer.json() }
  }
  const post = (path: string, payload: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    answerOf({ method: 'POST', url: `/vc-api/${path}`, payload: JSON.stringify(payload), headers: { 'accept-language': 'en', ...headers } })
  const get = (path: string, accept = '*/*') => answerOf({ method: 'GET', url: `/vc-api/${path}`, headers: { accept } })
  const issue = async (credential: unknown, issuer = 'eddsa-rdfc-2022', options: JsonObject = {}) => {
    const { status, body } = await post(`issuers/${issuer}/credentials/issue`, { credential, options })
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body.verifiableCredential as JsonObject
  }
  const verify = (verifiableCredential: unknown, options?: JsonObject) => post('credentials/verify', { verifiableCredential, options })
  return { needs, post, get, issue, verify, database: held, close: async () => { await app.close(); await readers.close(); if (!database) await held.close() } }
}

/** The rules that an answer names. */
export const rulesIn = ({ body }: Answer): unknown[] => ((body.problemDetails ?? []) as { rule: unknown }[]).map(({ rule }) => rule)
