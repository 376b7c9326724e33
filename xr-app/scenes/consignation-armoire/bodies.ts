// SPDX-License-Identifier: EUPL-1.2
import { body, stand, type Body } from '#app/equipment/craft/body.ts'
import type { Press, Print } from '#app/equipment/craft/print.ts'
import { box, ground, rod, shade, turned, wire, type Solid, type Vec3 } from '#app/equipment/craft/solid.ts'
import { breaker } from '#app/equipment/breaker.ts'
import { cabinet, CABINET, COVER, FRONT_X } from '#app/equipment/cabinet.ts'
import { bench, boardTools, clipboard, extractor, figure, pegboard } from '#app/equipment/furniture.ts'
import { barrier, earthingKit, faceShield, gloves, mat, shadowOf } from '#app/equipment/protection.ts'
import { room } from '#app/equipment/room.ts'
import { rotary } from '#app/equipment/rotary.ts'
import { terminalBlock } from '#app/equipment/terminal-block.ts'
import { key, multimeter, padlock, tag, tester, watch } from '#app/equipment/tools.ts'
import { plate } from '#app/equipment/wiring.ts'
import { terminalPlace } from './poses.ts'
import { cabinetInside, type Feeds } from './inside.ts'
import { at, BENCH, BLOCKS, BOARD, CABINET_AT, DEVICES, RAIL_1, RAIL_Z1, ROW_1, ROW_2 } from './places.ts'

/** What the scene prints: fixed labels, and the live papers and displays. */
export type Papers = Record<'sheet' | 'attestation' | 'diagram' | 'tag' | 'tag-2' | 'tester' | 'multimeter', Print>
export type Labels = (id: string) => string[]

const up = ([x, y, z]: Vec3): Vec3 => [x + CABINET_AT[0], y + CABINET_AT[1], z + CABINET_AT[2]]
/** Lying on the bench, its face up and a little towards whoever stands there. */
const lying = (b: Body, place: Vec3, lean = 0.22, spin = 0): Body => ({
  ...b, parts: b.parts.map((p) => p.parent ? p : { ...p, at: place, turn: [-Math.PI / 2 + lean, 0, spin] }),
})

/** One terminal block: its row, its title plate, and a thing for each terminal. */
function block(id: keyof typeof BLOCKS, title: string[], press: Press): Body[] {
  const names = ['l1', 'l2', 'l3', 'n', 'pe'].slice(0, BLOCKS[id].count)
  const finishAt = (i: number) => (i < 3 ? 'terminalGrey' : i === 3 ? 'terminalBlue' : 'terminalEarth')
  return terminalBlock(id, title, names.map((name, i) => ({ id: `${id}.${name}`, mark: name.toUpperCase(), finish: finishAt(i) })), press)
    .map((b) => stand(b, up([BLOCKS[id].x, BLOCKS[id].row, 0.036])))
}

function switchgear(press: Press, labels: Labels): Body[] {
  const marks = ['1', '3', '5', 'N']
  const row = Object.entries(DEVICES).flatMap(([id, x]) => [
    stand(breaker({ thing: id, poles: 4, rating: 'C16 · 400 V~', marks, lever: 'toggleBlue' }, press), up([x, RAIL_1, RAIL_Z1])),
    labelled(stand(plate(id, labels(id), [0.146, 0.044], [0, 0, 0], press), up([x, RAIL_1 + 0.082, COVER.z + 0.005])), up([x, RAIL_1 + 0.082, COVER.z + 0.005])),
  ])
  const x = FRONT_X + (CABINET.w / 2 - FRONT_X) / 2
  return [
    ...row, ...block('q2', ['Q2'], press), ...block('q3', ['Q3'], press), ...block('x3', ['X3'], press),
    stand(rotary({ thing: 'q0', handle: 'handleRed', plate: 'plateYellow', size: 0.112 }, press), up([x, 0.075, CABINET.d])),
    stand(secondSource(press, labels), at.q9),
    body('q0', [], [], [{ thing: 'q0', size: [0.17, 0.05, 0.03], at: up([x, 0.185, CABINET.d]) }]),
  ]
}

