// SPDX-License-Identifier: EUPL-1.2
/** What a line of a jury's file says, cell by cell. */
export const columns = [
  'ine', 'familyName', 'givenNames', 'birthDate', 'birthPlace', 'schoolUai', 'schoolName', 'diploma', 'speciality',
  'average', 'mention', 'decision', 'session', 'academy',
] as const
export type Column = (typeof columns)[number]

/** The cells of a line by column, as they are written; a column that the file lacks is not there. */
export type RawLine = Partial<Record<Column, string>>

/** Columns that a file may do without: then no line has the value. */
const optional: readonly Column[] = ['speciality', 'average']

/** The headers that name each column, written as `plain` leaves them: lower case, no accent, letters and digits alone. */
const headers: Record<Column, readonly string[]> = {
  ine: ['ine', 'numeroine', 'noine', 'nine', 'codeine', 'identifiantnational', 'identifiantnationaleleve', 'inernie', 'inebea'],
  familyName: ['nom', 'nomdefamille', 'nomdenaissance', 'nomcandidat', 'nomducandidat', 'familyname', 'lastname'],
  givenNames: ['prenom', 'prenoms', 'prenomcandidat', 'prenomsducandidat', 'givennames', 'givenname', 'firstname'],
  birthDate: ['datedenaissance', 'datenaissance', 'datenais', 'neele', 'nele', 'birthdate', 'dateofbirth'],
  birthPlace: ['lieudenaissance', 'lieunaissance', 'communedenaissance', 'villedenaissance', 'birthplace', 'placeofbirth'],
  schoolUai: ['uai', 'codeuai', 'uaietablissement', 'uaidorigine', 'rne', 'coderne', 'schooluai'],
  schoolName: ['etablissement', 'nometablissement', 'nomdeletablissement', 'etablissementdorigine', 'lycee', 'schoolname', 'school'],
  diploma: ['diplome', 'codediplome', 'codedudiplome', 'diploma', 'diplomacode'],
  speciality: ['specialite', 'libellespecialite', 'speciality', 'specialty'],
  average: ['moyenne', 'moyennegenerale', 'note', 'notesur20', 'average'],
  mention: ['mention', 'mentionobtenue'],
  decision: ['decision', 'decisiondujury', 'decisionjury', 'resultat', 'result'],
  session: ['session', 'sessiondexamen', 'moisdesession'],
  academy: ['academie', 'codeacademie', 'codedelacademie', 'academy', 'academycode'],
}

const columnOfHeader = new Map(columns.flatMap((column) => headers[column].map((header) => [header, column] as const)))

/** A header without what people write in many ways: accents, case, blanks, punctuation. */
export const plain = (header: string): string =>
  header.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]/g, '')

/** The column that a header names, or null for one that says nothing to us. */
export const columnOf = (header: string): Column | null => columnOfHeader.get(plain(header)) ?? null

export type Heading = {
  /** Of each cell, in the file's own order, the column it is in. */
  cells: (Column | null)[]
  missing: Column[]
  /** Named twice: which of the two is meant cannot be known. */
  doubled: Column[]
}

/** Reads the first line of a file: the columns in any order, other ones between them left aside. */
export function readHeading(cells: readonly string[]): Heading {
  const found = cells.map(columnOf)
  return {
    cells: found,
    missing: columns.filter((column) => !optional.includes(column) && !found.includes(column)),
    doubled: columns.filter((column) => found.indexOf(column) !== found.lastIndexOf(column)),
  }
}

export const separators = [';', ',', '\t'] as const
export type Separator = (typeof separators)[number]

/** The separator of a file from its first line: the one most seen outside quotes; a semicolon, as French spreadsheets write. */
export function separatorOf(firstLine: string): Separator {
  const bare = firstLine.replace(/"[^"]*"/g, '')
  const count = (separator: Separator) => bare.split(separator).length
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best))
}
