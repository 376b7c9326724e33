// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'

type Question = { id: number; method: string; params: unknown[] }
export type Trouble =
  | { kind: 'none' }
  /** As a replica would that has not heard of the last blocks. */
  | { kind: 'behind'; blocks: number }
  | { kind: 'says'; status: number; text: string }
  | { kind: 'hangs' } | { kind: 'cuts' }

/** Stands between a worker and a real node, and makes the trouble that a test asks for. */
export async function poorLine(nodeUrl: string) {
  const heard: string[] = []
  let trouble: Trouble = { kind: 'none' }

  const pass = async (method: string, params: unknown[]): Promise<{ result?: unknown; error?: unknown }> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    return (await (await fetch(nodeUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as { result?: unknown }
  }
  async function behind({ method, params }: Question, blocks: number) {
    const last = Number((await pass('eth_blockNumber', [])).result) - blocks
    const tag = (which: unknown) => (which === 'latest' || Number(which) > last ? `0x${last.toString(16)}` : which)
    if (method === 'eth_blockNumber') return { result: tag('latest') }
    if (method === 'eth_getBlockByNumber') return Number(params[0]) > last ? { result: null } : pass(method, [tag(params[0]), params[1]])
    if (method === 'eth_getTransactionCount') return pass(method, [params[0], tag(params[1])])
    const answer = await pass(method, params)
    const receipt = answer.result as { blockNumber: string } | null
    return method === 'eth_getTransactionReceipt' && receipt && Number(receipt.blockNumber) > last ? { result: null } : answer
  }
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const question = JSON.parse(Buffer.concat(parts).toString()) as Question
    heard.push(question.method)
    if (trouble.kind === 'hangs') return
    if (trouble.kind === 'cuts') return void request.socket.destroy()
    if (trouble.kind === 'says') return void response.writeHead(trouble.status).end(trouble.text)
    const given = trouble.kind === 'behind' ? await behind(question, trouble.blocks) : await pass(question.method, question.params)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...given, jsonrpc: '2.0', id: question.id }))
  }

  const server = createServer((request, response) => { void answer(request, response).catch(() => request.socket.destroy()) })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    /** The methods asked so far. */
    heard,
    makes: (next: Trouble) => { trouble = next },
    close: () => new Promise<void>(resolve => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}
