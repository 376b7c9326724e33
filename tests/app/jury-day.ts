// SPDX-License-Identifier: EUPL-1.2
// What a jury's members and the academy find while a session is deliberated.
import type { Deliberation, Juror, Place, Seat, Sitting } from '#app/pages/jury/shapes.ts'
import type { Person } from '#app/service/person.tsx'
import type { Answers } from './fake-service.ts'
import { nadia, ordinaryDay } from './fixtures.ts'
import { officersDay } from './results-day.ts'

export const paul: Person = { id: 'p-4', displayName: 'Paul Rivière', roles: ['jury'], school: null }

const hex = (digit: string) => `0x${digit.repeat(64)}`
const seat = (place: number, person: string, name: string, change: Partial<Place> = {}): Place =>
  ({ place, person, name, member: hex(String(place + 1)), replacedBy: null, vote: null, signedAt: null, ...change })
const at = '2026-07-03T09:12:00Z'
const signed = { vote: 'decided', signedAt: at } as const
const places = [seat(0, 'p-4', 'Paul Rivière'), seat(1, 'p-5', 'Maëlle Kerbrat', signed), seat(2, 'p-6', 'Thierry Nguyen')]

const one = (change: Partial<Deliberation> = {}): Deliberation => ({
  id: 'd-1', results: 's-2026', session: '2026-06', academy: 'Lyon', round: 1, afterRefusal: false, state: 'open', digest: `sha256:${'c'.repeat(64)}`, quorum: 2,
  counts: { admitted: 36_900, refused: 4_303, mentions: { none: 15_001, 'assez-bien': 12_400, bien: 7_300, 'tres-bien': 2_199 } },
  name: hex('d'), root: hex('e'), problem: null, openedAt: '2026-07-03T08:00:00Z', closedAt: null, minutes: false, signedMinutes: false, places, ...change,
})
export const deliberations = {
  'd-1': one(),
  'd-2': one({ id: 'd-2', state: 'opening', counts: null, name: null, root: null, academy: 'Saint-Pierre-et-Miquelon', problem: 'ERR_LEDGER_UNREACHABLE', places: places.map((it) => ({ ...it, vote: null, signedAt: null })) }),
  'd-3': one({ id: 'd-3', root: null, places: places.map((it) => ({ ...it, vote: null, signedAt: null })) }),
  'd-4': one({ id: 'd-4', state: 'decided', closedAt: at, minutes: true, signedMinutes: true, places: [seat(0, 'p-4', 'Paul Rivière', signed), seat(1, 'p-5', 'Maëlle Kerbrat', { replacedBy: 'Thierry Nguyen' }), seat(2, 'p-6', 'Thierry Nguyen', signed)] }),
  'd-6': one({ id: 'd-6', round: 2 }),
  'd-5': one({ id: 'd-5', round: 2, afterRefusal: true, state: 'refused', closedAt: at, minutes: true, places: places.map((it) => ({ ...it, vote: 'refused', signedAt: at })) }),
}
const all = Object.values(deliberations)

const request = { challenge: 'c2lnbiB0aGlz', rpId: 'localhost', allowCredentials: [{ id: 'a2V5', type: 'public-key' as const }] }
const sittingOf = (deliberation: Deliberation): Sitting => {
  const open = deliberation.state === 'open'
  return { deliberation, ask: { decided: open && deliberation.root ? request : null, refused: open ? request : null } }
}
const people: Juror[] = [
  ...places.map(({ person, name }) => ({ person, name, hasPasskey: true })), { person: 'p-7', name: 'Élodie Castaing', hasPasskey: true }, { person: 'p-8', name: 'Jean Ottavi', hasPasskey: false },
]

const until = '2027-07-03T08:00:00Z'
const seats: Seat[] = [
  { member: hex('7'), person: 'p-7', name: 'Élodie Castaing', until, sits: false, endingSince: at },
  { member: hex('2'), person: 'p-5', name: 'Maëlle Kerbrat', until, sits: false, endingSince: null },
  { member: hex('1'), person: 'p-4', name: 'Paul Rivière', until, sits: true, endingSince: null },
]

export const membersDay: Answers = {
  ...ordinaryDay(paul),
  'GET /api/sittings': { body: { deliberations: all } },
  'GET /api/juries/passkey': { body: { passkey: { member: hex('1'), registeredAt: '2026-06-20T10:00:00Z' } } },
  ...Object.fromEntries(all.map((it) => [`GET /api/sittings/${it.id}`, { body: sittingOf(it) }])),
}
export const newMember: Answers = {
  ...membersDay, 'GET /api/sittings': { body: { deliberations: [] } }, 'GET /api/juries/passkey': { body: { passkey: null } },
}
export const juryOfficer: Answers = {
  ...officersDay, ...ordinaryDay(nadia),
  'GET /api/deliberations': { body: { deliberations: all.slice(3) } },
  'GET /api/juries/people': { body: { people } },
  'GET /api/juries/seats': { body: { seats } },
  ...Object.fromEntries(all.map((it) => [`GET /api/deliberations/${it.id}`, { body: { deliberation: it } }])),
}
export const nobodyYet: Answers = {
  ...juryOfficer, 'GET /api/deliberations': { body: { deliberations: [] } }, 'GET /api/juries/people': { body: { people: people.slice(-1) } }, 'GET /api/juries/seats': { body: { seats: [] } },
}
