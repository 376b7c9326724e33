// SPDX-License-Identifier: EUPL-1.2
// npm run issue -- FILE --session YYYY-MM --academy CODE : signs a session's diplomas and anchors them, showing how far it is.
import { readConfig } from './config.ts'
import { readArguments, run } from './issuing/run.ts'
import { say, words } from './issuing/words.ts'
import { makeLogger } from './logging.ts'
import { openShared } from './server.ts'

const language = /^en/i.test(process.env.LANG ?? '') ? 'en' : 'fr'
const asked = readArguments(process.argv.slice(2))
const opened: (() => Promise<void>)[] = []
if (asked === null || 'unknownAcademy' in asked) {
  process.stderr.write(`${asked ? say(words.unknownAcademy, language, { code: asked.unknownAcademy }) : words.usage[language]}\n`)
  process.exitCode = 2
} else {
  try {
    const config = readConfig(process.env)
    const shared = await openShared(config, { logger: makeLogger(config.logLevel, process.stderr) }, opened)
    const done = await run(shared, asked, language, (line) => process.stdout.write(`${line}\n`))
    process.exitCode = done ? 0 : 1
  } finally {
    for (const close of opened.reverse()) await close()
  }
}
