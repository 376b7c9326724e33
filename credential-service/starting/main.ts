// SPDX-License-Identifier: EUPL-1.2
// What `npm start` does, from the settings to the last part stopped.
import { existsSync } from 'node:fs'
import { readConfig, type Config } from '../config.ts'
import { checkPort } from '../listen.ts'
import { makeLogger } from '../logging.ts'
import { openService, type Service } from '../server.ts'
import { buildPages, isAppBuilt } from './build-app.ts'
import { lockDataFolder, openDataFolder } from './data-folder.ts'
import { openLog } from './log-file.ts'
import { buildingApp, narrate, starting, stopped, stopping, whereItIs } from './narration.ts'
import { refusedBySystem, sayTo, StartError, terminalLanguages } from '../words.ts'

const STOP_WITHIN_MS = 15_000
const began = performance.now()

if (existsSync('.env')) process.loadEnvFile('.env')
const languages = terminalLanguages(process.env)
const say = sayTo(process.stdout, languages)
const complain = sayTo(process.stderr, languages)

/** Runs until it is asked to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  say(starting)
  await checkPort(config)
  await openDataFolder(config.dataDir)
  const letGo = await lockDataFolder(config.dataDir)
  const asked = askedToStop()
  try {
    const service = await open(config)
    for (const line of whereItIs(config, Math.round((performance.now() - began) / 100) / 10)) say(line)
    await asked
    say(stopping)
    await service.close()
    say(stopped)
  } finally {
    await letGo()
  }
}

async function open(config: Config): Promise<Service> {
  const logger = makeLogger(config.logLevel, await openLog(config))
  const app = process.env.COMPAGNON_DEV ? { built: true, digest: '' } : await isAppBuilt()
  if (!app.built) say(buildingApp)
  const building = app.built ? Promise.resolve() : buildPages(app.digest)
  // Heard here already, so that a build that fails first is not an unheard rejection.
  building.catch(() => undefined)
  const service = await openService(config, {
    logger,
    onStep: (step) => {
      const text = narrate(step, config)
      if (text) say(text)
    },
    beforeListening: () => building,
  })
  return service
}

/** Settles at the first Ctrl-C or SIGTERM; a second one, or a stop that lasts, ends at once. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      resolve()
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        stop()
        process.once(signal, () => process.exit(1))
      })
    }
    if (process.env.npm_lifecycle_event) whenOrphaned(stop)
  })
}

/** npm ends at a SIGTERM without handing it on to what it started: its disappearance says the same. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}

main().then(() => process.exit(0), (cause: unknown) => {
  const reason = cause instanceof StartError ? cause : refusedBySystem(cause)
  if (reason) complain(reason.text)
  else console.error(cause)
  process.exit(1)
})
