// SPDX-License-Identifier: EUPL-1.2
// What the service answers about the results of juries (/api/docs, "results").
import type { Column, FaultCode, FileKind } from '#domain/credential/diploma/index.ts'

export type ResultsSession = { id: string; session: string; academy: { code: string; name: string }; openedAt: string }
export type SessionLine = ResultsSession & { files: number; confirmed: number; digest: string | null }
export type ResultsFile = {
  id: string
  name: string | null
  kind: FileKind
  state: 'checked' | 'confirmed' | 'discarded'
  encoding: string
  separator: string | null
  bytes: number
  lines: number
  emptyLines: number
  sound: number
  admitted: number
  faulty: number
  digest: string
  uploadedAt: string
  confirmedAt: string | null
  resultsDigest: string | null
}
export type FaultCount = { code: FaultCode; column: Column | null; count: number; lines: number[] }
export type Report = { file: ResultsFile; session: ResultsSession; counts: FaultCount[] }
