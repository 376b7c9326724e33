// SPDX-License-Identifier: EUPL-1.2
import type { Column, RawLine } from './columns.ts'
import { faultOfAge, readDate, readSession } from './dates.ts'
import type { Fault, FaultCode } from './faults.ts'
import { faultOfMention, readAverage, readDecision, readMention } from './marks.ts'
import { faultOfUai, isIne, isSpreadsheetNumber } from './numbers.ts'
import type { JuryResult } from './record.ts'
import { academyOf, type Registers } from './registers.ts'
import { faultOfText, tidy } from './texts.ts'

/** What a line is checked beside: the registers, and the session that the file is for. */
export type Beside = { registers: Registers; session: string; academy: string }
export type CheckedLine = { result: JuryResult } | { faults: Fault[] }

/** Checks one line; gives the result it says, or everything that is wrong with it. */
export function checkLine(raw: RawLine, beside: Beside): CheckedLine {
  const faults: Fault[] = []
  const note = (column: Column, code: FaultCode | null) => { if (code) faults.push({ code, column }) }
  const cell = (column: Column) => tidy(raw[column] ?? '')
  const result: JuryResult = {
    ine: ineOf(cell('ine'), note),
    ...textsOf(raw, note),
    birthDate: birthOf(cell('birthDate'), beside.session, note),
    school: { uai: uaiOf(cell('schoolUai'), note), name: textOf(raw, 'schoolName', note, { required: true, digits: true }) },
    diploma: diplomaOf(cell('diploma'), beside.registers, note),
    speciality: textOf(raw, 'speciality', note, { required: false, digits: true }),
    ...marksOf(cell, note),
    session: sessionOf(cell('session'), beside.session, note),
    academy: academyIn(cell('academy'), beside, note),
  }
  if (faults.length === 0) {
    const gives = beside.registers.diplomas.get(result.diploma)?.mentions ?? false
    note('mention', faultOfMention(result.mention, result.average, result.decision, gives))
  }
  return faults.length === 0 ? { result } : { faults }
}

type Note = (column: Column, code: FaultCode | null) => void

function ineOf(text: string, note: Note): string {
  const ine = text.replace(/ /g, '').toUpperCase()
  if (ine === '') note('ine', 'empty')
  else if (isSpreadsheetNumber(ine)) note('ine', 'spreadsheet-number')
  else if (!isIne(ine)) note('ine', 'ine-form')
  return ine
}

function textOf(raw: RawLine, column: Column, note: Note, what: Parameters<typeof faultOfText>[1]): string {
  const text = raw[column] ?? ''
  note(column, faultOfText(text, what))
  return tidy(text)
}

const textsOf = (raw: RawLine, note: Note) => ({
  familyName: textOf(raw, 'familyName', note, { required: true, digits: false }),
  givenNames: textOf(raw, 'givenNames', note, { required: true, digits: false }),
  // "Paris 13e Arrondissement": a place may hold a digit.
  birthPlace: textOf(raw, 'birthPlace', note, { required: true, digits: true }),
})

function birthOf(text: string, session: string, note: Note): string {
  const read = readDate(text)
  if ('fault' in read) {
    note('birthDate', read.fault)
    return ''
  }
  note('birthDate', faultOfAge(read.date, session))
  return read.date
}

function uaiOf(text: string, note: Note): string {
  const uai = text.replace(/ /g, '').toUpperCase()
  note('schoolUai', uai === '' ? 'empty' : isSpreadsheetNumber(uai) ? 'spreadsheet-number' : faultOfUai(uai))
  return uai
}

function diplomaOf(code: string, { diplomas }: Registers, note: Note): string {
  if (code === '') note('diploma', 'empty')
  else if (!diplomas.has(code)) note('diploma', diplomas.has(`0${code}`) ? 'leading-zero-lost' : 'diploma-unknown')
  return code
}

function marksOf(cell: (column: Column) => string, note: Note): Pick<JuryResult, 'average' | 'mention' | 'decision'> {
  const average = readAverage(cell('average'))
  const mention = readMention(cell('mention'))
  const decision = readDecision(cell('decision'))
  if ('fault' in average) note('average', average.fault)
  if (mention === null) note('mention', 'mention-unknown')
  if (decision === null) note('decision', cell('decision') === '' ? 'empty' : 'decision-unknown')
  return { average: 'average' in average ? average.average : null, mention: mention ?? 'none', decision: decision ?? 'refused' }
}

function sessionOf(text: string, expected: string, note: Note): string {
  const session = readSession(text)
  if (session === null) note('session', text === '' ? 'empty' : 'session-form')
  else if (session !== expected) note('session', 'session-other')
  return session ?? ''
}

function academyIn(text: string, { registers, academy }: Beside, note: Note): string {
  const code = academyOf(registers, text)
  if (code !== null) note('academy', code === academy ? null : 'academy-other')
  else if (text === '') note('academy', 'empty')
  else note('academy', registers.academies.has(`0${text}`) ? 'leading-zero-lost' : 'academy-unknown')
  return code ?? ''
}
