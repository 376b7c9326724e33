// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, newVisitor } from '#tests/support/browser.ts'
import { buildApp, type BuiltApp } from '#tests/support/built-app.ts'
import { expertPlay, faults } from '#tests/support/plays.ts'
import { startFakeService, type FakeService } from './fake-service.ts'
import { busyDesk, camille, fullCatalogue, fullWallet, graduate, karim, ordinaryDay, quietDesk } from './fixtures.ts'
import { answersFor, debriefOf } from './played.ts'

let app: BuiltApp
let service: FakeService
let browser: Browser

beforeAll(async () => {
  app = await buildApp()
  service = await startFakeService(app.folder, {})
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
  await app?.remove()
})
beforeEach(() => { service.received.length = 0 })

const visitor = () => newVisitor(browser, { origin: service.origin, serviceWorkers: 'block', reducedMotion: 'reduce' })
const good = debriefOf(0, expertPlay(0))
const bad = debriefOf(1, faults['e-wrong-device']?.play() ?? [])
const ofCamille = { learner: { displayName: camille.displayName } }
const debriefPath = `/bilan/${good.attempt.id}`
const decision = `POST /api/attempts/${good.attempt.id}/decision`

describe('the catalogue', () => {
  it('leads into training, in 3D or in words', async () => {
    service.answers = ordinaryDay()
    const { page, leave } = await visitor()
    await page.goto('/')
    const train = page.getByRole('link', { name: 'S’entraîner' })
    expect(await train.getAttribute('href')).toBe('/atelier/consignation-armoire?mode=guided&input=3d')
    await page.getByRole('radio', { name: /Avec des mots/ }).check()
    expect(await train.getAttribute('href')).toBe('/atelier/consignation-armoire?mode=guided&input=plain')
    await leave()
  })

  it('shows one training at a time when there are many scenarios, and the guide to a teacher', async () => {
    service.answers = { ...ordinaryDay(karim), ...fullCatalogue }
    const { page, leave } = await visitor()
    await page.goto('/')
    await page.locator('[data-framework=ciel]').click()
    expect(await page.locator('.scenario h3').allTextContents()).toEqual(['Scénario cablage-baie-reseau', 'Scénario brasage-composant', 'Scénario sans-guide'])
    const guides = page.getByRole('link', { name: 'Le guide de l’enseignant' })
    expect(await guides.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(['/guide/cablage-baie-reseau', '/guide/brasage-composant'])
    await guides.first().click()
    await page.locator('.guide-words h2').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/guide/cablage-baie-reseau')
    await leave()
  })

  it('leads a teacher who opens a session to no guide that is not there', async () => {
    service.answers = { ...ordinaryDay(karim), ...quietDesk, ...fullCatalogue }
    const { page, leave } = await visitor()
    await page.goto('/enseigner')
    await page.locator('.offers li').last().waitFor()
    const guides = await page.locator('.offers .to-guide').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(guides).toEqual(['consignation-armoire', 'panne-depart-moteur', 'cablage-baie-reseau', 'brasage-composant'].map((id) => `/guide/${id}`))
    expect(await page.getByRole('button', { name: /Ouvrir une séance/ }).count()).toBe(5)
    await leave()
  })

  it('offers three ways in, each with one sentence', async () => {
    service.answers = ordinaryDay()
    const { page, leave } = await visitor()
    await page.goto('/')
    expect(await page.getByRole('link', { name: 'S’exercer' }).getAttribute('href')).toBe('/atelier/consignation-armoire?mode=practice&input=3d')
    expect(await page.locator('.ways p').count()).toBe(3)
    await leave()
  })

  it('asks to sign in before a test, and remembers the session code as it was read aloud', async () => {
    service.answers = ordinaryDay()
    const { page, leave } = await visitor()
    await page.goto('/')
    await page.getByRole('button', { name: 'Passer l’épreuve' }).click()
    await page.getByLabel('Code de la séance').fill('k7m-4q2')
    const asked = page.waitForRequest(/\/api\/sign-in/)
    await page.getByRole('button', { name: 'Se connecter et entrer' }).click()
    expect(new URL((await asked).url()).searchParams.get('returnTo'))
      .toBe('/atelier/consignation-armoire?mode=assessed&input=3d&sessionCode=K7M4Q2')
    await leave()
  })
})

describe('the debrief', () => {
  it('leads from a criterion to its moment and back', async () => {
    service.answers = { ...ordinaryDay(camille), ...answersFor(good) }
    const { page, leave } = await visitor()
    await page.goto(debriefPath)
    const first = page.locator('.timeline .decided').first()
    const criterion = await first.getAttribute('href')
    await first.click()
    expect(await page.locator(criterion ?? '').isVisible()).toBe(true)
    await page.locator(criterion ?? '').getByRole('link').click()
    expect(new URL(page.url()).hash).toMatch(/^#moment-\d+$/)
    expect(await page.locator(new URL(page.url()).hash).isVisible()).toBe(true)
    await leave()
  })

  it('shows every gesture when asked', async () => {
    service.answers = { ...ordinaryDay(camille), ...answersFor(good) }
    const { page, leave } = await visitor()
    await page.goto(debriefPath)
    await page.getByRole('button', { name: `Voir les ${good.trace.length} gestes` }).click()
    expect(await page.locator('.timeline > li').count()).toBe(good.trace.length)
    await leave()
  })

  it('says a grave fault, its reason and what it is for', async () => {
    service.answers = { ...ordinaryDay(camille), ...answersFor(bad) }
    const { page, leave } = await visitor()
    await page.goto(debriefPath)
    await page.getByRole('heading', { level: 1, name: 'Un geste dangereux a tout décidé.' }).waitFor()
    expect(await page.locator('.faults').innerText()).toContain('qui n’alimente pas X3')
    expect(await page.locator('.decision').count()).toBe(0)
    await leave()
  })

  it('lets a teacher validate what is all there', async () => {
    service.answers = { ...ordinaryDay(karim), ...answersFor({ ...good, ...ofCamille }), [decision]: { body: { status: 'validated' } } }
    const { page, leave } = await visitor()
    await page.goto(debriefPath)
    expect(await page.getByRole('button', { name: 'Confirmer' }).isDisabled()).toBe(true)
    await page.getByText('Je valide ce résultat').click()
    const sent = page.waitForResponse((answer) => answer.url().endsWith('/decision'))
    await page.getByRole('button', { name: 'Confirmer' }).click()
    await sent
    expect(service.received.filter(({ what }) => what === decision)).toEqual([{ what: decision, body: { decision: 'validated' } }])
    await leave()
  })

  it('tells a teacher before the decision how long nothing came in, and the learner nothing of it', async () => {
    const silent = { ...good, attempt: { ...good.attempt, longestSilenceMs: 754_000 } }
    service.answers = { ...ordinaryDay(karim), ...answersFor({ ...silent, ...ofCamille }) }
    const { page, leave } = await visitor()
    await page.goto(debriefPath)
    await page.getByText('12 minutes sans nouvelles.').waitFor()
    service.answers = { ...ordinaryDay(camille), ...answersFor(silent) }
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByText('sans nouvelles').count()).toBe(0)
    await leave()
  })

  it('lets a teacher refuse only with a reason, and nothing else when something is missing', async () => {
    service.answers = { ...ordinaryDay(karim), ...answersFor({ ...bad, ...ofCamille }),
      [decision]: { status: 409, body: { code: 'ERR_DECISION_TAKEN', title: 'Une décision a déjà été prise', detail: 'Ouvrez le bilan pour la lire.' } } }
    const { page, leave } = await visitor()
    await page.goto(debriefPath)
    expect(await page.getByRole('radio', { name: 'Je valide ce résultat' }).isDisabled()).toBe(true)
    await page.getByText('Je ne valide pas').click()
    expect(await page.getByRole('button', { name: 'Confirmer' }).isDisabled()).toBe(true)
    await page.getByText('la sécurité n’y était pas').click()
    await page.getByRole('button', { name: 'Confirmer' }).click()
    await page.getByText('Une décision a déjà été prise').waitFor()
    expect(service.received.find(({ what }) => what === decision)?.body).toEqual({ decision: 'refused', reason: 'safety' })
    await leave()
  })
})

describe('the wallet', () => {
  it('shows a proof arrive without being asked again', async () => {
    let asked = 0
    const arriving = (status: string) => ({ body: { credentials: [{ id: 'c-9', title: 'Consigner', school: 'Lycée', issuedAt: '2026-11-23T10:00:00Z', status }] } })
    service.answers = { ...ordinaryDay(camille), ...fullWallet, 'GET /api/credentials': () => arriving((asked += 1) > 1 ? 'ready' : 'preparing') }
    const { page, leave } = await visitor()
    await page.goto('/portefeuille')
    await page.getByText('En préparation').waitFor()
    const download = page.getByRole('link', { name: 'Télécharger ma preuve' })
    await download.waitFor({ timeout: 15_000 })
    expect(await download.getAttribute('href')).toBe('/api/credentials/c-9/bundle')
    await leave()
  })

  it('leads whoever typed a code to the diploma that it gave, and has one stand beside the other', async () => {
    const { body: { diplomas } } = graduate['GET /api/wallet/diplomas'] as { body: { diplomas: { id: string }[] } }
    const [first, second] = diplomas
    let claimed = false
    service.answers = {
      ...ordinaryDay(camille), ...graduate,
      'GET /api/wallet/diplomas': () => ({ body: { diplomas: claimed ? [second, first] : [first] } }),
      'POST /api/wallet/diplomas/claim': () => { claimed = true; return { status: 201, body: { diploma: second!.id } } },
    }
    const { page, leave } = await visitor()
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto('/portefeuille')
    await page.getByText('Retrouver mon diplôme').first().click()
    await page.locator('#claim-code').fill('K7M4-Q2ZP-9RST-BDFH')
    await page.locator('#claim-birth').fill('2008-02-29')
    await page.locator('.claim [type=submit]').click()
    await page.locator('.diploma h3:focus').getByText('CAP Électricien').waitFor()
    const tops = await page.locator('.diploma .sheet').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    expect(tops).toHaveLength(2)
    expect(tops[0]).toBe(tops[1])
    expect(await page.locator('.diploma dd').allInnerTexts()).toContain('juillet 2026')
    await leave()
  })
})

describe('a proof in another format', () => {
  it('is made when asked for and saved under the name the service gives, with words for each step and for a refusal', async () => {
    const file = { body: { export: true }, headers: { 'content-disposition': 'attachment; filename="attestation-c-1.elm-export.jsonld"' } }
    const refusal = { status: 409, headers: { 'content-type': 'application/problem+json' }, body: { code: 'ERR_FORM_UNAVAILABLE', status: 409, title: 'Pas encore de clé', detail: 'Demandez à l’établissement.' } }
    service.answers = { ...ordinaryDay(camille), ...fullWallet, 'GET /api/credentials/c-1/forms/elm': file, 'GET /api/credentials/c-1/forms/sd-jwt-vc': refusal }
    const { page, leave } = await visitor()
    await page.goto('/portefeuille')
    await page.getByText('Autres formats').click()
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Modèle européen/ }).click()])
    expect(saved.suggestedFilename()).toBe('attestation-c-1.elm-export.jsonld')
    await page.getByText('Fichier téléchargé.').waitFor()
    await page.getByRole('button', { name: /SD-JWT VC/ }).click()
    await page.getByRole('alert').getByText('Pas encore de clé').waitFor()
    await leave()
  })
})

