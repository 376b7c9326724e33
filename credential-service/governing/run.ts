// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import { openRegisters } from '../adapters/registers/index.ts'
import { readConfig } from '../config.ts'
import { academyOf } from '../issuing/run.ts'
import { makeLogger } from '../logging.ts'
import { codeOf, problemOf } from '../problems.ts'
import { issuingNeeds } from '../rooms/issuing.ts'
import type { Shared } from '../rooms.ts'
import { openShared } from '../server.ts'
import { lockDataFolder, openDataFolder } from '../starting/data-folder.ts'
import { openLog } from '../starting/log-file.ts'
import { closeIssuer, registerIssuer, rotateKey, succeedIssuer } from '../use-cases/issuing/index.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'
import { refusedBySystem, sayTo, StartError, terminalLanguages, type Say } from '../words.ts'
import { resealNow } from './reseal.ts'
import { closed, rotated, succeeded, words } from './words.ts'

type Streams = { out: NodeJS.WritableStream; err: NodeJS.WritableStream }

const NOT_UNDERSTOOD = 2
const NOT_YET = 3
const LOOK_EVERY_MS = 500
const PATIENCE_MS = 5 * 60_000

/** The whole command. Gives the exit code: 0 done, 1 refused, 2 not understood, 3 the ledger has not confirmed yet. */
export async function run(args: string[], env: NodeJS.ProcessEnv, { out, err }: Streams): Promise<number> {
  const languages = terminalLanguages(env)
  const [say, complain] = [sayTo(out, languages), sayTo(err, languages)]
  const asked = readArguments(args)
  if (!asked) {
    complain(words.usage)
    return NOT_UNDERSTOOD
  }
  try {
    return await withIssuing(env, async (shared, issuing) =>
      (asked === 'reseal' ? resealNow(shared, issuing, say) : untilSettled(issuing.needs, asked(issuing.needs), say)))
  } catch (cause) {
    complain(reasonOf(cause))
    // What nobody foresaw is for whoever maintains the service: its place in the code, on the operator's own terminal.
    if (codeOf(cause) === 'ERR_INTERNAL' && !(cause instanceof StartError)) err.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`)
    return 1
  }
}

type Opened = Awaited<ReturnType<typeof issuingNeeds>>

/** One turn of what was asked: what to say once the ledger has settled it, null before. */
type Turn = () => Promise<Text | null>

function readArguments([command, school, by, ...more]: string[]): ((needs: IssuingNeeds) => Turn) | 'reseal' | null {
  if (command === 'reseal') return school === undefined ? command : null
  if (school === undefined || more.length > 0) return null
  if (command === 'succeed' && by !== undefined) return needs => succeedTurn(needs, school, by)
  if (by !== undefined) return null
  if (command === 'rotate') return needs => async () => whenSettled(await rotateKey(needs)(school), ({ verificationMethod }) => rotated(school, verificationMethod))
  if (command === 'close') return needs => async () => whenSettled(await closeIssuer(needs)(school), date => closed(school, new Date(date * 1000)))
  return null
}

const whenSettled = <T>(found: T | null, said: (found: T) => Text) => (found === null ? null : said(found))

/** `by` is a name in addresses, or the code of an academy, which is then made an issuer first. */
function succeedTurn(needs: IssuingNeeds, school: string, by: string): Turn {
  const name = openRegisters().academyName(by)
  const academy = name === null ? null : academyOf(by, name)
  return async () => {
    if (academy) await needs.issuers.keepAcademy(academy)
    if (academy && (await registerIssuer(needs)(academy)).registeredAt === null) return null
    return whenSettled(await succeedIssuer(needs)(school, academy?.slug ?? by), ({ did }) => succeeded(school, did))
  }
}

async function untilSettled(needs: IssuingNeeds, turn: Turn, say: Say): Promise<number> {
  const end = Date.now() + PATIENCE_MS
  for (let said = false; Date.now() < end;) {
    const done = await turn()
    if (done) {
      say(done)
      return 0
    }
    if (!said) say(words.waiting)
    said = true
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    await needs.ledger.follow()
  }
  say(words.notYet)
  return NOT_YET
}

/** Opens what issuing needs of the service's parts, for one piece of work, and closes it whatever happens. */
async function withIssuing(env: NodeJS.ProcessEnv, work: (shared: Shared, issuing: Opened) => Promise<number>): Promise<number> {
  const config = readConfig(env)
  await openDataFolder(config.dataDir)
  const opened = [await lockDataFolder(config.dataDir)]
  try {
    const shared = await openShared(config, { logger: makeLogger(config.logLevel, await openLog(config)) }, opened)
    const issuing = await issuingNeeds(shared)
    opened.push(async () => issuing.close())
    return await work(shared, issuing)
  } finally {
    for (const part of opened.reverse()) await part()
  }
}

function reasonOf(cause: unknown) {
  const known = cause instanceof StartError ? cause : refusedBySystem(cause)
  if (known) return known.text
  const code = codeOf(cause)
  const said = (language: 'fr' | 'en') => {
    const { title, detail } = problemOf(cause, language)
    return `${title}. ${detail} (${code})`
  }
  return { fr: said('fr'), en: said('en') }
}
