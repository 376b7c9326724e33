// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util'
import type { TrustedLedger } from '../adapters/verification/index.ts'
import type { Language } from '#domain/text.ts'
import { brokenToday, isAlgorithm } from '#domain/verification/index.ts'
import type { BrokenAlgorithms } from '#domain/verification/index.ts'

export type Asked = {
  file: string
  /** 'from-data' when the service's own ledger is to be used. */
  ledger: TrustedLedger | 'from-data' | 'offline'
  language: Language
  json: boolean
  /** What the verifier no longer relies on, beside what this version knows to be broken. */
  broken: BrokenAlgorithms
}

const ACCOUNT = /^0x[0-9a-fA-F]{40}$/
const options = {
  ledger: { type: 'string' }, contract: { type: 'string' }, 'chain-id': { type: 'string' },
  broken: { type: 'string', multiple: true }, offline: { type: 'boolean' }, lang: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const

/** What was asked on the command line; null when it cannot be understood (or only help was asked). */
export function readArguments(args: string[], env: NodeJS.ProcessEnv): Asked | null {
  const read = parse(args)
  if (read === null || read.values.help || read.positionals.length !== 1) return null
  const { values } = read
  const language = values.lang ?? (/^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'en' : 'fr')
  if (language !== 'fr' && language !== 'en') return null
  const [ledger, broken] = [ledgerOf(values), brokenOf(values.broken ?? [])]
  return ledger && broken && { broken, file: read.positionals[0] ?? '', ledger, language, json: values.json ?? false }
}

type Values = NonNullable<ReturnType<typeof parse>>['values']

// The three go together: which ledger is trusted is the verifier's choice, never the file's.
function ledgerOf({ offline, ledger: rpc, contract, 'chain-id': chain }: Values): Asked['ledger'] | null {
  const given = [rpc, contract, chain].filter(value => value !== undefined).length
  if (offline) return given === 0 ? 'offline' : null
  if (given === 0) return 'from-data'
  if (rpc === undefined || contract === undefined || chain === undefined) return null
  const understood = /^https?:\/\/./.test(rpc) && URL.canParse(rpc) && ACCOUNT.test(contract) && /^[1-9]\d{0,14}$/.test(chain)
  return understood ? { rpc, contract, chainId: Number(chain) } : null
}

/** `sha-256=2071-01-01`, each algorithm once; null when one is not understood. */
function brokenOf(given: string[]): BrokenAlgorithms | null {
  const broken: BrokenAlgorithms = { ...brokenToday }
  for (const one of given) {
    const [, name = '', day = ''] = /^([a-z0-9-]+)=(\d{4}-\d\d-\d\d)$/.exec(one) ?? []
    const date = Date.parse(`${day}T00:00:00Z`)
    if (!isAlgorithm(name) || Number.isNaN(date)) return null
    broken[name] = Math.min(broken[name] ?? Infinity, date / 1000)
  }
  return broken
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    return null
  }
}
