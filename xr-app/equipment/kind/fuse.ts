// SPDX-License-Identifier: EUPL-1.2
import { click } from '#app/xr/sound/voice.ts'
import { body } from '../craft/body.ts'
import { engraved } from '../craft/print.ts'
import { box, rod, sheet, type Solid } from '../craft/solid.ts'
import type { KindBody, Making } from '../kind-body.ts'
import { labelLines } from './label.ts'
import { screwBodies, screwPlaces, type Screw } from './screws.ts'

const [WIDE, DEEP] = [0.030, 0.058]
/** The first terminal on top, the second at the foot. */
const screwsOf = ({ equipment: { terminals = [] } }: Pick<Making, 'equipment'>): Screw[] => terminals.slice(0, 2).map((name, i) =>
  ({ name, at: [0, i === 0 ? 0.036 : -0.036, DEEP], mark: i === 0 ? 'above' : 'below' }))

/** A fuse holder: its drawer holds the cartridge, whose ends are seen; whether it is blown is not. */
export const fuse: KindBody<'fuse'> = {
  home: 'rail',
  build: (building) => {
    const { id, equipment, press, say } = building
    const [mark = id.toUpperCase(), rating = ''] = labelLines(equipment.label ? say(equipment.label) : id.toUpperCase())
    const z = DEEP + 0.006
    const drawer: Solid[] = [box('toggleBlack', [WIDE - 0.006, 0.040, 0.016], [0, 0, z], 0.003), rod('steel', 0.006, 0.026, [0, 0.001, z + 0.0035], undefined, 16),
      rod('copper', 0.0061, 0.005, [0, 0.0125, z + 0.0035], undefined, 16), rod('copper', 0.0061, 0.005, [0, -0.0105, z + 0.0035], undefined, 16),
      box('toggleBlack', [WIDE - 0.010, 0.005, 0.008], [0, 0.021, z + 0.008], 0.0016)]
    return [body(id, [...drawer,
      box('breaker', [WIDE - 0.001, 0.112, 0.04], [0, 0, 0.022], 0.002), box('breaker', [WIDE - 0.001, 0.104, 0.02], [0, 0, DEEP - 0.0115], 0.002),
      box('labelBlack', [WIDE - 0.003, 0.020, 0.002], [0, 0.066, DEEP - 0.004], 0.0006),
      sheet('labelBlack', WIDE - 0.005, 0.0185, [0, 0.066, DEEP - 0.0026], undefined, press.text([mark, rating], 104, 76, engraved)),
    ], [],
    [{ thing: id, size: [WIDE - 0.002, 0.042, 0.03], at: [0, 0, DEEP + 0.008] }, { thing: id, size: [WIDE - 0.002, 0.022, 0.014], at: [0, 0.066, DEEP] }]),
    ...screwBodies(id, screwsOf(building), press)]
  },
  places: (making) => screwPlaces(screwsOf(making)),
  sounds: { 'part-replaced': click },
  exhibit: { equipment: { label: { fr: 'FU1 – aM 8 A', en: 'FU1 – aM 8 A' }, terminals: ['1', '2'] }, states: [] },
}
