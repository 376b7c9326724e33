// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { freePort } from '#tests/support/ports.ts'
import { bundleText, sealBundle } from '#domain/verification/index.ts'
import { diplomaOn } from '#tests/verify-command/real-jury.ts'
import { realLedger } from '#tests/verify-command/real-ledger.ts'
import { startFakeService } from './fake-service.ts'
import { ordinaryDay } from './fixtures.ts'

let app: BuiltApp
let browser: Browser
let port: number
let ledger: Awaited<ReturnType<typeof realLedger>>
let diploma: Awaited<ReturnType<typeof diplomaOn>>

beforeAll(async () => {
  app = await buildApp()
  browser = await launchBrowser()
  // The node lets the pages of one origin read it, as it does for the real service.
  port = await freePort()
  ledger = await realLedger(`http://127.0.0.1:${port}`)
  diploma = await diplomaOn(ledger)
})
afterAll(async () => {
  await browser?.close()
  await ledger?.close()
  await app?.remove()
})

const nodeOrigin = () => new URL(ledger.rpc).origin
// The contract and the network come from the service; the node is read over CORS, as with a ledger chosen by hand.
const withLedger = () => ({ ...ordinaryDay(), 'GET /api/ledger': { body: { rpc: ledger.rpc, chainId: ledger.chainId, contract: ledger.contract } } })

async function visit() {
  const service = await startFakeService(app.folder, withLedger(), port)
  const visitor = await newVisitor(browser, { origin: service.origin, alsoAllowed: [nodeOrigin()], reducedMotion: 'reduce' })
  const leave = async () => {
    await visitor.leave()
    await service.stop()
  }
  return { ...visitor, service, leave }
}

async function give(page: Page, text: string): Promise<string | null> {
  const again = page.getByRole('button', { name: 'Vérifier un autre fichier' })
  if (await again.isVisible()) await again.click()
  await page.locator('input[type=file]').setInputFiles({ name: 'preuve.compagnon.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.locator('.verdict').waitFor()
  return await page.locator('.verdict').getAttribute('data-outcome')
}
const checks = (page: Page) => page.locator('.checks li').evaluateAll((rows) =>
  Object.fromEntries(rows.map((row) => [row.getAttribute('data-check'), row.getAttribute('data-result')])))

describe('the verification page', () => {
  it('says in one sentence that a genuine proof is valid, then why, then what it says', async () => {
    const { page, leave } = await visit()
    await page.goto('/verifier')
    expect(await give(page, ledger.text)).toBe('valid')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Cette attestation est valide.')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(Object.values(await checks(page))).toEqual(Array.from({ length: 7 }, () => 'passed'))
    expect(await page.locator('.statement').innerText()).toContain('en séance, sous les yeux d’un enseignant')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'This credential is valid.' }).waitFor()
    await leave()
  })

  it('says that a file with one changed byte is not valid, names the check, and does not lend it belief', async () => {
    const { page, leave } = await visit()
    await page.goto('/verifier')
    expect(await give(page, ledger.text.replace('"acquired"', '"acquireD"'))).toBe('not-valid')
    expect(await checks(page)).toMatchObject({ integrity: 'failed', signature: 'failed', anchored: 'failed' })
    expect(await page.locator('.checks li').first().getAttribute('data-result')).toBe('failed')
    expect(await page.locator('.statement').innerText()).toContain('à ne pas croire')
    expect(await give(page, ledger.text)).toBe('valid')
    await leave()
  })

  it('says of a diploma which jury decided, in both languages, and turns that one line red when it was altered', async () => {
    const { page, leave } = await visit()
    await page.goto('/verifier')
    const text = bundleText(diploma.bundle)
    expect(await give(page, text)).toBe('valid')
    expect(Object.values(await checks(page))).toEqual(Array.from({ length: 8 }, () => 'passed'))
    const line = page.locator('[data-check=deliberation]')
    expect(await line.innerText()).toMatch(/Décision du jury\s+Un jury a délibéré : 2 membres sur 3 ont signé la décision, le .* UTC \(tour 1, délibération 0x[0-9a-f]{8}…\)/)
    await page.getByRole('button', { name: 'English' }).click()
    await line.getByText('2 members of 3 signed the decision').waitFor()
    await page.getByRole('button', { name: 'Français' }).click()

    const { integrity: _, ...parts } = diploma.bundle
    const altered = bundleText(sealBundle({ ...parts, deliberation: { ...parts.deliberation!, members: 2 } }))
    expect(await give(page, altered)).toBe('not-valid')
    const failed = Object.entries(await checks(page)).filter(([, result]) => result === 'failed')
    expect(failed).toEqual([['deliberation', 'failed']])
    await leave()
  })

  it('accuses nobody when the file is no credential at all: it asks for the right one, and gives the one reason', async () => {
    const { page, leave } = await visit()
    await page.goto('/verifier')
    for (const text of ['{"hello": "world"}', '\u0000\u0001', '', 'x'.repeat(6 * 2 ** 20)]) {
      expect(await give(page, text)).toBe('not-valid')
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ce fichier n’est pas une attestation.')
      expect(await checks(page)).toEqual({ integrity: 'failed' })
    }
    await leave()
  })

  it('shows what a hostile file holds as plain words', async () => {
    const { page, leave } = await visit()
    await page.goto('/verifier')
    await give(page, ledger.text.replaceAll('Consignation', '<img src=x onerror=alert(1)>\u202e'))
    expect(await page.locator('.statement img').count()).toBe(0)
    expect(await page.locator('.statement').innerText()).toContain('<img src=x')
    expect(await page.locator('.statement').innerText()).not.toContain('\u202e')
    await leave()
  })
})

