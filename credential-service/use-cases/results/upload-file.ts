// SPDX-License-Identifier: EUPL-1.2
import { checkLine, digestOfLine, textOfLine, type Beside, type FileKind } from '#domain/credential/diploma/index.ts'
import { ServiceError } from '../errors.ts'
import { ownSession } from './own.ts'
import type {
  CandidateKey, FileFormat, LineFault, Officer, ReadLine, ResultsFile, ResultsNeeds, SoundLine,
} from './ports.ts'

export type Upload = { kind: FileKind; name?: string | null; format: FileFormat; bytes: AsyncIterable<Uint8Array> }

/** Files received at once by one process: each takes a core while it comes. */
export const mostAtOnce = 2
/** Lines that are written together. */
const BATCH = 1_000
/** How often it is noted that a file still comes, lines or not. */
const NOTED_MS = 60_000
/** A file of which nothing was heard for so long was left by a process that died. */
export const silenceMs = 10 * 60_000

/**
 * Receives a file as it comes and checks it line by line; nothing of it is in the session's results before somebody
 * confirms it. Whatever ends it before its end leaves nothing.
 */
export function uploadFile(needs: ResultsNeeds) {
  let under = 0
  return async (officer: Officer, results: string, upload: Upload): Promise<ResultsFile> => {
    const session = await ownSession(needs, officer, results)
    if (under >= mostAtOnce) throw new ServiceError('ERR_RESULTS_BUSY', { atOnce: mostAtOnce })
    under++
    try {
      return await receive(needs, officer, { registers: needs.registers, ...session }, results, upload)
    } finally {
      under--
    }
  }
}

async function receive(
  needs: ResultsNeeds, officer: Officer, beside: Beside, results: string, upload: Upload,
): Promise<ResultsFile> {
  const { store, reader, candidateOf, edge } = needs
  const id = edge.uuid()
  await store.forgetUnfinished(new Date(edge.now().getTime() - silenceMs))
  await store.begin({ id, results, name: upload.name ?? null, kind: upload.kind, format: upload.format, by: officer.id, at: edge.now() })
  const keeper = keepsBehind((batch: Batch) => store.keep(id, batch.sound, batch.faults, edge.now()))
  try {
    const reading = reader(noted(needs, id, upload.bytes), upload.format)
    let batch = emptyBatch()
    for await (const lines of reading.batches) {
      for (const line of lines) {
        take(batch, line, beside, candidateOf)
        if (batch.sound.length + batch.faults.length < BATCH) continue
        await keeper.keep(batch)
        batch = emptyBatch()
      }
    }
    await keeper.keep(batch)
    await keeper.done()
    return await store.finish(id, reading.end())
  } catch (cause) {
    // What is still being written is waited for, or it would come after the file was erased.
    await keeper.done().catch(() => undefined)
    await store.abandon(id)
    throw cause
  }
}

/** Writes one batch while the next is read: a database of its own works at the same time. Never more than one waits. */
function keepsBehind<One>(write: (one: One) => Promise<void>) {
  let under: Promise<void> = Promise.resolve()
  return {
    async keep(one: One): Promise<void> {
      await under
      under = write(one)
      // Told to who waits for it next; until then it must not end the process.
      under.catch(() => undefined)
    },
    done: () => under,
  }
}

/** A slow line may bring no thousand lines for long: its pieces are noted too, or another upload would erase its file. */
async function* noted({ store, edge }: Pick<ResultsNeeds, 'store' | 'edge'>, id: string, bytes: Upload['bytes']): Upload['bytes'] {
  let last = edge.now().getTime()
  for await (const piece of bytes) {
    const now = edge.now()
    if (now.getTime() - last >= NOTED_MS) {
      last = now.getTime()
      await store.heard(id, now)
    }
    yield piece
  }
}

type Batch = { sound: SoundLine[]; faults: LineFault[] }
const emptyBatch = (): Batch => ({ sound: [], faults: [] })

function take({ sound, faults }: Batch, read: ReadLine, beside: Beside, candidateOf: CandidateKey): void {
  const { line } = read
  if ('fault' in read) {
    faults.push({ line, code: read.fault, cell: '' })
    return
  }
  const checked = checkLine(read.raw, beside)
  if ('faults' in checked) {
    for (const { code, column } of checked.faults) faults.push({ line, code, cell: column ?? '' })
    return
  }
  const { ine, ...said } = checked.result
  const kept = { ...said, candidate: candidateOf(ine) }
  const text = textOfLine(kept)
  sound.push({ line, kept, text, digest: digestOfLine(text) })
}
