// SPDX-License-Identifier: EUPL-1.2
import type { Drawn, Layout } from './panel-layout.ts'
import { PAPER } from './panel-layout.ts'

const TEXT_FACE = '"Atkinson Hyperlegible", sans-serif'
const TITLE_FACE = '"Bricolage Grotesque", "Atkinson Hyperlegible", sans-serif'

export const measureWith = (pen: CanvasRenderingContext2D) => (text: string, size: number, bold: boolean) => {
  pen.font = fontOf(size, bold)
  return pen.measureText(text).width
}
const fontOf = (size: number, bold: boolean) => `${bold ? 700 : 400} ${size}px ${bold ? TITLE_FACE : TEXT_FACE}`

/** Draws a panel: matte dark paper, warm ink, keys with a clear edge; the chosen one has a mark, not only a colour. */
export function paint(pen: CanvasRenderingContext2D, { height, items }: Layout): void {
  pen.clearRect(0, 0, PAPER, pen.canvas.height)
  pen.fillStyle = '#1d2227'
  pen.beginPath()
  pen.roundRect(2, 2, PAPER - 4, height - 4, 34)
  pen.fill()
  pen.lineWidth = 3
  pen.strokeStyle = '#46505a'
  pen.stroke()
  pen.textBaseline = 'middle'
  items.forEach((item) => (item.kind === 'text' ? write(pen, item) : drawKey(pen, item)))
}

function write(pen: CanvasRenderingContext2D, { x, y, size, text, bold, soft }: Extract<Drawn, { kind: 'text' }>) {
  pen.font = fontOf(size, bold)
  pen.textAlign = 'left'
  pen.fillStyle = soft ? '#cfd3d6' : '#f5efe4'
  pen.fillText(text, x, y)
}

function drawKey(pen: CanvasRenderingContext2D, { x, y, w, h, lines, button }: Extract<Drawn, { kind: 'button' }>) {
  pen.beginPath()
  pen.roundRect(x, y, w, h, 18)
  pen.fillStyle = button.chosen ? '#f0e4cc' : button.strong ? '#2b5a87' : '#323a42'
  pen.fill()
  pen.lineWidth = 3
  pen.strokeStyle = button.chosen ? '#f0e4cc' : '#8c98a3'
  pen.stroke()
  pen.fillStyle = button.chosen ? '#1d2227' : '#f5efe4'
  pen.font = fontOf(40, false)
  pen.textAlign = 'left'
  const pitch = 44
  lines.forEach((line, i) => pen.fillText((button.chosen && i === 0 ? '✓ ' : '') + line, x + 22, y + h / 2 + (i - (lines.length - 1) / 2) * pitch, w - 34))
}
