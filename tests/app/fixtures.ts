// SPDX-License-Identifier: EUPL-1.2
import type { CatalogueEntry } from '#app/service/shapes.ts'
import type { Person } from '#app/service/person.tsx'
import type { Answers } from './fake-service.ts'

export const camille: Person = {
  id: 'p-1', displayName: 'Camille Moreau', roles: ['student'], school: { id: 's-1', name: 'Lycée Marie Curie' },
}
export const karim: Person = {
  id: 'p-2', displayName: 'Karim Benali', roles: ['teacher'], school: { id: 's-1', name: 'Lycée Marie Curie' },
}

export const helene: Person = {
  id: 'p-4', displayName: 'Hélène Garnier', roles: ['school-head'], school: { id: 's-1', name: 'Lycée Marie Curie' },
}
export const nadia: Person = { id: 'p-3', displayName: 'Nadia Roussel', roles: ['academy'], school: null }

export const consignation: CatalogueEntry = {
  id: 'consignation-armoire',
  digest: `sha256:${'a'.repeat(64)}`,
  title: { fr: 'Consigner une armoire électrique', en: 'Lock out an electrical cabinet' },
  summary: {
    fr: 'L’extracteur doit être réparé. Avant que quiconque y touche, l’armoire A2 doit être hors tension, condamnée et vérifiée.',
    en: 'The extractor fan needs repair. Before anyone touches it, cabinet A2 must be dead, locked and proven.',
  },
  framework: { id: 'melec', title: { fr: 'Bac pro MELEC', en: 'MELEC vocational baccalaureate' } },
  competences: [
    { code: 'C1', label: { fr: 'Analyser les conditions de l’opération et son contexte', en: 'Analyse the conditions of the operation and its context' } },
    { code: 'C2', label: { fr: 'Organiser l’opération dans son contexte', en: 'Organise the operation in its context' } },
    { code: 'C5', label: { fr: 'Contrôler les grandeurs caractéristiques de l’installation', en: 'Check the characteristic quantities of the installation' } },
    { code: 'C9', label: { fr: 'Remplacer un matériel électrique', en: 'Replace electrical equipment' } },
    { code: 'C11', label: { fr: 'Compléter les documents liés aux opérations', en: 'Fill in the documents of the operation' } },
    { code: 'C12', label: { fr: 'Communiquer entre professionnels sur l’opération', en: 'Communicate between professionals about the operation' } },
  ],
  minutes: 20,
  modes: ['guided', 'practice', 'assessed'],
}

/** As many scenarios as make one choose, of two trainings; the last one came without a guide. */
export const fullCatalogue: Answers = { 'GET /api/scenarios': { body: { scenarios: [
  consignation, ...['panne-depart-moteur', 'cablage-baie-reseau', 'brasage-composant', 'sans-guide'].map((id, i) => ({
    ...consignation, id, title: { fr: `Scénario ${id}`, en: `Scenario ${id}` },
    ...(i > 0 ? { framework: { id: 'ciel', title: { fr: 'Bac pro CIEL', en: 'CIEL vocational baccalaureate' } } } : {}),
  })),
] } } }

/** What the service answers to someone (null: nobody is signed in) on an ordinary day. */
export const ordinaryDay = (person: Person | null = null): Answers => ({
  'GET /api/me': { body: { person } },
  'POST /api/sign-out': { status: 204 },
  'GET /api/scenarios': { body: { scenarios: [consignation] } },
})

const ofCamille = { learner: { displayName: 'Camille Moreau' }, scenario: { id: consignation.id, title: consignation.title } }
const times = { startedAt: '2026-11-23T08:12:00Z', finishedAt: '2026-11-23T08:31:00Z' }

/** A student with one proof ready, one on its way, and a few attempts. */
export const fullWallet: Answers = {
  'GET /api/wallet/diplomas': { body: { diplomas: [] } },
  'GET /api/credentials': { body: { credentials: [
    { id: 'c-1', title: consignation.title, school: 'Lycée Marie Curie', issuedAt: '2026-11-20T10:00:00Z', status: 'ready' },
    { id: 'c-2', title: consignation.title, school: 'Lycée Marie Curie', issuedAt: '2026-11-23T10:00:00Z', status: 'anchoring' },
  ] } },
  'GET /api/attempts': { body: { attempts: (['issued', 'assessed', 'refused', 'open'] as const).map((status, i) => ({
    id: `a-${i}`, scenario: ofCamille.scenario, mode: 'assessed', assurance: 'online', status, ...times, acquired: true,
  })) } },
}
export const emptyWallet: Answers = {
  'GET /api/wallet/diplomas': { body: { diplomas: [] } },
  'GET /api/credentials': { body: { credentials: [] } },
  'GET /api/attempts': { body: { attempts: [] } },
}
const diploma = {
  id: '22222222-3333-4444-8555-666666666666', title: { fr: 'Baccalauréat professionnel, métiers de l’électricité', en: 'Vocational baccalaureate, electrical trades' }, state: 'valid', ready: true,
  issuer: { did: 'did:web:x', name: 'Académie de Lyon' }, validFrom: '2026-07-06T10:00:00Z', session: '2026-07',
  holder: { familyName: 'MOREAU', givenNames: 'Camille, Rose', birthDate: '2008-02-29', birthPlace: 'Saint-Denis (974)' },
  diploma: {
    code: '40025524', title: 'Baccalauréat professionnel, métiers de l’électricité et de ses environnements connectés', speciality: 'Réseaux et communications', mention: 'Bien',
  },
  school: { uai: '0780004X', name: 'Lycée des métiers Jean-Perrin' },
}
/** A graduate: one diploma that holds, one that was suspended and says little. */
export const graduate: Answers = {
  ...emptyWallet,
  'GET /api/wallet/diplomas': { body: { diplomas: [
    diploma, { ...diploma, id: 'd-2', state: 'suspended', diploma: { ...diploma.diploma, title: 'CAP Électricien', speciality: null, mention: null } },
  ] } },
}

