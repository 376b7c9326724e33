// SPDX-License-Identifier: EUPL-1.2
import { clackBack } from '#app/xr/sound/machine.ts'
import { click } from '#app/xr/sound/voice.ts'
import { body, type Part } from '../craft/body.ts'
import { engraved, onBreaker, type Press } from '../craft/print.ts'
import { box, rod, sheet, turned, type Solid } from '../craft/solid.ts'
import type { KindBody, Making } from '../kind-body.ts'
import { row, SCREW_PITCH, screwBodies, screwPlaces } from './screws.ts'

const DEEP = 0.066
const screwsOf = ({ equipment: { terminals = [] } }: Pick<Making, 'equipment'>) => row(terminals, -0.026, DEEP, 'below')
const settings = ({ equipment }: Pick<Making, 'equipment'>) => (equipment.fields?.[0]?.choices ?? []).map(({ value }) => value)

/** The dial turns over 200 degrees, from the smallest setting to the largest. */
const turnFor = (index: number, count: number) => (count > 1 ? 1.75 - (3.5 * index) / (count - 1) : 0)

/** The dial's scale, drawn around it in amperes. */
function scale(values: readonly string[], press: Press): Solid {
  return sheet('breaker', 0.046, 0.046, [-0.032, 0.014, DEEP + 0.0085], undefined, press.draw(200, 200, (pen, w) => {
    Object.assign(pen, { fillStyle: '#e9e9e4' }).fillRect(0, 0, w, w)
    Object.assign(pen, { fillStyle: '#222428', font: '700 25px "Atkinson Hyperlegible", sans-serif', textAlign: 'center', textBaseline: 'middle' })
    values.forEach((value, i) => {
      const angle = turnFor(i, values.length) + Math.PI / 2
      pen.fillText(String(Number(value) / 10).replace('.', ','), w / 2 + Math.cos(angle) * 78, w / 2 - Math.sin(angle) * 78)
    })
  }))
}

function parts(id: string): Part[] {
  return [
    { name: `${id}/dial`, at: [-0.032, 0.014, DEEP + 0.009], solids: [
      turned('barrierWhite', [[0, 0.007], [0.0095, 0.007], [0.011, 0.005], [0.011, 0]], [0, 0, 0], [Math.PI / 2, 0, 0], 24),
      box('toggleBlack', [0.0022, 0.0095, 0.0008], [0, 0.0048, 0.0073], 0.0002)] },
    { name: `${id}/reset`, at: [0.014, 0.014, DEEP + 0.012], solids: [rod('toggleBlue', 0.0088, 0.012, [0, 0, 0], [Math.PI / 2, 0, 0], 20)] },
    { name: `${id}/flag`, at: [0.046, 0.014, DEEP + 0.009], solids: [box('lampAmber', [0.011, 0.008, 0.005], [0, 0, 0], 0.0014)] },
  ]
}

/** A thermal overload relay under its contactor: dial, blue reset, trip flag. Its dial shows the setting. */
export const thermalRelay: KindBody<'thermal-relay'> = {
  home: 'rail',
  build: (building) => {
    const { id, equipment, press, say } = building
    const w = Math.max(5, equipment.terminals?.length ?? 0) * SCREW_PITCH + 0.012
    const small = (text: string, x: number) => sheet('breaker', 0.026, 0.007, [x, -0.0005, DEEP + 0.0072], undefined,
      press.text([text], 104, 30, { ...onBreaker, align: 'center' }))
    return [body(id, [
      box('breakerDark', [w, 0.092, 0.05], [0, 0, 0.026], 0.003), box('breaker', [w - 0.004, 0.086, 0.018], [0, 0, DEEP - 0.011], 0.003),
      box('breaker', [w - 0.014, 0.046, 0.01], [0, 0.018, DEEP + 0.002], 0.002), scale(settings(building), press),
      small('RESET', 0.014), small('TRIP', 0.046), box('labelBlack', [0.013, 0.010, 0.002], [0.046, 0.014, DEEP + 0.0072], 0.0006),
      box('labelBlack', [0.036, 0.012, 0.002], [0.030, 0.0345, DEEP + 0.0072], 0.0006),
      sheet('labelBlack', 0.034, 0.0105, [0.030, 0.0345, DEEP + 0.0086], undefined, press.text([equipment.label ? say(equipment.label) : id.toUpperCase()], 140, 44, engraved)),
      ...[-1, 0, 1].map((i): Solid => rod('copper', 0.0032, 0.03, [-SCREW_PITCH + i * SCREW_PITCH, 0.052, 0.04], undefined, 10)),
    ], parts(id), [{ thing: id, size: [w - 0.016, 0.05, 0.03], at: [0, 0.018, DEEP + 0.012] }]), ...screwBodies(id, screwsOf(building), press)]
  },
  poses: (id, piece, { setup }) => {
    const equipment = setup.equipment[id]
    const values = equipment ? settings({ equipment }) : []
    return [
      [`${id}/dial`, { turn: [0, 0, turnFor(Math.max(0, values.indexOf(piece.setting)), values.length)] }],
      [`${id}/reset`, { at: [0.014, 0.014, DEEP + (piece.tripped ? 0.017 : 0.012)], ease: 'snap' }],
      [`${id}/flag`, { scale: piece.tripped ? 1 : 0, ease: 'none' }],
    ]
  },
  places: (making) => screwPlaces(screwsOf(making)),
  sounds: { 'thermal-tripped': clackBack, reset: click, adjusted: click },
  exhibit: {
    equipment: { label: { fr: 'F2', en: 'F2' }, terminals: ['2', '4', '6', '95', '96'], fields: [{ id: 'setting', label: { fr: 'réglage', en: 'setting' },
      choices: ['16', '20', '25', '34', '40'].map((value) => ({ value, label: { fr: value, en: value } })) }] },
    states: [{ tripped: true }, { setting: '34' }],
  },
}
