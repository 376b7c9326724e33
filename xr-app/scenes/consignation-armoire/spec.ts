// SPDX-License-Identifier: EUPL-1.2
import type { Progress } from '#domain/scenario/index.ts'
import { body, type Body } from '#app/equipment/craft/body.ts'
import { box, rod, wire, type Vec3 } from '#app/equipment/craft/solid.ts'
import { CABINET, cabinet, FRONT_X } from '#app/equipment/cabinet.ts'
import { labelLines } from '#app/equipment/kind/label.ts'
import { clipboard } from '#app/equipment/furniture.ts'
import { earthingKit } from '#app/equipment/protection.ts'
import { PITCH } from '#app/equipment/terminal-block.ts'
import { roomLamps } from '#app/equipment/room.ts'
import { blank } from '#app/equipment/paper.ts'
import type { Building, Poses, Spot, Stage } from '#app/equipment/kind-body.ts'
import type { Standing, StandSpec } from '../stand/spec.ts'
import { drawDiagram, feedsOf } from './diagram.ts'
import { surroundings } from './surroundings.ts'
import { at, BLOCKS, CABINET_AT, DEVICES, RAIL_1, RAIL_Z1, up } from './places.ts'

const lying = (lean: number, spin = 0): Vec3 => [-Math.PI / 2 + lean, 0, spin]
const names = ['l1', 'l2', 'l3', 'n', 'pe']
const front = FRONT_X + (CABINET.w / 2 - FRONT_X) / 2

/** The middle of a terminal's upper screw, where a probe or a clamp goes. */
export function terminalPlace(block: keyof typeof BLOCKS, i: number): Spot {
  const { x, count, row } = BLOCKS[block]
  return { at: up([x + (i - (count - 1) / 2) * PITCH, row + 0.019, 0.086]) }
}

/** A breaker on the raised rail; its terminals are in the row below, behind the door. */
const device = (id: keyof typeof DEVICES): Standing => ({
  spot: { at: up([DEVICES[id], RAIL_1, RAIL_Z1]) }, look: { poles: 4, plate: false, screws: false },
  ...(id === 'q1' ? {} : { marks: Object.fromEntries(names.slice(0, BLOCKS[id].count).map((name, i) => [name, terminalPlace(id, i)])) }),
})

const handed = { at: [-1.37, 0.84, 1.57] as Vec3, turn: [-0.3, 1.05, 0] as Vec3 }
const hung = (...ids: (keyof typeof at)[]) => Object.fromEntries(ids.map((id): [string, Standing] => [id, { spot: { at: at[id] } }]))

const pieces: Readonly<Record<string, Standing>> = {
  ...hung('gloves', 'face-shield', 'padlock', 'padlock-2', 'key', 'key-2', 'tag', 'tag-2', 'watch', 'diagram'),
  'earthing-kit': { spot: { at: at['earthing-kit'] }, marks: { used: { at: up([0.1, -0.62, 0.2]) } } },
  tester: { spot: { at: at.tester, turn: lying(0.12) } },
  multimeter: { spot: { at: at.multimeter, turn: lying(0.1, -0.12) } },
  sheet: { spot: { at: at.sheet, turn: lying(0.3, 0.06) }, marks: { handed } },
  attestation: { spot: { at: at.attestation, turn: lying(0.3, -0.04) }, marks: { handed } },
  mat: { spot: { at: at.mat, turn: [0, 1.35, 0] }, marks: { laid: { at: [0, 0.002, 0.72] } } },
  barrier: { spot: { at: at.barrier, turn: [0, 0.2, 0] }, marks: { set: { at: [0, 0, 1.62], turn: [0, 0.2, 0] } } },
  q1: device('q1'), q2: device('q2'), q3: device('q3'),
  x3: { spot: { at: up([BLOCKS.x3.x, BLOCKS.x3.row, 0.036]) } },
  q0: { spot: { at: up([front, 0.075, CABINET.d]) }, look: { bare: true } },
  q9: { spot: { at: [at.q9[0], at.q9[1] - 0.012, 0.003] } },
  door: { spot: { at: CABINET_AT } },
  m1: { spot: { at: at.m1 }, look: { as: 'extractor' } },
  e1: { spot: { at: [0, 0, 0] } },
  'work-leader': { spot: { at: at['work-leader'], turn: [0, 1.05, 0] }, marks: { work: { at: [-1.28, 0, 0.86], turn: [0, Math.PI + 0.5, 0] } } },
}

/** The clamps of the earthing kit on the work point's terminals, each with its cable to a common point. */
function clampedKit({ id }: Building): Body[] {
  const foot = up([0.1, -0.47, 0.2])
  return [earthingKit(id), body(id, [], names.map((name, i) => {
    const place = terminalPlace('x3', i).at
    const to = (k: number, sag: number): Vec3 => [(foot[0] - place[0]) * k, (foot[1] - place[1]) * k - sag, (foot[2] - place[2]) * k]
    const colour = name === 'pe' ? 'earthGreen' : 'toolRed'
    return { name: `${id}/clamp/x3.${name}`, at: place, solids: [box('brass', [0.014, 0.02, 0.014], [0, 0.004, 0.008], 0.003),
      rod(colour, 0.006, 0.034, [0, 0.004, 0.03], [Math.PI / 2, 0, 0], 12), wire('copper', 0.0034, [[0, 0.004, 0.045], to(0.35, -0.01), to(0.75, 0.03), to(1, 0)], 18, 7)] }
  }))]
}

/** The three lamps of the supply, after the main switch. */
const lamps = ({ world }: Stage): Poses =>
  [['supply/lit', { scale: world['q0']?.kind === 'disconnector' && world['q0'].closed ? 1 : 0, ease: 'none' }]]

/** The lock-out workshop, for the variant of an attempt. */
export function lockOutSpec(progress: Progress): StandSpec {
  const label = (id: string) => labelLines(progress.setup.equipment[id]?.label?.fr ?? id.toUpperCase())
  return {
    pieces,
    extra: ({ press }) => surroundings(press, label, feedsOf(progress.setup)),
    own: {
      door: ({ press }) => cabinet('door', press),
      e1: () => roomLamps('e1'),
      'earthing-kit': clampedKit,
      diagram: ({ id, live }) => clipboard(id, live(390, 540, (pen, w, h, reading) => { blank(pen, w, h); drawDiagram(pen, w, h, reading) }), [0.26, 0.364]),
    },
    poses: lamps,
    hums: [{ at: [0.2, CABINET_AT[1], 0.15], partials: [[100, 1], [200, 0.5], [300, 0.22], [400, 0.1]],
      level: ({ q0 }) => (q0?.kind === 'disconnector' && q0.closed ? 0.045 : 0) }],
  }
}
