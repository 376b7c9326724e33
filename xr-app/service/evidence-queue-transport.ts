// SPDX-License-Identifier: EUPL-1.2
import { post } from './api.ts'
import { EvidenceRefused, SignedOut } from './evidence-queue.ts'
import type { EvidenceTransport } from './evidence-queue.ts'
import { Problem } from './problem.ts'

// A busy or restarting service: the same evidence may pass later.
const passing = new Set([408, 425, 429])
// Nobody is signed in, or somebody else is on a device that several use: it waits for its owner.
const notTheOwner = ({ status, code }: Problem) => status === 401 || status === 403 || code === 'ERR_ATTEMPT_UNKNOWN'

/** The way to the service over HTTP. */
export const httpTransport: EvidenceTransport = {
  send: (attempt, chunk, head) =>
    refusing(() => post(`/api/attempts/${attempt}/chunks`, head ? { ...chunk, head } : chunk)),
  finish: (attempt, end) => refusing(() => post(`/api/attempts/${attempt}/finish`, end)),
}

async function refusing(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
  } catch (error) {
    throw whatItMeans(error)
  }
}

/** What a failed request means for the evidence: EvidenceRefused and SignedOut as they say, anything else passes. */
export function whatItMeans(error: unknown): unknown {
  if (!(error instanceof Problem)) return error
  if (notTheOwner(error)) return new SignedOut()
  const final = error.status >= 400 && error.status < 500 && !passing.has(error.status)
  return final ? new EvidenceRefused(error.code) : error
}
