// SPDX-License-Identifier: EUPL-1.2
import type { Kysely, Selectable } from 'kysely'
import type { Digest } from '#domain/canonical.ts'
import type { FaultCode, FileKind, Separator } from '#domain/credential/diploma/index.ts'
import type { FileFormat, FileState, ResultsFile, ResultsSession } from '../../use-cases/results/ports.ts'

/** The tables of migrations/0006_results.sql and 0142_results_file_names.sql. */
export type ResultsTables = {
  result_sessions: {
    id: string; session: string; academy: string; salt_sealed: string; opened_by: string; opened_at: Date
  }
  result_files: {
    id: string; results: string; name: string | null; kind: FileKind; state: FileState | 'receiving'; format: FileFormat
    encoding: string | null; separator: string | null; bytes: number; lines: number; empty_lines: number
    sound: number; admitted: number; faulty: number; digest: Digest | null
    uploaded_by: string; uploaded_at: Date; heard_at: Date
    confirmed_by: string | null; confirmed_at: Date | null; position: number | null; results_digest: Digest | null
  }
  result_lines: { file: string; line: number; match: string; decision: 'admitted' | 'refused'; sealed: string; digest: Digest }
  result_faults: { file: string; line: number; code: FaultCode; cell: string }
}

export type ResultsDb = Kysely<ResultsTables>

export const sessionOf = (row: Selectable<ResultsTables['result_sessions']>): ResultsSession =>
  ({ id: row.id, session: row.session, academy: row.academy, openedBy: row.opened_by, openedAt: row.opened_at })

export const fileOf = (row: Selectable<ResultsTables['result_files']>): ResultsFile => ({
  id: row.id, results: row.results, name: row.name, kind: row.kind, state: row.state as FileState, format: row.format,
  encoding: row.encoding ?? '', separator: row.separator as Separator | null, bytes: row.bytes,
  lines: row.lines, emptyLines: row.empty_lines, sound: row.sound, admitted: row.admitted, faulty: row.faulty,
  digest: row.digest as Digest, uploadedAt: row.uploaded_at, confirmedAt: row.confirmed_at, resultsDigest: row.results_digest,
})
