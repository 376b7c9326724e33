// SPDX-License-Identifier: EUPL-1.2
import { textFace, titleFace } from './face.ts'
import type { Drawn, Layout } from './panel-layout.ts'
import { PAPER } from './panel-layout.ts'

export const measureWith = (pen: CanvasRenderingContext2D) => (text: string, size: number, bold: boolean) => {
  pen.font = fontOf(size, bold)
  return pen.measureText(text).width
}
const fontOf = (size: number, bold: boolean) => `${bold ? 700 : 400} ${size}px ${bold ? titleFace() : textFace()}`

/** The matte dark paper that everything in the room is written on, with rounded corners; sizes in pixels of the picture. */
export function paintPaper(pen: CanvasRenderingContext2D, width: number, height: number, corner: number): void {
  pen.fillStyle = '#1d2227'
  pen.beginPath()
  pen.roundRect(2, 2, width - 4, height - 4, corner)
  pen.fill()
  pen.lineWidth = 3
  pen.strokeStyle = '#46505a'
  pen.stroke()
}

/** Draws a panel: matte dark paper, warm ink, keys with a clear edge; the chosen one has a mark, not only a colour. */
export function paint(pen: CanvasRenderingContext2D, { height, items }: Layout): void {
  pen.clearRect(0, 0, PAPER, pen.canvas.height)
  paintPaper(pen, PAPER, height, 34)
  pen.textBaseline = 'middle'
  items.forEach((item) => (item.kind === 'text' ? write(pen, item) : drawKey(pen, item)))
}

function write(pen: CanvasRenderingContext2D, { x, y, size, text, bold, soft }: Extract<Drawn, { kind: 'text' }>) {
  pen.font = fontOf(size, bold)
  pen.textAlign = 'left'
  pen.fillStyle = soft ? '#cfd3d6' : '#f5efe4'
  pen.fillText(text, x, y)
}

function drawKey(pen: CanvasRenderingContext2D, { x, y, w, h, size, lines, button }: Extract<Drawn, { kind: 'button' }>) {
  pen.beginPath()
  pen.roundRect(x, y, w, h, 18)
  pen.fillStyle = button.chosen ? '#f0e4cc' : button.strong ? '#2b5a87' : '#323a42'
  pen.fill()
  pen.lineWidth = 3
  pen.strokeStyle = button.chosen ? '#f0e4cc' : '#8c98a3'
  pen.stroke()
  pen.fillStyle = button.chosen ? '#1d2227' : '#f5efe4'
  pen.font = fontOf(size, false)
  pen.textAlign = 'left'
  const pitch = size * 1.1
  const from = button.chosen ? x + 22 + size : x + 22
  if (button.chosen) tick(pen, x + 22, y + h / 2, size)
  lines.forEach((line, i) => pen.fillText(line, from, y + h / 2 + (i - (lines.length - 1) / 2) * pitch, w - 34 - (from - x - 22)))
}

/** Drawn, since not every font has one. */
function tick(pen: CanvasRenderingContext2D, x: number, y: number, size: number) {
  pen.beginPath()
  pen.moveTo(x, y + size * 0.05)
  pen.lineTo(x + size * 0.22, y + size * 0.28)
  pen.lineTo(x + size * 0.68, y - size * 0.3)
  pen.lineWidth = size * 0.12
  pen.strokeStyle = '#1d2227'
  pen.stroke()
}
