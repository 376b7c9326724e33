// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from '../../words.ts'
import { end, isAlive, traceOf, type Trace } from './process.ts'
import { keepRunning } from './keep-running.ts'
import { chooseState, keepGoodState } from './state.ts'
import type { Keeping } from './state.ts'

export const EMBEDDED_CHAIN = 31337

export type EmbeddedLedger = { rpcUrl: string; chainId: number; isKept: Keeping['isKept']; close: () => Promise<void> }

const ANVIL = fileURLToPath(new URL('../../../node_modules/.bin/anvil', import.meta.url))

/** The first with a P-256 precompile (EIP-7951): a jury's passkeys are checked for a fifth of the gas. */
const HARDFORK = 'osaka'

/** The origin of no page (RFC 6761, section 6.4). */
const NOWHERE = 'https://nowhere.invalid'

// The shell holds our end of a pipe: when this process ends, however it ends, the pipe closes and the node is asked to
// stop, which writes its state. A group of its own keeps Ctrl-C for us, who stop the node last.
const GUARD = '"$@" </dev/null & node=$!; echo $node; read _; kill -TERM $node 2>/dev/null; wait $node'

/**
 * Starts the embedded ledger: a real EVM node (Anvil) with its state in `folder`. One left over from a service that
 * was killed is stopped first; one that ends by itself is started again at the same address. After a kill, the state may
 * be some seconds old: the journal of signed transactions sends again what it lacks.
 *
 * The node obeys whoever reaches it. It listens to this machine alone, and lets a browser's pages ask it only when they
 * are of the origin `readableFrom`: a page of any other site is stopped by the browser.
 */
export async function startEmbeddedLedger(folder: string, readableFrom = NOWHERE): Promise<EmbeddedLedger> {
  await mkdir(folder, { recursive: true })
  if (!existsSync(ANVIL)) throw missing()
  await endLeftOver(folder)
  const port = await freePort()
  let node = await run(folder, port, readableFrom)
  const keeping = keepGoodState(folder)
  const stopWatching = keepRunning(() => isAlive(node.trace), async () => {
    node.letGo()
    node = await run(folder, port, readableFrom)
  })
  return {
    rpcUrl: `http://127.0.0.1:${port}`,
    chainId: EMBEDDED_CHAIN,
    isKept: keeping.isKept,
    async close() {
      await stopWatching()
      keeping.stop()
      node.letGo()
      await Promise.race([node.closed, new Promise((resolve) => setTimeout(resolve, 5000))])
      await end(node.trace)
      await rm(join(folder, 'node.json'), { force: true })
    },
  }
}

/** One node, from its start until it answers. */
async function run(folder: string, port: number, readableFrom: string) {
  const node = await launch(await chooseState(folder), port, readableFrom)
  await writeFile(join(folder, 'node.json.new'), JSON.stringify({ ...node.trace, port }))
  await rename(join(folder, 'node.json.new'), join(folder, 'node.json'))
  await answering(`http://127.0.0.1:${port}`, node.trace)
  return node
}

async function endLeftOver(folder: string): Promise<void> {
  const kept = await readFile(join(folder, 'node.json'), 'utf8').catch(() => '{}')
  const { pid, began } = readTrace(kept)
  if (pid === undefined || !isAlive({ pid, began })) return
  // Without a start time to compare, only a process that carries our state's path is ours to end.
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (line.includes(folder)) await end({ pid, began })
}

function readTrace(text: string): { pid?: number; began: string | null } {
  try {
    const { pid, began } = JSON.parse(text) as Partial<Trace>
    return { pid: Number.isInteger(pid) ? pid : undefined, began: began ?? null }
  } catch {
    return { began: null }
  }
}

async function launch(state: string, port: number, readableFrom: string) {
  const options = ['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(EMBEDDED_CHAIN),
    '--hardfork', HARDFORK, '--state', state, '--state-interval', '1', '--silent', '--allow-origin', readableFrom]
  const shell = spawn('/bin/sh', ['-c', GUARD, 'sh', ANVIL, ...options], { detached: true, stdio: ['pipe', 'pipe', 'ignore'] })
  const closed = new Promise<void>((resolve) => { shell.once('exit', () => resolve()) })
  const pid = await new Promise<number>((resolve, reject) => {
    shell.once('error', reject)
    shell.stdout.once('data', (line: Buffer) => resolve(Number(String(line).trim())))
  })
  return { trace: traceOf(pid), closed, letGo: () => { shell.stdin.end() } }
}

const PATIENCE_MS = 30_000

async function answering(rpcUrl: string, trace: Trace): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
  const ask = () => fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    .then((answer) => answer.json() as Promise<{ result?: string }>).catch(() => null)
  for (;;) {
    const answer = await ask()
    if (Number(answer?.result) === EMBEDDED_CHAIN) return
    if (Date.now() > deadline || !isAlive(trace)) throw silent()
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

const missing = () => new StartError({
  fr: 'Le registre embarqué (Anvil) n’est pas installé pour ce système : relancez npm ci, ou donnez LEDGER_RPC_URL.',
  en: 'The embedded ledger (Anvil) is not installed for this system: run npm ci again, or set LEDGER_RPC_URL.',
})

const silent = () => new StartError({
  fr: 'Le registre embarqué ne démarre pas. Rien n’a été effacé ; son état est dans DATA_DIR/ledger.',
  en: 'The embedded ledger does not start. Nothing was erased; its state is in DATA_DIR/ledger.',
})
