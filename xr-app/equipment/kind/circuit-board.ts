// SPDX-License-Identifier: EUPL-1.2
import type { Joint } from '#domain/workshop/solder/pieces.ts'
import { body, type Hit, type Part } from '../craft/body.ts'
import type { Press } from '../craft/print.ts'
import { ball, box, cut, ring, rod, rounded, sheet, turned, type Solid, type Vec3 } from '../craft/solid.ts'
import { gone, type KindBody, type Making, type Places, type Poses } from '../kind-body.ts'
import { hiss, thin } from '../soldering-sounds.ts'

/**
 * A training board, three times as large as a real one, so that what happens at a joint can be seen: turned over, its
 * solder side up, in a holder that leans towards whoever works.
 */
const [W, D, THICK] = [0.19, 0.122, 0.0032]
export const LEAN = 0.44
const MIDDLE: Vec3 = [0, 0.098, 0]
const TOP = THICK / 2
/** Where the pads are on the board, from left to right. */
const padAt = (index: number, count: number): Vec3 => [(index - (count - 1) / 2) * 0.05, TOP, 0.012]

const onBoard = ([x, y, z]: Vec3): Vec3 =>
  [MIDDLE[0] + x, MIDDLE[1] + y * Math.cos(LEAN) - z * Math.sin(LEAN), MIDDLE[2] + y * Math.sin(LEAN) + z * Math.cos(LEAN)]

const pads = ({ equipment: { parts = [] } }: Making) => parts.map(({ id }, index) => ({ part: id, at: padAt(index, parts.length) }))
const flat: Vec3 = [-Math.PI / 2, 0, 0]

/** Copper on the board: a ring of tinned copper around each hole, its track, and what is near it. */
function copper(making: Making): Solid[] {
  const { groundPad, nearPad } = making.equipment.start ?? {}
  return pads(making).flatMap(({ part, at: [x, y, z] }, index): Solid[] => {
    const out = index === 0 ? -1 : 1
    const track = box('boardTrack', [0.05, 0.0003, 0.006], [x + out * 0.028, y + 0.0001, z], 0)
    const plane = cut('boardTrack', rounded(0.076, 0.066, 0.006), 0.0005, [x + out * 0.012, y + 0.0001, z - 0.006], flat, 0.0001)
    const spokes = [0, Math.PI / 2].map((turn) => box('tinnedCopper', [0.028, 0.0005, 0.0028], [x, y + 0.0005, z], 0, [0, turn, 0]))
    const neighbour = [-1, 0, 1].map((k) => turned('tinnedCopper', [[0.0016, 0.0002], [0.0042, 0.0003], [0.0044, 0]], [x - out * 0.0145, y, z + k * 0.016], undefined, 20))
    return [
      ...(groundPad === part ? [plane, ...spokes] : [track]),
      ...(nearPad === part ? [...neighbour, box('boardTrack', [0.005, 0.0003, 0.05], [x - out * 0.0145, y + 0.0001, z + 0.0], 0)] : []),
      turned('tinnedCopper', [[0.0021, 0.0007], [0.0098, 0.0006], [0.0102, 0]], [x, y, z], undefined, 40), rod('labelBlack', 0.0021, 0.0004, [x, y + 0.0007, z], undefined, 18),
    ]
  })
}

/** What makes it a board at work: other joints, tracks, holes, the name of the part printed. */
function detail({ equipment }: Making, press: Press, say: (text: { fr: string; en: string }) => string): Solid[] {
  const dots = Array.from({ length: 26 }, (_, i): Vec3 => [-0.086 + (i % 13) * 0.0143, TOP, i < 13 ? -0.05 : -0.041])
  const tracks = Array.from({ length: 9 }, (_, i) => box('boardTrack', [0.0022, 0.0003, 0.02 + (i % 4) * 0.006], [-0.079 + i * 0.0198, TOP + 0.0001, -0.030 - (i % 3) * 0.002], 0))
  const label = equipment.label ? say(equipment.label) : ''
  return [
    ...dots.map((at) => turned('solderBright', [[0.0036, 0], [0.003, 0.0011], [0.0012, 0.0026], [0.001, 0.0034], [0, 0.0035]], at, undefined, 14)),
    ...tracks, box('boardTrack', [0.17, 0.0003, 0.003], [0, TOP + 0.0001, 0.052], 0),
    sheet('board', 0.15, 0.0105, [0, TOP + 0.0004, 0.0425], flat, press.text([label], 620, 44, { paper: '#1e5138', ink: '#eef3ea', weight: 700, align: 'center' })),
    sheet('board', 0.012, 0.012, [-0.025, TOP + 0.0004, -0.008], flat, press.text(['1'], 48, 48, { paper: '#1e5138', ink: '#eef3ea', weight: 700, align: 'center' })),
    sheet('board', 0.012, 0.012, [0.025, TOP + 0.0004, -0.008], flat, press.text(['2'], 48, 48, { paper: '#1e5138', ink: '#eef3ea', weight: 700, align: 'center' })),
    ...[-1, 1].flatMap((sx) => [-1, 1].map((sz) => ring('gold', 0.0046, 0.0009, [sx * (W / 2 - 0.009), TOP + 0.0003, sz * (D / 2 - 0.009)], flat))),
  ]
}

