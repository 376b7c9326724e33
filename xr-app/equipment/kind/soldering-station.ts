// SPDX-License-Identifier: EUPL-1.2
import { Euler, Quaternion } from 'three'
import type { World } from '#domain/workshop/pieces.ts'
import { body, type Part } from '../craft/body.ts'
import { engraved } from '../craft/print.ts'
import { ball, box, cut, rod, rounded, sheet, turned, wire, type Solid, type Vec3 } from '../craft/solid.ts'
import { gone, type KindBody, type Spot, type Stage, type StagePose } from '../kind-body.ts'
import { blank, fitted } from '../paper.ts'
import { clunk } from '#app/xr/sound/voice.ts'
import { hiss, thin as click } from '../soldering-sounds.ts'

/** The handle of an iron, its barrel and its tip; the tip's point is the origin, the handle goes along +z. */
const along = (solid: (turn: Vec3) => Solid): Solid => solid([Math.PI / 2, 0, 0])
const handle = (): Solid[] => [
  along((turn) => turned('steel', [[0.0026, 0.028], [0.0052, 0.030], [0.0052, 0.062], [0.0065, 0.064], [0.0065, 0.072]], [0, 0, 0], turn, 20)),
  along((turn) => turned('toolBlack', [[0.0065, 0.072], [0.012, 0.075], [0.0125, 0.09], [0.0095, 0.105], [0.0105, 0.15], [0.0085, 0.186], [0.004, 0.19], [0, 0.19]], [0, 0, 0], turn, 22)),
  along((turn) => turned('toolBlueGrip', [[0.0126, 0.083], [0.0134, 0.086], [0.0134, 0.098], [0.0112, 0.102]], [0, 0, 0], turn, 22)),
]
const point = (finish: 'tipClean' | 'tipBlack'): Solid[] =>
  [along((turn) => turned(finish, [[0, 0], [0.0009, 0.0004], [0.0026, 0.009], [0.0031, 0.02], [0.0031, 0.03]], [0, 0, 0], turn, 18))]

/** The display: what it is at, what is asked, and the light that says it is ready. */
function drawStation(pen: CanvasRenderingContext2D, w: number, h: number, world: World, id: string) {
  const piece = world[id]
  const on = piece?.kind === 'soldering-iron' && piece.on
  blank(pen, w, h, on ? '#10231c' : '#1b1f22')
  if (!on) return
  pen.fillStyle = '#8ff0b0'
  pen.textAlign = 'right'
  fitted(pen, `${Math.round(piece.tip)}`, w * 0.66, h * 0.42, h * 0.62, w * 0.6, true)
  fitted(pen, '°C', w * 0.92, h * 0.32, h * 0.26, w * 0.24, true)
  pen.fillStyle = '#d9c46a'
  fitted(pen, `${piece.set} °C`, w * 0.66, h * 0.84, h * 0.22, w * 0.5)
  pen.beginPath()
  pen.fillStyle = piece.ready ? '#5cf08a' : '#7a3f1a'
  pen.arc(w * 0.85, h * 0.8, h * 0.09, 0, 7)
  pen.fill()
}

const STAND: Vec3 = [0.155, 0, 0.03]
const stand = (): Solid[] => [
  cut('steelDark', rounded(0.085, 0.15, 0.012), 0.008, [STAND[0], 0.004, STAND[2]], [-Math.PI / 2, 0, 0]),
  rod('steelDark', 0.004, 0.10, [STAND[0], 0.05, STAND[2] - 0.035], [0.35, 0, 0], 12),
  wire('chrome', 0.0016, Array.from({ length: 46 }, (_, i): Vec3 => {
    const [a, k] = [i * 0.62, i / 45]
    const [r, z] = [0.010 + k * 0.009, -0.005 + k * 0.075]
    return [STAND[0] + Math.cos(a) * r, 0.055 + Math.sin(a) * r * 0.9 + z * 0.95, STAND[2] - 0.035 + z * 0.75]
  }), 150, 5),
]

/** How the iron lies where it is: in its stand, on the bench, or over the board as the hand holds it. */
function ironPose(holder: string, stage: Stage): StagePose {
  if (holder === 'stand') return { at: [STAND[0], 0.058, STAND[2] - 0.03], turn: [-0.9, 0, 0], ease: 'drop' }
  if (holder === 'bench') return { at: [0.235, 0.013, 0.11], turn: [0.02, 0.55, 0], ease: 'drop' }
  const [id, board] = Object.entries(stage.world).find(([, piece]) => piece.kind === 'circuit-board') ?? []
  if (id === undefined || board?.kind !== 'circuit-board') return { at: [0.1, 0.2, 0.2], turn: [-0.8, 0.4, 0] }
  const spot = stage.place(id, board.contact?.joint ?? 'over')
  return spot ? { ...heldAt(spot, board.contact?.angle ?? 45, board.contact?.touched ?? 'both'), room: true, ease: 'drop' } : {}
}

