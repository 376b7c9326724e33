// SPDX-License-Identifier: EUPL-1.2
import { readHeading, type RawLine } from '#domain/credential/diploma/index.ts'
import { ServiceError } from '../../use-cases/errors.ts'
import type { ReadLine } from '../../use-cases/results/ports.ts'
import type { LineReader } from './csv.ts'
import { unreadable } from './unreadable.ts'

const LONGEST = 64 * 1024

/** Reads one JSON object a line (NDJSON); its keys are headers as in CSV, `school` may hold `uai` and `name`. */
export function ndjsonReader(): LineReader {
  let rest = ''
  let line = 0
  let empty = 0
  const take = (text: string): ReadLine[] => {
    line++
    if (text.trim() !== '') return [readLine(text, line)]
    empty++
    return []
  }
  return {
    write(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST) throw unreadable('line-too-long', line + lines.length + 1)
      return lines.flatMap(take)
    },
    async end() {
      const last = rest.trim() === '' ? [] : take(rest)
      if (line === empty) throw unreadable('empty')
      return last
    },
    separator: () => null,
    emptyLines: () => empty,
  }
}

function readLine(text: string, line: number): ReadLine {
  const found = objectOf(text)
  if (!found) return { line, fault: 'not-json' }
  const { school, ...flat } = found
  const nested = typeof school === 'object' && school !== null ? school as Record<string, unknown> : { name: school }
  const entries = Object.entries({ ...flat, ...('uai' in nested && { schoolUai: nested.uai }), ...(nested.name !== undefined && { schoolName: nested.name }) })
  const heading = readHeading(entries.map(([key]) => key))
  if (heading.doubled.length > 0) throw new ServiceError('ERR_RESULTS_COLUMNS', { missing: '', doubled: heading.doubled.join(' '), line })
  const raw = cellsOf(heading.cells, entries)
  return raw ? { line, raw } : { line, fault: 'not-json' }
}

/** The cells by column; null when one is nested deeper than can be written: it is no value of anybody's. */
function cellsOf(columns: ReturnType<typeof readHeading>['cells'], entries: [string, unknown][]): RawLine | null {
  const raw: RawLine = {}
  try {
    columns.forEach((column, at) => { if (column) raw[column] = written(entries[at]?.[1]) })
    return raw
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return null
    throw cause
  }
}

/** A value as a cell would hold it. */
const written = (value: unknown): string => (typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value))
