// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson } from '#domain/canonical.ts'
import type { Language, Text } from '#domain/text.ts'
import type { Minutes, MinutesSigner } from '#service/use-cases/deliberation/ports.ts'
import { openSheet } from './sheet.ts'
import type { Sheet, Style } from './sheet.ts'
import { detailsOf, juryOf, resultsOf } from './tables.ts'
import { fill, moment, month, words } from './words.ts'

export const DATA_NAME = 'proces-verbal.json'
export type Whose = Pick<MinutesSigner, 'name' | 'did'> & { at: Date }

/**
 * The minutes as a document that an academy files: PDF/A-3, its fonts in it, its data attached to it (ISO 19005-3, annex E).
 * French, and the English of each thing beneath. The same minutes and moment give the same bytes. Gives the sheet, still open.
 */
export function writeDocument(minutes: Minutes, whose: Whose): Sheet {
  const sheet = openSheet({ title: `${words.title.fr}, ${month(minutes.session, 'fr')}, ${whose.name}`, author: whose.name, at: whose.at })
  let y = heading(sheet, minutes, whose)
  y = decision(sheet, minutes, y + 18)
  y = section(sheet, words.results, y + 20, resultsOf(minutes))
  y = section(sheet, words.jury, y + 20, juryOf(minutes))
  y = section(sheet, words.ledger, y + 20, detailsOf(minutes))
  y = closing(sheet, words.scope, words.scopeText, y + 20)
  closing(sheet, words.seal, words.sealText, y + 18, whose)
  const { deliberation } = minutes.ledger
  sheet.footers((page, pages) => ['fr' as const, 'en' as const].map((language) => fill(words.page, language, { page, pages })).concat(deliberation).join('  ·  '))
  sheet.close()
  sheet.doc.file(Buffer.from(canonicalJson(minutes)), {
    name: DATA_NAME, type: 'application/json', description: `${words.data.fr} / ${words.data.en}`, relationship: 'Data', creationDate: whose.at, modifiedDate: whose.at,
  })
  return sheet
}

const [FRENCH, ENGLISH]: [Style, Style] = [{ size: 10.5 }, { size: 9, colour: 'steel', lang: 'en' }]

/** Both languages, one under the other; gives where it ends. */
function both(sheet: Sheet, text: Text, y: number, say: (language: Language) => Record<string, string | number>, styles = [FRENCH, ENGLISH], x = sheet.left, width = sheet.width): number {
  const [french = FRENCH, english = ENGLISH] = styles
  const below = y + sheet.write('P', fill(text, 'fr', say('fr')), x, y, width, french) + 2
  return below + sheet.write('P', fill(text, 'en', say('en')), x, below, width, english)
}

function heading(sheet: Sheet, { session, round, openedAt, closedAt }: Minutes, { name }: Whose): number {
  const { doc, left, width } = sheet
  sheet.ornament((on) => on.circle(left + 3.5, doc.page.margins.top + 7, 3.5).fill('#D9480F'))
  sheet.write('P', name, left + 14, doc.page.margins.top, width - 14, { size: 12, weight: 'bold' })
  sheet.hairline(doc.page.margins.top + 24, 'action')
  let y = doc.page.margins.top + 46
  y += sheet.write('H1', words.title.fr, left, y, width, { size: 25, weight: 'bold', colour: 'action' }) + 1
  y += sheet.write('P', words.title.en, left, y, width, { size: 13, colour: 'steel', lang: 'en' }) + 12
  y = both(sheet, words.session, y, (language) => ({ month: month(session, language), round }), [{ size: 12.5, weight: 'bold' }, { size: 10, colour: 'steel', lang: 'en' }]) + 8
  const half = width / 2
  const opened = both(sheet, words.opened, y, (language) => ({ moment: moment(openedAt, language) }), [{ size: 9.5 }, { size: 8.5, colour: 'steel', lang: 'en' }], left, half - 10)
  const closed = both(sheet, words.closed, y, (language) => ({ moment: moment(closedAt, language) }), [{ size: 9.5 }, { size: 8.5, colour: 'steel', lang: 'en' }], left + half, half)
  return Math.max(opened, closed)
}