const [frame, own] = [new Quaternion(), new Quaternion()]
/** The iron with its point at a spot of the board, leaning back to the right by so many degrees above it. */
export function heldAt({ at, turn = [0, 0, 0] }: Spot, degrees: number, touched: string): StagePose {
  const lean = (degrees * Math.PI) / 180
  frame.setFromEuler(new Euler(...turn)).multiply(own.setFromEuler(new Euler(-lean, 0.62, 0, 'YXZ')))
  const { x, y, z } = new Euler().setFromQuaternion(frame)
  const lift = touched === 'lead' ? 0.007 : 0.0012
  return { at: [at[0], at[1] + lift, at[2] + 0.0025], turn: [x, y, z] }
}

/** A temperature-controlled station, its stand and its iron. */
export const solderingIron: KindBody<'soldering-iron'> = {
  home: 'bench',
  build: ({ id, press, live }) => {
    const front: Solid[] = [
      box('lens', [0.1, 0.05, 0.003], [0, 0.07, 0.0672], 0.002), sheet('lens', 0.094, 0.044, [0, 0.07, 0.0689], [0, 0, 0], live(300, 140, (pen, w, h, { world }) => drawStation(pen, w, h, world, id)), 'screen'),
      turned('toolGrey', [[0.013, 0], [0.014, 0.003], [0.011, 0.014], [0, 0.0145]], [-0.032, 0.028, 0.066], [Math.PI / 2, 0, 0], 26),
      box('paper', [0.0015, 0.008, 0.001], [-0.032, 0.034, 0.081], 0),
      sheet('toolBlack', 0.05, 0.011, [0.028, 0.024, 0.0671], undefined, press.text(['70 W · ESD'], 180, 40, { ...engraved, paper: '#27292c' })),
    ]
    return body(id, [
      box('machineDark', [0.125, 0.098, 0.145], [0, 0.053, -0.006], 0.010), box('breakerGrey', [0.113, 0.088, 0.006], [0, 0.054, 0.064], 0.004),
      ...[-1, 1].map((s) => box('rubberBlack', [0.018, 0.006, 0.11], [s * 0.045, 0.003, 0], 0.002)), ...front, ...stand(),
      wire('toolBlack', 0.0028, [[0.045, 0.02, 0.066], [0.075, 0.012, 0.11], [0.13, 0.008, 0.13], [0.16, 0.02, 0.12], [STAND[0], 0.11, 0.09]], 40),
    ], [
      { name: `${id}/iron`, at: [0, 0, 0], solids: handle() },
      { name: `${id}/clean`, parent: `${id}/iron`, at: [0, 0, 0], solids: point('tipClean') },
      { name: `${id}/black`, parent: `${id}/iron`, at: [0, 0, 0], solids: point('tipBlack') },
      { name: `${id}/drop`, parent: `${id}/iron`, at: [0, 0, 0.004], solids: [ball('solderBright', 0.0024, [0, 0, 0], 14)] },
    ] satisfies Part[], [
      { thing: id, size: [0.13, 0.1, 0.15], at: [0, 0.052, 0] }, { thing: id, part: `${id}/iron`, size: [0.04, 0.04, 0.19], at: [0, 0, 0.1], moving: true },
    ])
  },
  poses: (id, piece, stage) => [
    [`${id}/iron`, ironPose(piece.holder, stage)],
    [`${id}/clean`, piece.condition === 'oxidised' ? gone : {}], [`${id}/black`, piece.condition === 'oxidised' ? {} : gone],
    [`${id}/drop`, piece.film >= 0.1 && piece.tip > 120 ? { scale: 0.5 + piece.film * 0.5, ease: 'none' } : gone],
  ],
  sounds: { 'station-on': click, 'station-off': click, 'iron-in-stand': clunk, 'iron-laid-down': clunk, 'tip-wiped': hiss, 'tip-tinned': hiss, 'iron-ready': click },
  exhibit: { states: [{ on: true, tip: 348, ready: true }, { condition: 'oxidised', film: 0 }, { holder: 'bench' }] },
}
