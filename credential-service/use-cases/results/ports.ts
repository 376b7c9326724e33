// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import type { FaultCode, FileKind, KeptResult, RawLine, Registers, Separator } from '#domain/credential/diploma/index.ts'

/** The results of one session of one academy: files that were imported, and what of them was confirmed. */
export type ResultsSession = {
  id: string
  /** YYYY-MM. */
  session: string
  /** Code of the academy. */
  academy: string
  /** Person id of the officer who opened it; it is their academy's. */
  openedBy: string
  openedAt: Date
}

/** A session as a list shows it. */
export type SessionLine = ResultsSession & {
  files: number
  /** Lines confirmed so far, corrections left out: they replace others. */
  confirmed: number
  /** The digest of the session's results, which the jury signs; null before the first confirmation. */
  digest: Digest | null
}

export type FileFormat = 'csv' | 'ndjson'
export type FileState = 'checked' | 'confirmed' | 'discarded'

/** A file as it stands. One that is still being received is not shown to anyone. */
export type ResultsFile = {
  id: string
  results: string
  /** What the officer's device calls it; null when it was not said, or once it is discarded. */
  name: string | null
  kind: FileKind
  state: FileState
  format: FileFormat
  encoding: string
  separator: Separator | null
  bytes: number
  /** Lines with something in them, the header left out. */
  lines: number
  emptyLines: number
  sound: number
  admitted: number
  /** Lines with at least one fault. */
  faulty: number
  /** Digest of its sound lines. */
  digest: Digest
  uploadedAt: Date
  confirmedAt: Date | null
  /** The digest of the session's results once this file was confirmed. */
  resultsDigest: Digest | null
}

export type LineFault = { line: number; code: FaultCode; cell: string }
export type SoundLine = { line: number; kept: KeptResult; text: string; digest: Digest }

/** How many lines have one fault in one column, and the first of them. */
export type FaultCount = { code: FaultCode; cell: string; count: number; lines: number[] }

export type NewFile = { id: string; results: string; name: string | null; kind: FileKind; format: FileFormat; by: string; at: Date }
export type FileEnd = Pick<ResultsFile, 'encoding' | 'separator' | 'bytes' | 'lines' | 'emptyLines'>

export type Confirmation = { file: string; by: string; at: Date }
export type Confirmed = 'confirmed' | 'not-checked' | 'overtaken' | 'lines-lost'

export type ResultsStore = {
  /** The session of this month and academy; opened now when there is none. */
  openSession(session: ResultsSession): Promise<ResultsSession>
  session(id: string): Promise<ResultsSession | null>
  sessionsOfAcademy(code: string): Promise<SessionLine[]>
  filesOf(results: string): Promise<ResultsFile[]>
  file(id: string): Promise<ResultsFile | null>

  begin(file: NewFile): Promise<void>
  keep(file: string, sound: SoundLine[], faults: LineFault[], at: Date): Promise<void>
  /** Notes that the file still comes. Refuses ERR_RESULTS_FILE_TAKEN_AWAY, as `keep` and `finish` do. */
  heard(file: string, at: Date): Promise<void>
  /** Takes doubles out of the file, digests what is left, and shows it: from here it is checked. */
  finish(file: string, end: FileEnd): Promise<ResultsFile>
  /** Erases a file that did not come to its end; one that is checked stays. */
  abandon(file: string): Promise<void>
  /** Erases the files that nothing was heard of since. */
  forgetUnfinished(since: Date): Promise<number>

  counts(file: string): Promise<FaultCount[]>
  faults(file: string, after: LineFault | null, limit: number): Promise<LineFault[]>

  /** In one transaction: the whole file, or nothing of it. */
  confirm(confirmation: Confirmation): Promise<Confirmed>
  /** Erases the lines; false when the file was not waiting for a decision. */
  discard(file: string): Promise<boolean>
  /** The lines of a session that count: confirmed, not since corrected; in the order of files and lines, the next stretch after `after`. */
  confirmedLines(results: string, after: LinePlace | null, span: number): Promise<ConfirmedStretch>
}

/** Where a confirmed line stands: the place of its file among the confirmed ones, and its number. */
export type LinePlace = { position: number; line: number }
/** `key` never changes and never repeats: it names the record for whoever issues from it. */
export type ConfirmedLine = LinePlace & { key: string; digest: Digest; result: KeptResult }
/**
 * What counts among the next so many numbers of lines: at most as many, mostly fewer, perhaps none. `upTo` is where the
 * next stretch begins after; null when nothing is left.
 */
export type ConfirmedStretch = { lines: ConfirmedLine[]; upTo: LinePlace | null }

/** Some lines of a file, each with its cells by column or with what keeps it from being read. */
export type ReadLine = { line: number; raw: RawLine } | { line: number; fault: FaultCode }
export type FileReading = {
  /** Batches of lines in the file's order; throws ERR_RESULTS_UNREADABLE, ERR_RESULTS_COLUMNS or ERR_BODY_TOO_LARGE. */
  batches: AsyncIterable<ReadLine[]>
  /** What is known once the last batch was read. */
  end: () => FileEnd
}
export type FileReader = (bytes: AsyncIterable<Uint8Array>, format: FileFormat) => FileReading

/** What an INE becomes: it is not kept. */
export type CandidateKey = (ine: string) => string

export type ResultsNeeds = {
  store: ResultsStore
  reader: FileReader
  registers: Registers
  candidateOf: CandidateKey
  edge: { now: () => Date; uuid: () => string }
}
/** `academy`: the name or the code of the one they work for, as their identity provider says it. */
export type Officer = { id: string; academy?: string }
