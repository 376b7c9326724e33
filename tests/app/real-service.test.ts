// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { playPerfectly } from '#tests/faults/line.ts'
import { newVisitor } from '#tests/support/browser.ts'
import { realPages } from '#tests/support/real-pages.ts'

const open = realPages()

async function signIn(page: Page, from: string, name: string) {
  await page.goto(from)
  await page.getByRole('link', { name: 'Se connecter' }).first().click()
  await page.getByText(name).click()
  await page.getByText(name).waitFor()
  expect(new URL(page.url()).pathname).toBe(from)
}

it('carries a result from the teacher’s desk to the wallet and to the verification page, on the real service', async () => {
  await playPerfectly(await open.service.signIn('demo-ines'))

  const teacher = await newVisitor(open.browser, { origin: open.service.origin, reducedMotion: 'reduce' })
  await signIn(teacher.page, '/enseigner', 'Karim Benali')
  await teacher.page.getByRole('link', { name: /Inès Moreau/ }).click()
  await teacher.page.getByText('Je valide ce résultat').click()
  await teacher.page.getByRole('button', { name: 'Confirmer' }).click()
  await teacher.page.getByText('Un enseignant a validé').waitFor()
  await teacher.leave()

  const learner = await newVisitor(open.browser, { origin: open.service.origin, reducedMotion: 'reduce' })
  const { page } = learner
  await signIn(page, '/portefeuille', 'Inès Moreau')
  const download = page.getByRole('link', { name: 'Télécharger ma preuve' })
  await download.waitFor({ timeout: 60_000 })
  const [saved] = await Promise.all([page.waitForEvent('download'), download.click()])
  expect(saved.suggestedFilename()).toMatch(/\.compagnon\.json$/)
  const bundle = await readFile(await saved.path(), 'utf8')

  // The wallet hands its proof to the page that verifies; nothing of it is in the address.
  await page.getByRole('link', { name: 'La vérifier moi-même' }).click()
  await page.locator('.verdict').waitFor()
  expect(await page.locator('.verdict').getAttribute('data-outcome')).toBe('valid')
  expect(page.url()).toBe(`${open.service.origin}/verifier`)
  await page.goBack()

  await page.getByRole('link', { name: 'Vérifier', exact: true }).click()
  const check = async (text: string) => {
    await page.locator('input[type=file]').setInputFiles({ name: 'preuve.compagnon.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await page.locator('.verdict').waitFor()
    return page.locator('.verdict').getAttribute('data-outcome')
  }
  expect(await check(bundle)).toBe('valid')
  expect(await page.locator('.statement').innerText()).toContain('Inès Moreau')
  await page.getByRole('button', { name: 'Vérifier un autre fichier' }).click()
  expect(await check(bundle.replace('Inès', 'Agnès'))).toBe('not-valid')
  await learner.leave()
}, 180_000)