const holder = (): Solid[] => [
  box('steelDark', [0.15, 0.012, 0.13], [0, 0.006, 0], 0.004),
  ...[-1, 1].flatMap((side): Solid[] => [
    rod('steel', 0.0055, 0.09, [side * 0.106, 0.052, 0], undefined, 16), box('steelDark', [0.10, 0.010, 0.016], [side * 0.07, 0.012, 0], 0.003),
    box('toolBlack', [0.016, 0.02, 0.05], [side * (W / 2 + 0.005), MIDDLE[1] + 0.001, 0], 0.003, [LEAN, 0, 0]),
    turned('toolRed', [[0.011, 0], [0.013, 0.003], [0.013, 0.011], [0.008, 0.014], [0, 0.014]], [side * 0.113, MIDDLE[1], 0], [0, 0, -side * Math.PI / 2], 22),
  ]),
]

/** Solder as it can look on a joint, each made once at its usual size: flowing, set, set without wetting, run over. */
const shapes = (x: number, near: number): Readonly<Record<string, Solid[]>> => ({
  liquid: [turned('solderBright', [[0.0096, 0], [0.0078, 0.0016], [0.005, 0.0037], [0.0030, 0.0068], [0.0022, 0.0088], [0, 0.009]], [0, 0, 0], undefined, 40)],
  solid: [turned('solderSatin', [[0.0096, 0], [0.0074, 0.0013], [0.0046, 0.0033], [0.0029, 0.0064], [0.0022, 0.0086], [0, 0.0088]], [0, 0, 0], undefined, 40)],
  ball: [turned('solderDull', [[0.0052, 0], [0.0076, 0.0020], [0.0079, 0.0048], [0.0058, 0.0084], [0.0026, 0.0104], [0, 0.0108]], [0, 0, 0], undefined, 30)],
  spike: [turned('solderSatin', [[0.0024, 0.006], [0.0013, 0.012], [0.0002, 0.0185], [0, 0.0188]], [0.0022, 0, 0.001], [0, 0, -0.3], 14)],
  bridge: [ball('solderSatin', 0.0046, [near * 0.0075, 0.0012, 0], 18), ball('solderSatin', 0.0048, [near * 0.0125, 0.0008, 0], 18)].map((one) => ({ ...one })),
  flux: [turned('fluxAmber', [[0.0125, 0], [0.0108, 0.0004], [0.0095, 0.0002]], [0, 0.0003, 0], undefined, 30)],
  lifted: [box('tinnedCopper', [0.016, 0.0006, 0.013], [x < 0 ? -0.006 : 0.006, 0.003, 0.002], 0, [0.1, 0, x < 0 ? -0.32 : 0.32])],
})

function solderParts(id: string, making: Making): Part[] {
  return pads(making).flatMap(({ part, at }, index): Part[] => [
    ...Object.entries(shapes(at[0], index === 0 ? 1 : -1)).map(([shape, solids]): Part => ({ name: `${id}/${part}-${shape}`, parent: `${id}/pcb`, at: [at[0], at[1] + 0.0006, at[2]], solids })),
    { name: `${id}/${part}-long`, parent: `${id}/pcb`, at, solids: [rod('tinnedCopper', 0.0016, 0.024, [0, 0.012, 0], undefined, 14)] },
    { name: `${id}/${part}-short`, parent: `${id}/pcb`, at, solids: [rod('tinnedCopper', 0.0016, 0.009, [0, 0.0045, 0], undefined, 14)] },
    { name: `${id}/${part}-braid`, parent: `${id}/pcb`, at: [at[0], at[1] + 0.008, at[2]], solids: [box('copper', [0.062, 0.0014, 0.009], [at[0] < 0 ? -0.024 : 0.024, 0, 0.004], 0.0005, [0, at[0] < 0 ? 0.2 : -0.2, 0])] },
  ])
}

