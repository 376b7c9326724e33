// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#domain/text.ts'
import { checkWords, LARGEST_BUNDLE, outcomeWords, resultWords, sayCheck, verify } from '#domain/verification/index.ts'
import type { CheckName, Verdict } from '#domain/verification/index.ts'
import { fetchStatusHere, pageLedgerReader } from '../../service/ledger-reader.ts'
import type { LedgerPlace } from '../../service/trusted-ledger.ts'
import { statementOf, type Statement } from './statement.ts'

export type Answer = { verdict: Verdict; statement: Statement | null }

/** Checks a file here, in the browser, with the rules of the service and the command line. Never throws for a file. */
export async function checkFile(file: Blob, { trust, rpc }: LedgerPlace): Promise<Answer> {
  // One byte more than the largest bundle is enough to know that a file is too large.
  const bytes = new Uint8Array(await file.slice(0, LARGEST_BUNDLE + 1).arrayBuffer())
  const ledger = trust && rpc ? pageLedgerReader({ ...trust, rpc }) : null
  const now = Math.floor(Date.now() / 1000)
  const { verdict, bundle } = await verify(bytes, { ledger, fetchStatus: fetchStatusHere, now })
  return { verdict, statement: bundle && statementOf(bundle) }
}

export const sayOutcome = ({ outcome }: Verdict, language: Language) => outcomeWords[outcome][language]
export const sayName = (name: CheckName, language: Language) => checkWords[name][language]
export const sayResult = (result: keyof typeof resultWords, language: Language) => resultWords[result][language]
export { sayCheck }
