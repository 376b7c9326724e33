// SPDX-License-Identifier: EUPL-1.2
// Every page of xr-app/routes.tsx in each of its states that look different: who is there, what there is, what is wrong.
import type { Page } from 'playwright-core'
import type { routes } from '#app/routes.tsx'
import { putOnHeadset } from '#tests/support/headset.ts'
import { expertPlay, faults } from '#tests/support/plays.ts'
import type { Answers } from './fake-service.ts'
import { busyDesk, busyHead, camille, consignation, emptyWallet, fullCatalogue, fullWallet, graduate, handingHead, helene, karim, nadia, ordinaryDay, quietDesk, quietHead } from './fixtures.ts'
import { juryOfficer, membersDay, newMember, nobodyYet } from './jury-day.ts'
import { dropFile, endless, officersDay, quietSession, refusal, refusing, sessionId, sessionPath } from './results-day.ts'
import { answersFor, debriefOf } from './played.ts'

export type State = {
  name: string
  path: string
  answers: Answers
  /** Before the page opens. */
  before?: (page: Page) => Promise<unknown>
  /** What brings the page into this state, once it is there. */
  open?: (page: Page) => Promise<unknown>
  /** What says that the state is there. */
  shows?: string
}

const nothing = { status: 502, body: undefined, headers: { 'content-type': 'text/plain' } }
const down: Answers = Object.fromEntries(['me', 'scenarios', 'scenarios/consignation-armoire', 'credentials', 'wallet/diplomas', 'attempts', 'attempts/a-2', 'sessions', 'validations', 'ledger', 'status-acts']
  .map((name) => [`GET /api/${name}`, nothing]))
const press = (selector: string) => (page: Page) => page.locator(selector).first().click()

const first = debriefOf(1, (faults['e-wrong-device']?.play() ?? []).slice(0, 30), { id: 'a-1', mode: 'practice', startedAt: '2026-11-20T08:00:00Z' })
const bad = debriefOf(1, faults['e-wrong-device']?.play() ?? [], { id: 'a-2', startedAt: '2026-11-21T08:00:00Z' })
const good = debriefOf(0, expertPlay(0), { id: 'a-3', startedAt: '2026-11-23T08:00:00Z' })
const lines = [first, bad, good].map(({ attempt, results }) => ({ ...attempt, acquired: results.acquired }))
const mine: Answers = { ...ordinaryDay(camille), ...answersFor(first), ...answersFor(bad), ...answersFor(good), 'GET /api/attempts': { body: { attempts: lines } } }
const ofCamille = { learner: { displayName: camille.displayName } }

const workshop = `/atelier/${consignation.id}`
const head = { scenario: { id: consignation.id, digest: bad.attempt.scenario.digest }, seed: 0, mode: 'assessed', assurance: 'online', nonce: 'a'.repeat(32) }
const assessed: Answers = { ...mine, 'POST /api/attempts': { status: 201, body: { attempt: 'a-9', head, headDigest: `sha256:${'b'.repeat(64)}` } } }
const training: Answers = { ...ordinaryDay(), ...answersFor(good) }
const begin = press('[data-start="new"]')
const gesture = (name: string) => press(`[data-gesture^="${name}"]`)
/** Opens the cabinet and puts a bare hand on a live terminal. */
async function hurt(page: Page): Promise<void> {
  await begin(page)
  await press('[data-place="cabinet"]')(page)
  await gesture('open|door')(page)
  await page.locator('[data-point^="touch||x3"]').selectOption('x3.l1')
  await gesture('touch|x3.l1')(page)
}
/** Looks a credential up by its number, in the page of those who govern. */
async function find(page: Page): Promise<void> {
  await page.locator('#credential').fill('urn:uuid:11111111-2222-4333-8444-555555555555')
  await press('.field [type=submit]')(page)
}
/** Tells the page that it cannot draw: what a device without WebGL says. */
const without3d = (page: Page) => page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = (() => null) as never })
const damaged = (page: Page) => page.addInitScript(() => {
  if (!localStorage.getItem('compagnon.settings')) localStorage.setItem('compagnon.settings', '{"v":99}')
})

