// SPDX-License-Identifier: EUPL-1.2
import { FACE } from '../craft/atlas.ts'

export type Pen = CanvasRenderingContext2D
type Point = readonly [number, number]

export function line(pen: Pen, ...points: Point[]): void {
  pen.beginPath()
  points.forEach(([x, y]) => pen.lineTo(x, y))
  pen.stroke()
}

export function write(pen: Pen, text: string, x: number, y: number, size = 13, bold = false): void {
  pen.font = `${bold ? 700 : 400} ${Math.round(size * 1.25)}px ${FACE}`
  pen.fillText(text, x, y)
}

export function circle(pen: Pen, x: number, y: number, r: number, filled = false): void {
  pen.beginPath()
  pen.arc(x, y, r, 0, 7)
  if (filled) pen.fill()
  else pen.stroke()
}

/** A contact in a vertical run of 40, about its middle (IEC 60617): open when at rest, or closed. */
export function contact(pen: Pen, x: number, y: number, { closed = false, marks = [] as readonly string[] } = {}): void {
  line(pen, [x, y - 20], [x, y - 9])
  line(pen, closed ? [x + 7, y - 11] : [x - 9, y - 10], [x, y + 9], [x, y + 20])
  if (closed) line(pen, [x, y - 9], [x + 8, y - 9])
  marks.forEach((mark, i) => write(pen, mark, x + 5, y + (i === 0 ? -12 : 18), 10))
}

/** A box in a vertical run of 40: a fuse when narrow, a coil when wide. */
export function boxed(pen: Pen, x: number, y: number, w: number, h: number, through = false): void {
  line(pen, [x, y - 20], [x, y - h / 2])
  pen.strokeRect(x - w / 2, y - h / 2, w, h)
  if (through) line(pen, [x, y - h / 2], [x, y + h / 2])
  line(pen, [x, y + h / 2], [x, y + 20])
}

/** What moves together: a dashed line. */
export function together(pen: Pen, ...points: Point[]): void {
  pen.setLineDash([5, 4])
  line(pen, ...points)
  pen.setLineDash([])
}
