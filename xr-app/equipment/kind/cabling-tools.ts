// SPDX-License-Identifier: EUPL-1.2
import words from '#domain/workshop/words.json' with { type: 'json' }
import { body, type Part } from '../craft/body.ts'
import { engraved } from '../craft/print.ts'
import { ball, box, capsule, cut, rod, rounded, sheet, turned, type Solid } from '../craft/solid.ts'
import { jack } from '../cabling-craft.ts'
import type { KindBody, Reading } from '../kind-body.ts'
import { besideJack, from, leadParts, leadPoses, leadSide } from '../leads.ts'
import { blank, drawDisplay, fitted, valueOf } from '../paper.ts'
import { click, relays } from '#app/xr/sound/voice.ts'

const depths: Readonly<Record<string, string>> = { 'mm-500': '5,0', 'mm-620': '6,2', 'mm-750': '7,5' }

/** A rotary stripper: a jaw, a dial with the diameter its blade is set for. */
export const stripper: KindBody<'stripper'> = {
  home: 'bench',
  build: ({ id, live }) => body(id, [], [{ name: id, at: [0, 0, 0], solids: [
    box('toolYellow', [0.13, 0.022, 0.034], [-0.015, 0.012, 0], 0.009), turned('toolBlack', [[0.026, 0], [0.027, 0.004], [0.027, 0.018], [0.024, 0.022]], [0.055, 0.001, 0], undefined, 30),
    sheet('paper', 0.036, 0.024, [0.055, 0.0242, 0], [-Math.PI / 2, 0, 0], live(120, 80, (pen, w, h, { world }) => {
      const piece = world[id]
      drawDisplay(pen, w, h, piece?.kind === 'stripper' ? depths[piece.depth] ?? '' : '', 'Ø mm')
    }), 'screen'), rod('steel', 0.0035, 0.024, [-0.06, 0.012, 0.012], undefined, 10), box('labelBlack', [0.018, 0.023, 0.02], [-0.07, 0.012, 0.012], 0.003),
  ] }], [{ thing: id, part: id, size: [0.16, 0.05, 0.06], at: [0, 0.014, 0] }]),
  poses: (id) => [[id, {}]],
  grip: { at: [0, 0, -0.07], turn: [0.2, 1.4, 0] },
  exhibit: { states: [{ depth: 'mm-500' }] },
}

/** A punch-down tool: handle, spring barrel, blade with its cutting edge. */
export const punchTool: KindBody<'punch-tool'> = {
  home: 'bench',
  build: ({ id }) => body(id, [], [{ name: id, at: [0, 0, 0], solids: [
    capsule('toolBlack', 0.017, 0.075, [-0.03, 0.018, 0], [0, 0, Math.PI / 2]), turned('toolRed', [[0.0165, 0], [0.0175, 0.006], [0.0165, 0.012]], [0.012, 0.018, 0], [0, 0, -Math.PI / 2]),
    turned('steelDark', [[0.012, 0], [0.011, 0.03], [0.006, 0.036]], [0.024, 0.018, 0], [0, 0, -Math.PI / 2]), box('steel', [0.032, 0.004, 0.009], [0.075, 0.018, 0], 0.0008),
    box('chrome', [0.006, 0.007, 0.012], [0.093, 0.018, 0], 0.0008),
  ] }], [{ thing: id, part: id, size: [0.19, 0.05, 0.05], at: [0, 0.018, 0] }]),
  poses: (id) => [[id, {}]],
  grip: { at: [0, 0, -0.08], turn: [0, Math.PI / 2, 0] },
}

