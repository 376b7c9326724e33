// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { newVisitor } from '../support/browser.ts'
import { expertPlay } from '../support/plays.ts'
import type { RunningService } from '../support/service.ts'
import { changeOneByte, download, finish, openSession, signIn, startAssessed, validate, verify } from './people.ts'
import type { Play } from './people.ts'

type Line = { service: RunningService; browser: Browser; input: '3d' | 'plain'; student: string; play: Play; prepare?: (page: Page) => Promise<void> }

/** The command line's answer on a file, against the ledger of this service. */
const command = (service: RunningService, file: string, ...options: string[]) => new Promise<{ code: number; said: string }>(resolve => {
  const env = { ...process.env, DATA_DIR: service.dataDir, LANG: 'fr_FR.UTF-8' }
  execFile(process.execPath, ['credential-service/verify-command.ts', file, ...options], { env }, (error, stdout, stderr) => {
    resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr })
  })
})

/** The main job from end to end: a student acts, a teacher validates, an employer gets the truth. */
export async function walkTheLine({ service, browser, input, student, play, prepare }: Line): Promise<void> {
  const origin = service.origin
  const folder = await mkdtemp(join(tmpdir(), 'compagnon-journey-'))
  const teacher = await newVisitor(browser, { origin })
  await signIn(teacher.page, 'demo-teacher', '/enseigner')
  const code = await openSession(teacher.page)

  const learner = await newVisitor(browser, { origin, acceptDownloads: true })
  await prepare?.(learner.page)
  await signIn(learner.page, student, `/atelier/consignation-armoire?mode=assessed&input=${input}`)
  const seed = await startAssessed(learner.page, code)
  await play(learner.page, expertPlay(seed))
  const debrief = await finish(learner.page)
  await learner.page.locator('main h1', { hasText: 'Tout y est' }).waitFor()

  await validate(teacher.page, debrief)
  const file = await download(learner.page, folder)

  const employer = await newVisitor(browser, { origin })
  const good = await verify(employer.page, file)
  expect(good).toMatchObject({ outcome: 'valid', sentence: 'Cette attestation est valide.', failed: [] })
  const changed = await changeOneByte(file)
  const bad = await verify(employer.page, changed)
  expect(bad.outcome).toBe('not-valid')
  expect(bad.failed).toContain('signature')

  expect(await command(service, file)).toMatchObject({ code: 0 })
  expect(await command(service, changed)).toMatchObject({ code: 1 })
  expect(await command(service, file, '--offline')).toMatchObject({ code: 2 })
  for (const person of [teacher, learner, employer]) await person.leave()
}
