// SPDX-License-Identifier: EUPL-1.2
// A jury's file as an academy would send it, line by line, each with a fault or without.
import { uaiLetter } from '#domain/credential/diploma/numbers.ts'
import type { Column } from '#domain/credential/diploma/index.ts'

export const SESSION = '2026-06'
export const ACADEMY = '10'

export const uaiOf = (digits: string) => digits + uaiLetter(digits)

/** A line with nothing wrong; `n` makes another person of it. */
export const soundLine = (n = 0): Record<Column, string> => ({
  ine: `${String(123_456_000 + n)}AB`, familyName: 'Lefèvre-N’Diaye', givenNames: 'Chloé, Marie', birthDate: '14/07/2008',
  birthPlace: 'Paris 13e Arrondissement', schoolUai: uaiOf('0690001'), schoolName: 'Lycée Louise-Michel', diploma: 'PROJET-BCP-MELEC',
  speciality: '', average: '14,25', mention: 'Bien', decision: 'Admise', session: SESSION, academy: ACADEMY,
})

export const frenchHeaders: Record<Column, string> = {
  ine: 'INE', familyName: 'Nom de famille', givenNames: 'Prénoms', birthDate: 'Date de naissance', birthPlace: 'Lieu de naissance',
  schoolUai: 'UAI', schoolName: 'Établissement', diploma: 'Code diplôme', speciality: 'Spécialité', average: 'Moyenne',
  mention: 'Mention', decision: 'Décision', session: 'Session', academy: 'Académie',
}

type Style = { separator?: string; end?: string; headers?: Record<string, string>; order?: Column[] }

/** The lines as CSV: quoted where they must be. */
export function csvOf(lines: Partial<Record<Column, string>>[], { separator = ';', end = '\r\n', headers = frenchHeaders, order }: Style = {}): string {
  const columns = order ?? Object.keys(frenchHeaders) as Column[]
  const cell = (text: string) => (/[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const row = (cells: string[]) => cells.map(cell).join(separator) + end
  return row(columns.map((column) => headers[column] ?? column)) + lines.map((line) => row(columns.map((column) => line[column] ?? ''))).join('')
}

export const ndjsonOf = (lines: Partial<Record<Column, string>>[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
