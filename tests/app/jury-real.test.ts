// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { newVisitor, type Visitor } from '#tests/support/browser.ts'
import { attachmentIn } from '#tests/support/pdf.ts'
import { csvOf, soundLine } from '#tests/support/results-file.ts'
import { realPages } from '#tests/support/real-pages.ts'

const open = realPages()

const LONG = { timeout: 90_000 }
const session = `${new Date().getFullYear()}-06`
const line = (n: number) => ({ ...soundLine(n), session, birthDate: `14/07/${new Date().getFullYear() - 18}` })
type Signed = { vote: string; answer: unknown }

/** Someone with a browser of their own, signed in, in front of a device that verifies its owner (DevTools protocol, WebAuthn). */
async function someone(name: string, path: string): Promise<Visitor> {
  const visitor = await newVisitor(open.browser, { origin: open.service.origin, reducedMotion: 'reduce' })
  const devtools = await visitor.context.newCDPSession(visitor.page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
  } })
  await visitor.page.goto(path)
  await visitor.page.getByRole('link', { name: 'Se connecter' }).first().click()
  await visitor.page.getByText(name).click()
  return visitor
}

async function withPasskey(name: string): Promise<Visitor> {
  const visitor = await someone(name, '/jury')
  await visitor.page.getByRole('button', { name: 'Créer ma clé d’accès' }).click()
  await visitor.page.getByText('Inscrite').waitFor()
  return visitor
}

/** Signs the decision on the page, and gives what the browser sent. */
async function sign(page: Page, path: string): Promise<Signed> {
  await page.goto(path)
  const button = page.getByRole('button', { name: 'Signer la décision' })
  await button.waitFor(LONG)
  const [request] = await Promise.all([page.waitForRequest(/\/sign$/), button.click()])
  await page.getByText('Vous avez signé la décision.').waitFor()
  return request.postDataJSON() as Signed
}

const send = (page: Page, path: string, body: Signed) => page.evaluate(async ([where, what]) => {
  const answer = await fetch(where, { method: 'POST', headers: { 'content-type': 'application/json' }, body: what })
  return `${answer.status} ${((await answer.json()) as { code: string }).code}`
}, [path, JSON.stringify(body)] as const)

it('takes a session from its file to a decision on the ledger, by three passkeys; a stranger’s and a replayed signature are refused', async () => {
  const officer = await someone('Nadia Roussel', '/resultats')
  const { page } = officer
  await page.locator('#academy').selectOption({ label: 'Lyon' })
  await page.locator('.open-results [type=submit]').click()
  await page.locator('input[type=file]').setInputFiles({ name: 'jury.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf([line(1), line(2)])) })
  await page.locator('.button.main').click()
  await page.locator('[role=alertdialog] .danger').click()
  await page.getByText('Confirmé le').waitFor()

  const [paul, maelle, thierry] = [await withPasskey('Paul Rivière'), await withPasskey('Maëlle Kerbrat'), await withPasskey('Thierry Nguyen')]
  await page.goto('/deliberations')
  for (const name of ['Paul Rivière', 'Maëlle Kerbrat']) await page.getByLabel(name).check()
  await page.getByRole('button', { name: 'Ouvrir la délibération' }).click()
  await page.getByText('Les membres peuvent signer.').waitFor(LONG)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await page.locator('.big-figures dd').allInnerTexts()).toEqual(['2', '0', '0', '2', '0', '0'])

  // Someone absent gives up the place; then one signs, and what was signed serves nobody else, nor twice.
  const row = page.locator('.places li').filter({ hasText: 'Maëlle Kerbrat' })
  await row.getByRole('button', { name: 'Remplacer' }).click()
  await page.locator('.replace select').selectOption({ label: 'Thierry Nguyen' })
  await page.getByRole('button', { name: 'Donner la place' }).click()
  await page.getByText('Absent, remplacé par Thierry Nguyen').waitFor()
  const signed = await sign(paul.page, `/jury/${id}`)
  const path = `/api/sittings/${id}/sign`
  expect(await send(maelle.page, path, signed)).toBe('404 ERR_DELIBERATION_UNKNOWN')
  expect(await send(thierry.page, path, signed)).toBe('422 ERR_ASSERTION_INVALID')
  expect(await send(paul.page, path, signed)).toBe('409 ERR_DELIBERATION_SIGNED')
  await sign(thierry.page, `/jury/${id}`)

  await page.getByText('La décision est sur le registre.').waitFor(LONG)
  const [minutes] = await Promise.all([page.waitForEvent('download', LONG), page.getByRole('link', { name: 'Procès-verbal signé (PDF)' }).click(LONG)])
  expect(minutes.suggestedFilename()).toMatch(/^proces-verbal-[0-9a-f]{8}\.pdf$/)
  const [data] = await Promise.all([page.waitForEvent('download', LONG), page.getByRole('link', { name: 'Ses données (JSON)' }).click(LONG)])
  expect(data.suggestedFilename()).toMatch(/^proces-verbal-[0-9a-f]{8}\.json$/)
  expect(attachmentIn(await readFile(await minutes.path())).equals(await readFile(await data.path()))).toBe(true)
  for (const visitor of [officer, paul, maelle, thierry]) await visitor.leave()
}, 300_000)
