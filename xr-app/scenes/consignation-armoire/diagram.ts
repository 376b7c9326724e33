// SPDX-License-Identifier: EUPL-1.2
import { FACE } from '#app/equipment/craft/atlas.ts'
import type { Reading } from '#app/equipment/kind-body.ts'
import type { Setup } from '#domain/workshop/setup.ts'

type Pen = CanvasRenderingContext2D

/** Which devices are wired to the work point, as the network of this variant says. */
export const feedsOf = ({ network }: Pick<Setup, 'network'>): string[] =>
  [...new Set(network.conductors.flat().map((node) => node.split('.')[0] ?? '').filter((id) => /^q\d$/.test(id)))]

const line = (pen: Pen, ...points: [number, number][]) => {
  pen.beginPath()
  points.forEach(([x, y]) => pen.lineTo(x, y))
  pen.stroke()
}

const write = (pen: Pen, text: string, x: number, y: number, size = 17, bold = false) => {
  pen.font = `${bold ? 700 : 400} ${size}px ${FACE}`
  pen.fillText(text, x, y)
}

/** A switch in a vertical run: its moving contact, open as drawings show it, and its mark. */
function contact(pen: Pen, x: number, y: number, mark: string) {
  line(pen, [x, y - 22], [x, y - 9])
  line(pen, [x - 12, y - 12], [x, y + 12])
  line(pen, [x, y + 12], [x, y + 24])
  line(pen, [x - 4, y - 13], [x + 4, y - 5])
  line(pen, [x + 4, y - 13], [x - 4, y - 5])
  write(pen, mark, x + 12, y + 3, 19, true)
}

function source(pen: Pen, x: number, y: number, mark: string, words: string) {
  pen.beginPath()
  pen.arc(x, y, 15, 0, 7)
  pen.stroke()
  pen.textAlign = 'center'
  write(pen, mark, x, y + 1, 17, true)
  write(pen, words, x, y - 27, 14)
  pen.textAlign = 'left'
  line(pen, [x, y + 15], [x, y + 40])
}

const words = {
  fr: { title: 'Armoire A2 · schéma unifilaire', grid: 'Réseau 400 V', spare: 'Secours', light: 'Éclairage', sockets: 'Prises', motor: 'Extracteur M1' },
  en: { title: 'Cabinet A2 · single-line diagram', grid: 'Mains 400 V', spare: 'Backup', light: 'Lighting', sockets: 'Sockets', motor: 'Extractor M1' },
} as const

/** The single-line diagram of the variant as built: what is drawn is what the network solves. */
export function drawDiagram(pen: Pen, w: number, h: number, { setup, language }: Reading) {
  const say = words[language]
  const feeds = feedsOf(setup)
  pen.strokeStyle = pen.fillStyle = '#22262b'
  pen.lineWidth = 2.4
  pen.textAlign = 'left'
  write(pen, say.title, 20, 34, 23, true)
  line(pen, [20, 52], [w - 20, 52])
  source(pen, 110, 112, 'G', say.grid)
  contact(pen, 110, 174, 'Q0')
  line(pen, [50, 200], [w - 110, 200])
  const columns: [string, number][] = [['q1', 70], ['q2', 160], ['q3', 250]]
  for (const [id, x] of columns) {
    line(pen, [x, 200], [x, 212])
    contact(pen, x, 232, id.toUpperCase())
    line(pen, [x, 256], [x, 300])
  }
  source(pen, w - 50, 112, 'G2', say.spare)
  line(pen, [w - 50, 150], [w - 50, 212])
  contact(pen, w - 50, 232, 'Q9')
  line(pen, [w - 50, 256], [w - 50, 300])
  write(pen, say.light, 34, 318, 15)
  feeding(pen, w, h, feeds, columns, say)
}

function feeding(pen: Pen, w: number, h: number, feeds: string[], columns: [string, number][], say: { sockets: string; motor: string }) {
  const foot = 410
  for (const [id, x] of [...columns.slice(1), ['q9', w - 50] as [string, number]]) {
    if (feeds.includes(id)) {
      line(pen, [x, 300], [x, 352], [206, 352], [206, foot])
      write(pen, id.replace('q', 'W'), x + 8, 330, 19, true)
    } else if (id !== 'q9') write(pen, say.sockets, x - 24, 318, 15)
  }
  pen.strokeRect(166, foot, 80, 34)
  pen.textAlign = 'center'
  write(pen, 'X3', 206, foot + 18, 21, true)
  line(pen, [206, foot + 34], [206, h - 78])
  pen.beginPath()
  pen.arc(206, h - 56, 22, 0, 7)
  pen.stroke()
  write(pen, 'M1', 206, h - 55, 19, true)
  pen.textAlign = 'left'
  write(pen, say.motor, 238, h - 54, 17)
}