/** What was decided, in one sentence, on a panel of its own. */
function decision(sheet: Sheet, { outcome, members, quorum }: Minutes, y: number): number {
  const seated = members.filter(({ replacedBy }) => replacedBy === null)
  const values = { signatures: seated.filter(({ vote }) => vote === outcome).length, members: seated.length, quorum }
  const styles: [Style, Style] = [{ size: 11.5, weight: 'bold' }, { size: 9.5, colour: 'steel', lang: 'en' }]
  const [x, within] = [sheet.left + 18, sheet.width - 34]
  const text = words[outcome]
  const height = sheet.heightOf(fill(text, 'fr', values), within, styles[0]) + 4 + sheet.heightOf(fill(text, 'en', values), within, styles[1]) + 26
  sheet.ornament((on) => {
    on.rect(sheet.left, y, sheet.width, height).fill('#F6F1E8')
    on.rect(sheet.left, y, 4, height).fill(outcome === 'decided' ? '#173A5E' : '#A61B1B')
  })
  both(sheet, text, y + 13, () => values, styles, x, within)
  return y + height
}

/** A title, then rows; a row that no longer fits goes to the next page, and the title with the first of them. */
function section(sheet: Sheet, title: Text, y: number, rows: Row[]): number {
  let at = sheet.room(y, 26 + heightOf(sheet, rows[0]))
  at = titled(sheet, title, at)
  for (const row of rows) {
    const height = heightOf(sheet, row)
    at = sheet.room(at, height)
    sheet.hairline(at)
    for (const { text, from, width, style, below } of row) {
      const [x, within] = [sheet.left + from * sheet.width, width * sheet.width]
      // On the line of what stands beside it, whatever its size.
      const top = at + 5 + Math.max(0, PLAIN_SIZE - style.size) * 0.8
      const end = top + sheet.write('P', text, x, top, within, style)
      if (below) sheet.write('P', below, x, end + 1, within, { size: 8, colour: 'steel', lang: 'en', align: style.align })
    }
    at += height
  }
  sheet.hairline(at)
  return at
}

function titled(sheet: Sheet, { fr, en }: Text, y: number): number {
  const height = sheet.write('H2', fr, sheet.left, y, sheet.width / 2, { size: 13, weight: 'bold', colour: 'action' })
  sheet.write('P', en, sheet.left + sheet.width / 2, y + 3, sheet.width / 2, { size: 9.5, colour: 'steel', lang: 'en', align: 'right' })
  return y + height + 5
}

function closing(sheet: Sheet, title: Text, text: Text, y: number, whose?: Whose): number {
  const values = (language: Language): Record<string, string> => (whose ? { academy: whose.name, did: whose.did, moment: moment(whose.at.toISOString(), language) } : {})
  const styles: [Style, Style] = [{ size: 9 }, { size: 8.5, colour: 'steel', lang: 'en' }]
  const height = 26 + sheet.heightOf(fill(text, 'fr', values('fr')), sheet.width, styles[0]) + 4 + sheet.heightOf(fill(text, 'en', values('en')), sheet.width, styles[1])
  return both(sheet, text, titled(sheet, title, sheet.room(y, height)) + 2, values, styles)
}

/** Of the width of the sheet, from where and how much. */
export type Cell = { text: string; below?: string; from: number; width: number; style: Style }
export type Row = Cell[]

/** Of what most rows are written in. */
const PLAIN_SIZE = 10

const heightOf = (sheet: Sheet, row: Row = []) => 10 + Math.max(0, ...row.map(({ text, below, width, style }) =>
  sheet.heightOf(text, width * sheet.width, style) + (below ? 1 + sheet.heightOf(below, width * sheet.width, { size: 8 }) : 0)))