/** A teacher with a session open and results to look at. */
export const busyDesk: Answers = {
  'GET /api/sessions': { body: { sessions: [
    { id: 's-1', code: 'K7M4Q2', scenario: consignation.id, openedAt: '2026-11-23T08:00:00Z', closedAt: null },
  ] } },
  'GET /api/validations': { body: {
    pending: [
      { attempt: 'a-1', ...ofCamille, ...times, assurance: 'supervised', acquired: true, criteriaMet: 26, criteriaTotal: 26, eliminated: false, unfinishedOthers: 0, longestSilenceMs: 4_000 },
      { attempt: 'a-2', ...ofCamille, ...times, learner: { displayName: 'Inès Da Silva' }, assurance: 'online', acquired: false, criteriaMet: 21, criteriaTotal: 26, eliminated: true, unfinishedOthers: 2, longestSilenceMs: 754_000 },
    ],
    unfinished: [{ attempt: 'a-3', ...ofCamille, startedAt: times.startedAt, finishedAt: null, assurance: 'online', acquired: null, criteriaMet: null, criteriaTotal: null, eliminated: null, unfinishedOthers: 0, longestSilenceMs: 4_000 }],
  } },
}
export const quietDesk: Answers = {
  'GET /api/sessions': { body: { sessions: [] } },
  'GET /api/validations': { body: { pending: [], unfinished: [] } },
}

const governed = {
  id: '11111111-2222-4333-8444-555555555555', title: consignation.title, holder: 'Camille Moreau', school: 'Lycée Marie Curie',
  told: null, issuedAt: '2026-11-20T10:00:00Z', state: 'valid', suspendable: true, replacedBy: null, replaces: null, duplicates: 0, kind: 'competence', mayConfirm: true, corrected: false,
}
const told = { birthDate: '2008-02-29', birthPlace: 'Saint-Denis (974)', schooledAt: 'Lycée des métiers Jean-Perrin' }
const act = {
  id: 'x-1', act: 'suspend', reason: 'inquiry', proposedBy: { name: 'Nadia Roussel', me: false }, proposedAt: '2026-11-23T08:12:00Z', decision: null,
}
const confirmed = { ...act, id: 'x-0', decision: { taken: 'confirmed', by: { name: 'Hélène Garnier', me: true }, at: '2026-11-23T09:00:00Z' } }

/** The head of a school: one act to confirm, one of her own that waits; a credential that was suspended once. */
export const busyHead: Answers = {
  'GET /api/status-acts': { body: { waiting: [
    { ...act, credential: governed },
    { ...act, id: 'x-2', act: 'revoke', reason: 'fraud', proposedBy: { name: 'Hélène Garnier', me: true }, credential: { ...governed, kind: 'diploma', id: 'c-9', holder: 'Inès Da Silva', told } },
    { ...act, id: 'x-3', credential: { ...governed, kind: 'diploma', id: 'c-10', holder: 'Malik Benali', told } },
  ] } },
  'POST /api/credentials/find': { body: { credential: { ...governed, state: 'suspended' }, history: [confirmed, { ...confirmed, id: 'x-7', act: 'duplicate', reason: 'file-lost' }] } },
}
/** Diplomas found by a name, and slips to print. */
export const handingHead: Answers = {
  'GET /api/status-acts': { body: { waiting: [] } },
  'POST /api/diplomas/search': { body: { found: [{ ...governed, kind: 'diploma', mayConfirm: false, told }] } },
  'POST /api/diplomas/claim-codes': { body: { slips: [
    { holder: 'Camille, Rose MOREAU', title: 'CAP Électricien', speciality: null, code: 'K7M4-Q2ZP-9RST-BDFH' },
    { holder: 'Inès DA SILVA', title: 'Baccalauréat professionnel', speciality: 'Réseaux', code: 'W3XY-4Z5A-6BCD-7EFG' },
  ], next: 'c-9' } },
}
export const quietHead: Answers = {
  'GET /api/status-acts': { body: { waiting: [] } },
  'POST /api/credentials/find': { body: { credential: { ...governed, state: 'revoked', replacedBy: 'c-8', duplicates: 2 }, history: [] } },
}
