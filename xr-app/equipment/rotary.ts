// SPDX-License-Identifier: EUPL-1.2
import { Shape } from 'three'
import { body, type Body } from './craft/body.ts'
import type { FinishName } from './craft/finish.ts'
import { onYellow, type Press } from './craft/print.ts'
import { box, cut, ring, rod, rounded, sheet, turned, type Solid } from './craft/solid.ts'

export type RotarySpec = { thing: string; handle: FinishName; plate: FinishName; size: number }

/** A pistol-grip outline, thick at the hub, closed = vertical. */
function grip(r: number): Shape {
  const s = new Shape()
  s.moveTo(-r * 0.26, -r * 0.62)
  s.quadraticCurveTo(-r * 0.42, 0, -r * 0.3, r * 0.82).quadraticCurveTo(0, r * 1.08, r * 0.3, r * 0.82)
  s.quadraticCurveTo(r * 0.42, 0, r * 0.26, -r * 0.62).quadraticCurveTo(0, -r * 0.84, -r * 0.26, -r * 0.62)
  return s
}

function handle(spec: RotarySpec, press: Press): Solid[] {
  const r = spec.size / 2
  return [
    turned(spec.handle, [[0, 0.012], [r * 0.62, 0.012], [r * 0.68, 0.009], [r * 0.7, 0]], [0, 0, 0], [Math.PI / 2, 0, 0], 40),
    cut(spec.handle, grip(r), 0.022, [0, 0, 0.010], undefined, 0.003),
    box('barrierWhite', [0.005, r * 0.36, 0.0006], [0, r * 0.62, 0.0324], 0.0002),
    // The three holes that take padlocks, and the slide they lock.
    ...[-0.5, 0, 0.5].map((k) => rod('toolBlack', 0.0042, 0.026, [k * 0.016, -r * 0.44, 0.021], [Math.PI / 2, 0, 0], 14)),
    sheet('handleRed', r * 0.34, r * 0.13, [0, r * 0.24, 0.0324], undefined,
      press.text([spec.thing.toUpperCase()], 64, 26, { paper: '#b3201c', ink: '#f4efe6', weight: 700, align: 'center' })),
  ]
}

/** The plate's print: I at the top (closed), O at the right (open), the arc between. */
function dial(press: Press) {
  return press.draw(256, 256, (pen) => {
    pen.fillStyle = onYellow.paper
    pen.fillRect(0, 0, 256, 256)
    pen.fillStyle = pen.strokeStyle = onYellow.ink
    pen.font = '700 40px "Atkinson Hyperlegible", sans-serif'
    pen.textAlign = 'center'
    pen.fillText('I', 128, 44)
    pen.fillText('O', 232, 142)
    pen.lineWidth = 5
    pen.beginPath()
    pen.arc(128, 128, 104, -Math.PI / 2 + 0.24, -0.26)
    pen.stroke()
    pen.font = '700 15px "Atkinson Hyperlegible", sans-serif'
    pen.fillText('CADENASSABLE EN O', 128, 244)
  })
}

/** A load-break switch with a rotary handle on its plate: the handle turns a quarter, and takes padlocks when open. */
export function rotary(spec: RotarySpec, press: Press): Body {
  const s = spec.size
  const fixed = [
    cut(spec.plate, rounded(s * 1.42, s * 1.42, s * 0.14), 0.004, [0, 0, 0], undefined, 0.001),
    sheet(spec.plate, s * 1.3, s * 1.3, [0, 0, 0.0043], undefined, dial(press)),
    ring('toolBlack', s * 0.37, 0.003, [0, 0, 0.005]),
    ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]) =>
      rod('zinc', 0.0035, 0.003, [x! * s * 0.62, y! * s * 0.62, 0.0045], [Math.PI / 2, 0, 0], 12)),
  ]
  return body(spec.thing, fixed,
    [{ name: `${spec.thing}/handle`, at: [0, 0, 0.006], solids: handle(spec, press) }],
    [{ thing: spec.thing, size: [s * 1.2, s * 1.2, 0.06], at: [0, 0, 0.028], moving: true }])
}
