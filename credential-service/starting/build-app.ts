// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from '../words.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCES = ['xr-app', 'domain', 'resources', 'vite.config.ts', 'package-lock.json']
const STAMP = join(ROOT, 'dist', 'app.built-from')

/** Digest of everything the built app is made from. */
async function sourcesDigest(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesUnder(source)) hash.update(file).update('\0').update(await readFile(join(ROOT, file)))
  }
  return hash.digest('hex')
}

async function filesUnder(source: string): Promise<string[]> {
  if (/\.\w+$/.test(source)) return [source]
  const entries = await readdir(join(ROOT, source), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)).sort()
}

/** Whether dist/app was built from what is in the folder now; then the digest to stamp a build with. */
export async function isAppBuilt(): Promise<{ built: boolean; digest: string }> {
  const digest = await sourcesDigest()
  const stamp = await readFile(STAMP, 'utf8').catch(() => '')
  return { built: stamp === digest && existsSync(join(ROOT, 'dist/app/index.html')), digest }
}

/**
 * Builds the app with Vite, in a process of its own so that the rest of the start goes on meanwhile.
 * @throws StartError when it cannot be built; what Vite said is in `dist/build.log`
 */
export async function buildPages(digest: string): Promise<void> {
  const log = join(ROOT, 'dist', 'build.log')
  await mkdir(join(ROOT, 'dist'), { recursive: true }).catch((cause: unknown) => { throw unbuilt(log, cause) })
  // A build that is cut short must not look finished.
  await rm(STAMP, { force: true })
  const said: Buffer[] = []
  const vite = spawn(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } })
  for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (part: Buffer) => said.push(part))
  const stop = () => { vite.kill() }
  process.once('exit', stop)
  const code = await new Promise<number | null>((resolve, reject) => vite.once('close', resolve).once('error', reject))
  process.off('exit', stop)
  await writeFile(log, Buffer.concat(said))
  if (code !== 0) throw unbuilt(log)
  await writeFile(STAMP, digest)
}

const unbuilt = (log: string, cause?: unknown) => new StartError({
  fr: `L'application n'a pas pu être construite : voir ${log}.`,
  en: `The app could not be built: see ${log}.`,
}, cause)
