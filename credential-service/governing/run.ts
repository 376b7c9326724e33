// SPDX-License-Identifier: EUPL-1.2
import { readConfig } from '../config.ts'
import { makeLogger } from '../logging.ts'
import { codeOf, problemOf } from '../problems.ts'
import { issuingNeeds } from '../rooms/issuing.ts'
import { openShared } from '../server.ts'
import { lockDataFolder, openDataFolder } from '../starting/data-folder.ts'
import { openLog } from '../starting/log-file.ts'
import { rotateKey } from '../use-cases/issuing/index.ts'
import type { IssuingNeeds } from '../use-cases/issuing/index.ts'
import { refusedBySystem, sayTo, StartError, terminalLanguages, type Say } from '../words.ts'
import { rotated, words } from './words.ts'

type Streams = { out: NodeJS.WritableStream; err: NodeJS.WritableStream }

const NOT_UNDERSTOOD = 2
const NOT_YET = 3
const LOOK_EVERY_MS = 500
const PATIENCE_MS = 5 * 60_000

/** The whole command. Gives the exit code: 0 done, 1 refused, 2 not understood, 3 the ledger has not confirmed yet. */
export async function run(args: string[], env: NodeJS.ProcessEnv, { out, err }: Streams): Promise<number> {
  const languages = terminalLanguages(env)
  const [say, complain] = [sayTo(out, languages), sayTo(err, languages)]
  const [command, school, ...more] = args
  if (command !== 'rotate' || school === undefined || more.length > 0) {
    complain(words.usage)
    return NOT_UNDERSTOOD
  }
  try {
    return await withIssuers(env, needs => rotate(needs, school, say))
  } catch (cause) {
    complain(reasonOf(cause))
    // What nobody foresaw is for whoever maintains the service: its place in the code, on the operator's own terminal.
    if (codeOf(cause) === 'ERR_INTERNAL' && !(cause instanceof StartError)) err.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`)
    return 1
  }
}

async function rotate(needs: IssuingNeeds, school: string, say: Say): Promise<number> {
  const turn = rotateKey(needs)
  const end = Date.now() + PATIENCE_MS
  for (let said = false; Date.now() < end;) {
    const document = await turn(school)
    if (document) {
      say(rotated(school, document.verificationMethod))
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
async function withIssuers(env: NodeJS.ProcessEnv, work: (needs: IssuingNeeds) => Promise<number>): Promise<number> {
  const config = readConfig(env)
  await openDataFolder(config.dataDir)
  const opened = [await lockDataFolder(config.dataDir)]
  try {
    const shared = await openShared(config, { logger: makeLogger(config.logLevel, await openLog(config)) }, opened)
    const { needs, close } = await issuingNeeds(shared)
    opened.push(async () => close())
    return await work(needs)
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
