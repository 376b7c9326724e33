// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from '../craft/body.ts'
import { box, sheet, type Solid, type Vec3 } from '../craft/solid.ts'
import { contactMark, jack, namePlate, screw } from '../cabling-craft.ts'
import type { Building, KindBody, Look } from '../kind-body.ts'
import { click, punchDown } from '#app/xr/sound/voice.ts'

/** Wide enough for a finger: the block of contacts is shown about four times its real size. */
export const MODULE = { width: 0.118, height: 0.23, jackY: 0.086, pitch: 0.0275, rows: [-0.006, -0.076] as const, front: 0.012 }

const A = ['white-green', 'green', 'white-orange', 'blue', 'white-blue', 'orange', 'white-brown', 'brown']
const B = ['white-orange', 'orange', 'white-green', 'blue', 'white-blue', 'green', 'white-brown', 'brown']

const contactAt = (pin: number): Vec3 => [(((pin - 1) % 4) - 1.5) * MODULE.pitch, MODULE.rows[pin > 4 ? 1 : 0] ?? 0, MODULE.front + 0.012]
const isWall = (look: Look) => look['as'] === 'wall'

function contact({ id, press, say }: Pick<Building, 'id' | 'press' | 'say'>, pin: number): Body {
  const [x, y, z] = contactAt(pin)
  const solids: Solid[] = [
    box('breakerGrey', [0.0215, 0.03, 0.016], [x, y, MODULE.front + 0.004], 0.002),
    box('chrome', [0.0022, 0.02, 0.008], [x - 0.0042, y + 0.003, z], 0.0006), box('chrome', [0.0022, 0.02, 0.008], [x + 0.0042, y + 0.003, z], 0.0006),
    sheet('paper', 0.0266, 0.0216, [x, y + 0.0276, MODULE.front + 0.0056], undefined, contactMark(press, pin, A[pin - 1] ?? '', B[pin - 1] ?? '', say)),
  ]
  return body(`${id}.c${pin}`, solids, [], [{ thing: `${id}.c${pin}`, size: [0.0265, 0.054, 0.03], at: [x, y + 0.009, z] }])
}

/** The lid over contacts that are nobody’s business here: wired long ago, and in service. */
const shut = (w: number, front: number): Solid[] => [box('breakerGrey', [w - 0.012, 0.14, 0.006], [0, -0.037, front + 0.001], 0.002),
  ...[-1, 0, 1].map((i) => box('labelBlack', [w - 0.04, 0.0022, 0.0008], [0, -0.037 + i * 0.03, front + 0.0042], 0)), ...[-1, 1].flatMap((s) => screw(s * (w / 2 - 0.013), -0.037, front + 0.004))]

/** A socket: its jack above, and, where it is to be wired, its contacts below. Look: `as`: "wall" for a wall socket. */
export const networkModule: KindBody<'network-module'> = {
  home: ({ look }) => (isWall(look) ? 'wall' : 'rack'),
  build: ({ id, equipment, look, press, say }) => {
    const { width: w, height: h, jackY, front } = MODULE
    const lines = equipment.label ? say(equipment.label).split(' · ') : [id.toUpperCase()]
    const contacts = [1, 2, 3, 4, 5, 6, 7, 8].filter((pin) => equipment.terminals?.includes(`c${pin}`))
    const plate = isWall(look) ? 'breaker' as const : 'cover' as const
    const solids: Solid[] = [
      box(plate, [w - 0.002, h, front], [0, 0, front / 2], 0.003), ...jack([0, jackY, front]),
      sheet('labelBlack', w - 0.01, 0.036, [0, jackY - 0.0325, front + 0.0008], undefined, namePlate(press, lines)),
      ...(contacts.length > 0 ? [box('breakerDark', [w - 0.008, 0.146, 0.004], [0, -0.035, front], 0.002)] : shut(w, front)),
      ...[-1, 1].flatMap((s) => screw(s * (w / 2 - 0.009), h / 2 - 0.009, front + 0.001)),
    ]
    return [body(id, solids, [], [{ thing: id, size: [w - 0.02, 0.034, 0.026], at: [0, jackY - 0.034, front + 0.004] }]),
      // No deeper than its label’s: whoever points from above at the label would meet the jack.
      body(`${id}.jack`, [], [], [{ thing: `${id}.jack`, size: [0.036, 0.034, 0.026], at: [0, jackY, front + 0.004] }]),
      ...contacts.map((pin) => contact({ id, press, say }, pin))]
  },
  places: ({ equipment: { terminals = [] } }) => ({
    jack: { at: [0, MODULE.jackY, MODULE.front + 0.006] },
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].filter((pin) => terminals.includes(`c${pin}`)).map((pin) => [`c${pin}`, { at: contactAt(pin) }])),
  }),
  sounds: { punched: punchDown, plugged: click },
  exhibit: { equipment: { label: { fr: 'PP1-7 · 12-03', en: 'PP1-7 · 12-03' }, terminals: ['jack', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] }, states: [{}] },
}
