// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ServiceError } from '../use-cases/errors.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'

/** What a verifier needs, and nothing that writes, traces or scans a whole chain. */
const READS = new Set([
  'eth_chainId', 'eth_blockNumber', 'eth_call', 'eth_getBlockByNumber', 'eth_getBlockByHash',
  'eth_getTransactionReceipt', 'eth_getTransactionByHash', 'eth_getCode', 'net_version',
])

const RPC = '/api/ledger/rpc'
const Place = Type.Object({
  rpc: Type.String(), chainId: Type.Integer(), contract: Type.String(), deployedAtBlock: Type.Integer(),
})
const Request = Type.Object({
  jsonrpc: Type.Literal('2.0'),
  id: Type.Union([Type.Integer(), Type.String({ maxLength: 64 })]),
  method: Type.String({ maxLength: 64 }),
  params: Type.Array(Type.Unknown(), { maxItems: 4 }),
})

type Read = (request: { jsonrpc: '2.0'; id: string | number; method: string; params: unknown[] }) => Promise<unknown>

/** Where the ledger is, and a way to read it for a page that cannot reach the node itself. */
export const ledgerRoutes = (needs: Pick<IssuingNeeds, 'ledger'>, read: Read): FastifyPluginAsyncTypebox => async app => {
  app.get('/api/ledger', {
    config: { access: 'public' },
    schema: { tags: ['ledger'], response: { 200: Place } },
  }, async () => {
    const place = await needs.ledger.place()
    if (!place) throw new ServiceError('ERR_NOT_READY')
    return { ...place, rpc: RPC }
  })

  app.post(RPC, {
    config: { access: 'public' },
    bodyLimit: 16 * 1024,
    schema: { tags: ['ledger'], body: Request },
  }, async (request, reply) => {
    const { jsonrpc, id, method, params } = request.body
    if (!READS.has(method)) throw new ServiceError('ERR_LEDGER_METHOD', { method: method.slice(0, 64) })
    const answer = await read({ jsonrpc, id, method, params }).catch((cause: unknown) => {
      throw new ServiceError('ERR_LEDGER_UNREACHABLE', {}, cause)
    })
    return reply.header('cache-control', 'no-store').send(answer)
  })
}
