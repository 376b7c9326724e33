// SPDX-License-Identifier: EUPL-1.2
import { growl, windDown, windUp } from '#app/xr/sound/machine.ts'
import { paper, refusedThud } from '#app/xr/sound/voice.ts'
import { body, type Part } from '../craft/body.ts'
import { box, disc, ground, ring, rod, sheet, turned, type Solid } from '../craft/solid.ts'
import type { KindBody } from '../kind-body.ts'
import { labelLines } from './label.ts'
import { row, screwBodies, screwPlaces } from './screws.ts'

/** Twice the mains' frequency and its company: what a frame sings, softly when it turns, loudly when it cannot. */
const SONG = [[50, 0.35], [100, 1], [149, 0.25], [200, 0.4], [300, 0.16]] as const
/** The shaft's height above the floor, on its stand. */
const AXIS = 0.92
const along = [0, 0, -Math.PI / 2] as const // what is turned about y, laid along x

const screwsOf = (terminals: readonly string[] = []) => row(terminals, AXIS + 0.155, 0.066, 'below', 0.026)

function frame(): Solid[] {
  const fins = Array.from({ length: 26 }, (_, i): Solid => {
    const angle = (i / 26) * Math.PI * 2
    const solid = box('machine', [0.20, 0.014, 0.0035], [0, 0.089, 0], 0)
    solid.shape.rotateX(angle).translate(0, AXIS, 0)
    return solid
  })
  return [
    rod('machine', 0.084, 0.22, [0, AXIS, 0], along, 40), ...fins,
    turned('machine', [[0.05, 0.03], [0.088, 0.02], [0.096, 0], [0.096, -0.012]], [0.112, AXIS, 0], along, 40),
    turned('machineDark', [[0.082, 0.075], [0.096, 0.06], [0.097, 0]], [-0.105, AXIS, 0], [0, 0, Math.PI / 2], 40), // the fan's cowl
    ...[0.022, 0.038, 0.054, 0.070].map((r) => ring('machineDark', r, 0.0028, [-0.179, AXIS, 0], [0, Math.PI / 2, 0])),
    ...Array.from({ length: 4 }, (_, i): Solid => {
      const spoke = box('machineDark', [0.004, 0.15, 0.004], [-0.179, 0, 0], 0)
      spoke.shape.rotateX((i * Math.PI) / 4).translate(0, AXIS, 0)
      return spoke
    }),
  ]
}

/** The terminal box on its side (its cover is a piece of the scenario, or it has none), the eye bolt, the feet. */
function fittings(): Solid[] {
  return [
    box('machine', [0.15, 0.11, 0.045], [0, AXIS + 0.148, 0.025], 0.006), box('machineDark', [0.134, 0.094, 0.006], [0, AXIS + 0.148, 0.0485], 0.003),
    box('machine', [0.09, 0.04, 0.06], [0, AXIS + 0.092, 0.02], 0.004), turned('toolBlack', [[0, 0], [0.013, 0], [0.015, -0.014], [0, -0.02]], [0.05, AXIS + 0.094, 0.03]),
    ...[-0.07, 0.07].flatMap((x): Solid[] => [box('machine', [0.05, 0.03, 0.21], [x, AXIS - 0.093, 0], 0.004), ...[-1, 1].map((s): Solid =>
      rod('zinc', 0.0075, 0.012, [x, AXIS - 0.077, s * 0.085], undefined, 6))]),
  ]
}

function stand(): Solid[] {
  const top = AXIS - 0.115
  return [
    box('frame', [0.62, 0.024, 0.30], [0.06, top, 0], 0.004), box('frame', [0.62, 0.05, 0.02], [0.06, top - 0.03, 0.13], 0.003), box('frame', [0.62, 0.05, 0.02], [0.06, top - 0.03, -0.13], 0.003),
    ...[-0.21, 0.33].flatMap((x) => [-0.12, 0.12].map((z): Solid => box('frame', [0.05, top, 0.05], [x, top / 2, z], 0.004))),
    ...[-0.21, 0.33].flatMap((x) => [-0.12, 0.12].map((z): Solid => box('steelDark', [0.09, 0.01, 0.09], [x, 0.005, z], 0.001))),
    box('plateYellow', [0.012, 0.18, 0.26], [0.36, AXIS + 0.012, 0], 0.004), box('plateYellow', [0.17, 0.012, 0.26], [0.27, AXIS + 0.1, 0], 0.004), // the coupling's guard
    box('steelDark', [0.04, 0.16, 0.14], [0.345, AXIS - 0.04, 0], 0.006), ground(0.75, 0.45, 0.06, 0, 0.6),
  ]
}