/** How large a joint's solder is drawn: its volume grows with the wire that melted. */
const size = (mm: number) => Math.min(1.45, Math.cbrt(Math.max(0, mm) / 4.2))

function jointPoses(id: string, part: string, joint: Joint, around: { lead: boolean; bent: boolean; braid: boolean; side: number }): Poses {
  const { solder, verdict, wetPad, wetLead } = joint
  const some = solder > 0.15
  const shown = !some ? '' : verdict === 'liquid' ? (Math.min(wetPad, wetLead) < 0.25 ? 'ball' : 'liquid') : ['cold', 'disturbed'].includes(verdict) ? 'ball' : 'solid'
  const show = (shape: string, when: boolean, scale = size(solder)): Poses[number] => [`${id}/${part}-${shape}`, when ? { scale, ease: 'none' } : gone]
  const lean: Vec3 = [0, 0, around.bent ? around.side * 0.3 : 0]
  return [
    show('liquid', shown === 'liquid'), show('solid', shown === 'solid'), show('ball', shown === 'ball'),
    show('spike', joint.spiked && some && verdict !== 'liquid', 1), show('bridge', joint.bridged, 1), show('lifted', joint.lifted, 1),
    show('flux', joint.flux > 0.02 && some, 1),
    [`${id}/${part}-long`, around.lead && !joint.trimmed ? { turn: lean } : gone], [`${id}/${part}-short`, around.lead && joint.trimmed ? { turn: lean } : gone],
    [`${id}/${part}-braid`, around.braid ? {} : gone],
  ]
}

/** A printed board in its holder. The places of its pads are named as they are; 'over' is where an iron waits, 'under' its component. */
export const circuitBoard: KindBody<'circuit-board'> = {
  home: 'bench',
  build: (building) => {
    const { id, press, say } = building
    const hits: Hit[] = pads(building).map(({ part, at }) => ({ thing: `${id}.${part}`, part: `${id}/pcb`, size: [0.03, 0.022, 0.032], at: [at[0], at[1] + 0.008, at[2]] }))
    return [
      body(id, holder(), [
        { name: `${id}/pcb`, at: MIDDLE, turn: [LEAN, 0, 0], solids: [cut('board', rounded(W, D, 0.005), THICK, [0, -TOP, 0], flat, 0.0004), ...copper(building), ...detail(building, press, say)] },
        ...solderParts(id, building),
        { name: `${id}/wire`, at: [0, 0, 0], solids: [rod('solderSatin', 0.0014, 0.16, [0, 0.08, 0], undefined, 12)] },
      ], [
        // One points at the board where nothing else is: the component stands through its middle.
        { thing: id, part: `${id}/pcb`, size: [W, 0.008, 0.03], at: [0, -0.003, -0.044] }, { thing: id, part: `${id}/pcb`, size: [W, 0.006, D], at: [0, -0.004, 0] },
      ]),
      ...hits.map((hit) => body(hit.thing, [], [], [hit])),
    ]
  },
  poses: (id, piece, stage) => {
    const component = Object.values(stage.world).find(({ kind }) => kind === 'component')
    const placed = component?.kind === 'component' && component.way !== null
    const parts = stage.setup.equipment[id]?.parts ?? []
    const joints = Object.entries(piece.joints).flatMap(([part, joint]) => jointPoses(id, part, joint, {
      lead: placed, bent: placed && component.clinched, braid: piece.braid === part, side: parts[0]?.id === part ? 1 : -1,
    }))
    const at = piece.contact && piece.feed ? stage.place(id, piece.contact.joint) : null
    return [...joints, [`${id}/wire`, at ? { at: [at.at[0] - 0.002, at.at[1] + 0.003, at.at[2] + 0.001], turn: [0.35, 0, 0.95], room: true, ease: 'none' } : gone]]
  },
  places: (making): Places => ({
    over: { at: onBoard([0.035, 0.035, 0.03]), turn: [LEAN, 0, 0] }, under: { at: onBoard([0, -0.0235, 0.012]), turn: [LEAN + Math.PI, 0, 0] },
    ...Object.fromEntries(pads(making).map(({ part, at }) => [part, { at: onBoard([at[0], at[1] + 0.0012, at[2]]), turn: [LEAN, 0, 0] }])),
  }),
  sounds: { 'iron-applied': thin, 'wire-pushed': hiss, 'lead-trimmed': thin },
  exhibit: { equipment: { parts: [{ id: 'p1', label: { fr: 'pastille 1', en: 'pad 1' } }, { id: 'p2', label: { fr: 'pastille 2', en: 'pad 2' } }], label: { fr: 'C1', en: 'C1' }, start: { nearPad: 'p1' } } },
}