describe('a test in progress', () => {
  it('leads from the list back to the workshop: its debrief is closed until the end', async () => {
    service.answers = { ...ordinaryDay(camille), ...fullWallet }
    const { page, leave } = await visitor()
    await page.goto('/portefeuille')
    expect(await page.getByRole('link', { name: /En cours/ }).getAttribute('href')).toBe('/atelier/consignation-armoire?mode=assessed&input=3d')
    expect(await page.getByRole('link', { name: /Non validé/ }).getAttribute('href')).toBe('/bilan/a-2')
    await leave()
  })
})

describe('the teacher’s desk', () => {
  it('says beside each result what else to know: attempts left, and time without news', async () => {
    service.answers = { ...ordinaryDay(karim), ...busyDesk }
    const { page, leave } = await visitor()
    await page.goto('/enseigner')
    const row = (name: string) => page.locator('.pending > li', { hasText: name }).first()
    expect(await row('Inès Da Silva').innerText()).toContain('à distance · 2 autres épreuves laissées · 12 minutes sans nouvelles')
    expect(await row('Camille Moreau').innerText()).not.toContain('sans nouvelles')
    await leave()
  })

  it('opens a session and shows its code large', async () => {
    const opened = busyDesk['GET /api/sessions']
    service.answers = { ...ordinaryDay(karim), ...quietDesk,
      'POST /api/sessions': () => { service.answers['GET /api/sessions'] = opened ?? {}; return { status: 201, body: {} } } }
    const { page, leave } = await visitor()
    await page.goto('/enseigner')
    await page.getByRole('button', { name: /Ouvrir une séance/ }).click()
    const code = page.locator('.board strong')
    await code.waitFor()
    expect(await code.innerText()).toBe('K7M4Q2')
    expect(await code.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThan(90)
    await leave()
  })

  it('opens one session for a double click', async () => {
    service.answers = { ...ordinaryDay(karim), ...quietDesk, 'POST /api/sessions': { status: 201, body: {} } }
    const { page, leave } = await visitor()
    await page.goto('/enseigner')
    const before = service.received.length
    await page.getByRole('button', { name: /Ouvrir une séance/ }).dblclick()
    await page.waitForLoadState('networkidle')
    expect(service.received.slice(before).filter(({ what }) => what === 'POST /api/sessions')).toHaveLength(1)
    await leave()
  })

  it('closes a session only when asked twice', async () => {
    service.answers = { ...ordinaryDay(karim), ...busyDesk, 'POST /api/sessions/s-1/close': { body: {} } }
    const { page, leave } = await visitor()
    await page.goto('/enseigner')
    await page.locator('.session').getByRole('button', { name: 'Fermer la séance' }).click()
    await page.getByRole('button', { name: 'La laisser ouverte' }).click()
    expect(service.received.some(({ what }) => what.endsWith('/close'))).toBe(false)
    await page.locator('.session').getByRole('button', { name: 'Fermer la séance' }).click()
    const sent = page.waitForResponse((answer) => answer.url().endsWith('/close'))
    await page.getByRole('alertdialog').getByRole('button', { name: 'Fermer la séance' }).click()
    await sent
    await leave()
  })
})

describe('without the service', () => {
  it('says so, and comes back by itself when the device is online again', async () => {
    const answers = ordinaryDay()
    service.answers = { ...answers, 'GET /api/scenarios': { status: 502, headers: { 'content-type': 'text/plain' } } }
    const { page, leave } = await visitor()
    await page.goto('/')
    await page.getByRole('heading', { name: 'Le service ne répond pas' }).waitFor()
    service.answers = answers
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByRole('link', { name: 'S’entraîner' }).waitFor()
    await leave()
  })
})

describe('a long attempt', () => {
  it('is met with a pause that is proposed: taken, it stops the workshop’s time; put off, it comes back later', async () => {
    service.answers = { ...ordinaryDay(), ...answersFor(good) }
    const { page, leave } = await visitor()
    await page.clock.install()
    await page.goto('/atelier/consignation-armoire?mode=practice&input=plain')
    await page.locator('[data-start="new"]').click()
    await page.locator('.plain-view').waitFor()
    await page.clock.runFor(19 * 60_000)
    expect(await page.locator('.break').innerText()).toBe('')
    await page.clock.runFor(70_000)
    await page.getByText('20 minutes sans pause').waitFor()
    await page.getByRole('button', { name: 'Faire une pause' }).click()
    const stopped = await page.locator('.elapsed').innerText()
    await page.clock.runFor(120_000)
    expect(await page.locator('.elapsed').innerText()).toBe(stopped)
    await page.getByRole('button', { name: 'Reprendre' }).click()
    await page.clock.runFor(60_000)
    expect(await page.locator('.elapsed').innerText()).not.toBe(stopped)
    expect(await page.locator('.break').innerText()).toBe('')
    await page.clock.runFor(20 * 60_000)
    await page.getByRole('button', { name: 'Plus tard' }).click()
    expect(await page.locator('.break').innerText()).toBe('')
    await leave()
  })
})
