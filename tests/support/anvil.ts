// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from './ports.ts'

const ANVIL = fileURLToPath(new URL('../../node_modules/.bin/anvil', import.meta.url))

export type AnvilNode = {
  url: string
  /** One JSON-RPC question. @throws the node's words when it refuses */
  ask<T = unknown>(method: string, ...params: unknown[]): Promise<T>
  /** `count` blocks more. */
  mine(count?: number): Promise<void>
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** A real EVM node that is not the service's own, on a free port or on the one given. */
export async function startAnvil(options: string[] = [], onPort?: number): Promise<AnvilNode> {
  const port = onPort ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const node = spawn(ANVIL, ['--host', '127.0.0.1', '--port', String(port), '--silent', ...options], { stdio: 'ignore' })
  const ask = async <T>(method: string, ...params: unknown[]): Promise<T> => {
    const answer = await fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })
    const { result, error } = (await answer.json()) as { result: T; error?: { message: string } }
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
  while (!(await ask('eth_chainId').catch(() => null))) {
    if (node.exitCode !== null) throw new Error(`Anvil ended: ${node.exitCode}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    url, ask,
    mine: async (count = 1) => { for (let n = 0; n < count; n++) await ask('evm_mine') },
    stop: async (signal = 'SIGTERM') => {
      if (node.exitCode !== null || node.signalCode !== null) return
      const ended = new Promise(resolve => node.once('exit', resolve))
      node.kill(signal)
      await ended
    },
  }
}
