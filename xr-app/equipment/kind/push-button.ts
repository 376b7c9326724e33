// SPDX-License-Identifier: EUPL-1.2
import { click, clunk } from '#app/xr/sound/voice.ts'
import { body, type Body } from '../craft/body.ts'
import type { FinishName } from '../craft/finish.ts'
import { box, rod, turned, type Solid } from '../craft/solid.ts'
import type { Building, KindBody, Making } from '../kind-body.ts'
import { plate } from '../wiring.ts'
import { labelLines } from './label.ts'
import { row, screwBodies, screwPlaces, type Screw } from './screws.ts'

const FRONT = 0.062
const caps: Readonly<Record<string, FinishName>> = { red: 'handleRed', green: 'toggleGreen', black: 'toggleBlack', blue: 'toggleBlue', white: 'barrierWhite' }

/**
 * Where its contact block is: in its own box below it, or wired back elsewhere (look `contacts`: "dx dy dz" in metres,
 * for a button whose screws are in a box beside it).
 */
function screwsOf({ equipment: { terminals = [] }, look }: Making): Screw[] {
  const said = look['contacts']
  const [dx = 0, dy = -0.058, dz = FRONT] = said === undefined ? [] : String(said).split(' ').map(Number)
  return row(terminals, 0, 0, 'below').map((one) => ({ ...one, at: [one.at[0] + dx, one.at[1] + dy, one.at[2] + dz] }))
}

/** The block its screws are on, with the button's name. */
function block({ id, press }: Building, screws: readonly Screw[]): Solid[] {
  const [first] = screws
  if (!first) return []
  const x = screws.reduce((sum, { at }) => sum + at[0], 0) / screws.length
  const [, y, z] = first.at
  const w = screws.length * 0.024 + 0.008
  return [box('breaker', [w, 0.062, 0.03], [x, y + 0.002, z - 0.0165], 0.002), box('labelBlack', [w - 0.006, 0.013, 0.002], [x, y + 0.0235, z - 0.001], 0.0006),
    ...plate(id, [id.toUpperCase()], [w - 0.008, 0.012], [x, y + 0.0235, z - 0.0012], press).fixed]
}

function built(building: Building, cap: Solid[], face: FinishName, front: number): Body[] {
  const { id, equipment, press, say } = building
  const screws = screwsOf(building)
  const label = labelLines(equipment.label ? say(equipment.label) : id.toUpperCase())
  return [body(id, [
    box(face, [0.086, 0.092, FRONT], [0, 0, FRONT / 2], 0.008),
    turned('chrome', [[0.0235, 0], [0.0235, 0.005], [0.0215, 0.008], [0.0175, 0.008], [0.0175, 0]], [0, 0.006, FRONT], [Math.PI / 2, 0, 0], 32),
    ...plate(id, label, [0.076, 0.019 + (label.length - 1) * 0.004], [0, -0.0345, FRONT], press).fixed,
    ...block(building, screws),
  ], [{ name: `${id}/cap`, at: [0, 0.006, FRONT + front], solids: cap }], [
    { thing: id, size: [0.06, 0.06, 0.05], at: [0, 0.008, FRONT + 0.02], moving: true },
    { thing: id, size: [0.08, 0.024, 0.02], at: [0, -0.0345, FRONT + 0.004] },
  ]), ...screwBodies(id, screws, press)]
}

/** A push button in its box. Look: `cap`: "green", "red", "black"…; `contacts`: where its screws are (see above). */
export const pushButton: KindBody<'push-button'> = {
  home: 'wall',
  build: (building) => {
    const finish = caps[String(building.look['cap'] ?? 'black')] ?? 'toggleBlack'
    return built(building, [turned(finish, [[0, 0.008], [0.0135, 0.0078], [0.0155, 0.006], [0.0162, -0.012]], [0, 0, 0], [Math.PI / 2, 0, 0], 32)], 'breakerGrey', 0.006)
  },
  poses: (id, piece) => [[`${id}/cap`, { at: [0, 0.006, FRONT + (piece.pressed ? 0.0005 : 0.006)], ease: 'snap' }]],
  places: (making) => screwPlaces(screwsOf(making)),
  sounds: { pressed: click, released: click },
  exhibit: { equipment: { label: { fr: 'S2 – Marche', en: 'S2 – Start' }, terminals: ['13', '14'] }, look: { cap: 'green' }, states: [{ pressed: true }] },
}

/** An emergency stop: a red mushroom on yellow, that stays in. */
export const emergencyStop: KindBody<'emergency-stop'> = {
  home: 'wall',
  build: (building) => built(building, [
    turned('handleRed', [[0, 0.018], [0.014, 0.0172], [0.0225, 0.012], [0.0235, 0.007], [0.020, 0.003], [0.011, 0]], [0, 0, 0.008], [Math.PI / 2, 0, 0], 36),
    rod('handleRed', 0.011, 0.03, [0, 0, 0], [Math.PI / 2, 0, 0], 20), box('barrierWhite', [0.018, 0.0022, 0.0006], [0, 0, 0.0262], 0.0002),
    box('barrierWhite', [0.0022, 0.018, 0.0006], [0, 0, 0.0262], 0.0002),
  ], 'plateYellow', 0.012),
  poses: (id, piece) => [[`${id}/cap`, { at: [0, 0.006, FRONT + (piece.pressed ? 0.003 : 0.012)], turn: [0, 0, piece.pressed ? 0 : 0.5], ease: 'snap' }]],
  places: (making) => screwPlaces(screwsOf(making)),
  sounds: { pressed: clunk, released: click },
  exhibit: { equipment: { label: { fr: 'S0', en: 'S0' }, terminals: ['11', '12'] }, states: [{ pressed: true }] },
}
