// SPDX-License-Identifier: EUPL-1.2
import { body, type Part } from '../craft/body.ts'
import { engraved, type Press } from '../craft/print.ts'
import { box, sheet, type Solid } from '../craft/solid.ts'
import { jack, screw } from '../cabling-craft.ts'
import type { KindBody, Poses } from '../kind-body.ts'
import { from, leadParts, leadPoses } from '../leads.ts'
import { drawDisplay } from '../paper.ts'

const PITCH = 0.118
const FRONT = 0.012
/** Two units high: what is engraved reads at arm’s length. */
const HEIGHT = 0.0866
const [PORT_Y, LAMP_Y, WORD_Y] = [-0.02, 0.0055, 0.0265]
const portX = (ports: readonly string[], i: number) => (i - (ports.length - 1) / 2) * PITCH

/** The two lights of a port: each has its place and its word, so that neither is told by its colour alone. */
const lights = [
  { says: 'gigabit', name: 'green', word: '1G', finish: 'ledGreen', dx: -0.018 },
  { says: 'fast', name: 'amber', word: '100M', finish: 'ledAmber', dx: 0.018 },
] as const

/** What never moves of a port: its jack, its number, its lights when they are out, and what each of them means. */
const port = (name: string, x: number, press: Press): Solid[] => [
  ...jack([x, PORT_Y, FRONT]), sheet('labelBlack', 0.028, 0.03, [x + 0.031, PORT_Y, FRONT + 0.0008], undefined, press.text([name.replace('p', '')], 84, 90, engraved)),
  ...lights.flatMap(({ word, dx }): Solid[] => [box('breakerDark', [0.0225, 0.0116, 0.0012], [x + dx, LAMP_Y, FRONT + 0.0004], 0.001), box('lens', [0.0195, 0.0086, 0.0016], [x + dx, LAMP_Y, FRONT + 0.0009], 0.001),
    sheet('labelBlack', 0.035, 0.022, [x + dx, WORD_Y, FRONT + 0.0008], undefined, press.text([word], 112, 70, engraved))]),
]

const lamps = (id: string, name: string, x: number): Part[] => lights.map(({ name: light, finish, dx }) =>
  ({ name: `${id}/${name}/${light}`, at: [x + dx, LAMP_Y, FRONT + 0.0014], solids: [box(finish, [0.0197, 0.0088, 0.0018], [0, 0, 0], 0.001)] }))

/** Slots that let the warm air out, between two ports. */
const vent = (x: number): Solid[] => Array.from({ length: 5 }, (_, i) => box('labelBlack', [0.0022, 0.034, 0.0008], [x + 0.0135 + (i - 2) * 0.0048, PORT_Y, FRONT + 0.0003], 0))

/** A switch in its rack, two lights over each port: at the left for 1 Gbit/s, at the right for 100 Mbit/s. Out without a link, they blink gently as long as there is one. */
export const networkSwitch: KindBody<'network-switch'> = {
  home: 'rack',
  build: ({ id, equipment, press, say }) => {
    const ports = equipment.terminals ?? []
    const plate: Solid[] = [
      box('machine', [0.484, HEIGHT, FRONT], [0, 0, FRONT / 2], 0.002), box('toolGrey', [0.44, HEIGHT - 0.004, 0.2], [0, 0, -0.1], 0.002),
      ...[-1, 1].flatMap((s) => screw(s * 0.235, HEIGHT / 2 - 0.0075, FRONT + 0.001)), ...ports.slice(1).flatMap((_, i) => vent((portX(ports, i) + portX(ports, i + 1)) / 2)),
      sheet('labelBlack', 0.032, 0.018, [-0.2235, 0.002, FRONT + 0.0008], undefined, press.text([equipment.label ? say(equipment.label) : id], 104, 58, engraved)),
      ...ports.flatMap((name, i) => port(name, portX(ports, i), press)),
    ]
    return [body(id, plate, ports.flatMap((name, i) => lamps(id, name, portX(ports, i))), [{ thing: id, size: [0.036, 0.05, 0.02], at: [-0.222, 0, FRONT] }]),
      ...ports.map((name, i) => body(`${id}.${name}`, [], [], [{ thing: `${id}.${name}`, size: [0.04, 0.036, 0.03], at: [portX(ports, i), PORT_Y, FRONT + 0.006] }]))]
  },
  poses: (id, { links }, { setup }) => (setup.equipment[id]?.terminals ?? []).flatMap((name): Poses =>
    lights.map(({ says, name: light }) => [`${id}/${name}/${light}`, { scale: links[name] === says ? 1 : 0, ease: 'none' }])),
  blinks: (id, { links }) => Object.entries(links).flatMap(([name, speed]) => lights.flatMap(({ says, name: light }) => (speed === says ? [`${id}/${name}/${light}`] : []))),
  places: ({ equipment: { terminals = [] } }) => Object.fromEntries(terminals.map((name, i) => [name, { at: [portX(terminals, i), PORT_Y, FRONT + 0.006] }])),
  hum: () => ({ partials: [[120, 0.5], [240, 0.35], [617, 0.2], [1234, 0.08]], level: () => 0.012 }),
  exhibit: { equipment: { terminals: ['p5', 'p6', 'p7', 'p8'] }, states: [{ links: { p5: 'gigabit', p6: 'fast' } }] },
}

const speeds = { none: '–', fast: '100 Mbit/s', gigabit: '1 Gbit/s' }

/** A portable computer on its table; its screen says what its link came up at, and its lead follows its plug. */
export const host: KindBody<'host'> = {
  home: 'bench',
  build: ({ id, live }) => body(id, [], [
    { name: id, at: [0, 0, 0], solids: [
      box('toolGrey', [0.30, 0.014, 0.20], [0, 0.008, 0], 0.004), box('labelBlack', [0.26, 0.002, 0.10], [0, 0.0158, -0.025], 0.001),
      box('toolGrey', [0.30, 0.20, 0.008], [0, 0.112, -0.118], 0.004, [-0.22, 0, 0]),
      sheet('lens', 0.28, 0.175, [0, 0.113, -0.1122], [-0.22, 0, 0], live(320, 200, (pen, w, h, { world }) => {
        const piece = world[id]
        drawDisplay(pen, w, h, piece?.kind === 'host' ? speeds[piece.speed] : '', 'Ethernet')
      }), 'screen') ] },
    ...leadParts(id, 'cordGrey'),
  ], [{ thing: id, part: id, size: [0.3, 0.22, 0.2], at: [0, 0.11, -0.03] }]),
  poses: (id, piece, stage) => [[id, {}], ...leadPoses(id, piece.on, stage, from(stage.spot(id) ?? { at: [0, 0, 0] }, [0.14, 0.012, -0.06]))],
  grip: { at: [0, -0.02, -0.2], turn: [0.2, 0, 0] },
  exhibit: { states: [{ speed: 'gigabit' }] },
}
