// SPDX-License-Identifier: EUPL-1.2
import { copyFile, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../../words.ts'

const LOOK_EVERY_MS = 500
/** Unasked, a copy is made this seldom: reading a long chain's state takes a moment. */
const IDLE_TURNS = 6

/**
 * The node rewrites its state in place every second, so a kill may cut it short. A copy that was seen whole is kept
 * beside it; a cut state is set aside (never erased) and the copy takes its place.
 * @returns the file for the node to use
 */
export async function chooseState(folder: string): Promise<string> {
  const [state, copy] = [join(folder, 'state.json'), join(folder, 'state.copy.json')]
  if (await readState(state) !== 'damaged') return state
  const kept = await readState(copy)
  if (kept === 'damaged') throw damaged(folder)
  await rename(state, join(folder, `state.damaged-${Date.now()}.json`))
  // No copy yet: killed in its very first seconds, and the journal sends again the little there was.
  if (kept !== 'absent') await copyFile(copy, state)
  return state
}

export type Keeping = {
  stop: () => void
  /** Whether a whole copy of the state holds the block of this number: no kill takes it away then. To ask hastens a copy. */
  isKept: (block: number) => boolean
}

/** Copies the state, when it has changed and is whole. */
export function keepGoodState(folder: string): Keeping {
  const [state, copy] = [join(folder, 'state.json'), join(folder, 'state.copy.json')]
  let [seen, kept, turn] = [0, -1, 0]
  let [busy, asked] = [false, false]
  const keep = async () => {
    const { mtimeMs } = await stat(state)
    if (mtimeMs === seen) return
    await copyFile(state, `${copy}.new`)
    const read = await readState(`${copy}.new`)
    if (typeof read === 'string') return
    await rename(`${copy}.new`, copy)
    ;[seen, kept, asked] = [mtimeMs, read.block, false]
  }
  const timer = setInterval(() => {
    turn += 1
    if (busy || (!asked && turn % IDLE_TURNS !== 0)) return
    busy = true
    // Not there yet, or being written: the next turn looks again.
    keep().catch(() => undefined).finally(() => { busy = false })
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    stop: () => clearInterval(timer),
    isKept: (block) => {
      asked ||= block > kept
      return block <= kept
    },
  }
}

async function readState(file: string): Promise<'absent' | 'damaged' | { block: number }> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    return null
  })
  if (text === null) return 'absent'
  try {
    const value = JSON.parse(text) as { accounts?: unknown; best_block_number?: unknown } | null
    return value?.accounts ? { block: Number(value.best_block_number ?? 0) } : 'damaged'
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
