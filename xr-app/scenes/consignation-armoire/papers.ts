// SPDX-License-Identifier: EUPL-1.2
import { nameOf } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import type { Language } from '#domain/text.ts'
import type { PieceOf } from '#domain/workshop/pieces.ts'
import { FACE } from '#app/equipment/craft/atlas.ts'
import type { Press, Print } from '#app/equipment/craft/print.ts'
import { drawDiagram } from './diagram.ts'

/** What the live papers show: the attempt as it is, in the reader's language. Read each time they are drawn again. */
export type Reading = { progress: Progress; language: Language }

type Pen = CanvasRenderingContext2D
const ink = '#22262b'
const PAPER = '#f2efe6'

function sheetOf(pen: Pen, w: number, h: number, colour = PAPER) {
  pen.fillStyle = colour
  pen.fillRect(0, 0, w, h)
  pen.fillStyle = ink
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
}

function fitted(pen: Pen, text: string, x: number, y: number, size: number, width: number, bold = false) {
  pen.font = `${bold ? 700 : 400} ${size}px ${FACE}`
  pen.fillText(text, x, y, width)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function valueOf({ progress, language }: Reading, thing: string, field: string): string | null {
  const piece = progress.world[thing]
  const value = piece && 'fields' in piece ? piece.fields[field] : null
  const choices = progress.setup.equipment[thing]?.fields?.find(({ id }) => id === field)?.choices ?? []
  return choices.find((choice) => choice.value === value)?.label[language] ?? null
}

function formLines(pen: Pen, w: number, reading: Reading, thing: string, top: number, pitch: number) {
  const fields = reading.progress.setup.equipment[thing]?.fields ?? []
  fields.forEach((field, i) => {
    const y = top + i * pitch
    pen.fillStyle = '#5b6b7a'
    fitted(pen, capital(field.label[reading.language]), w * 0.08, y, 17, w * 0.84)
    pen.fillStyle = '#173a5e'
    const value = valueOf(reading, thing, field.id)
    if (value) fitted(pen, capital(value), w * 0.08, y + 25, 23, w * 0.84, true)
    pen.fillStyle = '#b9b2a3'
    pen.fillRect(w * 0.08, y + 40, w * 0.84, 1.5)
  })
}

/** A form: its name, its lines, then signature and stamp where there are some. */
const form = (read: () => Reading, thing: 'sheet' | 'attestation') => (pen: Pen, w: number, h: number) => {
  const reading = read()
  sheetOf(pen, w, h)
  pen.fillStyle = '#173a5e'
  pen.fillRect(0, 0, w, 12)
  pen.fillStyle = ink
  const name = nameOf(reading.progress.setup, thing)[reading.language]
  fitted(pen, capital(name.replace(/^(la |le |l’|the )/i, '')), w * 0.08, 46, 28, w * 0.84, true)
  formLines(pen, w, reading, thing, 92, thing === 'attestation' ? 53 : 74)
  const piece = reading.progress.world[thing] as PieceOf<'form'> | undefined
  if (piece?.signed) signature(pen, w * 0.55, h * 0.93)
  if (piece?.handedTo) stamp(pen, w * 0.24, h * 0.92, piece.ended ? '✓✓' : '✓')
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

function stamp(pen: Pen, x: number, y: number, mark: string) {
  pen.strokeStyle = pen.fillStyle = '#a3211b'
  pen.lineWidth = 3
  pen.beginPath()
  pen.arc(x, y, 24, 0, 7)
  pen.stroke()
  pen.textAlign = 'center'
  fitted(pen, mark, x, y + 1, 24, 40, true)
}

/** The tag: red head with the prohibition, then name, date and what is written. */
const tag = (read: () => Reading, thing: 'tag' | 'tag-2') => (pen: Pen, w: number, h: number) => {
  const reading = read()
  sheetOf(pen, w, h, '#fbf8f1')
  pen.fillStyle = '#b3201c'
  pen.fillRect(0, 0, w, h * 0.42)
  pen.fillStyle = '#fbf8f1'
  pen.textAlign = 'center'
  const [first, ...rest] = (reading.progress.setup.equipment[thing]?.label?.[reading.language] ?? '').split(' ')
  const words = reading.language === 'fr' ? [`${first} ${rest[0] ?? ''}`, rest.slice(1).join(' ')] : [`${first} ${rest[0] ?? ''}`, rest.slice(1).join(' ')]
  words.forEach((line, i) => fitted(pen, line, w / 2, h * (0.20 + i * 0.12), 25, w * 0.92, true))
  pen.fillStyle = '#b3201c'
  pen.beginPath()
  pen.arc(w / 2, 12, 7, 0, 7)
  pen.fill()
  const fields = reading.progress.setup.equipment[thing]?.fields ?? []
  pen.textAlign = 'left'
  fields.forEach((field, i) => {
    const y = h * 0.50 + i * h * 0.17
    pen.fillStyle = '#5b6b7a'
    fitted(pen, capital(field.label[reading.language]), 10, y, 15, w - 20)
    pen.fillStyle = '#173a5e'
    fitted(pen, valueOf(reading, thing, field.id) ?? '……………', 10, y + 21, 19, w - 20, true)
  })
}

function screen(pen: Pen, w: number, h: number, text: string, small: string) {
  sheetOf(pen, w, h, '#aeb7a2')
  pen.fillStyle = '#1c211c'
  pen.textAlign = 'center'
  fitted(pen, text, w / 2, h * 0.44, h * 0.62, w * 0.92, true)
  fitted(pen, small, w / 2, h * 0.86, h * 0.22, w * 0.92)
}

const tester = (read: () => Reading) => (pen: Pen, w: number, h: number) => {
  const piece = read().progress.world['tester']
  if (piece?.kind !== 'tester') return screen(pen, w, h, '', '')
  if (piece.display) return screen(pen, w, h, `${piece.display.light === 0 ? '< 12' : piece.display.light} V`, 'VAT · 2P')
  screen(pen, w, h, piece.selfTest === 'passed' ? 'OK' : piece.selfTest === 'failed' ? 'Err' : '– –', 'TEST')
}

const multimeter = (read: () => Reading) => (pen: Pen, w: number, h: number) => {
  const piece = read().progress.world['multimeter']
  screen(pen, w, h, piece?.kind === 'multimeter' && piece.display ? `${piece.display.volts} V` : '0.L', 'V~  AUTO')
}

export type PaperName = 'sheet' | 'attestation' | 'diagram' | 'tag' | 'tag-2' | 'tester' | 'multimeter'

/** Lays every live paper and display on one atlas of 1 024 pixels. */
export function livePapers(press: Press, read: () => Reading): Record<PaperName, Print> {
  return {
    sheet: press.draw(330, 460, form(read, 'sheet')), attestation: press.draw(330, 460, form(read, 'attestation')),
    tag: press.draw(150, 300, tag(read, 'tag')), 'tag-2': press.draw(150, 300, tag(read, 'tag-2')),
    diagram: press.draw(390, 540, (pen, w, h) => { sheetOf(pen, w, h); drawDiagram(pen, w, h, read()) }),
    tester: press.draw(240, 152, tester(read)), multimeter: press.draw(290, 160, multimeter(read)),
  }
}

const shown = ['sheet', 'attestation', 'tag', 'tag-2', 'tester', 'multimeter'] as const
/** Whether something a paper or a display shows has changed. */
export const papersChanged = (a: Progress, b: Progress) => shown.some((id) => a.world[id] !== b.world[id])
