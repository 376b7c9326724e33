// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { JuryResult } from '#domain/credential/diploma/issuing.ts'
import type { AdmittedLine, AdmittedLines } from '#service/use-cases/diplomas/ports.ts'

/** A line's key: its number in the file, so written that keys sort as numbers do. */
const keyOf = (line: number) => String(line).padStart(9, '0')

/**
 * The admitted lines of a file that was checked already (one JuryResult in JSON a line), read as a stream: asked for the
 * lines after the last it gave, it goes on; asked for others, it reads again from the top.
 */
export function checkedFile(path: string): AdmittedLines & { close(): void } {
  let [reader, given] = [undefined as AsyncGenerator<AdmittedLine> | undefined, null as string | null]
  return {
    async after(_session, key, limit) {
      if (key !== null && !/^\d{9}$/.test(key)) throw new Error(`This session was begun from confirmed results, at line ${key}`)
      if (!reader || given !== key) {
        await reader?.return(undefined)
        reader = linesOf(path, key)
      }
      const lines: AdmittedLine[] = []
      while (lines.length < limit) {
        const next = await reader.next()
        if (next.done) break
        lines.push(next.value)
      }
      given = lines.at(-1)?.key ?? key
      return lines
    },
    async count() {
      let count = 0
      for await (const _ of linesOf(path, null)) count += 1
      return count
    },
    close: () => void reader?.return(undefined),
  }
}

async function* linesOf(path: string, after: string | null): AsyncGenerator<AdmittedLine> {
  let number = 0
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1
    const key = keyOf(number)
    if (text === '' || (after !== null && key <= after)) continue
    const result = JSON.parse(text) as JuryResult
    const { ine: _, ...admitted } = result
    if (result.decision === 'admitted') yield { key, result: admitted }
  }
}
