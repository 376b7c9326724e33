// SPDX-License-Identifier: EUPL-1.2
import { testerLights } from '#domain/workshop/tester.ts'
import { pop } from '#app/xr/sound/machine.ts'
import { beep, click } from '#app/xr/sound/voice.ts'
import type { KindBody, Poses } from '../kind-body.ts'
import { dialTurn, multimeter as multimeterBody } from '../multimeter.ts'
import { drawDisplay } from '../paper.ts'
import { tester as testerBody } from '../tools.ts'

const laid = (lean: number, spin = 0) => [-Math.PI / 2 + lean, 0, spin] as const

/** The two-pole voltage tester, with its lights, its display and its second probe. */
export const tester: KindBody<'tester'> = {
  home: 'bench',
  rest: { lift: 0.022, turn: laid(0.12) },
  build: ({ id, press, live }) => testerBody(id, live(240, 152, (pen, w, h, { world }) => {
    const piece = world[id]
    if (piece?.kind !== 'tester') return drawDisplay(pen, w, h, '', '')
    if (piece.display) return drawDisplay(pen, w, h, `${piece.display.light === 0 ? '< 12' : piece.display.light} V`, 'VAT · 2P')
    drawDisplay(pen, w, h, piece.selfTest === 'passed' ? 'OK' : piece.selfTest === 'failed' ? 'Err' : '– –', 'TEST')
  }), press),
  poses: (id, piece) => {
    const passed = piece.display === null && piece.selfTest === 'passed'
    return [[id, {}], ...testerLights.map((light, i): Poses[number] => [`${id}/light${i}`,
      { scale: passed || piece.display?.lights.includes(light) ? 1 : 0, ease: 'none' }])]
  },
  grip: { at: [0, 0, -0.06], turn: [-1.15, 0, 0] },
  probe: (id) => `${id}/probe`,
  exhibit: { states: [{ selfTest: 'passed' }, { selfTest: 'failed' },
    { display: { light: 230, lights: testerLights.filter((light) => light <= 230), between: ['x.l', 'x.n'] } }] },
}

/** The multimeter: the tempting instrument. */
export const multimeter: KindBody<'multimeter'> = {
  home: 'bench',
  rest: { lift: 0.026, turn: laid(0.1, -0.12) },
  build: ({ id, press, live }) => multimeterBody(id, live(290, 160, (pen, w, h, { world }) => {
    const piece = world[id]
    if (piece?.kind !== 'multimeter' || piece.range === 'off') return drawDisplay(pen, w, h, '', '')
    const shown = piece.display ? piece.display.text ?? `${piece.display.volts} V` : '0.L'
    drawDisplay(pen, w, h, shown, piece.range === 'ohms' ? 'Ω  AUTO' : piece.range === 'continuity' ? '♪  Ω' : 'V~  AUTO')
  }), press),
  // One without a dial to turn stands on volts, as it reads.
  poses: (id, piece) => [[id, {}], [`${id}/dial`, { turn: [0, 0, dialTurn(piece.range ?? 'volts')] }]],
  sounds: { 'meter-fuse-blown': pop, beeped: beep, 'range-chosen': click },
  grip: { at: [0, -0.02, -0.05], turn: [-0.7, 0, 0] },
  exhibit: { states: [{ display: { volts: 231, between: ['x.l', 'x.n'] } }, { range: 'off' }, { range: 'ohms' },
    { range: 'continuity', display: { volts: 0, between: ['x.l', 'x.n'], text: '0.2 Ω' } }] },
}
