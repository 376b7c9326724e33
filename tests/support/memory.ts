// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { openInMemory, type Database } from '#service/adapters/database/index.ts'

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const FOLDER = join(MODULES, '.cache', 'compagnon')
const { version } = JSON.parse(readFileSync(join(MODULES, '@electric-sql/pglite/package.json'), 'utf8')) as { version: string }
const TEMPLATE = join(FOLDER, `empty-database-${version}.tar`)

/** A database in memory, empty. Making one takes five seconds of a processor; the next ones copy the first. */
export async function openTestDatabase(): Promise<Database> {
  const template = await readFile(TEMPLATE).then((bytes) => new Blob([bytes]), makeTemplate)
  return openInMemory(template)
}

async function makeTemplate(): Promise<Blob> {
  const pglite = await PGlite.create()
  const template = await pglite.dumpDataDir('none')
  await pglite.close()
  await mkdir(FOLDER, { recursive: true })
  const temporary = `${TEMPLATE}.${process.pid}`
  await writeFile(temporary, Buffer.from(await template.arrayBuffer()))
  await rename(temporary, TEMPLATE)
  return template
}
