// SPDX-License-Identifier: EUPL-1.2
import type { AdmittedLine, AdmittedLines } from '#service/use-cases/diplomas/index.ts'

/** As a session's are: most plain, some with accents or apostrophes, a few written from right to left or with what must be escaped. */
const families = [
  'MARTIN', 'BERNARD', 'THOMAS', 'PETIT', 'ROBERT', 'RICHARD', 'DURAND', 'DUBOIS', 'MOREAU', 'LAURENT', 'SIMON', 'MICHEL', 'LEFÈVRE', 'LEROY', 'ROUX',
  'DAVID', 'BERTRAND', 'MOREL', 'FOURNIER', 'GIRARD', 'BEN SAÏD', 'N’GUYEN', 'LAMBERT', 'D’ALMEIDA', 'BONNET', 'כהן', 'FRANÇOIS', 'MARTINEZ', 'LEGRAND', 'O"HARA',
  'GARNIER', 'SOARES\\ROSA',
]
const mentions = ['none', 'assez-bien', 'bien', 'tres-bien'] as const
const codes = ['PROJET-BCP-MELEC', 'PROJET-BCP-CIEL']

/** The n-th line of a made-up session. */
export const lineOf = (n: number): AdmittedLine => ({
  key: String(n).padStart(9, '0'),
  result: {
    familyName: `${families[n % families.length]} ${n}`, givenNames: n % 3 ? 'Zoé' : 'Ali, Marie', birthDate: `2008-0${1 + (n % 9)}-1${n % 10}`,
    birthPlace: n % 2 ? 'Nantes' : 'Saint-Denis (974)', school: { uai: '0780004X', name: 'Lycée des métiers Jean-Perrin' },
    diploma: codes[n % 2]!, speciality: n % 5 ? 'Réseaux' : '', average: null, mention: mentions[n % 4]!, decision: 'admitted',
    session: '2026-07', academy: '25',
  },
})

/** So many made-up lines, in their order; each asking is counted. */
export function madeUpLines(count: number, change = (line: AdmittedLine) => line): AdmittedLines {
  return {
    count: async () => count,
    after: async (_session, key, limit) => {
      const first = key === null ? 1 : Number(key) + 1
      return Array.from({ length: Math.max(0, Math.min(limit, count - first + 1)) }, (_, i) => change(lineOf(first + i)))
    },
  }
}
