// SPDX-License-Identifier: EUPL-1.2
import { post } from './api.ts'
import { EvidenceRefused, SignedOut } from './evidence-queue.ts'
import type { EvidenceTransport } from './evidence-queue.ts'
import { Problem } from './problem.ts'

// A busy or restarting service: the same evidence may pass later.
const passing = new Set([408, 425, 429])

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
    if (error instanceof Problem && error.status === 401) throw new SignedOut()
    const final = error instanceof Problem && error.status >= 400 && error.status < 500 && !passing.has(error.status)
    throw final ? new EvidenceRefused(error.code) : error
  }
}