/** What turns: the shaft with its key and half coupling, and the fan behind its grille. Their z lies along the shaft. */
function turning(id: string): Part[] {
  const shaft: Solid[] = [
    rod('steel', 0.012, 0.12, [0, 0, 0], [Math.PI / 2, 0, 0], 20), box('steelDark', [0.005, 0.004, 0.05], [0, 0.0125, 0.012], 0.0006),
    rod('machineDark', 0.042, 0.035, [0, 0, 0.05], [Math.PI / 2, 0, 0], 28), rod('plateYellow', 0.0425, 0.006, [0, 0, 0.036], [Math.PI / 2, 0, 0], 28),
    ...Array.from({ length: 4 }, (_, i): Solid => rod('zinc', 0.0055, 0.04, [Math.cos(i * Math.PI / 2) * 0.03, Math.sin(i * Math.PI / 2) * 0.03, 0.05], [Math.PI / 2, 0, 0], 8)),
    box('barrierWhite', [0.006, 0.03, 0.001], [0, 0.026, 0.0685], 0.0003), box('barrierWhite', [0.03, 0.006, 0.04], [0, 0.041, 0.05], 0.0004),
  ]
  const fan: Solid[] = Array.from({ length: 6 }, (_, i): Solid => {
    const blade = box('breakerGrey', [0.006, 0.056, 0.03], [0, 0.045, 0], 0.001)
    blade.shape.rotateZ((i * Math.PI) / 3)
    return blade
  })
  return [{ name: `${id}/shaft`, at: [0.17, AXIS, 0], turn: [0, Math.PI / 2, 0], solids: shaft },
    { name: `${id}/fan`, at: [-0.155, AXIS, 0], turn: [0, Math.PI / 2, 0], solids: [...fan, disc('labelBlack', 0.02, [0, 0, 0])] }]
}

/** A three-phase motor on its stand: fins, fan cowl, a shaft that turns. Its screws are in the box on its side. */
export const motor: KindBody<'motor'> = {
  home: 'floor',
  build: ({ id, equipment, press, say }) => {
    const label = labelLines(equipment.label ? say(equipment.label) : id.toUpperCase())
    const rating = press.text(['3~   1,5 kW   50 Hz', '1 435 min⁻¹   cos φ 0,83', 'Δ 230 V   5,9 A', 'Y 400 V   3,4 A'], 320, 200,
      { paper: '#c9ccd0', ink: '#1f2125', weight: 700, align: 'center', border: '#5a5e62' })
    return [body(id, [...frame(), ...fittings(), ...stand(),
      sheet('steel', 0.105, 0.064, [0, AXIS - 0.012, 0.0975], undefined, rating),
      box('labelBlack', [0.2, 0.034, 0.003], [0.06, AXIS - 0.146, 0.142], 0.001),
      sheet('labelBlack', 0.196, 0.031, [0.06, AXIS - 0.146, 0.1438], undefined, press.text([label.join(' · ')], 520, 82, { paper: '#1f2125', ink: '#f4f2ec', weight: 700, align: 'center' }))],
    turning(id), [{ thing: id, size: [0.34, 0.18, 0.2], at: [0, AXIS - 0.01, 0] }]), ...screwBodies(id, screwsOf(equipment.terminals), press)]
  },
  spins: (id, { spin }) => [[`${id}/shaft`, spin === 'running' ? 26 : 0], [`${id}/fan`, spin === 'running' ? 26 : 0]],
  places: ({ equipment }) => screwPlaces(screwsOf(equipment.terminals)),
  sounds: { 'motor-started': windUp, 'motor-hums': growl, 'motor-stopped': windDown, 'motor-burnt': refusedThud, 'plate-read': paper },
  hum: () => ({ partials: SONG, level: ({ spin }) => (spin === 'running' ? 0.03 : spin === 'humming' ? 0.1 : 0) }),
  exhibit: { equipment: { label: { fr: 'M1 – Convoyeur', en: 'M1 – Conveyor' }, terminals: ['u', 'v', 'w', 'pe'] }, states: [{ spin: 'running' }, { spin: 'humming' }] },
}
