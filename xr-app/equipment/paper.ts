// SPDX-License-Identifier: EUPL-1.2
import { nameOf } from '#domain/scenario/words.ts'
import { FACE } from './craft/atlas.ts'
import type { Reading } from './kind-body.ts'

// What is drawn on papers and screens: forms, tags, diagrams in words, displays. Each knows nothing but the reading.

type Pen = CanvasRenderingContext2D
export const ink = '#22262b'
const PAPER = '#f2efe6'
const [soft, written, rule, stamp] = ['#5b6b7a', '#173a5e', '#b9b2a3', '#a3211b']

/** A blank sheet, and the pen ready to write on it from the left. */
export function blank(pen: Pen, w: number, h: number, colour = PAPER) {
  pen.fillStyle = colour
  pen.fillRect(0, 0, w, h)
  pen.fillStyle = ink
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
}

/** One line, squeezed if it must be. */
export function fitted(pen: Pen, text: string, x: number, y: number, size: number, width: number, bold = false) {
  pen.font = `${bold ? 700 : 400} ${size}px ${FACE}`
  pen.fillText(text, x, y, width)
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const withoutArticle = (name: string) => capital(name.replace(/^(les |le |la |l’|ton |ta |tes |the |your |a )/i, ''))

/** The chosen value of a field, in words. */
export function valueOf({ setup, world, language }: Reading, thing: string, field: string): string | null {
  const piece = world[thing]
  const value = piece && 'fields' in piece ? piece.fields[field] : null
  const choices = setup.equipment[thing]?.fields?.find(({ id }) => id === field)?.choices ?? []
  return choices.find((choice) => choice.value === value)?.label[language] ?? null
}

function lines(pen: Pen, w: number, reading: Reading, thing: string, top: number, pitch: number) {
  const fields = reading.setup.equipment[thing]?.fields ?? []
  fields.forEach((field, i) => {
    const y = top + i * pitch
    pen.fillStyle = soft
    fitted(pen, capital(field.label[reading.language]), w * 0.08, y, Math.min(17, pitch * 0.33), w * 0.84)
    pen.fillStyle = written
    const value = valueOf(reading, thing, field.id)
    if (value) fitted(pen, capital(value), w * 0.08, y + Math.min(25, pitch * 0.47), Math.min(23, pitch * 0.43), w * 0.84, true)
    pen.fillStyle = rule
    pen.fillRect(w * 0.08, y + Math.min(40, pitch * 0.76), w * 0.84, 1.5)
  })
}

/** A form: its name, its lines, then signature and stamp where there are some. */
export function drawForm(pen: Pen, w: number, h: number, reading: Reading, thing: string) {
  blank(pen, w, h)
  pen.fillStyle = written
  pen.fillRect(0, 0, w, 12)
  pen.fillStyle = ink
  fitted(pen, withoutArticle(nameOf(reading.setup, thing)[reading.language]), w * 0.08, 46, 28, w * 0.84, true)
  const count = reading.setup.equipment[thing]?.fields?.length ?? 1
  lines(pen, w, reading, thing, 92, Math.min(74, (h * 0.93 - 110) / count))
  const piece = reading.world[thing]
  if (piece?.kind !== 'form') return
  if (piece.signed) signature(pen, w * 0.55, h * 0.93)
  if (piece.handedTo) stamped(pen, w * 0.24, h * 0.92, piece.ended ? '✓✓' : '✓')
}

function signature(pen: Pen, x: number, y: number) {
  pen.strokeStyle = '#1d3f8a'
  pen.lineWidth = 2.5
  pen.beginPath()
  pen.moveTo(x, y)
  pen.bezierCurveTo(x + 20, y - 46, x + 34, y + 30, x + 52, y - 12)
  pen.bezierCurveTo(x + 66, y - 40, x + 70, y + 20, x + 92, y - 6)
  pen.lineTo(x + 128, y - 12)
  pen.stroke()
}

function stamped(pen: Pen, x: number, y: number, mark: string) {
  pen.strokeStyle = pen.fillStyle = stamp
  pen.lineWidth = 3
  pen.beginPath()
  pen.arc(x, y, 24, 0, 7)
  pen.stroke()
  pen.textAlign = 'center'
  fitted(pen, mark, x, y + 1, 24, 40, true)
}

/** The tag: red head with the prohibition, then name, date and what is written. */
export function drawTag(pen: Pen, w: number, h: number, reading: Reading, thing: string) {
  const { label, fields = [] } = reading.setup.equipment[thing] ?? {}
  blank(pen, w, h, '#fbf8f1')
  pen.fillStyle = '#b3201c'
  pen.fillRect(0, 0, w, h * 0.42)
  pen.fillStyle = '#fbf8f1'
  pen.textAlign = 'center'
  const words = (label?.[reading.language] ?? '').split(' ')
  ;[words.slice(0, 2).join(' '), words.slice(2).join(' ')].forEach((line, i) => fitted(pen, line, w / 2, h * (0.20 + i * 0.12), 25, w * 0.92, true))
  pen.fillStyle = '#b3201c'
  pen.beginPath()
  pen.arc(w / 2, 12, 7, 0, 7)
  pen.fill()
  pen.textAlign = 'left'
  fields.forEach((field, i) => {
    const y = h * 0.50 + i * h * 0.17
    pen.fillStyle = soft
    fitted(pen, capital(field.label[reading.language]), 10, y, 15, w - 20)
    pen.fillStyle = written
    fitted(pen, valueOf(reading, thing, field.id) ?? '……………', 10, y + 21, 19, w - 20, true)
  })
}

/** A diagram in words: its name, then what the scenario says one reads on it. */
export function drawSays(pen: Pen, w: number, h: number, { setup, language }: Reading, thing: string) {
  blank(pen, w, h)
  fitted(pen, withoutArticle(nameOf(setup, thing)[language]), w * 0.06, 34, 25, w * 0.88, true)
  pen.fillRect(w * 0.06, 56, w * 0.88, 2.4)
  const text = setup.equipment[thing]?.says?.[language] ?? ''
  // As large as it fits: a short text is read from afar.
  for (let size = 26; size >= 13; size--) {
    const rows = wrapped(pen, text, size, w * 0.88)
    if (rows.length * size * 1.36 > h - 96 && size > 13) continue
    rows.forEach((row, i) => inked(pen, row, w * 0.06, 88 + i * size * 1.36, size))
    return
  }
}

/** A line of a long text, a little heavier than the screen's letters: seen from afar, thin ink mixes with its paper. */
function inked(pen: Pen, text: string, x: number, y: number, size: number) {
  pen.strokeStyle = ink
  pen.lineWidth = size / 20
  pen.strokeText(text, x, y)
  pen.fillText(text, x, y)
}

function wrapped(pen: Pen, text: string, size: number, width: number): string[] {
  pen.font = `400 ${size}px ${FACE}`
  const rows: string[] = []
  for (const word of text.split(' ')) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word
    if (rows.length > 0 && pen.measureText(longer).width <= width) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}

/** The display of an instrument: what it shows, large, and a small line below. */
export function drawDisplay(pen: Pen, w: number, h: number, text: string, small: string) {
  blank(pen, w, h, '#aeb7a2')
  pen.fillStyle = '#1c211c'
  pen.textAlign = 'center'
  fitted(pen, text, w / 2, h * 0.44, h * 0.62, w * 0.92, true)
  fitted(pen, small, w / 2, h * 0.86, h * 0.22, w * 0.92)
}
