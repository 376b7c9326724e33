// SPDX-License-Identifier: EUPL-1.2
import { clack, clackBack } from '#app/xr/sound/machine.ts'
import { body } from '../craft/body.ts'
import { engraved } from '../craft/print.ts'
import { box, rod, sheet, type Solid } from '../craft/solid.ts'
import type { KindBody } from '../kind-body.ts'
import { row, SCREW_PITCH, screwBodies, screwPlaces, type Screw } from './screws.ts'

const DEEP = 0.066
/** How far the armature goes in, in metres. */
const STROKE = 0.0075

/** Odd marks and A1 along the top, even ones and A2 along the foot, as they are on the real thing. */
const above = (name: string) => name === 'a1' || (/^\d+$/.test(name) && Number(name) % 2 === 1)
export function contactorScrews(terminals: readonly string[] = []): Screw[] {
  return [...row(terminals.filter(above), 0.036, DEEP, 'above'), ...row(terminals.filter((name) => !above(name)), -0.036, DEEP, 'below')]
}
const wide = (terminals: readonly string[] = []) => Math.max(3, Math.ceil(terminals.length / 2)) * SCREW_PITCH + 0.012

function housing(w: number): Solid[] {
  return [
    box('breakerDark', [w, 0.116, 0.046], [0, 0, 0.024], 0.003), box('breaker', [w - 0.004, 0.110, 0.02], [0, 0, DEEP - 0.012], 0.003),
    box('breaker', [w - 0.014, 0.046, 0.024], [0, 0, DEEP + 0.006], 0.003), box('breakerDark', [0.05, 0.026, 0.004], [0, 0.006, DEEP + 0.017], 0.002),
    ...[-1, 1].map((s): Solid => rod('breakerDark', 0.0022, 0.002, [s * (w / 2 - 0.014), 0.012, DEEP + 0.018], [Math.PI / 2, 0, 0], 10)),
    ...[-1, 1].flatMap((s): Solid[] => [box('breakerDark', [w * 0.5, 0.004, 0.012], [0, s * 0.0575, 0.05], 0.001)]),
  ]
}

/** A contactor: its armature is seen to move, and heard. Three poles, an auxiliary contact and a coil to measure at. */
export const contactor: KindBody<'contactor'> = {
  home: 'rail',
  build: ({ id, equipment, press, say }) => {
    const w = wide(equipment.terminals)
    const title = equipment.label ? say(equipment.label) : id.toUpperCase()
    const armature: Solid[] = [
      box('toggleBlack', [0.042, 0.019, 0.014], [0, 0, 0], 0.002), box('barrierWhite', [0.026, 0.0022, 0.0006], [0, 0.004, 0.0072], 0.0002),
      box('barrierWhite', [0.026, 0.0022, 0.0006], [0, -0.004, 0.0072], 0.0002),
    ]
    return [body(id, [...housing(w), box('labelBlack', [0.05, 0.014, 0.002], [0, -0.0155, DEEP + 0.0185], 0.0006),
      sheet('labelBlack', 0.048, 0.0125, [0, -0.0155, DEEP + 0.0199], undefined, press.text([title], 200, 52, engraved))],
    [{ name: `${id}/armature`, at: [0, 0.006, DEEP + 0.020], solids: armature }],
    [{ thing: id, size: [w - 0.02, 0.042, 0.03], at: [0, 0, DEEP + 0.016] }]),
    ...screwBodies(id, contactorScrews(equipment.terminals), press)]
  },
  poses: (id, piece) => [[`${id}/armature`, { at: [0, 0.006, DEEP + 0.020 - (piece.energised || piece.pushed ? STROKE : 0)], ease: 'snap' }]],
  places: ({ equipment }) => screwPlaces(contactorScrews(equipment.terminals)),
  sounds: { 'contactor-closed': clack, 'contactor-opened': clackBack },
  exhibit: {
    equipment: { label: { fr: 'KM1', en: 'KM1' }, terminals: ['1', '3', '5', '2', '4', '6', '13', '14', 'a1', 'a2'] },
    states: [{ energised: true }],
  },
}
