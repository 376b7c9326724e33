// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { mentions } from '#domain/credential/diploma/issuing.ts'
import type { DiplomaRecord } from '#domain/credential/diploma/issuing.ts'

/** A diploma as most are. */
export const diplomaOf = (changes: Partial<DiplomaRecord> = {}): DiplomaRecord => ({
  id: 'urn:uuid:0b6f1d1e-6a0e-4b55-9d0c-0c6d7f2a9e11',
  validFrom: '2026-07-06T10:00:00Z',
  issuer: { did: 'did:web:localhost%3A3000:academies:versailles', name: 'Académie de Versailles' },
  holder: { familyName: 'LEFÈVRE', givenNames: 'Zoé, Marie', birthDate: '2008-02-29', birthPlace: 'Saint-Denis (974)' },
  diploma: {
    code: '40025524', address: 'http://localhost:3000/diplomas/40025524',
    title: { fr: 'Baccalauréat professionnel', en: 'Vocational baccalaureate' },
    speciality: 'Métiers de l’électricité et de ses environnements connectés', mention: 'bien',
  },
  school: { uai: '0780004X', name: 'Lycée des métiers Jean-Perrin' },
  session: '2026-07',
  academy: { code: '25', name: 'Versailles' },
  status: { list: 'http://localhost:3000/status/diplomas-1', index: 4711 },
  ...changes,
})

/** Texts as registers have them, and as nobody should: accents, apostrophes, right to left, quotes, controls, long ones. */
const anyText = fc.oneof(
  fc.constantFrom('Zoé d’Été-L’Hôpital', "Ó'Brien", 'ליאור כהן', 'محمد الأمين', '"', '\\', 'a\nb', '\t', 'x\u0000y\u007f', '東京', '𝒵oé', 'ﬁ', '@type', '@',
    'did:web:x', '_:c14n0', '<urn:x>', 'slot-0-of-a-form', 'slot-12-of-a-form', '\\u0041', 'é'.normalize('NFD'), '\u202eabc', '\u2028'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => text.isWellFormed()),
  fc.nat(4000).map((length) => 'é'.repeat(length + 1)),
  fc.nat(300).map((length) => 'Ab’'.repeat(length + 1)),
)
const needed = anyText.filter((text) => text.trim() !== '')
const perhaps = fc.oneof({ arbitrary: fc.constant(''), weight: 1 }, { arbitrary: anyText, weight: 4 })
const day = fc.integer({ min: -1_500_000_000, max: 1_400_000_000 }).map((at) => new Date(at * 1000).toISOString().slice(0, 10))

/** Any diploma that holds, of a few forms. */
export const anyDiploma: fc.Arbitrary<DiplomaRecord> = fc.record({
  uuid: fc.uuid(), familyName: needed, givenNames: perhaps, birthPlace: perhaps, birthDate: day, school: needed, uai: needed,
  speciality: perhaps, title: needed, mention: fc.constantFrom(...mentions), index: fc.nat(131_071),
  code: fc.constantFrom('40025524', '50022135', 'BAC-PRO.1', 'é 1'), list: fc.constantFrom('1', '2'),
}).map(({ uuid, familyName, givenNames, birthPlace, birthDate, school, uai, speciality, title, mention, index, code, list }) => diplomaOf({
  id: `urn:uuid:${uuid}`,
  holder: { familyName, givenNames, birthDate, birthPlace },
  diploma: { code, address: `http://localhost:3000/diplomas/${encodeURIComponent(code)}`, title: { fr: title, en: title }, speciality, mention },
  school: { uai, name: school },
  status: { list: `http://localhost:3000/status/${list}`, index },
}))
