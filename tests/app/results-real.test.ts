// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { readHeading } from '#domain/credential/diploma/index.ts'
import { newVisitor } from '#tests/support/browser.ts'
import { csvOf, soundLine } from '#tests/support/results-file.ts'
import { realPages } from '#tests/support/real-pages.ts'

const open = realPages()

const session = `${new Date().getFullYear()}-06`
const line = (n: number, change = {}) => ({ ...soundLine(n), session, birthDate: `14/07/${new Date().getFullYear() - 18}`, ...change })
const drop = (page: Page, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name: 'jury.csv', mimeType: 'text/csv', buffer: windows1252(text) })
// The apostrophe that spreadsheets set is no character of Latin-1.
const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')
const figures = async (page: Page) => (await page.locator('.big-figures dd').allInnerTexts()).join(' ')
/** What a person on the keyboard does: to the thing by Tab, then the key. */
const key = async (page: Page, selector: string, press: string) => {
  await page.locator(selector).first().focus()
  await page.keyboard.press(press)
}

it('takes an officer from a spreadsheet’s file to confirmed results and their corrections, by the keyboard, on the real service', async () => {
  const visitor = await newVisitor(open.browser, { origin: open.service.origin, reducedMotion: 'reduce' })
  const { page } = visitor
  await page.goto('/resultats')
  await page.getByRole('link', { name: 'Se connecter' }).first().click()
  await page.getByText('Nadia Roussel').click()
  await page.locator('#academy').selectOption({ label: 'Lyon' })
  await key(page, '.open-results [type=submit]', 'Enter')

  // Which columns are asked for is said before a file is refused for lacking one; the empty model has them all.
  await key(page, '.columns > summary', 'Enter')
  const [model] = await Promise.all([page.waitForEvent('download'), page.locator('.columns a[download]').click()])
  expect(readHeading((await readFile(await model.path(), 'utf8')).replace('\ufeff', '').trim().split(';'))).toMatchObject({ missing: [], doubled: [] })

  await drop(page, csvOf([line(1), line(2, { schoolUai: '0690001Z' }), line(3)]))
  await page.locator('.faults').waitFor()
  expect(await figures(page)).toBe('3 2 2 1')
  expect(await page.locator('.faults').innerText()).toContain('La lettre de contrôle de l’UAI ne correspond pas')
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()])
  expect(await readFile(await saved.path(), 'utf8')).toContain('"3";"UAI";"uai-letter"')

  // Two steps, and neither by accident.
  expect(await page.locator('.button.main').isDisabled()).toBe(true)
  await key(page, '.agree input', 'Space')
  await key(page, '.button.main', 'Enter')
  await page.getByRole('alertdialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await key(page, '.button.main', 'Enter')
  await key(page, '[role=alertdialog] .danger', 'Enter')
  await page.getByText('Confirmé le').waitFor()
  const digest = await page.locator('.digest').innerText()
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  await page.getByRole('link', { name: 'Faire délibérer le jury' }).click()
  expect(await page.locator('.tabs [aria-current]').innerText()).toBe('Résultats')
  await page.goBack()

  await key(page, '.back', 'Enter')
  await page.locator('.big-figure').waitFor()
  expect(await page.locator('.big-figure').innerText()).toMatch(/^2\s/)
  await page.getByText('Corrections').first().click()
  await drop(page, csvOf([line(1, { average: '17', mention: 'TB' }), line(9)]))
  await page.locator('.faults').waitFor()
  expect(await page.locator('.faults').innerText()).toContain('Aucun résultat confirmé')
  await key(page, '.agree input', 'Space')
  await key(page, '.button.main', 'Enter')
  await key(page, '[role=alertdialog] .danger', 'Enter')
  await page.getByText('Confirmé le').waitFor()
  expect(await page.locator('.digest').innerText()).not.toBe(digest)
  await visitor.leave()
}, 180_000)
