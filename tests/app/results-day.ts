// SPDX-License-Identifier: EUPL-1.2
// What an academy's officer finds on a day in July: a session, its files, their reports.
import type { Page } from 'playwright-core'
import type { FaultCount, ResultsFile } from '#app/pages/results/shapes.ts'
import type { Answer, Answers } from './fake-service.ts'
import { nadia, ordinaryDay } from './fixtures.ts'

export const sessionId = 's-2026'
export const sessionPath = `/resultats/${sessionId}`

const session = { id: sessionId, session: '2026-06', academy: { code: '10', name: 'Lyon' }, openedAt: '2026-07-01T08:00:00Z' }
const digest = (digit: string) => `sha256:${digit.repeat(64)}`

const file = (id: string, change: Partial<ResultsFile>): ResultsFile => ({
  id, name: 'resultats-juin.csv', kind: 'results', state: 'checked', encoding: 'windows-1252', separator: ';', bytes: 192_067_710, lines: 1_000_000, emptyLines: 5_000,
  sound: 679_412, admitted: 521_088, faulty: 320_588, digest: digest('a'), uploadedAt: '2026-07-02T09:30:00Z', confirmedAt: null, resultsDigest: null,
  ...change,
})
const confirmed = { state: 'confirmed', confirmedAt: '2026-07-02T10:00:00Z', resultsDigest: digest('c') } as const

const files = [
  file('f-1', { kind: 'additions' }),
  file('f-2', { ...confirmed, faulty: 0, sound: 41_203, lines: 41_203, admitted: 36_900, emptyLines: 0, encoding: 'utf-8', bytes: 7_913_000 }),
  file('f-3', { name: null, kind: 'corrections', sound: 0, admitted: 0, faulty: 1, lines: 1, emptyLines: 1, separator: '\t', bytes: 210 }),
  file('f-4', { state: 'discarded', faulty: 12 }),
]

const counts: FaultCount[] = [
  { code: 'uai-letter', column: 'schoolUai', count: 10_021, lines: [41_203, 41_377, 41_402, 50_001, 50_002] },
  { code: 'leading-zero-lost', column: 'schoolUai', count: 9_944, lines: [12, 80, 81, 92, 140] },
  { code: 'mention-above-average', column: 'mention', count: 3, lines: [7, 8, 1_204] },
  { code: 'double-earlier', column: 'ine', count: 2, lines: [3, 4] },
  { code: 'cells', column: null, count: 1, lines: [9] },
]

const reports = Object.fromEntries(files.map((one): [string, Answer] => [`GET /api/results/files/${one.id}`, { body: {
  file: one, session, counts: one.faulty === 0 ? [] : one.faulty === 1 ? counts.slice(4) : counts,
} }]))

const academies = [session.academy]

export const officersDay: Answers = {
  ...ordinaryDay(nadia),
  ...reports,
  'GET /api/results/academies': { body: { academies } },
  'GET /api/results/sessions': { body: { sessions: [
    { ...session, files: 4, confirmed: 41_203, digest: digest('c') },
    { ...session, id: 's-2025', session: '2025-09', files: 1, confirmed: 0, digest: null },
  ] } },
  [`GET /api/results/sessions/${sessionId}`]: { body: { session, files } },
}
export const quietSession: Answers = { ...officersDay, [`GET /api/results/sessions/${sessionId}`]: { body: { session, files: [] } } }

export const refusal = (code: string, values: Record<string, unknown>): Answer =>
  ({ status: 422, body: { code, values } })

/** The service refuses whatever file it is sent. */
export const refusing = (code: string, values: Record<string, unknown>): Answers =>
  ({ [`POST /api/results/sessions/${sessionId}/files`]: refusal(code, values) })

export const dropFile = (name: string, text: string) => (page: Page) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** An upload that never comes to its end. */
export const endless = (page: Page) => page.addInitScript(() => {
  XMLHttpRequest.prototype.send = function send() {
    setTimeout(() => this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded: 42, total: 100 })), 20)
  }
})
