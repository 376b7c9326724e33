// SPDX-License-Identifier: EUPL-1.2
import { body } from '../craft/body.ts'
import { engraved } from '../craft/print.ts'
import { box, sheet, type Solid } from '../craft/solid.ts'
import { jack, screw } from '../cabling-craft.ts'
import type { KindBody, Poses } from '../kind-body.ts'
import { from, leadParts, leadPoses } from '../leads.ts'
import { drawDisplay } from '../paper.ts'

const PITCH = 0.118
const FRONT = 0.012
const portX = (ports: readonly string[], i: number) => (i - (ports.length - 1) / 2) * PITCH

/** A switch in its rack, one light beside each port: green at 1 Gbit/s, amber at 100 Mbit/s. The lights are steady. */
export const networkSwitch: KindBody<'network-switch'> = {
  home: 'rack',
  build: ({ id, equipment, press, say }) => {
    const ports = equipment.terminals ?? []
    const lamp = (x: number, name: string, colour: 'lampGreen' | 'lampAmber', dx: number) =>
      ({ name, at: [x + dx, 0.0175, FRONT + 0.001] as const, solids: [box(colour, [0.009, 0.005, 0.002], [0, 0, 0], 0.001)] })
    const plate: Solid[] = [
      box('machineDark', [0.484, 0.058, FRONT], [0, 0, FRONT / 2], 0.002), box('toolGrey', [0.44, 0.054, 0.2], [0, 0, -0.1], 0.002),
      ...[-1, 1].flatMap((s) => screw(s * 0.232, 0.016, FRONT + 0.001)),
      sheet('labelBlack', 0.033, 0.014, [-0.2215, -0.006, FRONT + 0.0008], undefined, press.text([equipment.label ? say(equipment.label) : id], 110, 46, engraved)),
      ...ports.flatMap((port, i): Solid[] => [...jack([portX(ports, i), -0.006, FRONT]),
        box('lampOff', [0.009, 0.005, 0.001], [portX(ports, i) - 0.008, 0.0175, FRONT + 0.0005], 0.001), box('lampOff', [0.009, 0.005, 0.001], [portX(ports, i) + 0.008, 0.0175, FRONT + 0.0005], 0.001),
        sheet('labelBlack', 0.018, 0.014, [portX(ports, i) + 0.025, -0.004, FRONT + 0.0008], undefined, press.text([port.replace('p', '')], 56, 44, engraved))]),
    ]
    const parts = ports.flatMap((port, i) => [lamp(portX(ports, i), `${id}/${port}/green`, 'lampGreen', -0.008), lamp(portX(ports, i), `${id}/${port}/amber`, 'lampAmber', 0.008)])
    return [body(id, plate, parts, [{ thing: id, size: [0.036, 0.05, 0.02], at: [-0.222, 0, FRONT] }]),
      ...ports.map((port, i) => body(`${id}.${port}`, [], [], [{ thing: `${id}.${port}`, size: [0.04, 0.036, 0.06], at: [portX(ports, i), -0.006, FRONT + 0.019] }]))]
  },
  poses: (id, { links }, { setup }) => (setup.equipment[id]?.terminals ?? []).flatMap((port): Poses => [
    [`${id}/${port}/green`, { scale: links[port] === 'gigabit' ? 1 : 0, ease: 'none' }], [`${id}/${port}/amber`, { scale: links[port] === 'fast' ? 1 : 0, ease: 'none' }],
  ]),
  places: ({ equipment: { terminals = [] } }) => Object.fromEntries(terminals.map((port, i) => [port, { at: [portX(terminals, i), -0.006, FRONT + 0.006] }])),
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
      sheet('lens', 0.28, 0.175, [0, 0.113, -0.1122], [-0.22, 0, 0], live(420, 262, (pen, w, h, { world }) => {
        const piece = world[id]
        drawDisplay(pen, w, h, piece?.kind === 'host' ? speeds[piece.speed] : '', 'Ethernet')
      }), 'screen') ] },
    ...leadParts(id, 'cordGrey'),
  ], [{ thing: id, part: id, size: [0.3, 0.22, 0.2], at: [0, 0.11, -0.03] }]),
  poses: (id, piece, stage) => [[id, {}], ...leadPoses(id, piece.on, stage, from(stage.spot(id) ?? { at: [0, 0, 0] }, [0.14, 0.012, -0.06]))],
  grip: { at: [0, -0.02, -0.2], turn: [0.2, 0, 0] },
  exhibit: { states: [{ speed: 'gigabit' }] },
}
