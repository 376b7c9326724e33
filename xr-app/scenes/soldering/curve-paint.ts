// SPDX-License-Identifier: EUPL-1.2
// The curve of a joint as a sheet in the room: the same lines as on the page, drawn for a headset.
import { melting } from '#domain/workshop/solder/constants.ts'
import type { CurvePoint } from '#domain/workshop/solder/curve.ts'
import { textFace, titleFace } from '#app/xr/face.ts'
import { paintPaper } from '#app/xr/panel-paint.ts'

export const [CURVE_W, CURVE_H] = [1024, 640]
const [LEFT, RIGHT, TOP, FOOT] = [92, 74, 92, 150]
const [HOTTEST, MOST_MM] = [350, 10]
const colours = { pad: '#ff9d4d', lead: '#6fb7ff', wire: '#d5dbe0', expert: 0.6 } as const

/** What is written on the sheet, in the reader's language. */
export type CurveWords = { title: string; pad: string; lead: string; wire: string; expert: string; melts: string; help: readonly string[] }
type Pen = CanvasRenderingContext2D
type Scale = { x: (t: number) => number; y: (degrees: number) => number; mm: (mm: number) => number }

const high = CURVE_H - TOP - FOOT
const scaleOf = (seconds: number): Scale => ({
  x: (t) => LEFT + (Math.min(t, seconds) / seconds) * (CURVE_W - LEFT - RIGHT),
  y: (degrees) => TOP + high * (1 - Math.min(degrees, HOTTEST) / HOTTEST),
  mm: (mm) => TOP + high * (1 - Math.min(mm, MOST_MM) / MOST_MM),
})

function sheet(pen: Pen): void {
  pen.clearRect(0, 0, CURVE_W, CURVE_H)
  paintPaper(pen, CURVE_W, CURVE_H, 30)
}

function write(pen: Pen, text: string, x: number, y: number, { size = 30, align = 'left' as CanvasTextAlign, ink = '#f5efe4', bold = false, most = CURVE_W } = {}): void {
  pen.font = `${bold ? 700 : 400} ${size}px ${bold ? titleFace() : textFace()}`
  pen.textAlign = align
  pen.textBaseline = 'middle'
  pen.fillStyle = ink
  pen.fillText(text, x, y, most)
}

function rule(pen: Pen, y: number, ink: string, dash: number[]): void {
  pen.strokeStyle = ink
  pen.lineWidth = 2
  pen.setLineDash(dash)
  pen.beginPath()
  pen.moveTo(LEFT, y)
  pen.lineTo(CURVE_W - RIGHT, y)
  pen.stroke()
  pen.setLineDash([])
}

function axes(pen: Pen, to: Scale, seconds: number): void {
  const soft = { ink: '#b9c1c8', size: 26 }
  for (const degrees of [0, 100, 200, 300]) {
    rule(pen, to.y(degrees), '#3a434b', [])
    if (degrees > 0) write(pen, `${degrees}`, LEFT - 12, to.y(degrees), { ...soft, align: 'right' })
  }
  // No more figures than can be told apart, however slow the hand.
  const every = [1, 2, 5, 10, 20].find((step) => seconds / step < 9) ?? 60
  for (let second = 0; second <= seconds; second += every) write(pen, `${second}`, to.x(second), TOP + high + 24, { ...soft, align: 'center' })
  for (const mm of [5, 10]) write(pen, `${mm}`, CURVE_W - RIGHT + 12, to.mm(mm), soft)
  write(pen, '°C', LEFT - 12, TOP - 8, { ...soft, align: 'right' })
  write(pen, 'mm', CURVE_W - RIGHT + 12, TOP - 22, soft)
  write(pen, 's', CURVE_W - RIGHT + 26, TOP + high + 24, soft)
}

function melts(pen: Pen, to: Scale, words: CurveWords): void {
  rule(pen, to.y(melting), '#e8d9b0', [4, 8])
  write(pen, words.melts, CURVE_W - RIGHT - 8, to.y(melting) - 20, { size: 26, align: 'right', ink: '#e8d9b0' })
}

function line(pen: Pen, points: readonly CurvePoint[], at: (point: CurvePoint) => [number, number], ink: string, width: number): void {
  pen.strokeStyle = ink
  pen.lineWidth = width
  pen.lineJoin = 'round'
  pen.beginPath()
  points.forEach((point, i) => (i === 0 ? pen.moveTo(...at(point)) : pen.lineTo(...at(point))))
  pen.stroke()
}

function lines(pen: Pen, points: readonly CurvePoint[], to: Scale, thick: number): void {
  line(pen, points, ({ t, solder }) => [to.x(t), to.mm(solder)], colours.wire, thick * 1.3)
  line(pen, points, ({ t, lead }) => [to.x(t), to.y(lead)], colours.lead, thick)
  line(pen, points, ({ t, pad }) => [to.x(t), to.y(pad)], colours.pad, thick)
}

/** One key of the drawing with the value of this moment. */
function key(pen: Pen, x: number, ink: string, name: string, value: string): void {
  pen.fillStyle = ink
  pen.fillRect(x, CURVE_H - 62, 40, 12)
  write(pen, value, x + 52, CURVE_H - 56, { size: 38, bold: true, ink })
  write(pen, name, x, CURVE_H - 22, { size: 25, ink: '#cfd3d6', most: 290 })
}

/** Draws the joint's temperature and solder as time goes, beside the expert's when there is one to show. */
export function paintCurve(pen: Pen, { points, expert, words, decimal }: { points: readonly CurvePoint[]; expert: readonly CurvePoint[]; words: CurveWords; decimal: string }): void {
  const seconds = Math.max(6, Math.ceil(Math.max(points.at(-1)?.t ?? 0, expert.at(-1)?.t ?? 0)))
  const [to, last] = [scaleOf(seconds), points.at(-1)]
  sheet(pen)
  write(pen, words.title, 36, 44, { size: 40, bold: true, most: expert.length > 0 ? 700 : 950 })
  axes(pen, to, seconds)
  if (expert.length > 0) {
    write(pen, `– – ${words.expert}`, CURVE_W - 36, 44, { size: 28, align: 'right', ink: '#cfd3d6' })
    pen.setLineDash([10, 8])
    pen.globalAlpha = colours.expert
    lines(pen, expert, to, 3)
    pen.globalAlpha = 1
    pen.setLineDash([])
  }
  lines(pen, points, to, 6)
  if (points.length > 0) melts(pen, to, words)
  // How it is done has the sheet to itself: nothing is drawn through its words.
  else words.help.forEach((one, i) => write(pen, one, LEFT + 24, TOP + 60 + i * 58, { size: 34, most: CURVE_W - LEFT - RIGHT - 40 }))
  key(pen, 40, colours.pad, words.pad, `${Math.round(last?.pad ?? 25)}`)
  key(pen, 370, colours.lead, words.lead, `${Math.round(last?.lead ?? 25)}`)
  key(pen, 700, colours.wire, words.wire, (last?.solder ?? 0).toFixed(1).replace('.', decimal))
}
