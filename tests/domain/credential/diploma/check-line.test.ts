// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLine, columns, faultCodes, faultWords, readHeading, separatorOf, type Column, type FaultCode } from '#domain/credential/diploma/index.ts'
import { readDate, readSession } from '#domain/credential/diploma/dates.ts'
import { mentionFor } from '#domain/credential/diploma/marks.ts'
import { faultOfUai, isIne, uaiLetter } from '#domain/credential/diploma/numbers.ts'
import { knownRegisters } from '#service/adapters/results-file/index.ts'
import { ACADEMY, frenchHeaders, SESSION, soundLine, uaiOf } from '#tests/support/results-file.ts'

const beside = { registers: knownRegisters(), session: SESSION, academy: ACADEMY }
const check = (change: Partial<Record<Column, string>>) => checkLine({ ...soundLine(), ...change }, beside)
const faultsOf = (change: Partial<Record<Column, string>>) => {
  const checked = check(change)
  return 'faults' in checked ? checked.faults.map(({ code, column }) => `${column}: ${code}`) : []
}

/** Each with its fault in its name: the column, what stands there, what is said of it. */
const faulty: Record<string, [Column, string, FaultCode]> = {
  'an INE that is missing': ['ine', ' ', 'empty'],
  'an INE of twelve characters': ['ine', '123456789012', 'ine-form'],
  'an INE that a spreadsheet rounded': ['ine', '1,23457E+10', 'spreadsheet-number'],
  'a UAI with a letter beside': ['schoolUai', '0690001Z', 'uai-letter'],
  'a UAI of letters': ['schoolUai', 'LYCEE', 'uai-form'],
  'a UAI with a letter no UAI has': ['schoolUai', '0690001I', 'uai-letter'],
  'a UAI whose zero a spreadsheet ate': ['schoolUai', uaiOf('0690001').slice(1), 'leading-zero-lost'],
  'a name that is missing': ['familyName', '', 'empty'],
  'a name of a dash': ['familyName', '–', 'empty'],
  'a name with a digit': ['familyName', 'Dupont2', 'digits'],
  'a first name with an Arabic digit': ['givenNames', 'علي٣', 'digits'],
  'a name with a control character': ['familyName', 'Du\u0007pont', 'control-character'],
  'a name with a space of no width': ['familyName', 'Du\u200Bpont', 'control-character'],
  'a name with a mark of direction': ['familyName', 'Dupont\u200F', 'control-character'],
  'a name with a soft hyphen': ['givenNames', 'Jean\u00ADPaul', 'control-character'],
  'a name with a joiner between Latin letters': ['familyName', 'Du\u200Dpont', 'control-character'],
  'a name that begins with a joiner': ['familyName', '\u200Cنیا', 'control-character'],
  'a name with half of a surrogate pair': ['familyName', 'Du\uD800pont', 'control-character'],
  'a place with the other half': ['birthPlace', 'Paris \uDC00', 'control-character'],
  'a name that turns the text around': ['familyName', 'Du\u202Epont', 'control-character'],
  'a name that is a formula': ['familyName', '=HYPERLINK("x")', 'formula'],
  'a place that is a formula': ['birthPlace', '@SUM(A1)', 'formula'],
  'a name in UTF-8 read as Windows-1252': ['familyName', 'LefÃ¨vre', 'mojibake'],
  'an apostrophe read as Windows-1252': ['familyName', 'Nâ€™Diaye', 'mojibake'],
  'a capital read as Windows-1252': ['familyName', 'Ã‰lise', 'mojibake'],
  'a name with a letter that its encoding lacked': ['familyName', 'Bo?ena', 'mojibake'],
  'a name of which no letter was left': ['familyName', '????????', 'mojibake'],
  'a name with a byte that was no character': ['givenNames', 'Zo\uFFFD', 'mojibake'],
  'a name of three hundred letters': ['familyName', 'a'.repeat(300), 'too-long'],
  'a birth date that is missing': ['birthDate', '', 'empty'],
  'a birth date in words': ['birthDate', 'le 14 juillet', 'date-form'],
  'a birth date of a short year': ['birthDate', '14/07/08', 'date-short-year'],
  'a birth date as a spreadsheet counts': ['birthDate', '39643', 'date-serial'],
  'a 31 February': ['birthDate', '31/02/2008', 'date-impossible'],
  'a 29 February of 2007': ['birthDate', '2007-02-29', 'date-impossible'],
  'a birth after the session': ['birthDate', '01/07/2026', 'birth-after-session'],
  'a candidate of five': ['birthDate', '14/07/2021', 'birth-implausible'],
  'a candidate of 130': ['birthDate', '14/07/1896', 'birth-implausible'],
  'an average in words': ['average', 'quatorze', 'average-form'],
  'an average of 24': ['average', '24', 'average-range'],
  'an average below nought': ['average', '-1', 'average-range'],
  'a mention of its own': ['mention', 'Excellent', 'mention-unknown'],
  'a mention of signs': ['mention', '??', 'mention-unknown'],
  'a mention too high': ['mention', 'Très bien', 'mention-above-average'],
  'a mention too low': ['mention', 'Assez bien', 'mention-below-average'],
  'no mention at 14,25': ['mention', '', 'mention-below-average'],
  'a decision in no list': ['decision', 'en attente', 'decision-unknown'],
  'a decision named like a part of JavaScript': ['decision', 'constructor', 'decision-unknown'],
  'a decision that is missing': ['decision', '', 'empty'],
  'a diploma in no register': ['diploma', '40025518', 'diploma-unknown'],
  'an academy in no register': ['academy', 'Atlantide', 'academy-unknown'],
  'another academy': ['academy', 'Paris', 'academy-other'],
  'an academy whose zero a spreadsheet ate': ['academy', '1', 'leading-zero-lost'],
  'a session in no form': ['session', 'été', 'session-form'],
  'another session': ['session', '2025-06', 'session-other'],
}

