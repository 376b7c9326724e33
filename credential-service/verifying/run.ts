// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { LARGEST_BUNDLE, verify } from '#domain/verification/index.ts'
import type { Outcome } from '#domain/verification/index.ts'
import { fetchStatus, trustedLedgerReader } from '../adapters/verification/index.ts'
import type { TrustedLedger } from '../adapters/verification/index.ts'
import { readArguments } from './arguments.ts'
import type { Asked } from './arguments.ts'
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
  const file = await readUpTo(asked.file, LARGEST_BUNDLE + 1)
  if (file === null) {
    err.write(`${words.fileMissing[asked.language].replace('{file}', asked.file)}\n`)
    return NOT_UNDERSTOOD
  }
  return answer(file, asked, { env, out, now: Math.floor(clock() / 1000) })
}

type Around = { env: NodeJS.ProcessEnv; out: NodeJS.WritableStream; now: number }

async function answer(file: Uint8Array, asked: Asked, { env, out, now }: Around): Promise<number> {
  const trusted = asked.ledger === 'from-data' ? await ledgerFromData(env) : asked.ledger
  const ledger = trusted === 'offline' || trusted === null ? null : trustedLedgerReader(trusted)
  const { verdict, bundle } = await verify(file, ledger === null ? { ledger: null, now } : { ledger: ledger.reader, fetchStatus, now })
  ledger?.close()
  const note = trusted === null ? words.noLedger : trusted === 'offline' ? words.offline : null
  out.write(asked.json ? `${JSON.stringify(verdict)}\n` : report({ verdict, bundle, note, language: asked.language }))
  return exitCodes[verdict.outcome]
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

// No more than a bundle can hold is ever read.
async function readUpTo(file: string, limit: number): Promise<Uint8Array | null> {
  try {
    const parts: Buffer[] = []
    for await (const part of createReadStream(file, { end: limit - 1 })) parts.push(part as Buffer)
    return Buffer.concat(parts)
  } catch {
    return null
  }
}
