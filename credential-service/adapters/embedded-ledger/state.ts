// SPDX-License-Identifier: EUPL-1.2
import { copyFile, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../../words.ts'

const KEEP_EVERY_MS = 3000

/**
 * The node rewrites its state in place every second, so a kill may cut it short. A copy that was seen whole is kept
 * beside it; a cut state is set aside (never erased) and the copy takes its place.
 * @returns the file for the node to use
 */
export async function chooseState(folder: string): Promise<string> {
  const [state, copy] = [join(folder, 'state.json'), join(folder, 'state.copy.json')]
  const found = await readState(state)
  if (found !== 'damaged') return state
  const kept = await readState(copy)
  if (kept === 'damaged') throw damaged(folder)
  await rename(state, join(folder, `state.damaged-${Date.now()}.json`))
  // No copy yet: killed in its very first seconds, and the journal sends again the little there was.
  if (kept === 'whole') await copyFile(copy, state)
  return state
}

/** Copies the state each time it has changed and is whole. @returns how to stop */
export function keepGoodState(folder: string): () => void {
  const [state, copy] = [join(folder, 'state.json'), join(folder, 'state.copy.json')]
  let seen = 0
  let busy = false
  const keep = async () => {
    const { mtimeMs } = await stat(state)
    if (mtimeMs === seen) return
    await copyFile(state, `${copy}.new`)
    if (await readState(`${copy}.new`) !== 'whole') return
    await rename(`${copy}.new`, copy)
    seen = mtimeMs
  }
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    // Not there yet, or being written: the next turn looks again.
    keep().catch(() => undefined).finally(() => { busy = false })
  }, KEEP_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function readState(file: string): Promise<'absent' | 'whole' | 'damaged'> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    return null
  })
  if (text === null) return 'absent'
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && 'accounts' in value ? 'whole' : 'damaged'
  } catch {
    return 'damaged'
  }
}

const damaged = (folder: string) => new StartError({
  fr: `Le dossier de données est endommagé : l’état du registre dans ${folder} ne se lit pas. Rien n’a été effacé : `
    + 'remettez une sauvegarde à sa place, ou choisissez un autre dossier avec DATA_DIR.',
  en: `The data folder is damaged: the ledger's state in ${folder} cannot be read. Nothing was erased: put a backup in `
    + 'its place, or choose another folder with DATA_DIR.',
})
