// SPDX-License-Identifier: EUPL-1.2
import type { Gesture } from '#domain/workshop/action.ts'

/** A panel in the room, in words: what it says and what can be pressed. */
export type PanelButton = { id: string; label: string; chosen?: boolean; strong?: boolean; press: () => void }
export type PanelRow =
  | { kind: 'title'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'choice'; label: string; buttons: PanelButton[] }
  | { kind: 'button'; button: PanelButton }
  | { kind: 'buttons'; buttons: PanelButton[] }
export type PanelModel = { rows: PanelRow[] }

/** The name a test or an aid finds a panel's button by: the gesture it makes. */
export const buttonId = ({ name, target, with: tool = '', second = '', value = '' }: Gesture): string =>
  `offer:${name}:${target}:${tool}:${second}:${value}`

/** Pixels of the panel's paper; its width in metres is PANEL_WIDTH at arm's length. */
export const PAPER = 1024
export const PANEL_WIDTH = 0.62
/** Letters 24 mm high at 0.75 m: more than 1.2° with their ascenders, titles above 2°. Keys are 4.6 cm high, or 6.1. */
const usual = { title: 56, text: 40, label: 34, key: 76 } as const
const large = { title: 60, text: 48, label: 42, key: 100 } as const
const pad = 36

export type Drawn =
  | { kind: 'text'; x: number; y: number; size: number; text: string; bold: boolean; soft: boolean }
  | { kind: 'button'; x: number; y: number; w: number; h: number; size: number; lines: string[]; button: PanelButton }
export type Layout = { height: number; items: Drawn[] }

type Measure = (text: string, size: number, bold: boolean) => number

function wrap(text: string, size: number, bold: boolean, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer, size, bold) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

/** Places every row of a panel; `measure` says how wide a text is. Pure: it can be checked without a screen. */
export function layOut({ rows }: PanelModel, measure: Measure, isLarge = false): Layout {
  const SIZE = isLarge ? large : usual
  const { key } = SIZE
  const items: Drawn[] = []
  const inner = PAPER - 2 * pad
  let y = pad
  const text = (value: string, size: number, bold: boolean, soft: boolean) => {
    for (const line of wrap(value, size, bold, inner, measure)) {
      items.push({ kind: 'text', x: pad, y: y + size * 0.62, size, text: line, bold, soft })
      y += size * 1.24
    }
  }
  const button = (one: PanelButton, x: number, w: number) => {
    const lines = wrap(one.label, SIZE.text, false, w - 44 - (one.chosen ? SIZE.text : 0), measure).slice(0, 2)
    const h = lines.length > 1 ? key * 1.5 : key
    items.push({ kind: 'button', x, y, w, h, size: SIZE.text, lines, button: one })
    return h
  }
  const line = (buttons: PanelButton[]) => {
    // As many side by side as there is room for; what is longer than a line has it to itself.
    let [x, tall] = [pad, 0]
    for (const one of buttons) {
      const w = Math.min(inner, Math.max(110, measure(one.label, SIZE.text, false) + 52 + (one.chosen ? SIZE.text : 0)))
      if (x > pad && x + w > pad + inner) {
        y += tall + 10
        x = pad
        tall = 0
      }
      tall = Math.max(tall, button(one, x, w))
      x += w + 14
    }
    y += tall + 12
  }
  for (const row of rows) {
    if (row.kind === 'title') { text(row.text, SIZE.title, true, false); y += 8 }
    if (row.kind === 'text') { text(row.text, SIZE.text, false, true); y += 10 }
    if (row.kind === 'choice') { text(row.label, SIZE.label, false, true); line(row.buttons) }
    if (row.kind === 'buttons') line(row.buttons)
    if (row.kind === 'button') y += button(row.button, pad, inner) + 12
  }
  return { height: Math.round(y + pad - 12), items }
}
