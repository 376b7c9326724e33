// SPDX-License-Identifier: EUPL-1.2
import PDFDocument from 'pdfkit'
import type { Structure } from 'pdfkit'
import { fonts } from './fonts.ts'

export const colours = { ink: '#1B1F23', steel: '#4F5D6A', action: '#173A5E', ember: '#D9480F', refused: '#A61B1B', line: '#D9D3C7', panel: '#F6F1E8' } as const

type Weight = 'text' | 'bold'
export type Style = { size: number; weight?: Weight; colour?: keyof typeof colours; align?: 'left' | 'right'; /** Where it is not the document's. */ lang?: 'en' }

const MARGINS = { top: 56, bottom: 64, left: 62, right: 62 }

/** A sheet of paper on which texts are written one under another, in fonts that are embedded, for eyes and for screen readers. */
export function openSheet(info: { title: string; author: string; at: Date }) {
  const doc = new PDFDocument({
    subset: 'PDF/A-3b', pdfVersion: '1.7', tagged: true, lang: 'fr-FR', displayTitle: true, bufferPages: true, size: 'A4', margins: { ...MARGINS },
    font: fonts.text,
    info: { Title: info.title, Author: info.author, Creator: 'Compagnon', Producer: 'Compagnon', CreationDate: info.at },
  })
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  for (const [name, font] of Object.entries(fonts)) doc.registerFont(name, font)
  const left = MARGINS.left
  const width = doc.page.width - MARGINS.left - MARGINS.right
  const sheet = {
    doc, left, width,
    /** Writes a text at a place, in as many lines as it takes; gives the height it took. Says itself what it is to a reader. */
    write(tag: string, said: string, x: number, y: number, within: number, style: Style): number {
      const height = sheet.heightOf(said, within, style)
      whole.add(doc.struct(tag, style.lang ? { lang: style.lang } : {}, () => { put(doc, said, x, y, within, style) }))
      return height
    },
    heightOf(said: string, within: number, { size, weight = 'text' }: Style): number {
      return doc.font(weight).fontSize(size).heightOfString(typeset(said), { width: within, lineGap: 1.5 })
    },
    /** What is seen and says nothing. */
    ornament(draw: (on: PDFDocument) => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
      doc.markContent('Artifact', { type })
      draw(doc)
      doc.endMarkedContent()
    },
    hairline(y: number, colour: keyof typeof colours = 'line'): void {
      sheet.ornament((on) => on.strokeColor(colours[colour]).lineWidth(0.6).moveTo(left, y).lineTo(left + width, y).stroke())
    },
    /** Where to go on, on the next page when so much does not fit on this one. */
    room(y: number, height: number): number {
      if (y + height <= doc.page.height - MARGINS.bottom) return y
      doc.addPage()
      return MARGINS.top
    },
    /** Beneath each page, once all are there. */
    footers(say: (page: number, pages: number) => string): void {
      const { count } = doc.bufferedPageRange()
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page)
        doc.page.margins.bottom = 0
        sheet.ornament((on) => put(on, say(page + 1, count), left, on.page.height - 40, width, { size: 7.5, colour: 'steel' }), 'Pagination')
      }
    },
    close(): void {
      const structure: Structure = whole
      structure.end()
    },
  }
  return sheet
}
export type Sheet = ReturnType<typeof openSheet>

/** Spaces that the font has: its files know no narrow ones. */
const typeset = (said: string) => said.replaceAll(/[\u202f\u2009]/g, '\u00a0')

function put(doc: PDFDocument, said: string, x: number, y: number, within: number, { size, weight = 'text', colour = 'ink', align = 'left' }: Style): void {
  const pieces = piecesOf(doc, typeset(said), weight)
  doc.fillColor(colours[colour]).fontSize(size)
  pieces.forEach(({ font, text }, i) => {
    const how = { width: within, align, lineGap: 1.5, continued: i < pieces.length - 1 }
    doc.font(font)
    if (i === 0) doc.text(text, x, y, how)
    else doc.text(text, how)
  })
}

/**
 * The text in pieces of one font each: the letters of the French civil register, and those of other languages in Latin script.
 * What no font has is said by its number, and stands as it is in the data: a name is never printed with a hole in it.
 */
function piecesOf(doc: PDFDocument, said: string, weight: Weight): { font: string; text: string }[] {
  const known = [weight, `${weight}-ext`].map((font) => ({ font, letters: doc.font(font)._font.font }))
  const pieces: { font: string; text: string }[] = []
  for (const letter of said.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0
    const found = known.find(({ letters }) => letters.hasGlyphForCodePoint(code))?.font
    const text = found ? letter : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    const [font, last] = [found ?? weight, pieces.at(-1)]
    if (last?.font === font) last.text += text
    else pieces.push({ font, text })
  }
  return pieces
}
