// SPDX-License-Identifier: EUPL-1.2
import { parse, type CsvError } from 'csv-parse'
import { readHeading, separatorOf, type Heading, type RawLine, type Separator } from '#domain/credential/diploma/index.ts'
import { ServiceError } from '../../use-cases/errors.ts'
import type { ReadLine } from '../../use-cases/results/ports.ts'
import { unreadable } from './unreadable.ts'

/** The longest line that is read: beyond it a quotation mark was opened and never closed. */
const LONGEST = 64 * 1024

export type LineReader = {
  write(text: string): ReadLine[]
  end(): Promise<ReadLine[]>
  separator(): Separator | null
  emptyLines(): number
}

/** Reads CSV (RFC 4180, and what spreadsheets make of it) as it comes. A line's number is the row a spreadsheet shows. */
export function csvReader(): LineReader {
  let ahead = ''
  let rows: ReturnType<typeof rowReader> | null = null
  const start = (text: string): ReadLine[] => {
    const said = /^\uFEFF?sep=([;,\t])(\r\n|\r|\n)/i.exec(text)
    const separator = said?.[1] as Separator | undefined
    const rest = said ? text.slice(said[0].length) : text
    ahead = ''
    rows = rowReader(separator ?? separatorOf(firstLine(rest) ?? rest), said ? 1 : 0)
    return rows.write(rest)
  }
  return {
    write(text) {
      if (rows) return rows.write(text)
      ahead += text
      if (ahead.length > LONGEST || firstLine(ahead) !== null) return start(ahead)
      return []
    },
    async end() {
      const before = rows ? [] : start(ahead)
      return [...before, ...await (rows as unknown as ReturnType<typeof rowReader>).end()]
    },
    separator: () => rows?.separator ?? null,
    emptyLines: () => rows?.emptyLines() ?? 0,
  }
}

/** The first line with something in it; null while its end has not come. */
const firstLine = (text: string): string | null => /^[\r\n]*((?:"[^"]*"|[^"\r\n])+)[\r\n]/.exec(text)?.[1] ?? null

function rowReader(separator: Separator, linesBefore: number) {
  const parser = parse({
    delimiter: separator, record_delimiter: ['\r\n', '\n', '\r'], relax_quotes: true, relax_column_count: true, max_record_size: LONGEST,
  })
  let failure: CsvError | null = null
  let line = linesBefore
  let empty = 0
  let heading: Heading | null = null
  parser.on('error', (cause: CsvError) => { failure = cause })

  const take = (cells: string[], into: ReadLine[]): void => {
    line++
    if (cells.every((cell) => cell.trim() === '')) {
      empty++
      return
    }
    if (heading) into.push(lineOf(heading, cells, line))
    else heading = checked(readHeading(cells))
  }
  const drain = (): ReadLine[] => {
    const lines: ReadLine[] = []
    for (let cells = parser.read() as string[] | null; cells !== null; cells = parser.read() as string[] | null) take(cells, lines)
    if (failure) throw refusalOf(failure, line + 1)
    return lines
  }
  return {
    separator,
    emptyLines: () => empty,
    write(text: string) {
      parser.write(text)
      return drain()
    },
    async end() {
      const lines: ReadLine[] = []
      parser.end()
      try {
        for await (const cells of parser) take(cells as string[], lines)
      } catch (cause) {
        throw failure ? refusalOf(failure, line + 1) : cause
      }
      if (!heading) throw unreadable('empty')
      return lines
    },
  }
}

function checked(heading: Heading): Heading {
  const { missing, doubled, cells } = heading
  if (cells.every((cell) => cell === null)) throw unreadable('no-header')
  if (missing.length + doubled.length > 0) {
    throw new ServiceError('ERR_RESULTS_COLUMNS', { missing: missing.join(' '), doubled: doubled.join(' ') })
  }
  return heading
}

function lineOf({ cells: named }: Heading, cells: string[], line: number): ReadLine {
  const beyond = cells.slice(named.length)
  if (cells.length < named.length || beyond.some((cell) => cell.trim() !== '')) return { line, fault: 'cells' }
  const raw: RawLine = {}
  named.forEach((column, at) => { if (column) raw[column] = cells[at] })
  return { line, raw }
}

const refusalOf = ({ code }: CsvError, line: number) =>
  unreadable(code === 'CSV_MAX_RECORD_SIZE' ? 'line-too-long' : 'quotes', line)