/** A device's plate is where one looks at it without moving anything. */
const labelled = (b: Body, place: Vec3): Body => ({ ...b, hits: [{ thing: b.thing, size: [0.15, 0.06, 0.03], at: place }] })

/** The clamps of the earthing kit on the work point's terminals, each with its cable to a common point. */
function clamps(): Body {
  const foot: Vec3 = up([0.1, -0.47, 0.2])
  return body('earthing-kit', [], ['l1', 'l2', 'l3', 'n', 'pe'].map((name) => {
    const place = terminalPlace(`x3.${name}`) ?? foot
    const to = (k: number, sag: number): Vec3 => [(foot[0] - place[0]) * k, (foot[1] - place[1]) * k - sag, (foot[2] - place[2]) * k]
    const colour = name === 'pe' ? 'earthGreen' : 'toolRed'
    return { name: `clamp/x3.${name}`, at: place, solids: [box('brass', [0.014, 0.02, 0.014], [0, 0.004, 0.008], 0.003),
      rod(colour, 0.006, 0.034, [0, 0.004, 0.03], [Math.PI / 2, 0, 0], 12), wire('copper', 0.0034, [[0, 0.004, 0.045], to(0.35, -0.01), to(0.75, 0.03), to(1, 0)], 18, 7)] }
  }))
}

/** The generator's feed in its own small box beside the cabinet. */
function secondSource(press: Press, labels: Labels): Body {
  const switchBody = stand(rotary({ thing: 'q9', handle: 'handleRed', plate: 'plateYellow', size: 0.084 }, press), [0, -0.012, 0.035])
  return { ...switchBody, hits: [...switchBody.hits, { thing: 'q9', size: [0.19, 0.06, 0.03], at: [0, 0.098, 0.035] }], fixed: [...switchBody.fixed,
    box('enclosure', [0.20, 0.26, 0.13], [0, 0.01, -0.032], 0.010),
    ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]): Solid => turned('zinc', [[0.005, 0], [0.005, 0.002], [0, 0.002]], [x! * 0.085, 0.01 + y! * 0.115, 0.033], [Math.PI / 2, 0, 0], 10)),
    ...plate('q9', labels('q9'), [0.168, 0.040], [0, 0.098, 0.035], press).fixed,
    turned('toolBlack', [[0, 0], [0.015, 0], [0.015, -0.02], [0, -0.02]], [0, -0.12, -0.03]) ] }
}

function tools(press: Press, papers: Papers): Body[] {
  return [
    stand(gloves('gloves', press), at.gloves), stand(faceShield('face-shield'), at['face-shield']),
    stand(earthingKit('earthing-kit'), at['earthing-kit']),
    stand(padlock('padlock', 'N° 1', press), at.padlock), stand(key('key', '1', press), at.key),
    stand(padlock('padlock-2', 'N° 2', press), at['padlock-2']), stand(key('key-2', '2', press), at['key-2']),
    stand(tag('tag', papers.tag), at.tag), stand(tag('tag-2', papers['tag-2']), at['tag-2']),
    stand(watch('watch'), at.watch), lying(tester('tester', papers.tester, press), at.tester, 0.12),
    lying(multimeter('multimeter', papers.multimeter, press), at.multimeter, 0.1, -0.12),
    lying(clipboard('sheet', papers.sheet), at.sheet, 0.3, 0.06), lying(clipboard('attestation', papers.attestation), at.attestation, 0.3, -0.04),
    stand(clipboard('diagram', papers.diagram, [0.26, 0.364]), at.diagram),
    stand(mat('mat', press), at.mat, 1.35), stand(barrier('barrier', press), at.barrier, 0.2),
  ]
}

