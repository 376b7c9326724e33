// SPDX-License-Identifier: EUPL-1.2
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, traceOf, type Trace } from '../adapters/embedded-ledger/process.ts'
import { StartError } from '../words.ts'

/**
 * Makes the data folder when it is not there, and looks whether this account may write in it.
 * @throws StartError
 */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw refused(folder, cause as NodeJS.ErrnoException)
  }
}

/**
 * Keeps the data folder for this process alone; what a killed one left does not count.
 * @returns how to let go
 * @throws StartError when a running service has it
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'service.lock')
  if (!await take(file)) {
    const holder = await readHolder(file)
    if (holder === 'beginning' || isAlive(holder)) throw taken(folder, holder)
    // Set aside rather than erased: of two that find the same left-over, only one can move it.
    const aside = `${file}.${process.pid}`
    await rename(file, aside).catch(() => { throw taken(folder, 'beginning') })
    await rm(aside)
    if (!await take(file)) throw taken(folder, 'beginning')
  }
  return () => rm(file, { force: true })
}

async function take(file: string): Promise<boolean> {
  const handle = await open(file, 'wx').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
    return null
  })
  await handle?.writeFile(JSON.stringify(traceOf(process.pid)))
  await handle?.close()
  return handle !== null
}

const WRITING_MS = 2000

/** Who holds the lock; 'beginning' while someone may still be writing their name. */
async function readHolder(file: string): Promise<Trace | 'beginning'> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Trace
  } catch {
    const found = await stat(file).catch(() => null)
    if (found && Date.now() - found.mtimeMs > WRITING_MS) return { pid: -1, began: 'never' }
    return 'beginning'
  }
}

const refused = (folder: string, cause: NodeJS.ErrnoException) => (cause.code === 'ENOTDIR' || cause.code === 'EEXIST'
  ? new StartError({
      fr: `DATA_DIR=${folder} n'est pas un dossier.`,
      en: `DATA_DIR=${folder} is not a folder.`,
    }, cause)
  : new StartError({
      fr: `Ce compte n'a pas le droit d'écrire dans le dossier de données ${folder} (${cause.code}) : donnez-lui ce droit, ou choisissez un autre dossier avec DATA_DIR.`,
      en: `This account may not write in the data folder ${folder} (${cause.code}): give it the right, or choose another folder with DATA_DIR.`,
    }, cause))

function taken(folder: string, holder: Trace | 'beginning') {
  const who = holder === 'beginning' ? '' : ` (${holder.pid})`
  return new StartError({
    fr: `Compagnon tourne déjà${who} avec le dossier de données ${folder} : arrêtez-le d'abord, ou choisissez un autre dossier avec DATA_DIR.`,
    en: `Compagnon already runs${who} with the data folder ${folder}: stop it first, or choose another folder with DATA_DIR.`,
  })
}
