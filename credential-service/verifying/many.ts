// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import type { Language } from '#domain/text.ts'
import { bulkVerifier, rememberingLedger } from '#domain/verification/bulk/index.ts'
import type { Outcome, Ports, Verdict } from '#domain/verification/index.ts'
import { verificationPlatform } from '../adapters/verification/index.ts'
import { lineOf, summaryOf } from './lines.ts'
import { bundlesIn } from './sources.ts'

/** How many had each answer; `unreadable` are files that could not be opened, `aside` those that are no bundles by their name. */
export type Counts = Record<Outcome | 'unreadable' | 'aside', number>

type Many = { path: string; ports: Ports; out: NodeJS.WritableStream; language: Language; json: boolean; clock: () => number }

/**
 * Verifies every bundle of a folder or of a file with one a line: one line each as soon as it is known, then how many had
 * each answer. Gives the counts. No more than a few bundles are held at a time, and the names in the folder being read.
 */
export async function verifyMany({ path, ports, out, language, json, clock }: Many): Promise<Counts> {
  const begun = clock()
  const counts: Counts = { 'valid': 0, 'valid-when-issued': 0, 'not-valid': 0, 'cannot-tell': 0, 'unreadable': 0, 'aside': 0 }
  const aside = { count: 0 }
  const { verify } = bulkVerifier(rememberingPorts(ports, clock), await verificationPlatform())
  const write = async (line: string) => { if (!out.write(`${line}\n`)) await once(out, 'drain') }
  for await (const { name, file } of bundlesIn(path, aside)) {
    const verdict = file && (await verify(file)).verdict
    counts[verdict?.outcome ?? 'unreadable'] += 1
    await write(json ? jsonLine(name, verdict) : lineOf(name, verdict, language))
  }
  counts.aside = aside.count
  const seconds = (clock() - begun) / 1000
  await write(json ? JSON.stringify({ summary: counts, seconds }) : summaryOf(counts, seconds, language))
  return counts
}

const jsonLine = (name: string, verdict: Verdict | null) =>
  JSON.stringify(verdict ? { name, ...verdict } : { name, outcome: 'unreadable' })

/** A ledger asked once, and the newest of each list fetched once, whether it came or not. */
function rememberingPorts(ports: Ports, clock: () => number): Ports {
  const { ledger, fetchStatus } = ports
  const lists = new Map<string, Promise<unknown>>()
  const fetchOnce = (address: string) => {
    const found = lists.get(address) ?? (fetchStatus?.(address) ?? Promise.resolve(undefined))
    lists.set(address, found)
    return found
  }
  return { ...ports, ledger: ledger && rememberingLedger(ledger, clock), fetchStatus: fetchOnce }
}
