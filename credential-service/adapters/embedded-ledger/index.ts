// SPDX-License-Identifier: EUPL-1.2
import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { copyFile, mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

export const EMBEDDED_CHAIN_ID = 31337

export type EmbeddedLedger = {
  rpcUrl: string
  /** Resolves when the node has ended, whoever ended it. */
  ended: Promise<void>
  /** Asks the node to write its state and end; resolves when it has. */
  stop(): Promise<void>
}

const START_MS = 15_000
const KEEP_EVERY_MS = 1_000

/**
 * Starts the embedded ledger: an Anvil node on the loopback interface, with its state in `folder`.
 *
 * Anvil rewrites its state file in place each second, so a kill can leave half a file. The last whole one is kept
 * beside it and put back at the next start; what happened since is sent again from the journal.
 * @throws Error when no node is installed for this machine or it does not answer
 */
export async function startEmbeddedLedger(folder: string, port = 0): Promise<EmbeddedLedger> {
  await mkdir(folder, { recursive: true })
  const state = join(folder, 'state.json')
  await endLeftOver(folder)
  await putBackWhole(state)
  const chosen = port === 0 ? await freePort() : port
  const child = spawn(anvilPath(), [
    '--host', '127.0.0.1', '--port', String(chosen), '--chain-id', String(EMBEDDED_CHAIN_ID),
    '--accounts', '1', '--balance', '0', '--hardfork', 'osaka', '--state', state, '--state-interval', '1', '--quiet',
  ], { stdio: 'ignore' })
  const ended = new Promise<void>(resolve => { child.once('exit', () => resolve()); child.once('error', () => resolve()) })
  if (child.pid !== undefined) await writeFile(join(folder, 'node.pid'), String(child.pid))
  const rpcUrl = `http://127.0.0.1:${chosen}`
  await answering(rpcUrl, child)
  const keeping = setInterval(() => void keepWhole(state).catch(() => undefined), KEEP_EVERY_MS)
  keeping.unref()
  return {
    rpcUrl,
    ended,
    stop: async () => {
      clearInterval(keeping)
      child.kill('SIGTERM')
      await ended
      await keepWhole(state)
    },
  }
}

/** Anvil's program, from the npm package of this platform; ANVIL_PATH names another. */
function anvilPath(): string {
  if (process.env.ANVIL_PATH) return process.env.ANVIL_PATH
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  const manifest = createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${platform}/package.json`)
  return join(dirname(manifest), 'bin', 'anvil')
}

async function answering(rpcUrl: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`The embedded ledger ended at once (exit ${child.exitCode})`)
    if (await answers(rpcUrl)) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error('The embedded ledger does not answer')
}

async function answers(rpcUrl: string): Promise<boolean> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
  const headers = { 'content-type': 'application/json' }
  return fetch(rpcUrl, { method: 'POST', headers, body }).then(answer => answer.ok, () => false)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** A service killed without warning leaves its node running; two nodes on one state would spoil it. */
async function endLeftOver(folder: string): Promise<void> {
  const pid = Number(await readFile(join(folder, 'node.pid'), 'utf8').catch(() => '0'))
  const isOurs = async () => pid > 0 && (await commandOf(pid)).includes(join(folder, 'state.json'))
  if (!(await isOurs())) return
  process.kill(pid, 'SIGTERM')
  for (let waited = 0; waited < 5_000 && (await isOurs()); waited += 50) await pause(50)
  if (await isOurs()) process.kill(pid, 'SIGKILL')
}

/** The command line of a process, empty when there is none: a number in an old file may be anyone's by now. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return promisify(execFile)('ps', ['-p', String(pid), '-o', 'args=']).then(({ stdout }) => stdout, () => '')
}

/** Copies the state when it is whole; a copy is renamed into place, never written there. */
async function keepWhole(state: string): Promise<void> {
  const written = await stat(state).catch(() => null)
  const kept = await stat(`${state}.whole`).catch(() => null)
  if (!written || (kept && kept.mtimeMs >= written.mtimeMs)) return
  await copyFile(state, `${state}.copy`)
  if (await looksWhole(`${state}.copy`)) await rename(`${state}.copy`, `${state}.whole`)
}

/** A half file is set aside under a dated name, never erased. */
async function putBackWhole(state: string): Promise<void> {
  if (!(await stat(state).catch(() => null)) || (await isWhole(state))) return
  await rename(state, `${state}.damaged-${Date.now()}`)
  if (await isWhole(`${state}.whole`)) await copyFile(`${state}.whole`, state)
}

/** Cheap: the file ends where a JSON object ends. */
async function looksWhole(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    return buffer.toString() === '}'
  } finally {
    await handle.close()
  }
}

async function isWhole(file: string): Promise<boolean> {
  try {
    return typeof JSON.parse(await readFile(file, 'utf8')) === 'object'
  } catch {
    return false
  }
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
