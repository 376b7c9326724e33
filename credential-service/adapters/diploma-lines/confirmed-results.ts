// SPDX-License-Identifier: EUPL-1.2
import type { AdmittedLine, AdmittedLines, AdmittedResult } from '#service/use-cases/diplomas/ports.ts'

type Place = { position: number; line: number }
type ConfirmedLine = Place & { result: AdmittedResult & { decision: string } }

/** Reads a stretch of confirmed lines, admitted and refused, in their order; `upTo` is null when none is left. */
type ReadConfirmed = (results: string, after: Place | null, span: number) => Promise<{ lines: ConfirmedLine[]; upTo: Place | null }>

/** A stretch is never shorter: a few lines more than were asked for cost less than another statement. */
const LEAST = 128

/**
 * The admitted lines of results that were imported and confirmed. A line's key is where it stands: the place of its file
 * among the confirmed ones, and its number in it; neither ever changes.
 */
export const confirmedResults = (read: ReadConfirmed): AdmittedLines => ({
  // A correction may admit or refuse: only reading them all would tell.
  count: async () => null,
  async after(session, key, limit) {
    const lines: AdmittedLine[] = []
    for (let place = placeOf(key); lines.length < limit;) {
      const { lines: found, upTo } = await read(session, place, Math.max(LEAST, limit - lines.length))
      for (const { position, line, result } of found) if (result.decision === 'admitted') lines.push({ key: `${position}:${line}`, result })
      if (upTo === null) break
      place = upTo
    }
    return lines.slice(0, limit)
  },
})

function placeOf(key: string | null): Place | null {
  if (key === null) return null
  const [, position, line] = /^(\d+):(\d+)$/.exec(key) ?? []
  if (position === undefined || line === undefined) throw new Error(`This session was begun from a file of checked lines, at line ${key}`)
  return { position: Number(position), line: Number(line) }
}