describe('a line of a jury’s results', () => {
  it('is taken as it is meant', () => {
    expect(check({})).toEqual({ result: {
      ine: '123456000AB', familyName: 'Lefèvre-N’Diaye', givenNames: 'Chloé, Marie', birthDate: '2008-07-14', birthPlace: 'Paris 13e Arrondissement',
      school: { uai: uaiOf('0690001'), name: 'Lycée Louise-Michel' }, diploma: 'PROJET-BCP-MELEC', speciality: '', average: 14.25,
      mention: 'bien', decision: 'admitted', session: SESSION, academy: ACADEMY,
    } })
  })

  for (const [name, [column, text, code]] of Object.entries(faulty)) {
    it(`is refused for ${name}`, () => { expect(faultsOf({ [column]: text })).toEqual([`${column}: ${code}`]) })
  }

  it('is refused for a mention of somebody refused, and of a diploma that gives none', () => {
    expect(faultsOf({ decision: 'refusé' })).toEqual(['mention: mention-of-refused'])
    expect(faultsOf({ diploma: 'PROJET-CAP-ESSAI' })).toEqual(['mention: mention-not-given'])
  })

  it('says everything that is wrong, not the first thing', () => {
    expect(faultsOf({ ine: '', familyName: '3', birthDate: 'x' })).toEqual(['ine: empty', 'familyName: digits', 'birthDate: date-form'])
  })

  for (const [name, change] of Object.entries<Partial<Record<Column, string>>>({
    'names of other scripts': { familyName: 'בן־דוד', givenNames: 'محمد أمين' },
    'a joiner inside a Persian name': { familyName: 'می\u200Cخواهم' },
    'a Portuguese name in capitals': { familyName: 'JOÃO', givenNames: 'MÃE' },
    'an apostrophe first': { familyName: "’t Hooft" },
    'a line break in a cell': { birthPlace: 'Saint-Denis\nLa Réunion' },
    'a date with its midnight': { birthDate: '2008-07-14 00:00:00' },
    'an INE of ten digits': { ine: '1234567890f' },
    'an INE of an apprentice': { ine: '1234A56789B' },
    'an academy by its name': { academy: 'lyon' },
    'a session in words': { session: 'Juin 2026' },
    'no average': { average: '', mention: 'Bien' },
    'a diploma without mentions and a high average': { diploma: 'PROJET-BTS-ESSAI', mention: '' },
  })) it(`may have ${name}`, () => { expect(faultsOf(change)).toEqual([]) })

  it('has in every fault a reason and what to do, in French and English', () => {
    for (const code of faultCodes) for (const text of Object.values(faultWords[code])) expect([text.fr, text.en].every((words) => words.length > 5), code).toBe(true)
  })
})

