// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { digestOf, digestOfText } from '../../canonical.ts'
import type { Digest } from '../../canonical.ts'
import type { JuryResult } from './record.ts'

/** A line as it is kept: in place of the INE, what it becomes under the service's own key (HMAC), for matching alone. */
export type KeptResult = Omit<JuryResult, 'ine'> & { candidate: string }

/**
 * The one text of a kept line: a JSON array of its values, in this order. Of an array of texts, numbers and null,
 * JSON.stringify gives the canonical form (RFC 8785).
 */
export const textOfLine = (kept: KeptResult): string => JSON.stringify([
  kept.candidate, kept.familyName, kept.givenNames, kept.birthDate, kept.birthPlace, kept.school.uai, kept.school.name,
  kept.diploma, kept.speciality, kept.average, kept.mention, kept.decision, kept.session, kept.academy,
])

/** Reads back what `textOfLine` wrote. */
export function lineOfText(text: string): KeptResult {
  const [candidate, familyName, givenNames, birthDate, birthPlace, uai, name, diploma, speciality, average, mention, decision,
    session, academy] = JSON.parse(text) as never[]
  return {
    candidate, familyName, givenNames, birthDate, birthPlace, school: { uai, name }, diploma, speciality, average, mention,
    decision, session, academy,
  } as unknown as KeptResult
}

/** SHA-256 over the text of a line. */
export const digestOfLine = (text: string): Digest => digestOfText(text)

/** Digests a file's sound lines as they come, in the order of their numbers: of each, `<number> <digest>` and a line feed. */
export function fileDigester(): { add: (line: number, digest: string) => void; digest: () => Digest } {
  const hash = sha256.create()
  return {
    add: (line, digest) => void hash.update(utf8ToBytes(`${line} ${digest}\n`)),
    digest: () => `sha256:${bytesToHex(hash.digest())}`,
  }
}

export type FileKind = 'results' | 'additions' | 'corrections'

/** What the digest of a session's results speaks of. */
export type ResultsStatement = {
  session: string
  academy: string
  /** 64 hexadecimal digits, drawn once for the session: whoever guesses a short list of results still has no digest of it. */
  salt: string
  /** The confirmed files, in the order in which they were confirmed. */
  files: { kind: FileKind; lines: number; digest: string }[]
}

/**
 * The digest of a session's results, which the jury signs: SHA-256 over the canonical JSON (RFC 8785) of the statement
 * with its format. Any change of a confirmed line, of its place, of a file or of their order gives another digest.
 */
export const digestOfResults = (statement: ResultsStatement): Digest =>
  digestOf({ format: 'compagnon-results-1', ...statement })
