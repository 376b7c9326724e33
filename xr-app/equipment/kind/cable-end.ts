// SPDX-License-Identifier: EUPL-1.2
import { body } from '../craft/body.ts'
import { box, rod, sheet, turned, wire, type Solid, type Vec3 } from '../craft/solid.ts'
import { strand } from '../cabling-craft.ts'
import { gone, type KindBody, type Poses, type Stage } from '../kind-body.ts'

/** An end of cable coming up from below, its sheath printed along it; stripped, its four pairs fan out. */
export const cableEnd: KindBody<'cable-end'> = {
  home: 'wall',
  build: ({ id, equipment, press, say }) => {
    const print = press.draw(420, 40, (pen, w, h) => {
      pen.fillStyle = '#d7dade'
      pen.fillRect(0, 0, w, h)
      pen.fillStyle = '#22262b'
      pen.font = '700 25px "Atkinson Hyperlegible", sans-serif'
      pen.textBaseline = 'middle'
      pen.fillText(equipment.label ? say(equipment.label) : '', 6, h / 2 + 1, w - 12)
    })
    const tag: Solid[] = [box('breakerGrey', [0.2, 0.022, 0.004], [0.125, -0.05, 0.012], 0.002), sheet('paper', 0.194, 0.0185, [0.125, -0.05, 0.0145], undefined, print)]
    return body(id, [wire('cordGrey', 0.0062, [[0, -0.22, 0], [0.004, -0.12, 0.01], [0, -0.05, 0.012], [0, 0, 0.012]], 26, 14), ...tag,
      box('machineDark', [0.03, 0.02, 0.012], [0, -0.085, 0.008], 0.003)], [
      { name: `${id}/sheath`, at: [0, 0, 0.012], solids: [rod('cordGrey', 0.0062, 0.07, [0, 0.033, 0]), turned('cordGrey', [[0.0062, 0], [0, 0.003]], [0, 0.068, 0])] },
      { name: `${id}/cut`, at: [0, 0, 0.012], solids: [turned('wireWhite', [[0.0066, -0.002], [0.0066, 0.002], [0.004, 0.003]], [0, 0, 0])] },
    ], [{ thing: id, size: [0.05, 0.1, 0.05], at: [0, -0.06, 0.012] }, { thing: id, size: [0.2, 0.03, 0.03], at: [0.125, -0.05, 0.012] }])
  },
  poses: (id, piece) => [[`${id}/sheath`, piece.sheath === 'on' ? {} : gone], [`${id}/cut`, piece.sheath === 'on' ? gone : {}]],
  exhibit: { equipment: { label: { fr: 'CAT 6 U/UTP · Ø 6,2 mm', en: 'CAT 6 U/UTP · Ø 6.2 mm' } }, states: [{ sheath: 'stripped' }] },
}

const order = ['orange', 'green', 'blue', 'brown']
/** How far to the side of its cable each pair fans out. */
const fan = (colour: string) => (order.indexOf(colour) - 1.5) * 0.034

function tipPose(id: string, strandName: 'white' | 'solid', contact: string | null, stage: Stage): Poses[number] {
  const [module = '', name = ''] = contact?.split('.') ?? []
  const place = contact ? stage.place(module, name) : null
  return [`${id}/${strandName}`, place ? { at: [place.at[0], place.at[1] + 0.004, place.at[2] + 0.002], turn: place.turn ?? [0, 0, 0], room: true } : gone]
}

/** The end of a wire on a contact, bending down to its cable. */
const tip = (colour: string, white: boolean): Solid[] => strand(colour, white,
  [[0, 0.012, 0], [0, 0, 0.001], [white ? -0.003 : 0.003, -0.016, 0.009], [white ? -0.002 : 0.002, -0.045, 0.014], [0, -0.07, 0.008]], 0.0024)

/** One pair: twisted, where it leaves the sheath; its two wires on their contacts once laid. Look: `colour`. */
export const wirePair: KindBody<'wire-pair'> = {
  home: 'wall',
  build: ({ id, equipment, look }) => {
    const colour = String(look['colour'] ?? equipment.start?.['colour'] ?? id.split('-').at(-1))
    const twist = (phase: number): Vec3[] => Array.from({ length: 15 }, (_, i): Vec3 => {
      const t = i / 14
      return [fan(colour) * (t * t * (3 - 2 * t)) + Math.cos(t * 15 + phase) * 0.0026, t * 0.082, 0.012 + Math.sin(t * 15 + phase) * 0.0026 + t * 0.012]
    })
    return body(id, [], [
      { name: id, at: [0, 0, 0], solids: [...strand(colour, true, twist(0), 0.0023), ...strand(colour, false, twist(Math.PI), 0.0023)] },
      { name: `${id}/white`, at: [0, 0, 0], solids: tip(colour, true) }, { name: `${id}/solid`, at: [0, 0, 0], solids: tip(colour, false) },
    ], [{ thing: id, part: id, size: [0.031, 0.064, 0.034], at: [fan(colour) * 0.9, 0.066, 0.022] }])
  },
  poses: (id, piece, stage) => {
    const end = stage.world[piece.end]
    const bare = end?.kind !== 'cable-end' || end.sheath === 'stripped'
    return [[id, bare ? {} : gone], tipPose(id, 'white', piece.white, stage), tipPose(id, 'solid', piece.solid, stage)]
  },
  grip: { at: [0, -0.08, -0.07], turn: [-0.7, 0, 0] },
  exhibit: { look: { colour: 'blue' }, states: [{}] },
}
