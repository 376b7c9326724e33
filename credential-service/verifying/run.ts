// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { verify } from '#domain/verification/index.ts'
import type { Outcome, Ports } from '#domain/verification/index.ts'
import type { Text } from '#domain/text.ts'
import { fetchStatus, trustedLedgerReader } from '../adapters/verification/index.ts'
import type { TrustedLedger } from '../adapters/verification/index.ts'
import { readArguments } from './arguments.ts'
import type { Asked } from './arguments.ts'
import { verifyMany } from './many.ts'
import type { Counts } from './many.ts'
import { isOfMany, readUpTo } from './sources.ts'
import { report, words } from './words.ts'

type Streams = { out: NodeJS.WritableStream; err: NodeJS.WritableStream }

export const exitCodes: Record<Outcome, number> = { valid: 0, 'valid-when-issued': 0, 'not-valid': 1, 'cannot-tell': 2 }
const NOT_UNDERSTOOD = 2

/** The whole command. Gives the exit code: 0 valid, 1 not valid, 2 cannot tell or not understood. */
export async function run(args: string[], env: NodeJS.ProcessEnv, { out, err }: Streams, clock = Date.now): Promise<number> {
  const asked = readArguments(args, env)
  if (asked === null) {
    const help = args.includes('--help') || args.includes('-h')
    ;(help ? out : err).write(`${words.usage[/^en/i.test(env.LANG ?? '') || args.join(' ').includes('--lang en') ? 'en' : 'fr']}\n`)
    return help ? 0 : NOT_UNDERSTOOD
  }
  if (await isOfMany(asked.file)) return answerMany(asked, { env, out, err, clock })
  const file = await readUpTo(asked.file)
  if (file === null) {
    err.write(`${words.fileMissing[asked.language].replace('{file}', asked.file)}\n`)
    return NOT_UNDERSTOOD
  }
  return answer(file, asked, { env, out, now: Math.floor(clock() / 1000) })
}

type Around = { env: NodeJS.ProcessEnv; out: NodeJS.WritableStream; now: number }

async function answer(file: Uint8Array, asked: Asked, { env, out, now }: Around): Promise<number> {
  const { ports, note, close } = await portsFor(asked, env, now)
  const { verdict, bundle } = await verify(file, ports)
  close()
  out.write(asked.json ? `${JSON.stringify(verdict)}\n` : report({ verdict, bundle, note, language: asked.language }))
  return exitCodes[verdict.outcome]
}

async function answerMany(asked: Asked, { env, out, err, clock }: Streams & { env: NodeJS.ProcessEnv; clock: () => number }): Promise<number> {
  const { language, json, file: path } = asked
  const { ports, note, close } = await portsFor(asked, env, Math.floor(clock() / 1000))
  if (note && !json) out.write(`${note[language]}\n\n`)
  const counts = await verifyMany({ path, ports, out, language, json, clock }).finally(close)
  const found = Object.entries(counts).some(([answer, count]) => answer !== 'aside' && count > 0)
  if (!found) err.write(`${words.noneFound[language].replace('{file}', path)}\n`)
  return found ? worstOf(counts) : NOT_UNDERSTOOD
}

function worstOf(counts: Counts): number {
  if (counts['not-valid'] > 0) return exitCodes['not-valid']
  return counts['cannot-tell'] > 0 || counts.unreadable > 0 ? exitCodes['cannot-tell'] : exitCodes.valid
}

/** What is asked of whom, what is to be said of it, and how to end it. */
async function portsFor(asked: Asked, env: NodeJS.ProcessEnv, now: number): Promise<{ ports: Ports; note: Text | null; close(): void }> {
  const trusted = asked.ledger === 'from-data' ? await ledgerFromData(env) : asked.ledger
  const ledger = trusted === 'offline' || trusted === null ? null : trustedLedgerReader(trusted)
  const note = trusted === null ? words.noLedger : trusted === 'offline' ? words.offline : null
  const { broken } = asked
  return { ports: ledger === null ? { ledger: null, now, broken } : { ledger: ledger.reader, fetchStatus, now, broken }, note, close: () => ledger?.close() }
}

// The service writes it where it keeps its data; another machine has none, and then nothing is asked of anybody.
async function ledgerFromData(env: NodeJS.ProcessEnv): Promise<TrustedLedger | null> {
  const text = await readFile(join(resolve(env.DATA_DIR ?? '.data'), 'ledger.json'), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const { rpc, chainId, contract } = JSON.parse(text) as Partial<TrustedLedger>
    return rpc && chainId && contract ? { rpc, chainId, contract } : null
  } catch {
    return null
  }
}
