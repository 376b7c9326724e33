// SPDX-License-Identifier: EUPL-1.2
import type { Setup } from '#domain/workshop/setup.ts'
import { body, type Part } from '../craft/body.ts'
import { box, rod, wire } from '../craft/solid.ts'
import { gone, type KindBody, type Poses } from '../kind-body.ts'
import { barrier as barrierBody, earthingKit as kitBody, faceShield as shieldBody, gloves as glovesBody, mat as matBody } from '../protection.ts'
import { watch as watchBody } from '../tools.ts'
import { terminalFinish } from './terminal-block.ts'

const inspected = [{ inspected: true, sound: true }, { inspected: true, sound: false }, { worn: true }] as const

export const gloves: KindBody<'gloves'> = {
  home: 'pegboard',
  rest: { lift: 0.045 },
  build: ({ id, press }) => glovesBody(id, press),
  poses: (id, piece) => [[id, piece.worn ? gone : {}]],
  exhibit: { states: inspected },
}

export const faceShield: KindBody<'face-shield'> = {
  home: 'pegboard',
  rest: { lift: 0.12 },
  build: ({ id }) => shieldBody(id),
  poses: (id, piece) => [[id, piece.worn ? gone : {}]],
  exhibit: { states: inspected },
}

/** Rolled on the floor; laid, it lies at its mark 'laid', or where it was. */
export const mat: KindBody<'mat'> = {
  home: 'floor',
  build: ({ id, press }) => matBody(id, press),
  poses: (id, piece, stage) => {
    const laid = stage.place(id, 'laid')
    return [[id, piece.worn ? gone : {}],
      [`${id}/flat`, !piece.worn ? gone : laid ? { at: laid.at, turn: laid.turn ?? [0, 0, 0], room: true } : {}]]
  },
  exhibit: { states: inspected },
}

/** On the wrist until it is taken off. */
export const watch: KindBody<'watch'> = {
  home: 'bench',
  rest: { lift: 0.035 },
  build: ({ id }) => watchBody(id),
  poses: (id, piece) => (piece.worn ? [] : [[id, {}]]),
  onWrist: (piece) => piece.worn,
  exhibit: { states: [{ worn: false }] },
}

/** Every terminal of the workshop, where a clamp could go. */
const terminalsOf = (setup: Setup) =>
  Object.values(setup.equipment).flatMap(({ id, terminals = [] }) => terminals.map((name) => `${id}.${name}`))

/** A clamp on a terminal, its cable hanging towards the kit. */
const clamp = (id: string, terminal: string): Part => ({
  name: `${id}/clamp/${terminal}`, at: [0, 0, 0],
  solids: [box('brass', [0.014, 0.02, 0.014], [0, 0.004, 0.008], 0.003),
    rod(terminalFinish(terminal.split('.')[1] ?? '') === 'terminalEarth' ? 'earthGreen' : 'toolRed', 0.006, 0.034, [0, 0.004, 0.03], [Math.PI / 2, 0, 0], 12),
    wire('copper', 0.0034, [[0, 0.004, 0.045], [0.01, -0.05, 0.07], [0.02, -0.16, 0.05], [0.02, -0.24, 0.02]], 18, 7)],
})

/** The earthing kit, with a clamp for every terminal there is. Once used, what is left goes to its mark 'used'. */
export const earthingKit: KindBody<'earthing-kit'> = {
  home: 'pegboard',
  rest: { lift: 0.03 },
  build: (building) => [kitBody(building.id), body(building.id, [], terminalsOf(building.setup).map((terminal) => clamp(building.id, terminal)))],
  poses: (id, piece, stage) => {
    const used = piece.clamps.length > 0 ? stage.place(id, 'used') : null
    const clamps = terminalsOf(stage.setup).map((terminal): Poses[number] => {
        const [block = '', name = ''] = terminal.split('.')
        const place = piece.clamps.includes(terminal) ? stage.place(block, name) : null
        return [`${id}/clamp/${terminal}`, place ? { at: place.at, room: true, ease: 'snap' } : gone]
      })
    return [[id, used ? { at: used.at, room: true } : {}], ...clamps]
  },
  grip: { at: [0, 0, -0.1], turn: [-0.5, 0, 0] },
}

/** Folded against the wall; drawn across the floor at its mark 'set', or where it was. */
export const barrier: KindBody<'barrier'> = {
  home: 'floor',
  build: ({ id, press }) => barrierBody(id, press),
  poses: (id, piece, stage) => {
    const set = stage.place(id, 'set')
    return [[id, piece.placed ? gone : {}],
      [`${id}/set`, !piece.placed ? gone : set ? { at: set.at, turn: set.turn ?? [0, 0, 0], room: true } : {}]]
  },
}
