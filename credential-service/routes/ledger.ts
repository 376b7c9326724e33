// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { ServiceError } from '../use-cases/errors.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'

/**
 * What the verification page asks (domain/verification/ledger-reader.ts), in that form and no other: nothing that writes,
 * traces, scans, brings code of its own or reads another contract. True when the parameters have the form.
 */
const READS: Readonly<Record<string, (params: unknown[], contract: string) => boolean>> = {
  eth_chainId: params => params.length === 0,
  eth_blockNumber: params => params.length === 0,
  eth_getBlockByNumber: params => Value.Check(BlockParams, params),
  eth_call: (params, contract) => Value.Check(CallParams, params) && params[0].to.toLowerCase() === contract.toLowerCase(),
}

const Block = Type.String({ pattern: '^(latest|0x[0-9a-f]{1,16})$' })
const BlockParams = Type.Tuple([Block, Type.Literal(false)])
/** A function's selector and some words: the longest question has two. */
const Data = Type.String({ pattern: '^0x[0-9a-fA-F]{8,1000}$' })
const CallParams = Type.Tuple([
  Type.Object({ to: Type.String({ maxLength: 42 }), data: Data }, { additionalProperties: false }), Block,
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
    const isFormOf = Object.hasOwn(READS, method) ? READS[method] : undefined
    if (!isFormOf) throw new ServiceError('ERR_LEDGER_METHOD', { method })
    const place = await needs.ledger.place()
    if (!place) throw new ServiceError('ERR_NOT_READY')
    if (!isFormOf(params, place.contract)) throw new ServiceError('ERR_REQUEST_INVALID', { at: 'body/params' })
    const answer = await read({ jsonrpc, id, method, params }).catch((cause: unknown) => {
      throw new ServiceError('ERR_LEDGER_UNREACHABLE', {}, cause)
    })
    return reply.send(answer)
  })
}
