// SPDX-License-Identifier: EUPL-1.2
import { constants, existsSync } from 'node:fs'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { StartError } from '../../words.ts'
import { pgliteDialect } from './pglite-dialect.ts'
import type { Database, Tables } from './database.ts'

/**
 * Opens the embedded database in `folder`, creating it first when the folder does not exist. It is created beside and
 * renamed, so that a power cut in the middle leaves no half database behind.
 * @throws StartError when what is there cannot be opened; it is left as it was found
 */
export async function openEmbedded(folder: string): Promise<Database> {
  if (!existsSync(folder)) await create(folder)
  // A folder of another account is not a damaged one.
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  if (!existsSync(join(folder, 'PG_VERSION'))) throw damaged(folder)
  const pglite = await PGlite.create(folder).catch((cause: unknown) => { throw damaged(folder, cause) })
  return embeddedDatabase(pglite)
}

/** A database that lives and dies with the process; a copy of `template` (PGlite's dump of a data folder) when given. */
export const openInMemory = async (template?: Blob): Promise<Database> =>
  embeddedDatabase(await PGlite.create({ loadDataDir: template }))

const embeddedDatabase = (pglite: PGlite): Database => {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pglite) })
  return {
    kind: 'embedded',
    db,
    runScript: async (script) => {
      await pglite.exec(script).catch(async (cause: unknown) => {
        await pglite.exec('rollback')
        throw cause
      })
    },
    close: async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}

async function create(folder: string): Promise<void> {
  const parent = join(folder, '..')
  await mkdir(parent, { recursive: true })
  for (const left of await readdir(parent)) {
    if (left.startsWith('database.new-')) await rm(join(parent, left), { recursive: true, force: true })
  }
  const temporary = join(parent, `database.new-${process.pid}`)
  await (await PGlite.create(temporary)).close()
  await rename(temporary, folder)
}

const damaged = (folder: string, cause?: unknown) => new StartError({
  fr: `Le dossier de données est endommagé : la base dans ${folder} ne s'ouvre pas. Rien n'a été effacé : remettez une `
    + 'sauvegarde à sa place, ou choisissez un autre dossier avec DATA_DIR.',
  en: `The data folder is damaged: the database in ${folder} does not open. Nothing was erased: put a backup in its `
    + 'place, or choose another folder with DATA_DIR.',
}, cause)