describe('a proof handed over by the wallet', () => {
  const proof = '/api/credentials/c-9/bundle'
  const handOver = async (page: Page) => {
    await page.goto('/')
    await page.locator('h1').waitFor()
    await page.evaluate((file) => { history.pushState({ proof: file }, '', '/verifier') }, proof)
  }

  it('is asked for once: refused, it is said until a file is chosen, and not said again', async () => {
    const { page, service, leave } = await visit()
    await handOver(page)
    await page.locator('.verify .notice').waitFor()
    expect(await give(page, ledger.text)).toBe('valid')
    await page.getByRole('button', { name: 'Vérifier un autre fichier' }).click()
    await page.locator('.drop').waitFor()
    expect(await page.locator('.verify .notice').count()).toBe(0)
    await page.reload()
    await page.locator('.drop').waitFor()
    expect(service.received.filter(({ what }) => what === `GET ${proof}`)).toHaveLength(1)
    await leave()
  })

  it('never takes the place of a file chosen while it is on its way', async () => {
    const { page, service, leave } = await visit()
    service.answers[`GET ${proof}`] = { body: {}, headers: { 'content-disposition': 'attachment; filename="handed.json"' } }
    const held = Promise.withResolvers<void>()
    await page.route(`**${proof}`, async (route) => {
      await held.promise
      await route.continue()
    })
    await handOver(page)
    await page.locator('.verify .state.late').waitFor({ state: 'attached' })
    expect(await give(page, ledger.text)).toBe('valid')
    const arrived = page.waitForResponse(`**${proof}`)
    held.resolve()
    await (await arrived).finished()
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 300) }))
    expect(await page.locator('.verdict').innerText()).toContain('preuve.compagnon.json')
    expect(await page.locator('.verdict').getAttribute('data-outcome')).toBe('valid')
    await leave()
  })
})

describe('with the service stopped', () => {
  it('opens again, says what it could not check, and gives the whole answer once it is given a ledger', async () => {
    const { page, service, leave } = await visit()
    await page.goto('/verifier')
    await page.getByText('Joignable').waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await service.stop()

    await page.goto('/verifier')
    await page.getByText('Le service ne répond pas.').waitFor()
    expect(await give(page, ledger.text)).toBe('cannot-tell')
    expect(await checks(page)).toMatchObject({ integrity: 'passed', signature: 'passed', anchored: 'unknown', accreditation: 'unknown', status: 'unknown' })

    // The contract is the one that the service named last: only the node's address is asked for.
    await page.getByLabel('Adresse d’un nœud du registre').fill('not an address')
    await page.getByRole('button', { name: 'Utiliser ce registre' }).click()
    await page.getByText('Il faut une adresse complète').waitFor()
    await page.getByLabel('Adresse d’un nœud du registre').fill(ledger.rpc)
    await page.getByRole('button', { name: 'Utiliser ce registre' }).click()
    await page.locator('.verdict[data-outcome=valid]').waitFor()

    // The choice is kept, and the first page opens too, saying what it lacks.
    await page.reload()
    expect(await give(page, ledger.text)).toBe('valid')
    await page.goto('/')
    await page.getByText('Hors ligne').waitFor()
    await leave()
  })

  it('keeps nothing that the service answers', async () => {
    const { page, leave } = await visit()
    await page.goto('/verifier')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    await page.getByText('Joignable').waitFor()
    const kept = await page.evaluate(async () => {
      const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((path) => path.startsWith('/api'))).toEqual([])
    await leave()
  })
})
