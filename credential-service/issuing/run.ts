// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util'
import { isBytes32 } from '#domain/anchoring/index.ts'
import { checkedFile } from '../adapters/diploma-lines/index.ts'
import { openRegisters } from '../adapters/registers/index.ts'
import { confirmedLines, diplomaNeeds } from '../rooms/diplomas.ts'
import { issuingNeeds } from '../rooms/issuing.ts'
import type { Shared } from '../rooms.ts'
import { decideIssuing, openIssuing } from '../use-cases/diplomas/index.ts'
import type { DiplomaNeeds } from '../use-cases/diplomas/index.ts'
import { registerIssuer } from '../use-cases/issuing/index.ts'
import type { School } from '../use-cases/issuing/ports.ts'
import { patience } from './patience.ts'
import type { Patiently } from './patience.ts'
import { pause, untilDone } from './until-done.ts'
import { say, words } from './words.ts'

/** `file` null: the results that were imported and confirmed under this id. */
export type Asked = { file: string | null; session: string; academy: School & { code: string }; results: string; deliberation: string | null }
type Out = (line: string) => void

/** What was asked for; null when it is not understood. */
export function readArguments(args: string[]): Asked | { unknownAcademy: string } | null {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, strict: false,
    options: { session: { type: 'string' }, academy: { type: 'string' }, results: { type: 'string' }, deliberation: { type: 'string' } },
  })
  const [file] = positionals
  const { session, academy: code, results, deliberation } = values as Record<string, string | undefined>
  if (deliberation !== undefined && !isBytes32(deliberation)) return null
  if ((!file && !results) || !code || !session || !/^\d{4}-\d\d$/.test(session)) return null
  const name = openRegisters().academyName(code)
  if (name === null) return { unknownAcademy: code }
  return { file: file ?? null, session, deliberation: deliberation ?? null, results: results ?? `${session}-${code}`, academy: academyOf(code, name) }
}

/** An academy as the register of schools keeps it. */
export function academyOf(code: string, name: string): School & { code: string } {
  const slug = name.normalize('NFD').replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/^-|-$/g, '')
  return { id: `academy-${code}`, code, slug, name: `Académie de ${name}`, academy: name, kind: 'academy' }
}

/** Issues a file from wherever it stands to its end, and says how far it is; waits for a ledger or a database that is away. */
export async function run(shared: Shared, asked: Asked, language: 'fr' | 'en', out: Out): Promise<boolean> {
  const issuing = await issuingNeeds(shared)
  const file = asked.file === null ? null : checkedFile(asked.file)
  const diplomas = await diplomaNeeds(shared, issuing)
  const needs = diplomas.over(file ?? confirmedLines(shared))
  const patiently = patience((absence) => out(words[absence][language]))
  try {
    out(say(words.registering, language))
    await registered(issuing.needs, asked.academy, patiently)
    await patiently(() => openIssuing(needs)({ results: asked.results, session: asked.session, academy: asked.academy }))
    const { deliberation } = asked
    if (deliberation !== null) await patiently(() => decideIssuing(needs)(asked.results, deliberation))
    return await untilDone(needs, asked.results, patiently, { language, out })
  } finally {
    file?.close()
    await diplomas.close()
    issuing.close()
  }
}

async function registered(needs: Parameters<typeof registerIssuer>[0] & Pick<DiplomaNeeds, 'issuers'>, academy: School, patiently: Patiently): Promise<void> {
  await patiently(() => needs.issuers.keepAcademy(academy))
  const register = registerIssuer(needs)
  while ((await patiently(() => register(academy))).registeredAt === null) {
    await patiently(needs.ledger.follow)
    await pause()
  }
}