describe('the parts of a line', () => {
  it('has in a UAI the letter of its number', () => {
    expect(['0750680G', '9999999Z'].map(faultOfUai)).toEqual([null, 'uai-letter'])
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (number, letter) => {
      const digits = String(number).padStart(7, '0')
      expect(faultOfUai(digits + letter)).toBe(letter === uaiLetter(digits) ? null : 'uai-letter')
    }))
  })

  it('finds a changed digit of a UAI', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{7}$/), fc.nat(6), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const other = [...digits].map((digit, n) => (n === at ? String((Number(digit) + by) % 10) : digit)).join('')
      expect(faultOfUai(other + uaiLetter(digits))).toBe('uai-letter')
    }))
  })

  it('takes an INE of a known form alone', () => {
    fc.assert(fc.property(fc.stringMatching(/^(\d{9}[A-Z]{2}|\d{10}[A-Z]|\d{4}A\d{5}[A-Z])$/), (ine) => { expect(isIne(ine)).toBe(true) }))
    fc.assert(fc.property(fc.string({ maxLength: 10 }), (text) => { expect(isIne(text)).toBe(false) }))
  })

  it('reads every day there is, in both writings, and no other', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const two = (n: number) => String(n).padStart(2, '0')
      const there = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(`${year}-${two(month)}-${two(day)}`)
      const expected = there ? { date: `${year}-${two(month)}-${two(day)}` } : { fault: 'date-impossible' }
      expect(readDate(`${two(day)}/${two(month)}/${year}`)).toEqual(expected)
      expect(readDate(`${year}-${two(month)}-${two(day)}`)).toEqual(expected)
    }))
  })

  it('reads a session', () => {
    expect(['2026-06', '06/2026', '6-2026', 'août 2026', '13/2026', '2026', ''].map(readSession)).toEqual(['2026-06', '2026-06', '2026-06', '2026-08', null, null, null])
  })

  it('gives each mention from its mark on', () => {
    expect([11.99, 12, 13.99, 14, 15.99, 16, 20].map(mentionFor)).toEqual(['none', 'assez-bien', 'assez-bien', 'bien', 'bien', 'tres-bien', 'tres-bien'])
  })

  it('finds the columns with or without accents, in any order, others between them', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...columns], { minLength: columns.length }), fc.boolean(), (order, bare) => {
      const heads = order.map((column) => (bare ? frenchHeaders[column].normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() : ` ${frenchHeaders[column]} `))
      expect(readHeading([...heads, 'Remarque'])).toEqual({ cells: [...order, null], missing: [], doubled: [] })
    }))
    expect(readHeading(['Nom', 'NOM DE FAMILLE', 'Prénom'])).toMatchObject({ doubled: ['familyName'], missing: expect.arrayContaining(['ine', 'academy']) })
  })

  it('finds the separator outside quotes', () => {
    expect(['a;b;c', 'a,b,c', 'a\tb\tc', '"a,b,c,d";e', 'INE'].map(separatorOf)).toEqual([';', ',', '\t', ';', ';'])
  })
})