/** By the path of its route. A route without a line here fails the test that walks through them. */
export const states: Record<(typeof routes)[number]['path'] | 'nowhere', State[]> = {
  '/': [
    { name: 'for anyone', path: '/', answers: ordinaryDay() },
    { name: 'for a student, the door of the test open', path: '/', answers: ordinaryDay(camille), open: press('button[aria-expanded]') },
    { name: 'of several trainings, for a teacher', path: '/', answers: { ...ordinaryDay(karim), ...fullCatalogue }, open: press('[data-framework=ciel]') },
    { name: 'with nothing in it', path: '/', answers: { ...ordinaryDay(), 'GET /api/scenarios': { body: { scenarios: [] } } } },
    { name: 'with the service down, and settings that were damaged', path: '/', answers: down, before: damaged, shows: '.state[role=alert]' },
  ],
  '/atelier/:scenario': [
    { name: 'prepared, without an account', path: `${workshop}?mode=guided&input=3d`, answers: training, shows: '[data-start]' },
    { name: 'prepared, on a device without 3D', path: `${workshop}?mode=practice&input=3d`, answers: training, before: without3d, shows: '[data-unable]' },
    { name: 'prepared for the test, by a student', path: `${workshop}?mode=assessed&input=plain`, answers: assessed, shows: '#code' },
    { name: 'the test, for nobody', path: `${workshop}?mode=assessed&input=plain`, answers: training, shows: '.prepare' },
    { name: 'in words, with a hint and what happened', path: `${workshop}?mode=guided&input=plain`, answers: training,
      open: async (page) => { await begin(page); await press('[aria-controls=hint]')(page); await press('[data-place="cabinet"]')(page); await gesture('open|door')(page) }, shows: '.event-door-opened' },
    ...['desk', 'bench', 'zone'].map((place): State => ({ name: `in words, ${place}`, path: `${workshop}?mode=practice&input=plain`, answers: training,
      open: async (page) => { await begin(page); await press(`[data-place="${place}"]`)(page) }, shows: `[data-place="${place}"][aria-current]` })),
    { name: 'in words, its settings open', path: `${workshop}?mode=guided&input=plain`, answers: training,
      open: async (page) => { await begin(page); await press('[data-settings]')(page) }, shows: '.settings-dialog .one-of' },
    { name: 'hurt in practice', path: `${workshop}?mode=practice&input=plain`, answers: training, open: hurt, shows: '[role=alertdialog]' },
    { name: 'ended by an accident', path: `${workshop}?mode=assessed&input=plain`, answers: assessed, open: hurt, shows: '.attempt-ended' },
    { name: 'asked before the end', path: `${workshop}?mode=assessed&input=plain`, answers: assessed,
      open: async (page) => { await begin(page); await press('[data-finish="ask"]')(page) }, shows: '[role=alertdialog]' },
    { name: 'in 3D', path: `${workshop}?mode=guided&input=3d`, answers: training, before: putOnHeadset, open: begin, shows: '[data-enter-vr]' },
    { name: 'unknown', path: '/atelier/rien', answers: ordinaryDay(), shows: '.state[role=alert]' },
    { name: 'with the service down', path: `${workshop}?mode=guided`, answers: down, shows: '.state[role=alert]' },
  ],
  '/bilan/:attempt': [
    { name: 'of a perfect attempt', path: '/bilan/a-3', answers: mine, shows: '.comparison table' },
    { name: 'of a grave fault, for the teacher who decides', path: '/bilan/a-2', shows: '.comparison table',
      answers: { ...mine, ...ordinaryDay(karim), ...answersFor({ ...bad, ...ofCamille }), 'GET /api/attempts/a-2/earlier': { body: { attempts: lines.slice(0, 1) } } }, open: press('.decision .choice:not([data-disabled])') },
    { name: 'that is not there', path: '/bilan/nowhere', answers: ordinaryDay(camille), shows: '.state[role=alert]' },
    { name: 'with the service down', path: '/bilan/a-2', answers: down, shows: '.state[role=alert]' },
  ],
  '/portefeuille': [
    { name: 'with proofs and attempts', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...fullWallet } },
    { name: 'with the other formats of a proof, one refused', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...fullWallet },
      open: async (page) => { await press('.forms > summary')(page); await press('[data-form=elm]')(page) }, shows: '.forms [role=alert]' },
    { name: 'with diplomas', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...graduate }, shows: '.diploma' },
    { name: 'with the other formats of a diploma', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...graduate }, open: press('.forms > summary'), shows: '.forms[open]' },
    { name: 'with a code that is refused', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...emptyWallet }, shows: '.claim [role=alert]',
      open: async (page) => {
        await press('.claim > summary')(page)
        await page.locator('#claim-code').fill('K7M4-Q2ZP-9RST-BDFH')
        await page.locator('#claim-birth').fill('2008-02-29')
        await press('.claim [type=submit]')(page)
      } },
    { name: 'with nothing yet', path: '/portefeuille', answers: { ...ordinaryDay(camille), ...emptyWallet } },
    { name: 'of nobody', path: '/portefeuille', answers: ordinaryDay() },
    { name: 'with the service down', path: '/portefeuille', answers: { ...down, 'GET /api/me': { body: { person: camille } } }, shows: '.state[role=alert]' },
  ],
  '/enseigner': [
    { name: 'with results to look at', path: '/enseigner', answers: { ...ordinaryDay(karim), ...busyDesk } },
    { name: 'closing a session', path: '/enseigner', answers: { ...ordinaryDay(karim), ...busyDesk }, open: press('.session button'), shows: '[role=dialog], [role=alertdialog]' },
    { name: 'on a quiet day', path: '/enseigner', answers: { ...ordinaryDay(karim), ...quietDesk } },
    { name: 'for a student', path: '/enseigner', answers: ordinaryDay(camille) },
    { name: 'for nobody', path: '/enseigner', answers: ordinaryDay() },
    { name: 'with the service down', path: '/enseigner', answers: { ...down, 'GET /api/me': { body: { person: karim } } }, shows: '.state[role=alert]' },
  ],
  '/gerer': [
    { name: 'with acts to confirm', path: '/gerer', answers: { ...ordinaryDay(helene), ...busyHead } },
    { name: 'asked before an act is confirmed', path: '/gerer', answers: { ...ordinaryDay(helene), ...busyHead }, open: press('.acts .button.main'), shows: '[role=dialog], [role=alertdialog]' },
    { name: 'asked before an act on a diploma is confirmed', path: '/gerer', answers: { ...ordinaryDay(helene), ...busyHead }, open: press('.acts li:nth-child(3) .button.main'), shows: '[role=alertdialog] :text("Saint-Denis")' },
    { name: 'proposing to restore, after what was done before', path: '/gerer', answers: { ...ordinaryDay(helene), ...busyHead },
      open: async (page) => { await find(page); await press('.choice')(page) }, shows: '.choices + .choices' },
    { name: 'with diplomas found', path: '/gerer', answers: { ...ordinaryDay(helene), ...handingHead }, shows: '.diploma-search .acts',
      open: async (page) => {
        await press('.diploma-search > summary')(page)
        await page.locator('#diploma-session').fill('2026-07')
        await page.locator('#diploma-line').fill('204')
        await press('.diploma-search [type=submit]')(page)
      } },
    { name: 'with slips to print', path: '/gerer', answers: { ...ordinaryDay(helene), ...handingHead }, shows: '.slips',
      open: async (page) => {
        await page.locator('#hand-session').fill('2026-07')
        await press('.hand-over [type=submit]')(page)
      } },
    { name: 'of a credential that was revoked', path: '/gerer', answers: { ...ordinaryDay(helene), ...quietHead }, open: find, shows: '[data-state=revoked]' },
    { name: 'with a file that is no proof', path: '/gerer', answers: { ...ordinaryDay(helene), ...quietHead }, shows: '.notice',
      open: (page) => page.locator('input[type=file]').setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('{"hello":"world"}') }) },
    { name: 'for a student', path: '/gerer', answers: ordinaryDay(camille) },
    { name: 'for nobody', path: '/gerer', answers: ordinaryDay() },
    { name: 'with the service down', path: '/gerer', answers: { ...down, 'GET /api/me': { body: { person: helene } } }, shows: '.state[role=alert]' },
  ],
  '/resultats': [
    { name: 'with sessions', path: '/resultats', answers: officersDay, shows: '.result-list' },
    { name: 'with nothing yet', path: '/resultats', answers: { ...officersDay, 'GET /api/results/sessions': { body: { sessions: [] } } }, shows: '.open-results' },
    { name: 'for an officer of no academy', path: '/resultats', answers: { ...officersDay, 'GET /api/results/sessions': { body: { sessions: [] } }, 'GET /api/results/academies': { body: { academies: [] } } } },
    { name: 'for a student', path: '/resultats', answers: ordinaryDay(camille) },
    { name: 'for nobody', path: '/resultats', answers: ordinaryDay() },
    { name: 'with the service down', path: '/resultats', answers: { ...down, 'GET /api/results/sessions': nothing, 'GET /api/me': { body: { person: nadia } } }, shows: '.state[role=alert]' },
  ],
  '/resultats/:session': [
    { name: 'with files', path: sessionPath, answers: officersDay, shows: '.digest' },
    { name: 'with nothing yet', path: sessionPath, answers: quietSession, shows: '.drop-results' },
    { name: 'with the columns it asks for', path: sessionPath, answers: quietSession, open: press('.columns > summary'), shows: '.columns ul' },
    { name: 'a file on its way', path: sessionPath, answers: quietSession, before: endless, open: dropFile('results.csv', 'INE;Nom'), shows: '.progress' },
    { name: 'a file refused for its columns', path: sessionPath, answers: { ...quietSession, ...refusing('ERR_RESULTS_COLUMNS', { missing: 'birthDate academy', doubled: 'familyName' }) }, open: dropFile('results.csv', 'INE;Nom'), shows: '.notice[role=alert]' },
    { name: 'a file refused for a quotation mark', path: sessionPath, answers: { ...officersDay, ...refusing('ERR_RESULTS_UNREADABLE', { reason: 'line-too-long', line: 41203 }) }, open: dropFile('results.csv', '"'), shows: '.notice[role=alert]' },
    { name: 'that is not there', path: '/resultats/nowhere', answers: officersDay, shows: '.state[role=alert]' },
    { name: 'with the service down', path: sessionPath, answers: { ...officersDay, [`GET /api/results/sessions/${sessionId}`]: nothing }, shows: '.state[role=alert]' },
  ],
  '/resultats/:session/:file': [
    { name: 'with faults', path: `${sessionPath}/f-1`, answers: officersDay, shows: '.faults' },
    { name: 'asked before it is confirmed', path: `${sessionPath}/f-1`, answers: officersDay, shows: '[role=alertdialog]',
      open: async (page) => { await press('.agree')(page); await press('.button.main')(page) } },
    { name: 'overtaken by another file', path: `${sessionPath}/f-1`, answers: { ...officersDay, 'POST /api/results/files/f-1/confirm': { ...refusal('ERR_RESULTS_OVERTAKEN', {}), status: 409 } }, shows: '.notice[role=alert]',
      open: async (page) => { await press('.agree')(page); await press('.button.main')(page); await press('.button.danger')(page) } },
    { name: 'confirmed, without a fault', path: `${sessionPath}/f-2`, answers: officersDay, shows: '.digest' },
    { name: 'of nothing sound', path: `${sessionPath}/f-3`, answers: officersDay, shows: '.faults' },
    { name: 'discarded', path: `${sessionPath}/f-4`, answers: officersDay, shows: '.big-figures' },
    { name: 'that is not there', path: `${sessionPath}/nowhere`, answers: officersDay, shows: '.state[role=alert]' },
  ],
  '/deliberations': [
    { name: 'with some, and results that wait for a jury', path: '/deliberations', answers: { ...juryOfficer, 'GET /api/deliberations': { body: { deliberations: [] } } }, shows: '.open-deliberation',
      open: async (page) => { for (const n of [0, 1, 2]) await page.locator('.name-one input').nth(n).check() } },
    { name: 'with nothing that waits', path: '/deliberations', answers: juryOfficer, shows: '.result-list' },
    { name: 'asked before a seat is ended', path: '/deliberations', answers: juryOfficer, open: press('.places .button'), shows: '[role=alertdialog]' },
    { name: 'without its seats', path: '/deliberations', answers: { ...juryOfficer, 'GET /api/juries/seats': { ...refusal('ERR_INTERNAL', {}), status: 500 } }, shows: '.notice[role=alert]' },
    { name: 'while nobody has a passkey', path: '/deliberations', answers: nobodyYet, shows: '#open-title' },
    { name: 'that the service refuses to open', path: '/deliberations', shows: '.notice[role=alert]',
      answers: { ...juryOfficer, 'GET /api/deliberations': { body: { deliberations: [] } }, 'POST /api/deliberations': { ...refusal('ERR_DELIBERATION_HELD', {}), status: 409 } },
      open: async (page) => { await press('.name-one input')(page); await press('.button.main')(page) } },
    { name: 'for a student', path: '/deliberations', answers: ordinaryDay(camille) },
    { name: 'with the service down', path: '/deliberations', answers: { ...juryOfficer, 'GET /api/deliberations': nothing }, shows: '.state[role=alert]' },
  ],
  '/deliberations/:deliberation': [
    { name: 'open, someone being replaced', path: '/deliberations/d-1', answers: juryOfficer, open: press('.places .button'), shows: '.replace' },
    { name: 'being opened, the ledger away', path: '/deliberations/d-2', answers: juryOfficer, shows: '.notice' },
    { name: 'waiting for its diplomas', path: '/deliberations/d-3', answers: juryOfficer, shows: '.places' },
    { name: 'decided, someone replaced', path: '/deliberations/d-4', answers: juryOfficer, shows: 'a[download]' },
    { name: 'that is not there', path: '/deliberations/nowhere', answers: juryOfficer, shows: '.state[role=alert]' },
  ],
  '/jury': [
    { name: 'with deliberations', path: '/jury', answers: membersDay, shows: '.result-list' },
    { name: 'of a new member', path: '/jury', answers: newMember, shows: '.card.raised' },
    { name: 'without a passkey made', path: '/jury', shows: '.notice[role=alert]', open: press('.button.main'),
      answers: { ...newMember, 'POST /api/juries/passkey/begin': { ...refusal('ERR_NOT_READY', {}), status: 503 } } },
    { name: 'for nobody', path: '/jury', answers: ordinaryDay() },
    { name: 'with the service down', path: '/jury', answers: { ...membersDay, 'GET /api/sittings': nothing, 'GET /api/juries/passkey': nothing }, shows: '.state[role=alert]' },
  ],
  '/jury/:sitting': [
    { name: 'to sign', path: '/jury/d-1', answers: membersDay, shows: '#sign-title' },
    { name: 'asked before refusing', path: '/jury/d-1', answers: membersDay, open: press('#sign-title ~ .row .button:not(.main)'), shows: '[role=alertdialog]' },
    { name: 'being opened', path: '/jury/d-2', answers: membersDay, shows: '.notice' },
    { name: 'waiting for its diplomas', path: '/jury/d-3', answers: membersDay, shows: '#sign-title' },
    { name: 'signed and decided', path: '/jury/d-4', answers: membersDay, shows: '.notice' },
    { name: 'of what was confirmed after a decision', path: '/jury/d-6', answers: membersDay, shows: '#sign-title' },
    { name: 'refused, in a second round', path: '/jury/d-5', answers: membersDay, shows: '.notice' },
    { name: 'that is not there', path: '/jury/nowhere', answers: membersDay, shows: '.state[role=alert]' },
  ],
  '/reglages': [
    { name: 'as they are', path: '/reglages', answers: ordinaryDay() },
    { name: 'with a code brought along', path: '/reglages#code=nothing', answers: ordinaryDay(), open: press('.carry [type=submit]'), shows: '[data-said=wrong]' },
  ],
  '/guide/:scenario': [
    { name: 'for a teacher', path: '/guide/consignation-armoire', answers: ordinaryDay(karim) },
    { name: 'that is not there', path: '/guide/rien', answers: ordinaryDay(karim) },
  ],
  '/galerie': [
    { name: 'in 3D', path: '/galerie?kind=breaker', answers: ordinaryDay(), shows: '[data-stage] canvas' },
    { name: 'on a device without 3D', path: '/galerie?kind=circuit-board', answers: ordinaryDay(), before: without3d },
  ],
  '/verifier': [
    { name: 'for anyone', path: '/verifier', answers: ordinaryDay() },
    { name: 'of a file that is no proof', path: '/verifier', answers: ordinaryDay(), shows: '.verdict',
      open: (page) => page.locator('input[type=file]').setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('{"hello":"world"}') }) },
    { name: 'with the service down', path: '/verifier', answers: down },
  ],
  nowhere: [{ name: 'an address that leads nowhere', path: '/nulle-part', answers: ordinaryDay() }],
}
