// SPDX-License-Identifier: EUPL-1.2
import type { Piece, PieceOf, World } from '#domain/workshop/pieces.ts'
import { testerLights } from '#domain/workshop/tester.ts'
import { LEVER_TILT } from '#app/equipment/breaker.ts'
import { CABINET, FRONT_X } from '#app/equipment/cabinet.ts'
import type { Vec3 } from '#app/equipment/craft/solid.ts'
import type { Pose } from '#app/xr/animator.ts'
import { at, BLOCKS, CABINET_AT, DEVICES, RAIL_1, RAIL_Z1 } from './places.ts'
import { PITCH } from '#app/equipment/terminal-block.ts'

/** Poses of named parts. A part that is not named is as it was made. */
export type Poses = [string, Pose][]

const front = FRONT_X + (CABINET.w / 2 - FRONT_X) / 2
const inRoom = (x: number, y: number, z: number): Vec3 => [x + CABINET_AT[0], y + CABINET_AT[1], z + CABINET_AT[2]]
const lever = (x: number): Vec3 => inRoom(x, RAIL_1 - 0.006, RAIL_Z1 + 0.074)

/** Where a padlock's shackle goes through each lever or handle, and where a tag hangs from it. */
const locks: Readonly<Record<string, Vec3>> = {
  q0: inRoom(front - 0.022, 0.075 + 0.006, CABINET.d + 0.034), q1: lever(DEVICES.q1), q2: lever(DEVICES.q2), q3: lever(DEVICES.q3),
  q9: [at.q9[0] - 0.016, at.q9[1] - 0.008, at.q9[2] + 0.066],
}
const hang = ([x, y, z]: Vec3): Vec3 => [x + 0.052, y - 0.012, z + 0.004]

/** The middle of a terminal's upper screw, where a probe or a clamp goes. */
export function terminalPlace(terminal: string): Vec3 | null {
  const [block, name] = terminal.split('.') as [keyof typeof BLOCKS, string]
  const found = BLOCKS[block]
  const i = ['l1', 'l2', 'l3', 'n', 'pe'].indexOf(name)
  return found && i >= 0 ? inRoom(found.x + (i - (found.count - 1) / 2) * PITCH, found.row + 0.019, 0.086) : null
}

const gone: Pose = { scale: 0 }

function switches(id: string, piece: PieceOf<'breaker' | 'disconnector'>): Poses {
  if (piece.kind === 'disconnector') return [[`${id}/handle`, { turn: [0, 0, piece.closed ? 0 : -Math.PI / 2], ease: 'snap' }]]
  return [[`${id}/lever`, { turn: [piece.closed ? -LEVER_TILT : LEVER_TILT, 0, 0], ease: 'snap' }]]
}

function padlock(id: string, piece: PieceOf<'padlock'>): Poses {
  const place = piece.on ? locks[piece.on] : undefined
  const shackle: [string, Pose] = [`${id}/shackle`, place ? { ease: 'snap' } : { at: [0, 0.011, 0], turn: [0, 0.5, 0], ease: 'snap' }]
  return [[id, place ? { at: place, turn: [0.06, 0, 0] } : {}], shackle]
}

/** In its padlock the key hangs under it; kept, it is in the pocket; on the board, anyone can take it. */
function key(id: string, piece: PieceOf<'key'>, world: World): Poses {
  if (piece.holder === 'operator') return [[id, gone]]
  if (piece.holder === 'board') return [[id, { at: id === 'key' ? at.key : at['key-2'] }]]
  const padlockId = id === 'key' ? 'padlock' : 'padlock-2'
  const lock = world[padlockId]
  const on = lock?.kind === 'padlock' && lock.on ? locks[lock.on] : undefined
  const [x, y, z] = on ?? at[padlockId]
  return [[id, { at: [x, y - 0.114, z + 0.004], turn: [0, 0, Math.PI / 2] }]]
}

function tag(id: string, piece: PieceOf<'tag'>): Poses {
  const place = piece.on ? locks[piece.on] : undefined
  return [[id, place ? { at: hang(place), turn: [0, 0, -0.05] } : {}]]
}

function lights(id: string, piece: PieceOf<'tester'>): Poses {
  const passed = piece.display === null && piece.selfTest === 'passed'
  return testerLights.map((light, i) => [`${id}/light${i}`,
    { scale: passed || piece.display?.lights.includes(light) ? 1 : 0, ease: 'none' }])
}

const wornPoses: Record<'gloves' | 'face-shield' | 'mat', (worn: boolean) => Poses> = {
  gloves: (worn) => [['gloves', worn ? gone : {}]],
  'face-shield': (worn) => [['face-shield', worn ? gone : {}]],
  mat: (worn) => [['mat', worn ? gone : {}], ['mat/flat', worn ? { at: [0, 0.002, 0.72], turn: [0, 0, 0] } : gone]],
}

const clampNames = ['x3.l1', 'x3.l2', 'x3.l3', 'x3.n', 'x3.pe']
function earthing(piece: PieceOf<'earthing-kit'>): Poses {
  const used = piece.clamps.length > 0
  return [['earthing-kit', used ? { at: inRoom(0.1, -0.62, 0.2) } : {}],
    ...clampNames.map((name): [string, Pose] => [`clamp/${name}`, piece.clamps.includes(name) ? { ease: 'snap' } : gone])]
}

function person(piece: PieceOf<'person'>): Poses {
  return [['work-leader', piece.inZone ? { at: [-1.28, 0, 0.86], turn: [0, Math.PI + 0.5, 0], ease: 'swing' } : { ease: 'swing' }]]
}

function posesOf(id: string, piece: Piece, world: World): Poses {
  switch (piece.kind) {
    case 'breaker': case 'disconnector': return switches(id, piece)
    case 'door': return [['door/leaf', { turn: [0, piece.open ? -1.9 : 0, 0], ease: 'swing' }]]
    case 'padlock': return padlock(id, piece)
    case 'key': return key(id, piece, world)
    case 'tag': return tag(id, piece)
    case 'tester': return [[id, {}], ...lights(id, piece)]
    case 'multimeter': return [[id, {}]]
    case 'watch': return piece.worn ? [] : [[id, {}]]
    case 'gloves': case 'face-shield': case 'mat': return wornPoses[piece.kind](piece.worn)
    case 'earthing-kit': return earthing(piece)
    case 'barrier': return [['barrier', piece.placed ? gone : {}], ['barrier/set', piece.placed ? { at: [0, 0, 1.62] } : gone]]
    case 'form': return piece.handedTo ? [[id, { at: [-1.37, 0.84, 1.57], turn: [-0.3, 1.05, 0], ease: 'swing' }]] : [[id, {}]]
    case 'person': return person(piece)
    default: return []
  }
}

/** Lamps: the supply's three, after the main switch, and the workshop's lighting. */
function lamps(world: World): Poses {
  const [q0, e1] = [world['q0'], world['e1']]
  const fed = q0?.kind === 'disconnector' && q0.closed
  return [['supply/lit', { scale: fed ? 1 : 0, ease: 'none' }], ['e1/lit', { scale: e1?.kind === 'load' && e1.running ? 1 : 0, ease: 'none' }]]
}

/** Where every part is, as the world now says. */
export const poses = (world: World): Poses =>
  [...Object.entries(world).flatMap(([id, piece]) => posesOf(id, piece, world)), ...lamps(world)]
