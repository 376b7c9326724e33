// SPDX-License-Identifier: EUPL-1.2
import { createHmac, createSecretKey, hash, hkdfSync } from 'node:crypto'
import type { CandidateKey } from '../../use-cases/results/ports.ts'
import { sealWith, type Seal } from '../seal/seal.ts'

/** What keeps results from being read or guessed out of the database. */
export type ResultsKeys = {
  /** HMAC-SHA-256 (RFC 2104) of an INE under a key of the service: nobody without the key can go through all the INEs. */
  candidateOf: CandidateKey
  /** One person, one diploma, one session: 132 bits of a hash over the three. */
  matchOf: (candidate: string, diploma: string, session: string) => string
  /** A seal of its own for each file, so that none closes more lines than one AES-GCM key may. */
  sealOf: (file: string) => Seal
  sessionSeal: Seal
}

/** In base64url digits of six bits. */
const MATCH = 22

export function resultsKeys(secret: Uint8Array): ResultsKeys {
  // Made ready once: from its bytes alone, each of a million INEs would take six times as long.
  const candidateKey = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'compagnon', 'results-candidate', 32)))
  return {
    candidateOf: (ine) => createHmac('sha256', candidateKey).update(ine).digest('base64url'),
    // What the candidate became is known to nobody without the key: a plain hash of it is as good as a second HMAC.
    matchOf: (candidate, diploma, session) => hash('sha256', JSON.stringify([candidate, diploma, session]), 'base64url').slice(0, MATCH),
    sealOf: (file) => sealWith(secret, `results-file:${file}`),
    sessionSeal: sealWith(secret, 'results-sessions'),
  }
}

/** The name under which a line is sealed: moved to another place it does not open. */
export const lineName = (file: string, line: number) => `${file}:${line}`
