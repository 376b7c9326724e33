// SPDX-License-Identifier: EUPL-1.2
import { body } from '../craft/body.ts'
import { ball, box, rod, ring, turned, type Solid } from '../craft/solid.ts'
import { gone, type KindBody, type Making } from '../kind-body.ts'

const PITCH = 0.025
/** A lead up to the board; what goes through it is the board's to show, cut or not. */
const lead = (side: number): Solid => rod('tinnedCopper', 0.0016, 0.01, [side * PITCH, 0.016, 0], undefined, 12)
const longLead = (side: number, short = 0): Solid => rod('tinnedCopper', 0.0016, 0.026 - short, [side * PITCH, 0.021 + (0.026 - short) / 2, 0], undefined, 12)

/** An electrolytic capacitor on its head, its light band on the side of its negative lead. */
const capacitor = (): Solid[] => [
  turned('sleeveBlue', [[0, -0.052], [0.018, -0.052], [0.0195, -0.05], [0.0195, 0.0], [0.0188, 0.003], [0.0195, 0.006], [0.019, 0.012], [0, 0.012]], [0, 0, 0], undefined, 44),
  turned('toolBlack', [[0.0175, 0], [0.0175, 0.003], [0, 0.003]], [0, 0.0122, 0], undefined, 36),
  ...Array.from({ length: 5 }, (_, i) => box('paper', [0.0012, 0.052, 0.0042], [Math.cos(0.2 * (i - 2)) * 0.0192, -0.021, Math.sin(0.2 * (i - 2)) * 0.0192], 0, [0, -0.2 * (i - 2), 0])),
  ...[-1, 1].map((side): Solid => box('tinnedCopper', [0.019, 0.0022, 0.0028], [side * 0.0165, 0.0125, 0], 0.0006)), lead(-1), lead(1),
]
/** A diode lying flat, its light ring on the side of its cathode. */
const diode = (): Solid[] => [
  turned('toolBlack', [[0, -0.014], [0.0085, -0.014], [0.0088, -0.013], [0.0088, 0.013], [0.0085, 0.014], [0, 0.014]], [0, 0.010, 0], [0, 0, Math.PI / 2], 34),
  turned('reflect', [[0.0089, -0.002], [0.0090, 0], [0.0089, 0.002]], [0.0085, 0.010, 0], [0, 0, Math.PI / 2], 34),
  ...[-1, 1].map((side): Solid => rod('tinnedCopper', 0.0016, 0.014, [side * 0.019, 0.010, 0], [0, 0, Math.PI / 2], 12)),
  ...[-1, 1].map((side): Solid => ball('tinnedCopper', 0.0017, [side * PITCH, 0.0105, 0], 10)), lead(-1), lead(1),
]
/** A light-emitting diode, its flat and its shorter lead on the side of its cathode. */
const led = (): Solid[] => [
  turned('ledRed', [[0, -0.022], [0.007, -0.021], [0.0112, -0.015], [0.012, -0.009], [0.012, 0.006], [0.0138, 0.0065], [0.0138, 0.010], [0, 0.010]], [0, 0, 0], undefined, 36),
  box('toolRed', [0.003, 0.0045, 0.018], [0.0128, 0.0085, 0], 0.0005), ring('ledRed', 0.0125, 0.0012, [0, 0.008, 0], [Math.PI / 2, 0, 0]),
  ...[-1, 1].map((side): Solid => box('tinnedCopper', [0.022, 0.0022, 0.0026], [side * 0.0145, 0.0122, 0], 0.0006)), lead(-1), lead(1),
]

/** What it is, as its mark says. */
function shapeOf({ equipment }: Pick<Making, 'equipment'>): Solid[] {
  const mark = equipment.label?.en ?? ''
  return mark.includes('µF') ? capacitor() : mark.startsWith('1N') ? diode() : led()
}

/** A polarised component, three times its size, the mark of its negative side to the right; beneath the board once in place. */
export const component: KindBody<'component'> = {
  home: 'bench',
  rest: { lift: 0.022 },
  build: (building) => body(building.id, [], [{ name: building.id, at: [0, 0, 0], solids: shapeOf(building) },
    { name: `${building.id}/leads`, parent: building.id, at: [0, 0, 0], solids: [longLead(-1), longLead(1, building.equipment.label?.en.includes('short') ? 0.006 : 0)] }],
    [{ thing: building.id, part: building.id, size: [0.06, 0.075, 0.045], at: [0, -0.005, 0] }]),
  poses: (id, piece, stage) => {
    const board = Object.entries(stage.world).find(([, one]) => one.kind === 'circuit-board')?.[0]
    const under = piece.way === null || board === undefined ? null : stage.place(board, 'under')
    if (!under) return [[id, { turn: [Math.PI / 2, 0, 0.3], ease: 'drop' }], [`${id}/leads`, {}]]
    // Its leads come up through the holes: seen from above, the marked one is in hole 2 unless it is turned.
    const [a, b, c] = under.turn ?? [0, 0, 0]
    const turned2 = piece.way === 'hole-1'
    return [[id, { at: under.at, turn: [a + Math.PI, turned2 ? b + Math.PI : b, c], room: true, ease: 'drop' }], [`${id}/leads`, gone]]
  },
  exhibit: { equipment: { label: { fr: '470 µF 16 V', en: '470 µF 16 V' } } },
}