/** The wire map as a tester draws it: near pins above, far pins below, a line where they meet. */
function drawMap(pen: CanvasRenderingContext2D, w: number, h: number, { world, language }: Reading, id: string) {
  const piece = world[id]
  if (piece?.kind !== 'cable-tester' || !piece.display) return drawDisplay(pen, w, h, '– – – –', piece?.kind === 'cable-tester' && piece.on ? 'RJ45' : '')
  const { map, fault, metres } = piece.display
  blank(pen, w, h, fault === 'none' ? '#b9d3b3' : '#e3c2ae')
  const x = (pin: number) => w * (0.09 + (pin - 1) * 0.117)
  const size = (of: number) => w * of
  pen.textAlign = 'center'
  map.split(' ').forEach((one) => {
    const [near = 0, far = 0] = one.split('-').map(Number)
    fitted(pen, String(near), x(near), h * 0.13, size(0.072), size(0.095), true)
    if (!far) return fitted(pen, '×', x(near), h * 0.33, size(0.08), size(0.095), true)
    pen.lineWidth = size(0.0095)
    pen.strokeStyle = near === far ? '#22262b' : '#a3211b'
    pen.beginPath()
    pen.moveTo(x(near), h * 0.22)
    pen.lineTo(x(far), h * 0.54)
    pen.stroke()
    fitted(pen, String(far), x(far), h * 0.64, size(0.072), size(0.095), true)
  })
  fitted(pen, `${fault === 'none' ? '✓' : `✗ ${words.causes[`pair-${fault}`][language]}`} · ${metres} m`, w / 2, h * 0.86, size(0.08), w * 0.94, true)
}

const shell = (h: number, colour: 'toolYellow' | 'toolGrey'): Solid[] => [
  cut(colour, rounded(0.084, h, 0.014), 0.032, [0, 0, -0.016], undefined, 0.005), cut('toolBlack', rounded(0.07, h - 0.016, 0.009), 0.004, [0, 0, 0.0145], undefined, 0.001),
]

/** A wire-map tester with its screen; its lead follows the jack it is plugged into. */
export const cableTester: KindBody<'cable-tester'> = {
  home: 'bench',
  rest: { lift: 0.02, turn: [-Math.PI / 2 + 0.16, 0, 0] },
  build: ({ id, live }) => {
    const main: Part = { name: id, at: [0, 0, 0], solids: [...shell(0.16, 'toolYellow'),
      sheet('lens', 0.064, 0.07, [0, 0.028, 0.0189], undefined, live(320, 350, (pen, w, h, reading) => drawMap(pen, w, h, reading, id)), 'screen'),
      turned('toolRed', [[0.011, 0], [0.011, 0.004], [0, 0.005]], [0, -0.045, 0.018], [Math.PI / 2, 0, 0]), ...jack([0, -0.072, 0.0], 'toolBlack')] }
    return body(id, [], [main, ...leadParts(id, 'toolBlack')], [{ thing: id, part: id, size: [0.095, 0.17, 0.05], at: [0, 0, 0] }])
  },
  poses: (id, piece, stage) => {
    const by = besideJack(id, piece.on, stage)
    const spot = by ?? stage.spot(id) ?? { at: [0, 0, 0] }
    return [[id, by ? { at: by.at, turn: by.turn ?? [0, 0, 0], room: true } : {}], ...leadPoses(id, piece.on, stage, from(spot, [leadSide(spot, piece.on, stage) * 0.042, 0.06, 0]))]
  },
  grip: { at: [0, 0.02, -0.08], turn: [-0.9, 0, 0] },
  sounds: { 'wire-map-passed': relays(true), 'wire-map-failed': relays(false), plugged: click },
  exhibit: { states: [{ display: { between: ['m.jack', 's.jack'], map: '1-1 2-2 3-3 4-8 5-7 6-6 7-5 8-4', fault: 'crossed', pairs: '4-5 7-8', metres: 18 } }] },
}

/** The unit that answers at the far end. */
export const remoteUnit: KindBody<'remote-unit'> = {
  home: 'bench',
  rest: { lift: 0.02, turn: [-Math.PI / 2, 0, 0] },
  build: ({ id, press }) => body(id, [], [{ name: id, at: [0, 0, 0], solids: [...shell(0.085, 'toolYellow'), ball('lampGreen', 0.003, [0, 0.02, 0.019], 10),
    sheet('labelBlack', 0.05, 0.014, [0, -0.006, 0.0189], undefined, press.text(['ID 1'], 150, 42, engraved))] }, ...leadParts(id, 'toolBlack')],
  [{ thing: id, part: id, size: [0.095, 0.1, 0.05], at: [0, 0, 0] }]),
  poses: (id, piece, stage) => {
    const by = besideJack(id, piece.on, stage)
    const spot = by ?? stage.spot(id) ?? { at: [0, 0, 0] }
    return [[id, by ? { at: by.at, turn: by.turn ?? [0, 0, 0], room: true } : {}], ...leadPoses(id, piece.on, stage, from(spot, [leadSide(spot, piece.on, stage) * 0.042, 0.02, 0]))]
  },
  grip: { at: [0, 0, -0.06], turn: [-0.9, 0, 0] },
}

