// SPDX-License-Identifier: EUPL-1.2
// npm run bench:day [-- ROWS]: a session's whole day, as its people live it: a file with each kind of error is dropped on the page,
// reported and confirmed; three members sign the decision with passkeys in a real browser; the diplomas are anchored, and
// some, taken at random, are verified. The real service, on a PostgreSQL of its own.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { openPostgres } from '#service/adapters/database/index.ts'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { standing, startReal } from './real-service.ts'
import { load } from './wear.ts'

const rows = Number(process.argv[2] ?? 1_000)
const BUNDLES = 20
const PATIENT = { timeout: 3_600_000 }
const run = promisify(execFile)
const jury = ['Paul Rivière', 'Maëlle Kerbrat', 'Thierry Nguyen']

const folder = await mkdtemp(join(tmpdir(), 'compagnon-day-'))
const [file, bundles, dataDir] = ['jury.csv', 'bundles', 'data'].map(name => join(folder, name)) as [string, string, string]
const postgres = await startPostgres()
const service = await startReal(dataDir, postgres.url)
const browser = await launchBrowser()
type Phase = { seconds: number; serviceMegabytesAtMost: number; serviceProcessorSeconds: number }
const phases: Record<string, Phase> = {}

/** How long this takes, under its name, and what the service had used by its end; said at once: a long day is watched. */
async function timed<T>(name: string, act: () => Promise<T>): Promise<T> {
  const [begun, before] = [performance.now(), await standing(service.process.pid!)]
  const given = await act()
  const { most, processor } = await standing(service.process.pid!)
  phases[name] = { seconds: round((performance.now() - begun) / 1_000), serviceMegabytesAtMost: most, serviceProcessorSeconds: round(processor - before.processor) }
  console.error(name, JSON.stringify(phases[name]))
  return given
}

const round = (value: number) => Math.round(value * 10) / 10

/** Someone signed in, in a browser of their own, before a device that verifies its owner (WebAuthn, by the DevTools protocol). */
async function someone(of: Browser, name: string, path: string): Promise<Page> {
  const { context, page } = await newVisitor(of, { origin: service.origin, reducedMotion: 'reduce' })
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
  } })
  await page.goto(path)
  await page.getByRole('link', { name: 'Se connecter' }).first().click()
  await page.getByText(name).click()
  return page
}

/** The file dropped, its report read, confirmed. Gives what the report says. */
async function importFile(page: Page): Promise<string> {
  await page.locator('#academy').selectOption({ label: 'Lyon' })
  await page.locator('.open-results [type=submit]').click()
  await timed('read and reported', async () => {
    await page.locator('input[type=file]').setInputFiles(file)
    await page.locator('.button.main').waitFor(PATIENT)
  })
  const report = await page.locator('main').innerText()
  await timed('confirmed', async () => {
    // The lines at fault are left out, and one says so.
    await page.locator('label.agree').click()
    await page.locator('.button.main').click()
    await page.locator('[role=alertdialog] .danger').click()
    await page.getByText('Confirmé le').waitFor(PATIENT)
  })
  return report
}

/** Opened by the academy, the diplomas made and kept back, signed by all three, decided. Gives the deliberation. */
async function deliberate(officer: Page, members: readonly Page[]): Promise<string> {
  await officer.goto('/deliberations')
  for (const name of jury) await officer.getByLabel(name).check()
  await officer.locator('#quorum').selectOption('3')
  await officer.getByRole('button', { name: 'Ouvrir la délibération' }).click()
  await officer.waitForURL(/deliberations\/./)
  const id = new URL(officer.url()).pathname.split('/').at(-1) ?? ''
  await timed('opened, diplomas made and kept back', async () => {
    await members[0]!.goto(`/jury/${id}`)
    await members[0]!.getByRole('button', { name: 'Signer la décision' }).waitFor(PATIENT)
  })
  await timed('signed by three, decided, anchored', async () => {
    for (const page of members) {
      await page.goto(`/jury/${id}`)
      await page.getByRole('button', { name: 'Signer la décision' }).click(PATIENT)
      await page.getByText('Vous avez signé la décision.').waitFor()
    }
    await officer.getByText('La décision est sur le registre.').waitFor(PATIENT)
    while ((await officer.request.get(`/api/issuing/${id}`).then(async answer => await answer.json() as { state: string })).state !== 'anchored')
      await officer.waitForTimeout(200)
  })
  return id
}

/** Some diplomas at random, fetched as their files and given to the command that verifies, with this service's ledger. */
async function verifySome(officer: Page): Promise<{ issued: number; said: string }> {
  const database = await openPostgres(postgres.url)
  const { rows: some } = await sql<{ id: string }>`select id from diplomas order by random() limit ${BUNDLES}`.execute(database.db)
  const { rows: [all] } = await sql<{ n: number }>`select count(*)::float8 as n from diplomas`.execute(database.db)
  await database.close()
  await mkdir(bundles)
  for (const { id } of some) await writeFile(join(bundles, `${id}.json`), await officer.request.get(`/api/diplomas/${id}/bundle`).then(answer => answer.text()))
  const { stdout } = await run(process.execPath, ['credential-service/verify-command.ts', bundles, '--lang', 'en'], { env: { ...process.env, DATA_DIR: dataDir } })
  return { issued: all!.n, said: stdout.trim().split('\n').slice(-2).join(' ') }
}

try {
  await run(process.execPath, ['scripts/results.ts', 'generate', '--rows', String(rows), '--errors', '1', '--out', file])
  const before = load()
  const officer = await someone(browser, 'Nadia Roussel', '/resultats')
  const report = await importFile(officer)
  const members: Page[] = []
  for (const name of jury) {
    const page = await someone(browser, name, '/jury')
    await page.getByRole('button', { name: 'Créer ma clé d’accès' }).click()
    await page.getByText('Inscrite').waitFor()
    members.push(page)
  }
  await deliberate(officer, members)
  const verified = await timed('some verified', () => verifySome(officer))
  console.log(JSON.stringify({ rows, ...verified, phases, load: { before, after: load() } }, null, 1))
  console.log(report)
} finally {
  await browser.close()
  await service.stop()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
