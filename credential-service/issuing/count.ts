// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util'
import { checkedFile } from '../adapters/diploma-lines/index.ts'
import { diplomaCounts } from '../adapters/diploma-store/index.ts'
import type { DiplomaTables } from '../adapters/diploma-store/index.ts'
import { linesOfRounds } from '../rooms/deliberation.ts'
import { diplomaNeeds } from '../rooms/diplomas.ts'
import { issuingNeeds } from '../rooms/issuing.ts'
import type { Shared } from '../rooms.ts'
import { countSessions } from '../use-cases/diplomas/index.ts'
import type { AdmittedLines, CountNeeds, SessionCount } from '../use-cases/diplomas/index.ts'
import { countWords, faultWords } from './count-words.ts'
import type { Telling } from './until-done.ts'
import { say } from './words.ts'

/** `results` null: every session. `file`: the lines it was issued from. */
export type AskedCount = { file: string | null; results: string | null }

/** What was asked to be counted; null when it is not understood. */
export function readCountArguments(args: string[]): AskedCount | null {
  const { values: { results }, positionals } = parseArgs({ args, allowPositionals: true, strict: false, options: { results: { type: 'string' } } })
  const file = positionals[0] ?? null
  // A file is of one session.
  if (positionals.length > 1 || (file !== null && results === undefined)) return null
  return { file, results: typeof results === 'string' ? results : null }
}

/** Counts both sides and says what does not agree; changes nothing, here or on the ledger. @returns whether all agree */
export async function runCount(shared: Shared, { file, results }: AskedCount, telling: Telling): Promise<boolean> {
  const issuing = await issuingNeeds(shared)
  const diplomas = await diplomaNeeds(shared, issuing)
  const lines = file === null ? null : checkedFile(file)
  const counts = diplomaCounts(shared.database.db.withTables<DiplomaTables>())
  const needs: CountNeeds = { ...diplomas.needs, counts, anchors: issuing.diplomaAnchors }
  try {
    const sessions = results === null ? await counts.sessions() : [results]
    if (sessions.length === 0) telling.out(say(countWords.none, telling.language))
    let agree = true
    for await (const counted of countSessions(needs, sessions, async (session) => lines ?? linesOf(shared, needs, session))) agree = tell(counted, telling) && agree
    telling.out(say(agree ? countWords.agree : countWords.differ, telling.language))
    return agree
  } finally {
    lines?.close()
    await diplomas.close()
    issuing.close()
  }
}

/** Imported and confirmed lines are read again; of a session issued from a file that is not given, only their number is known. */
async function linesOf(shared: Shared, { store }: CountNeeds, id: string): Promise<AdmittedLines | null> {
  const expected = (await store.session(id))?.expected ?? null
  return expected === null ? linesOfRounds(shared) : null
}

function tell({ faults, ...count }: SessionCount, { language, out }: Telling): boolean {
  out(say(countWords.session, language, count))
  for (const { code, count: times, example } of faults) out(`  ${say(faultWords[code], language, { count: times, example })}`)
  return faults.length === 0
}