/** A label printer; its screen shows the labels it has put on. */
export const labelWriter: KindBody<'label-writer'> = {
  home: 'bench',
  rest: { lift: 0.024, turn: [-Math.PI / 2 + 0.2, 0, 0] },
  build: ({ id, live }) => body(id, [], [{ name: id, at: [0, 0, 0], solids: [
    cut('toolGrey', rounded(0.1, 0.17, 0.02), 0.042, [0, 0, -0.022], undefined, 0.006), box('labelBlack', [0.03, 0.004, 0.014], [0, 0.086, 0], 0.001), box('paper', [0.024, 0.03, 0.0006], [0, 0.1, 0], 0),
    sheet('lens', 0.082, 0.07, [0, 0.036, 0.0206], undefined, live(330, 280, (pen, w, h, reading) => {
      blank(pen, w, h, '#c9d0bd')
      const fields = reading.setup.equipment[id]?.fields ?? []
      fields.forEach((field, i) => {
        fitted(pen, `${field.label[reading.language]} : ${valueOf(reading, id, field.id) ?? '…'}`, 12, 40 + i * 66, 30, w - 24, valueOf(reading, id, field.id) !== null)
      })
    }), 'screen'),
    ...Array.from({ length: 12 }, (_, i) => box('toolBlack', [0.016, 0.012, 0.004], [(i % 4 - 1.5) * 0.021, -0.022 - Math.floor(i / 4) * 0.018, 0.021], 0.002)),
  ] }], [{ thing: id, part: id, size: [0.11, 0.18, 0.06], at: [0, 0, 0] }]),
  poses: (id) => [[id, {}]],
}

/** The mains strip of a rack: three sockets, and at its left the bare terminals that its cover hides. */
export const powerStrip: KindBody<'power-strip'> = {
  home: 'rack',
  build: ({ id, equipment, press }) => {
    const terminals = equipment.terminals ?? []
    const x = (i: number) => -0.15 + i * 0.036
    return [body(id, [box('toolGrey', [0.4, 0.044, 0.03], [0, 0, 0.015], 0.003), ...[0, 1, 2].flatMap((i): Solid[] => [turned('toolBlack', [[0.017, 0], [0.017, 0.003], [0.013, 0.004], [0.013, 0.001], [0, 0.001]], [0.03 + i * 0.055, 0, 0.03], [Math.PI / 2, 0, 0]),
      rod('brass', 0.0024, 0.008, [0.03 + i * 0.055, 0.008, 0.033], [Math.PI / 2, 0, 0], 10)])], [], [{ thing: id, size: [0.2, 0.05, 0.03], at: [0.09, 0, 0.03] }]),
    ...terminals.map((name, i) => body(`${id}.${name}`, [box('brass', [0.012, 0.018, 0.01], [x(i), 0.004, 0.034], 0.001), rod('zinc', 0.004, 0.004, [x(i), 0.004, 0.04], [Math.PI / 2, 0, 0], 12),
      sheet('paper', 0.016, 0.01, [x(i), -0.015, 0.0305], undefined, press.text([name.toUpperCase()], 60, 40, { paper: '#f6f4ec', ink: '#1f2125', weight: 700, align: 'center' }))],
    [], [{ thing: `${id}.${name}`, size: [0.032, 0.044, 0.03], at: [x(i), 0, 0.036] }]))]
  },
  places: ({ equipment: { terminals = [] } }) => Object.fromEntries(terminals.map((name, i) => [name, { at: [-0.15 + i * 0.036, 0.004, 0.042] }])),
  exhibit: { equipment: { terminals: ['l', 'n', 'pe'] }, states: [{}] },
}
