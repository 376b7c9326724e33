// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../../use-cases/errors.ts'
import type { FileFormat, FileReader, ReadLine } from '../../use-cases/results/ports.ts'
import { csvReader } from './csv.ts'
import { streamingDecoder } from './decode.ts'
import { ndjsonReader } from './ndjson.ts'
import { refuseOther, unreadable } from './unreadable.ts'

/** Reads a file of results as it comes, whatever wrote it: a batch of lines for each piece of it, never the whole. */
export const fileReader = (mostBytes: number): FileReader => (pieces, format) => {
  const decoder = streamingDecoder()
  const reader = readerOf(format)
  let bytes = 0
  let lines = 0
  async function* batches(): AsyncIterable<ReadLine[]> {
    for await (const piece of pieces) {
      if (bytes === 0) refuseOther(piece)
      bytes += piece.length
      if (bytes > mostBytes) throw new ServiceError('ERR_BODY_TOO_LARGE')
      const read = reader.write(decoder.write(piece))
      lines += read.length
      if (read.length > 0) yield read
    }
    const last = [...reader.write(decoder.end()), ...await reader.end()]
    lines += last.length
    if (lines === 0) throw unreadable('no-lines')
    if (last.length > 0) yield last
  }
  return {
    batches: batches(),
    end: () => ({ encoding: decoder.encoding(), separator: reader.separator(), bytes, lines, emptyLines: reader.emptyLines() }),
  }
}

const readerOf = (format: FileFormat) => (format === 'csv' ? csvReader() : ndjsonReader())
export { knownRegisters } from './registers.ts'
