// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = join(ROOT, 'node_modules', '.cache', 'compagnon', 'built')
const DAY = 86_400_000

/** What every build of the app is made from. */
const SOURCES = ['xr-app', 'domain', 'resources', 'package-lock.json', 'vite.config.ts']

/**
 * A folder that holds what `build` makes of these very sources: built by the first test that asks, found by the next,
 * in this run or a later one. Never written to afterwards. `more`: sources besides the app's own.
 */
export async function builtOnce(name: string, build: (folder: string) => Promise<unknown>, more: readonly string[] = []): Promise<string> {
  const folder = join(FOLDER, `${name}-${await fingerprint([...SOURCES, ...more])}`)
  if (existsSync(folder)) return folder
  await mkdir(FOLDER, { recursive: true })
  await forgetOld()
  const apart = await mkdtemp(join(FOLDER, `making-${name}-`))
  await inProduction(() => build(apart))
  // Two tests may build at once: the first to rename wins, the other takes its copy.
  await rename(apart, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(apart, { recursive: true })
    if (!existsSync(folder)) throw error
  })
  return folder
}

/** A test runner sets NODE_ENV to 'test', and React would then ship its development self. */
async function inProduction(build: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** The names and the contents of all these files and folders. */
async function fingerprint(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const whole = join(ROOT, source)
    const files = (await stat(whole)).isDirectory()
      ? (await readdir(whole, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)) : [whole]
    for (const file of files.toSorted()) hash.update(file.slice(ROOT.length)).update('\0').update(await readFile(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 24)
}

async function forgetOld(): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    const old = Date.now() - (await stat(join(FOLDER, name))).mtimeMs > DAY
    if (old) await rm(join(FOLDER, name), { recursive: true, force: true })
  }
}
