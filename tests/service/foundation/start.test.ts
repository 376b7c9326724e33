// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAlive, traceOf } from '#service/adapters/embedded-ledger/process.ts'
import { freePort } from '#tests/support/ports.ts'

const running = new Set<ChildProcess>()
type Run = { child: ChildProcess; said: () => string; ready: Promise<number>; ended: Promise<number | null> }

/** `npm start` as a process of its own, without building the app. */
function start(env: Record<string, string>): Run {
  const began = performance.now()
  const child = spawn(process.execPath, ['credential-service/start.ts'], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', COMPAGNON_DEV: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  let text = ''
  const ready = Promise.withResolvers<number>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      text += String(part)
      if (text.includes('Ctrl-C')) ready.resolve(performance.now() - began)
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  void ended.then(() => ready.reject(new Error(`It ended: ${text}`)))
  ready.promise.catch(() => undefined)
  return { child, said: () => text, ready: ready.promise, ended }
}

const nodeOf = async (dataDir: string) =>
  traceOf((JSON.parse(await readFile(join(dataDir, 'ledger', 'node.json'), 'utf8')) as { pid: number }).pid)

async function gone(alive: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < 100 && alive(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 100))
  return !alive()
}

let dataDir: string
let env: Record<string, string>
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'compagnon-start-'))
  env = { PORT: String(await freePort()), DATA_DIR: dataDir }
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

// Whole processes, one after another: slow where the machine is busy.
describe('npm start', { timeout: 300_000 }, () => {
  it('says what it does, where everything is and how to stop, then stops all it started', async () => {
    const run = start(env)
    await run.ready
    for (const words of ['making the database', `http://localhost:${env.PORT}`, '/api/docs', dataDir, 'Ctrl-C']) {
      expect(run.said()).toContain(words)
    }
    const node = await nodeOf(dataDir)
    expect(isAlive(node)).toBe(true)
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
    expect(isAlive(node)).toBe(false)
    expect(existsSync(join(dataDir, 'service.lock'))).toBe(false)
  })

  it('speaks French to a French terminal', async () => {
    const run = start({ ...env, LANG: 'fr_FR.UTF-8', DATA_DIR: 'package.json' })
    expect(await run.ended).toBe(1)
    expect(run.said()).toContain("n'est pas un dossier")
  })

  it('refuses, in one sentence, a second service on the same data folder or port', async () => {
    const first = start(env)
    await first.ready
    const samePort = start({ ...env, DATA_DIR: join(dataDir, 'other') })
    expect(await samePort.ended).toBe(1)
    expect(samePort.said()).toContain(`Port ${env.PORT} is already taken`)
    const sameFolder = start({ ...env, PORT: String(await freePort()) })
    expect(await sameFolder.ended).toBe(1)
    expect(sameFolder.said()).toContain(`already runs (${first.child.pid})`)
    expect(existsSync(join(dataDir, 'other'))).toBe(false)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
  })

  it('refuses a port held by another program before it makes anything', async () => {
    const holder = createServer().listen(0, 'localhost')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as { port: number }
    const run = start({ PORT: String(port), DATA_DIR: join(dataDir, 'never') })
    expect(await run.ended).toBe(1)
    expect(existsSync(join(dataDir, 'never'))).toBe(false)
    holder.close()
  })

  it('takes the node down with it when it is killed, and starts again', async () => {
    const killed = start(env)
    await killed.ready
    const node = await nodeOf(dataDir)
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(await gone(() => isAlive(node))).toBe(true)
    const again = start(env)
    await again.ready
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  })

  it('goes on from the kept copy when a kill cut the ledger\'s state short', async () => {
    const state = join(dataDir, 'ledger', 'state.json')
    await truncate(state, 100)
    const run = start(env)
    await run.ready
    run.child.kill('SIGTERM')
    await run.ended
    expect((await readdir(join(dataDir, 'ledger'))).some((name) => name.startsWith('state.damaged-'))).toBe(true)
  })

  it('says that the data folder is damaged, and erases nothing', async () => {
    const control = join(dataDir, 'database', 'global', 'pg_control')
    const kept = await readFile(control)
    await truncate(control, 10)
    const run = start(env)
    expect(await run.ended).toBe(1)
    expect(run.said()).toContain('The data folder is damaged')
    expect((await readFile(control)).length).toBe(10)
    await writeFile(control, kept)
    await writeFile(join(dataDir, 'secret.key'), 'not a key')
    const other = start(env)
    expect(await other.ended).toBe(1)
    expect(other.said()).toContain('secret.key')
  })

  it('says which setting is wrong, and not its value', async () => {
    const run = start({ ...env, SECRET_KEY: 'hunter2' })
    expect(await run.ended).toBe(1)
    expect(run.said()).toContain('The setting SECRET_KEY is not valid')
    expect(run.said()).not.toContain('hunter2')
  })

  it('says that it may not write in the data folder', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'compagnon-closed-'))
    await chmod(closed, 0o500)
    // Root may write in any folder, except where the system lets nobody.
    const run = start({ ...env, DATA_DIR: process.getuid?.() === 0 ? '/sys/compagnon' : closed })
    expect(await run.ended).toBe(1)
    expect(run.said()).toContain('may not write in the data folder')
    await rm(closed, { recursive: true, force: true })
  })
})
