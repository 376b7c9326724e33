// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import packed, { inflate } from '@sparticuz/chromium'

export type Executable = { path: string; env: Record<string, string> }

/** An installed browser when there is one; else the Chromium that npm brought, unpacked once per version. */
export async function findChromium(): Promise<Executable> {
  for (const path of [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']) {
    if (path && existsSync(path)) return { path, env: {} }
  }
  const home = await unpackOnce()
  return { path: join(home, 'chromium'), env: { FONTCONFIG_PATH: join(home, 'fonts') } }
}

/** The same, with the system libraries that the package also holds, for machines without NSS. */
export const withOwnLibraries = (executable: Executable): Executable =>
  ({ ...executable, env: { ...executable.env, LD_LIBRARY_PATH: join(dirname(executable.path), 'al2023', 'lib') } })

async function unpackOnce(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = join(main.slice(0, main.lastIndexOf('@sparticuz')), '@sparticuz', 'chromium')
  const { default: about } = await import(join(root, 'package.json'), { with: { type: 'json' } }) as
    { default: { version: string } }
  const home = join(tmpdir(), `compagnon-chromium-${about.version}-b`)
  if (existsSync(home)) return home
  const apart = await mkdtemp(`${home}-`)
  await unpackInto(apart, join(root, 'bin'))
  await showFonts(join(apart, 'fonts', 'fonts.conf'), home)
  // Several test processes may unpack at once: the first to rename wins, the others take its copy.
  await rename(apart, home).catch(async (error: NodeJS.ErrnoException) => {
    await rm(apart, { recursive: true })
    if (!existsSync(home)) throw error
  })
  return home
}

/**
 * The fonts of the package are listed where its authors' machines have them. Unlisted, there is no font at all, and the
 * browser stops at the first letter that a page's own fonts do not have (an ohm, an arrow).
 */
async function showFonts(list: string, home: string) {
  const dirs = (await readFile(list, 'utf8')).replace(/<dir>[^]*<\/dir>/, `<dir>${join(home, 'fonts', 'fonts')}</dir>`)
  await writeFile(list, dirs.replace(/<cachedir>.*<\/cachedir>/, `<cachedir>${join(home, 'fonts-cache')}</cachedir>`))
}

/** The package always unpacks into the temporary folder; a complete copy must appear at once, so it gets another. */
async function unpackInto(folder: string, archives: string) {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await packed.executablePath(archives)
    await inflate(join(archives, 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
