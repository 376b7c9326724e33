// SPDX-License-Identifier: EUPL-1.2
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { limitBodyTime } from '#service/plugins/slow-body.ts'

const app = Fastify()
beforeAll(async () => {
  limitBodyTime(app, 200)
  app.post('/ordinary', async () => 'taken')
  app.post('/large', { config: { slowBody: true } }, async () => 'taken')
  app.addHook('onRequest', async (request) => { if (request.headers.authorization === 'nobody') await new Promise(() => undefined) })
  app.addHook('onRequest', async (request, reply) => { if (request.headers.authorization === 'refused') await reply.code(401).send('who?') })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())

/** Sends half a body, and the rest after `ms`; says what was answered, or that the line was cut. */
const slowly = (path: string, ms: number, authorization = 'known') => new Promise<string>((resolve) => {
  const { port } = app.server.address() as AddressInfo
  const sending = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { 'content-type': 'application/json', authorization } }, (answer) => {
    if (answer.headers.connection === 'close') resolve('let go')
    answer.on('data', (text: Buffer) => resolve(String(text)))
  })
  sending.on('error', () => resolve('cut'))
  sending.write('{"a":')
  setTimeout(() => { if (!sending.destroyed) sending.end('1}') }, ms)
})

it('takes a body that comes in time', async () => { expect(await slowly('/ordinary', 20)).toBe('taken') })
it('cuts off who sends a body for too long', async () => { expect(await slowly('/ordinary', 1_000)).toBe('cut') })
it('waits for the body of a route that says so', async () => { expect(await slowly('/large', 600)).toBe('taken') })
it('does not wait for the body of who is not let in yet', async () => { expect(await slowly('/large', 1_000, 'nobody')).toBe('cut') })
it('lets go of who was refused before the body came', async () => { expect(await slowly('/large', 1_000, 'refused')).toBe('let go') })
