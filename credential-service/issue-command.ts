// SPDX-License-Identifier: EUPL-1.2
// npm run issue -- FILE --session YYYY-MM --academy CODE : signs a session's diplomas and anchors them, showing how far it is.
// npm run issue -- count : counts both sides, the database and the ledger.
import { readConfig } from './config.ts'
import { readCountArguments, runCount } from './issuing/count.ts'
import { readArguments, run } from './issuing/run.ts'
import { say, words } from './issuing/words.ts'
import { makeLogger } from './logging.ts'
import { problemTable } from './problems/table.ts'
import type { Shared } from './rooms.ts'
import { openShared } from './server.ts'
import { ServiceError } from './use-cases/errors.ts'

const language = /^en/i.test(process.env.LANG ?? '') ? 'en' : 'fr'
const out = (line: string) => void process.stdout.write(`${line}\n`)

/** What was asked, to be done once all is open; its exit code, or a sentence when it is not understood. */
function asked(args: string[]): ((shared: Shared) => Promise<boolean>) | string {
  if (args[0] === 'count') {
    const counting = readCountArguments(args.slice(1))
    return counting ? (shared) => runCount(shared, counting, { language, out }) : words.usage[language]
  }
  const issuing = readArguments(args)
  if (issuing === null) return words.usage[language]
  if ('unknownAcademy' in issuing) return say(words.unknownAcademy, language, { code: issuing.unknownAcademy })
  return (shared) => run(shared, issuing, language, out)
}

const work = asked(process.argv.slice(2))
const opened: (() => Promise<void>)[] = []
if (typeof work === 'string') {
  process.stderr.write(`${work}\n`)
  process.exitCode = 2
} else {
  try {
    const config = readConfig(process.env)
    const shared = await openShared(config, { logger: makeLogger(config.logLevel, process.stderr) }, opened)
    process.exitCode = await work(shared) ? 0 : 1
  } catch (cause) {
    // What somebody can do something about is said in words; anything else is for whoever maintains the service.
    if (!(cause instanceof ServiceError)) throw cause
    const { title, remedy } = problemTable[cause.code]
    process.stderr.write(`${cause.message}: ${title[language]}. ${remedy[language]}\n`)
    process.exitCode = 1
  } finally {
    for (const close of opened.reverse()) await close()
  }
}
