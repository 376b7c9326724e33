// SPDX-License-Identifier: EUPL-1.2
import type { Draw } from '../kind-body.ts'
import { boxed, circle, contact, line, together, write, type Pen } from './pen.ts'

const words = {
  fr: { title: 'Départ-moteur direct', power: 'Puissance 3 × 400 V', control: 'Commande 230 V', stop: 'arrêt', start: 'marche', hold: 'auto-maintien', setting: 'réglage : plaque' },
  en: { title: 'Direct-on-line starter', power: 'Power 3 × 400 V', control: 'Control 230 V', stop: 'stop', start: 'start', hold: 'self-hold', setting: 'setting: plate' },
} as const
type Say = (typeof words)[keyof typeof words]

const LINES = [62, 104, 146] as const

function power(pen: Pen, say: Say): void {
  write(pen, say.power, 40, 66, 13, true)
  LINES.forEach((x, i) => {
    write(pen, `L${i + 1}`, x - 8, 86, 11)
    contact(pen, x, 112)
    circle(pen, x, 140, 3)
    boxed(pen, x, 166, 10, 22, true)
    contact(pen, x, 212, { marks: [String(2 * i + 1), String(2 * i + 2)] })
    heater(pen, x, 258, String(2 * i + 2))
    circle(pen, x, 288, 3)
    write(pen, ['U', 'V', 'W'][i] ?? '', x + 6, 292, 10)
    line(pen, [x, 291], [x, 316], [104 + (x - 104) * 0.42, 340])
    line(pen, [x, 132], [x, 137], [x, 146])
    line(pen, [x, 186], [x, 192])
    line(pen, [x, 232], [x, 238])
    line(pen, [x, 278], [x, 285])
  })
  for (const y of [112, 212]) together(pen, [LINES[0] - 5, y], [LINES[2] - 5, y])
  for (const [mark, y] of [['Q1', 112], ['X0', 142], ['FU1-3', 168], ['KM1', 214], ['F2', 260], ['X1', 290], ['W1', 316]] as const) write(pen, mark, 6, y, 12, true)
  pen.beginPath()
  pen.ellipse(104, 310, 54, 7, 0, 0, 7)
  pen.stroke()
  circle(pen, 104, 366, 28)
  pen.textAlign = 'center'
  write(pen, 'M1', 104, 363, 14, true)
  write(pen, '3 ~', 104, 379, 12)
  pen.textAlign = 'left'
}

/** A heater of a thermal relay: a square step in the line. */
function heater(pen: Pen, x: number, y: number, mark: string): void {
  line(pen, [x, y - 20], [x, y - 8], [x - 10, y - 8], [x - 10, y + 8], [x, y + 8], [x, y + 20])
  write(pen, mark, x + 5, y + 18, 10)
}

/** A cable's core, where the line leaves the cabinet and comes back. */
function core(pen: Pen, x: number, y: number): void {
  pen.beginPath()
  pen.ellipse(x, y, 9, 4, 0, 0, 7)
  pen.stroke()
  write(pen, 'W2', x + 12, y + 4, 11, true)
}

function control(pen: Pen, say: Say): void {
  const [x, hold] = [300, 410]
  write(pen, say.control, 262, 66, 13, true)
  write(pen, 'X0.L1', x + 8, 84, 11)
  line(pen, [x, 78], [x, 80])
  contact(pen, x, 100)
  contact(pen, x, 144, { closed: true, marks: ['95', '96'] })
  line(pen, [x, 120], [x, 124])
  line(pen, [x, 164], [x, 176])
  core(pen, x, 170)
  contact(pen, x, 196, { closed: true, marks: ['11', '12'] })
  contact(pen, x, 240, { closed: true, marks: ['21', '22'] })
  line(pen, [x, 216], [x, 220])
  line(pen, [x, 260], [x, 268])
  contact(pen, x, 288, { marks: ['13', '14'] })
  line(pen, [x, 264], [hold, 264], [hold, 268])
  contact(pen, hold, 288, { marks: ['13', '14'] })
  line(pen, [hold, 308], [hold, 322], [x, 322])
  line(pen, [x, 308], [x, 326])
  core(pen, hold - 50, 264)
  core(pen, x, 314)
  for (const [cx, cy] of [[x, 264], [x, 322]] as const) circle(pen, cx, cy, 2.6, true)
  boxed(pen, x, 346, 36, 18)
  write(pen, 'A1', x + 6, 335, 10)
  write(pen, 'A2', x + 6, 367, 10)
  line(pen, [x, 366], [x, 388])
  write(pen, 'X0.N (Q2)', x + 8, 388, 11)
  for (const [mark, y] of [['Q2', 104], ['F2', 148], ['S0', 200], ['S1', 244], ['S2', 292], ['KM1', 350]] as const) write(pen, mark, 244, y, 12, true)
  write(pen, 'KM1', hold + 22, 292, 12, true)
  write(pen, say.stop, 336, 244, 11)
  write(pen, say.start, 328, 304, 11)
  write(pen, say.hold, hold - 34, 338, 11)
  emergency(pen, x, 196)
}

/** The mushroom head that works a contact. */
function emergency(pen: Pen, x: number, y: number): void {
  together(pen, [x + 4, y], [x + 34, y])
  pen.beginPath()
  pen.arc(x + 34, y, 9, -Math.PI / 2, Math.PI / 2)
  pen.stroke()
}

/** The diagram of a direct-on-line starter with its control circuit, whatever is wrong with the one before you. */
export const drawMotorStarter: Draw = (pen, w, h, { language }) => {
  const say = words[language]
  Object.assign(pen, { fillStyle: '#f4f1e8' }).fillRect(0, 0, w, h)
  pen.save()
  pen.scale(w / 500, h / 410)
  Object.assign(pen, { strokeStyle: '#22262b', fillStyle: '#22262b', lineWidth: 1.8, textAlign: 'left', textBaseline: 'alphabetic' })
  write(pen, say.title, 16, 31, 17, true)
  line(pen, [16, 42], [484, 42])
  power(pen, say)
  control(pen, say)
  write(pen, `F2 : ${say.setting}`, 340, 150, 11)
  pen.restore()
}
