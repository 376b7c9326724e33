// SPDX-License-Identifier: EUPL-1.2
import { padlockShut } from '#app/xr/sound/voice.ts'
import { body } from '../craft/body.ts'
import { box, cut, ring, rod, rounded, sheet, turned } from '../craft/solid.ts'
import type { KindBody } from '../kind-body.ts'
import { drawDisplay } from '../paper.ts'

/** A clamp meter: its jaw closes around a wire. Points along +y. */
export const clampMeter: KindBody<'clamp-meter'> = {
  home: 'bench',
  rest: { lift: 0.024, turn: [-Math.PI / 2 + 0.1, 0, 0.14] },
  build: ({ id, press, live }) => {
    const shown = live(240, 130, (pen, w, h, { world, language }) => {
      const piece = world[id]
      const amps = piece?.kind === 'clamp-meter' && piece.display ? piece.display.amps.toFixed(1) : '0.0'
      drawDisplay(pen, w, h, `${language === 'fr' ? amps.replace('.', ',') : amps} A`, 'A~')
    })
    return body(id, [], [{ name: id, at: [0, 0, 0], solids: [
      cut('toolRed', rounded(0.066, 0.135, 0.016), 0.032, [0, -0.045, -0.016], undefined, 0.005),
      cut('toolBlack', rounded(0.054, 0.110, 0.010), 0.004, [0, -0.048, 0.0145], undefined, 0.0012),
      sheet('lens', 0.046, 0.025, [0, -0.018, 0.0187], undefined, shown, 'screen'),
      turned('toolGrey', [[0, 0.008], [0.014, 0.008], [0.017, 0]], [0, -0.065, 0.0185], [Math.PI / 2, 0, 0]),
      box('barrierWhite', [0.0022, 0.012, 0.0008], [0, -0.060, 0.0268], 0.0002),
      sheet('toolBlack', 0.044, 0.008, [0, -0.0385, 0.0187], undefined, press.text(['OFF   V~   A~'], 220, 40, { paper: '#27292c', ink: '#f2efe6', weight: 700, align: 'center' })),
      ring('toolRed', 0.030, 0.0085, [0, 0.052, 0], [0, 0, Math.PI / 2 + 0.1], Math.PI - 0.2), ring('toolBlack', 0.030, 0.0085, [0, 0.052, 0], [0, 0, -Math.PI / 2 + 0.1], Math.PI - 0.2),
      box('toolRed', [0.016, 0.034, 0.016], [-0.036, 0.016, 0], 0.004), rod('toolGrey', 0.009, 0.02, [0, 0.022, 0], [Math.PI / 2, 0, 0], 16),
    ] }], [{ thing: id, part: id, size: [0.1, 0.22, 0.06], at: [0, -0.01, 0] }])
  },
  poses: (id) => [[id, {}]],
  grip: { at: [0, -0.01, -0.06], turn: [-1.1, 0, 0] },
  sounds: { 'amps-shown': padlockShut },
  exhibit: { states: [{ display: { amps: 3.4, between: ['x.u'] } }] },
}
