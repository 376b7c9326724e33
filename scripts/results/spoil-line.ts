// SPDX-License-Identifier: EUPL-1.2
import type { FaultCode } from '#domain/credential/diploma/index.ts'
import type { Line } from './make-line.ts'

/** What a file cannot show by itself: it takes another format, or what was confirmed before it. */
type Elsewhere = 'not-json' | 'double-earlier' | 'nothing-to-correct'
export type SpoiltBy = Exclude<FaultCode, Elsewhere | 'double-in-file' | 'cells'>

const bacPro = { diploma: 'PROJET-BCP-MELEC', decision: 'Admis' }

/** Of each fault that one line can have by itself: what it changes in a line. */
export const spoilers: Record<SpoiltBy, (line: Line) => Partial<Line>> = {
  'empty': () => ({ familyName: '' }),
  'digits': ({ familyName }) => ({ familyName: `${familyName}7` }),
  'control-character': ({ givenNames }) => ({ givenNames: `${givenNames}\u0007x` }),
  'formula': () => ({ birthPlace: '=CONCATENATE(A1;B1)' }),
  'mojibake': () => ({ familyName: 'LefÃ¨vre' }),
  'too-long': () => ({ schoolName: 'Lycée '.repeat(60) }),
  'ine-form': ({ ine }) => ({ ine: ine.slice(1) }),
  'spreadsheet-number': () => ({ ine: '1,23457E+10' }),
  'uai-form': () => ({ schoolUai: 'Lyon' }),
  'uai-letter': ({ schoolUai }) => ({ schoolUai: schoolUai.slice(0, 7) + (schoolUai[7] === 'A' ? 'B' : 'A') }),
  'leading-zero-lost': ({ schoolUai }) => ({ schoolUai: schoolUai.slice(1) }),
  'date-form': () => ({ birthDate: 'le 14 juillet' }),
  'date-short-year': ({ birthDate }) => ({ birthDate: `01/02/${birthDate.includes('/') ? birthDate.slice(8) : birthDate.slice(2, 4)}` }),
  'date-serial': () => ({ birthDate: '39643' }),
  'date-impossible': () => ({ birthDate: '31/02/2007' }),
  'birth-after-session': ({ session }) => ({ birthDate: `01/12/${session.slice(0, 4)}` }),
  'birth-implausible': () => ({ birthDate: '14/07/1899' }),
  'average-form': () => ({ average: 'douze' }),
  'average-range': () => ({ average: '25' }),
  'mention-unknown': () => ({ mention: 'Excellent' }),
  'mention-above-average': () => ({ ...bacPro, average: '12,5', mention: 'Très bien' }),
  'mention-below-average': () => ({ ...bacPro, average: '16,5', mention: 'Assez bien' }),
  'mention-of-refused': () => ({ ...bacPro, decision: 'Refusé', mention: 'Bien' }),
  'mention-not-given': () => ({ diploma: 'PROJET-CAP-ESSAI', decision: 'Admis', mention: 'Bien' }),
  'decision-unknown': () => ({ decision: 'en attente' }),
  'diploma-unknown': () => ({ diploma: 'INCONNU' }),
  'academy-unknown': () => ({ academy: 'Atlantide' }),
  'academy-other': ({ academy }) => ({ academy: academy === '25' ? '24' : '25' }),
  'session-form': () => ({ session: 'été' }),
  'session-other': ({ session }) => ({ session: `${Number(session.slice(0, 4)) - 1}${session.slice(4)}` }),
}
