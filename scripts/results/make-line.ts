// SPDX-License-Identifier: EUPL-1.2
import academies from '#resources/registers/academies.json' with { type: 'json' }
import diplomas from '#resources/registers/diplomas.json' with { type: 'json' }
import type { Column } from '#domain/credential/diploma/index.ts'
import { mentionFor } from '#domain/credential/diploma/marks.ts'
import { uaiLetter } from '#domain/credential/diploma/numbers.ts'
import type { Chance } from './chance.ts'

export type Line = Record<Column, string>

const families = [
  'Martin', 'Lefèvre', 'N’Diaye', "D'Almeida", 'Benali', 'Müller', 'Nguyễn', 'Łukasiewicz', 'Ben Haïm', 'de La Tour d’Auvergne', 'Çelik',
  'O’Connor', 'Garçia-Lòpez', 'Saint-Éloi', 'Öztürk', 'محمود', 'בן־דוד', 'الفاسي', 'Παπαδόπουλος', 'Шевченко', '山田', 'Rakotoarimanana',
]
const given = [
  'Chloé', 'Marie-Thérèse', 'Inès', 'Yanis', 'Zoë', 'François', 'Anaïs', 'Gaëlle', 'Noé', 'Åsa', 'محمد', 'נועה', 'Maëlys', 'Théo',
  'Jean-Baptiste', 'Kévin', 'Ludmila', 'D’Artagnan', 'فاطمة الزهراء', 'Élodie',
]
const places = ['Lyon', 'Saint-Étienne', 'L’Haÿ-les-Roses', 'Paris 13e Arrondissement', 'Aïn Témouchent', 'Saint-Denis (La Réunion)', 'القاهرة', 'Bourg-en-Bresse', 'Fort-de-France']
const schools = ['Lycée Louise-Michel', 'Lycée des métiers « Les Canuts »', 'LP Jean-Moulin', 'CFA de l’Ain ; site 2', 'Lycée "Ampère"']
const mentionWords = { 'none': ['', 'Sans mention'], 'assez-bien': ['Assez bien', 'AB'], 'bien': ['Bien', 'B'], 'tres-bien': ['Très bien', 'TB'] } as const
// No speciality for most; one is as long as a text may be.
const specialities = ['', '', '', 'Option A', `Spécialité ${'très '.repeat(30)}longue`.slice(0, 190)]

export const two = (n: number) => String(n).padStart(2, '0')

/** Another digit for each person: no two have one INE. */
const ineOf = (n: number) => (n % 3 === 0 ? `${String(1_000_000_000 + n)}F` : `${String(100_000_000 + n)}${n % 2 === 0 ? 'AB' : 'XK'}`)

/** A line with nothing wrong, of the `n`th person. `school`: the UAI of everyone's school; without, each has one by chance. */
export function soundLine(n: number, chance: Chance, { session, academy, school }: { session: string; academy: string; school?: string }): Line {
  const diploma = chance.of(diplomas.diplomas)
  const average = Math.round(chance.next() * 1_200 + 700) / 100
  const admitted = average >= 10
  const mention = diploma.mentions && admitted ? mentionFor(average) : 'none'
  const digits = `069${String(chance.below(9_000)).padStart(4, '0')}`
  const day = { year: Number(session.slice(0, 4)) - 18 - chance.below(4), month: two(1 + chance.below(12)), day: two(1 + chance.below(28)) }
  return {
    ine: ineOf(n), familyName: chance.of(families), givenNames: chance.below(3) === 0 ? `${chance.of(given)}, ${chance.of(given)}` : chance.of(given),
    birthDate: chance.below(4) === 0 ? `${day.year}-${day.month}-${day.day}` : `${day.day}/${day.month}/${day.year}`,
    birthPlace: chance.of(places), schoolUai: school ?? digits + uaiLetter(digits), schoolName: chance.of(schools), diploma: diploma.code,
    speciality: chance.of(specialities), average: chance.below(20) === 0 && mention === 'none' ? '' : String(average).replace('.', ','),
    mention: chance.of(mentionWords[mention]), decision: admitted ? chance.of(['Admis', 'Admise']) : chance.of(['Refusé', 'Refusée']), session,
    academy: chance.below(5) === 0 ? academies.academies.find(({ code }) => code === academy)?.name ?? academy : academy,
  }
}