function surroundings(): Body[] {
  const shadows = [shadowOf(0.26, 0.27, [-0.64, 0.15, 0.019]), shadowOf(0.22, 0.26, [-0.30, 0.06, 0.019]), shadowOf(0.22, 0.30, [0, 0.09, 0.019]),
    shadowOf(0.045, 0.085, [0.26, 0.10, 0.019]), shadowOf(0.045, 0.085, [0.36, 0.10, 0.019]), shadowOf(0.08, 0.155, [0.50, 0.135, 0.019]), shadowOf(0.08, 0.155, [0.61, 0.135, 0.019])]
  return [
    room(), stand(bench(BENCH.width, BENCH.depth, BENCH.height), [BENCH.x, 0, 0.01]),
    stand(pegboard(BOARD.width, BOARD.height, shadows), [BOARD.x, BOARD.y, 0]),
    body('company', boardTools([BOARD.x - 0.72, BOARD.y - 0.16, 0.04])),
    body('shade', shades()),
  ]
}

/** Soft shade baked where things stand and where the cabinet's inside turns away from the window. */
function shades(): Solid[] {
  const [w, h] = [CABINET.w, CABINET.h]
  return [
    ground(2.3, 0.95, BENCH.x, 0.33, 0.62), ground(0.8, 0.6, at['work-leader'][0], at['work-leader'][2] + 0.04, 0.6),
    ground(6, 0.5, 0, 0.02, 0.45), ground(0.5, 4.6, -2.9, 2.2, 0.35), ground(0.5, 4.6, 2.9, 2.2, 0.45),
    shade(w * 1.35, h * 1.28, [0.03, 1.31, 0.0105], [0, 0, 0], 0.62), shade(0.6, 0.62, [-1.58, 1.42, 0.0105], [0, 0, 0], 0.55),
    shade(1.9, 0.86, [BOARD.x + 0.02, BOARD.y - 0.03, 0.003], [0, 0, 0], 0.5), shade(2.2, 0.5, [BENCH.x, 0.9, 0.012], [0, 0, 0], 0.45),
    shade(w - 0.22, 0.58, up([-0.095, -0.2, 0.0325]), [0, 0, 0], -0.62),
    shade(0.30, 0.58, up([-w / 2 + 0.0145, -0.2, 0.15]), [0, Math.PI / 2, 0], -0.45), shade(0.30, 0.58, up([FRONT_X + 0.0015, -0.2, 0.15]), [0, -Math.PI / 2, 0], -0.55),
    shade(w - 0.05, 0.3, up([0, -h / 2 + 0.0145, 0.15]), [-Math.PI / 2, 0, 0], -0.5), shade(CABINET.doorW, 0.375, up([-0.095, 0.297, COVER.z + 0.0032]), [0, 0, 0], -0.34),
    ...[ROW_1, ROW_2].map((y) => shade(0.46, 0.13, up([-0.09, y - 0.008, 0.0328]), [0, 0, 0], 0.55)), shade(0.34, 0.4, [0.58, 1.10, 0.011], [0, 0, 0], 0.5),
  ]
}

/** The outline on the board stands for what one wears or has in the pocket: touching it is how one puts it back. */
const outlines = (): Body => body('outlines', [], [], [
  { thing: 'gloves', size: [0.28, 0.28, 0.03], at: [at.gloves[0], at.gloves[1] + 0.05, 0.03] },
  { thing: 'face-shield', size: [0.26, 0.30, 0.03], at: [at['face-shield'][0], at['face-shield'][1] - 0.04, 0.03] },
  { thing: 'key', size: [0.09, 0.06, 0.03], at: [at.key[0], at.key[1], 0.03] },
  { thing: 'key-2', size: [0.09, 0.06, 0.03], at: [at['key-2'][0], at['key-2'][1], 0.03] },
])

/** Every body of the workshop for this attempt's variant. */
export function bodiesOf(press: Press, papers: Papers, labels: Labels, feeds: Feeds): Body[] {
  return [
    ...surroundings(), stand(cabinet('door', press), CABINET_AT), body('inside', cabinetInside(feeds, press, up)),
    ...switchgear(press, labels), ...tools(press, papers), stand(extractor('m1', press), at.m1),
    stand(figure('work-leader'), at['work-leader'], 1.05), clamps(), outlines(),
  ]
}
