// SPDX-License-Identifier: EUPL-1.2
import type { Strand } from '#domain/workshop/cabling-pieces.ts'
import { body, type Part } from '../craft/body.ts'
import { onSleeve } from '../craft/print.ts'
import { box, rod, sheet, turned, wire, type Solid, type Vec3 } from '../craft/solid.ts'
import { colourFlag, strand, wireFinish } from '../cabling-craft.ts'
import { gone, type KindBody, type Poses, type Stage } from '../kind-body.ts'
import { from, hangLinks, LINK, links, noLinks } from '../leads.ts'

/** An end of cable coming up from below, its sheath printed along it; stripped, its four pairs fan out. */
export const cableEnd: KindBody<'cable-end'> = {
  home: 'wall',
  build: ({ id, equipment, press, say }) => {
    const print = press.text(equipment.label ? say(equipment.label).split(' · ') : [], 620, 160, onSleeve)
    const tag: Solid[] = [box('breakerGrey', [0.16, 0.044, 0.004], [0.105, -0.05, 0.012], 0.002), sheet('paper', 0.155, 0.04, [0.105, -0.05, 0.0145], undefined, print)]
    return body(id, [wire('cordGrey', 0.0062, [[0, -0.22, 0], [0.004, -0.12, 0.01], [0, -0.05, 0.012], [0, 0, 0.012]], 26, 14), ...tag,
      // It comes out of a small box in the wall, and is held by a clip.
      box('trunking', [0.044, 0.056, 0.022], [0, -0.24, 0.008], 0.004), box('machineDark', [0.03, 0.02, 0.012], [0, -0.085, 0.008], 0.003)], [
      { name: `${id}/sheath`, at: [0, 0, 0.012], solids: [rod('cordGrey', 0.0062, 0.07, [0, 0.033, 0]), turned('cordGrey', [[0.0062, 0], [0, 0.003]], [0, 0.068, 0])] },
      { name: `${id}/cut`, at: [0, 0, 0.012], solids: [turned('wireWhite', [[0.0066, -0.002], [0.0066, 0.002], [0.004, 0.003]], [0, 0, 0])] },
    ], [{ thing: id, size: [0.05, 0.1, 0.05], at: [0, -0.06, 0.012] }, { thing: id, size: [0.16, 0.044, 0.03], at: [0.105, -0.05, 0.012] }])
  },
  poses: (id, piece) => [[`${id}/sheath`, piece.sheath === 'on' ? {} : gone], [`${id}/cut`, piece.sheath === 'on' ? gone : {}]],
  exhibit: { equipment: { label: { fr: 'CAT 6 U/UTP · Ø 6,2 mm', en: 'CAT 6 U/UTP · Ø 6.2 mm' } }, states: [{ sheath: 'stripped' }] },
}

const order = ['orange', 'green', 'blue', 'brown']
/** How far to the side of its cable each pair fans out. */
const fan = (colour: string) => (order.indexOf(colour) - 1.5) * 0.034

const COUNT = 6

/** A wire on its contact, and the links that come up to it from the pair. */
function wirePoses(id: string, name: Strand, contact: string | null, stage: Stage): Poses {
  const strandId = `${id}/${name}`
  const [module = '', terminal = ''] = contact?.split('.') ?? []
  const place = contact ? stage.place(module, terminal) : null
  const spot = stage.spot(id)
  if (!place || !spot) return [[strandId, gone], ...noLinks(strandId, COUNT)]
  // Between two columns of contacts, so that what is engraved stays legible.
  const beside = (name === 'white' ? 1 : -1) * 0.0016
  const leaves = from(spot, [fan(id.split('-').at(-1) ?? '') + beside * 2, 0.08, 0.024])
  const enters = from(place, [0.0125, -0.02, 0.006])
  return [[strandId, { at: place.at, turn: place.turn ?? [0, 0, 0], room: true }], ...hangLinks(strandId, COUNT, leaves, enters, 0.06)]
}

/** The end of a wire across its contact, then aside. */
const tip = (colour: string, white: boolean): Solid[] => strand(colour, white,
  [[0, 0.012, 0.004], [0, 0.002, 0.0045], [0.001, -0.008, 0.006], [0.0085, -0.014, 0.0065], [0.0125, -0.021, 0.006]], 0.0022)

/** One link of a wire. */
const linkOf = (colour: string, white: boolean) => () => (white
  ? [rod('wireWhite', 0.0021, LINK * 1.03, [0, 0, 0], undefined, 7), rod(wireFinish[colour] ?? 'toolGrey', 0.0014, LINK * 1.03, [0.001, 0, 0.0012], undefined, 6)]
  : [rod(wireFinish[colour] ?? 'toolGrey', 0.0021, LINK * 1.03, [0, 0, 0], undefined, 7)])

/** One pair: twisted, where it leaves the sheath; its two wires on their contacts once laid. Look: `colour`. */
export const wirePair: KindBody<'wire-pair'> = {
  home: 'wall',
  build: ({ id, equipment, look, press, say }) => {
    const colour = String(look['colour'] ?? equipment.start?.['colour'] ?? id.split('-').at(-1))
    const twist = (phase: number): Vec3[] => Array.from({ length: 15 }, (_, i): Vec3 => {
      const t = i / 14
      return [fan(colour) * (t * t * (3 - 2 * t)) + Math.cos(t * 15 + phase) * 0.0026, t * 0.082, 0.012 + Math.sin(t * 15 + phase) * 0.0026 + t * 0.012]
    })
    return body(id, [], [
      { name: id, at: [0, 0, 0], solids: [...strand(colour, true, twist(0), 0.0023, 3), ...strand(colour, false, twist(Math.PI), 0.0023, 3),
        ...colourFlag(colour, [0.0315, 0.0125], [fan(colour), 0.078, 0.03], { press, say })] },
      ...(['white', 'solid'] as const).flatMap((name): Part[] => [{ name: `${id}/${name}`, at: [0, 0, 0], solids: tip(colour, name === 'white') },
        ...links(`${id}/${name}`, COUNT, linkOf(colour, name === 'white'))]),
    ], [{ thing: id, part: id, size: [0.031, 0.064, 0.034], at: [fan(colour) * 0.9, 0.066, 0.022] }])
  },
  poses: (id, piece, stage) => {
    const end = stage.world[piece.end]
    const bare = end?.kind !== 'cable-end' || end.sheath === 'stripped'
    return [[id, bare ? {} : gone], ...wirePoses(id, 'white', piece.white, stage), ...wirePoses(id, 'solid', piece.solid, stage)]
  },
  grip: { at: [0, -0.08, -0.07], turn: [-0.7, 0, 0] },
  exhibit: { look: { colour: 'blue' }, states: [{}] },
}
