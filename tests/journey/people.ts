// SPDX-License-Identifier: EUPL-1.2
// What each person does on the pages, by the words they see. Used by the journeys: the whole line, in a real browser.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Gesture } from '#domain/workshop/action.ts'

/** Signs in through the provider's page, as a click on a person. */
export async function signIn(page: Page, subject: string, returnTo: string): Promise<void> {
  await page.goto(`/api/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  await page.locator(`button[name="subject"][value="${subject}"]`).click()
  await page.waitForURL(url => `${url.pathname}${url.search}` === returnTo)
}

/** The teacher opens a session and reads its code aloud. */
export async function openSession(page: Page): Promise<string> {
  const opened = page.waitForResponse(answer => answer.url().endsWith('/api/sessions') && answer.request().method() === 'POST')
  await page.getByRole('button', { name: /Ouvrir une séance : Consigner/ }).click()
  const { session } = (await (await opened).json()) as { session: { code: string } }
  await page.locator('.board strong', { hasText: session.code }).waitFor()
  return session.code
}

/** The student starts an assessed attempt; answers the seed that the service chose. */
export async function startAssessed(page: Page, code: string): Promise<number> {
  const field = page.getByLabel('Code de la séance')
  await field.fill(code)
  const begun = page.waitForResponse(answer => answer.url().endsWith('/api/attempts') && answer.request().method() === 'POST')
  await page.locator('[data-start="new"]').click()
  const { head } = (await (await begun).json()) as { head: { seed: number; assurance: string } }
  expect(head.assurance).toBe('supervised')
  return head.seed
}

/** Ends the attempt and goes to its debrief. Answers the debrief's address. */
export async function finish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'J’ai terminé' }).press('Enter')
  await page.locator('[data-finish="go"]').press('Enter')
  await page.waitForURL(/\/bilan\//)
  return new URL(page.url()).pathname
}

/** The teacher reads the debrief and validates. */
export async function validate(page: Page, debrief: string): Promise<void> {
  await page.goto('/enseigner')
  await page.locator(`a[href="${debrief}"]`).first().click()
  await page.getByText('Je valide ce résultat').click()
  await page.getByRole('button', { name: 'Confirmer' }).click()
  await page.getByText(/La preuve se prépare|la preuve est dans le portefeuille/).waitFor()
}

/** The student waits for the proof and takes the file home. Answers where it was saved. */
export async function download(page: Page, folder: string): Promise<string> {
  await page.goto('/portefeuille')
  const link = page.getByRole('link', { name: 'Télécharger ma preuve' }).first()
  await link.waitFor({ timeout: 120_000 })
  const coming = page.waitForEvent('download')
  await link.click()
  const file = await coming
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

export type Answer = { outcome: string | null; sentence: string; failed: string[]; reasons: string }

/** Someone without an account drops the file. */
export async function verify(page: Page, path: string): Promise<Answer> {
  await page.goto('/verifier')
  await page.locator('input[type="file"]').setInputFiles(path)
  const verdict = page.locator('[data-outcome]')
  await verdict.waitFor({ timeout: 60_000 })
  return {
    outcome: await verdict.getAttribute('data-outcome'),
    sentence: (await verdict.locator('h1').textContent()) ?? '',
    failed: await page.locator('[data-check][data-result="failed"]').evaluateAll(all => all.map(one => one.getAttribute('data-check') ?? '')),
    reasons: (await page.locator('.checks').textContent()) ?? '',
  }
}

/** A copy of the file with one byte of the holder's credential changed. */
export async function changeOneByte(path: string): Promise<string> {
  const text = await readFile(path, 'utf8')
  const at = text.indexOf('"achievement"')
  const place = text.indexOf('"name":"', at) + '"name":"'.length
  const changed = text.slice(0, place) + (text[place] === 'X' ? 'Y' : 'X') + text.slice(place + 1)
  const copy = path.replace('.compagnon.json', '.changed.compagnon.json')
  await writeFile(copy, changed)
  return copy
}

/** How a journey performs gestures: by keyboard, by mouse, in a headset. */
export type Play = (page: Page, gestures: Gesture[]) => Promise<void>
