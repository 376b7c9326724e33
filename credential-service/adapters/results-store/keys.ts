// SPDX-License-Identifier: EUPL-1.2
import { createHmac, hkdfSync } from 'node:crypto'
import type { CandidateKey } from '../../use-cases/results/ports.ts'
import { sealWith, type Seal } from '../seal/seal.ts'

/** What keeps results from being read or guessed out of the database. */
export type ResultsKeys = {
  /** HMAC-SHA-256 (RFC 2104) of an INE under a key of the service: nobody without the key can go through all the INEs. */
  candidateOf: CandidateKey
  /** One person, one diploma, one session: 128 bits of an HMAC over the three. */
  matchOf: (candidate: string, diploma: string, session: string) => string
  /** A seal of its own for each file, so that none closes more lines than one AES-GCM key may. */
  sealOf: (file: string) => Seal
  sessionSeal: Seal
}

export function resultsKeys(secret: Uint8Array): ResultsKeys {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'compagnon', purpose, 32))
  const [candidateKey, matchKey] = [keyFor('results-candidate'), keyFor('results-match')]
  return {
    candidateOf: (ine) => createHmac('sha256', candidateKey).update(ine).digest('base64url'),
    matchOf: (candidate, diploma, session) => createHmac('sha256', matchKey).update(JSON.stringify([candidate, diploma, session]))
      .digest().subarray(0, 16).toString('base64url'),
    sealOf: (file) => sealWith(secret, `results-file:${file}`),
    sessionSeal: sealWith(secret, 'results-sessions'),
  }
}

/** The name under which a line is sealed: moved to another place it does not open. */
export const lineName = (file: string, line: number) => `${file}:${line}`
