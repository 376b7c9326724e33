// SPDX-License-Identifier: EUPL-1.2
import { Shape } from 'three'
import { body, type Body } from './craft/body.ts'
import type { Press, Print } from './craft/print.ts'
import { ball, box, cut, disc, ring, rod, rounded, sheet, turned, wire, type Solid, type Vec3 } from './craft/solid.ts'

/** A workbench: beech top, steel legs, a vice. Origin: on the floor, under the middle of its back edge. */
export function bench(width: number, depth: number, height: number): Body {
  const leg = (x: number, z: number): Solid[] => [box('frame', [0.05, height - 0.05, 0.05], [x, (height - 0.05) / 2, z], 0.004),
    box('toolBlack', [0.06, 0.012, 0.06], [x, 0.006, z], 0.003)]
  const planks = Array.from({ length: 6 }, (_, i): Solid => box(i % 2 ? 'wood' : 'woodDark',
    [width, 0.045, depth / 6 - 0.0012], [0, height - 0.0225, (i + 0.5) * depth / 6], 0.003))
  const [lx, lz] = [width / 2 - 0.06, depth - 0.06]
  return body('bench', [...planks, ...leg(-lx, 0.06), ...leg(lx, 0.06), ...leg(-lx, lz), ...leg(lx, lz),
    box('frame', [width - 0.12, 0.06, 0.03], [0, height - 0.09, lz], 0.004), box('frame', [width - 0.12, 0.06, 0.03], [0, height - 0.09, 0.06], 0.004),
    box('woodDark', [width - 0.16, 0.024, depth - 0.12], [0, 0.24, depth / 2], 0.003),
    // A drawer unit and a tool case below.
    box('machine', [0.44, 0.42, depth - 0.14], [width / 2 - 0.34, height - 0.32, depth / 2], 0.006),
    ...[0, 1, 2].flatMap((i): Solid[] => [box('machineDark', [0.41, 0.115, 0.012], [width / 2 - 0.34, height - 0.19 - i * 0.13, depth - 0.066], 0.004),
      box('chrome', [0.14, 0.012, 0.016], [width / 2 - 0.34, height - 0.165 - i * 0.13, depth - 0.056], 0.005)]),
    box('handleRed', [0.46, 0.20, 0.24], [-width / 2 + 0.46, 0.355, depth / 2], 0.018), box('chrome', [0.05, 0.03, 0.012], [-width / 2 + 0.46, 0.37, depth / 2 + 0.122], 0.003),
    ring('toolBlack', 0.07, 0.010, [-width / 2 + 0.46, 0.455, depth / 2], undefined, Math.PI), ...vice([width / 2 - 0.16, height, depth - 0.20])])
}

function vice([x, y, z]: Vec3): Solid[] {
  return [box('machineDark', [0.11, 0.05, 0.16], [x, y + 0.025, z], 0.008), box('machineDark', [0.12, 0.06, 0.05], [x, y + 0.08, z - 0.03], 0.006),
    box('machineDark', [0.12, 0.06, 0.045], [x, y + 0.08, z + 0.055], 0.006), box('steel', [0.115, 0.018, 0.010], [x, y + 0.10, z - 0.002], 0.001),
    box('steel', [0.115, 0.018, 0.010], [x, y + 0.10, z + 0.028], 0.001), rod('steel', 0.012, 0.14, [x, y + 0.055, z + 0.10], [Math.PI / 2, 0, 0]),
    rod('chrome', 0.006, 0.18, [x, y + 0.055, z + 0.165], [0, 0, 0.9]), ball('chrome', 0.010, [x - 0.07, y + 0.055 + 0.056, z + 0.165]), ball('chrome', 0.010, [x + 0.07, y + 0.055 - 0.056, z + 0.165])]
}

/** A perforated tool board with the painted shadow of each tool, and a few tools that only keep it company. */
export function pegboard(width: number, height: number, shadows: Solid[]): Body {
  const cols = Math.floor(width / 0.05) - 1
  const rows = Math.floor(height / 0.05) - 1
  const holes = Array.from({ length: cols * rows }, (_, i): Solid => disc('shadow', 0.0046,
    [((i % cols) - (cols - 1) / 2) * 0.05, (Math.floor(i / cols) - (rows - 1) / 2) * 0.05, 0.0192]))
  return body('pegboard', [box('pegboard', [width, height, 0.018], [0, 0, 0.01], 0.003),
    box('frame', [width + 0.03, 0.022, 0.028], [0, height / 2, 0.014], 0.003), box('frame', [width + 0.03, 0.022, 0.028], [0, -height / 2, 0.014], 0.003),
    box('frame', [0.022, height, 0.028], [width / 2 + 0.005, 0, 0.014], 0.003), box('frame', [0.022, height, 0.028], [-width / 2 - 0.005, 0, 0.014], 0.003),
    ...holes, ...shadows])
}

/** Screwdrivers and pliers that stay on the board. */
export function boardTools(at: Vec3): Solid[] {
  const [x, y, z] = at
  const driver = (dx: number, k: number): Solid[] => [
    turned(k % 2 ? 'toolRed' : 'toolYellow', [[0, 0], [0.011, 0.004], [0.0135, 0.03], [0.010, 0.05], [0.013, 0.085], [0.008, 0.10], [0, 0.10]], [x + dx, y, z]),
    rod('chrome', 0.003, 0.11, [x + dx, y - 0.055, z], undefined, 10), box('steelDark', [0.0075, 0.012, 0.0015], [x + dx, y - 0.112, z], 0.0004)]
  const plier = (dx: number): Solid[] => [-1, 1].flatMap((s): Solid[] => [
    wire('toolRed', 0.0085, [[x + dx + s * 0.004, y + 0.01, z], [x + dx + s * 0.022, y - 0.04, z], [x + dx + s * 0.018, y - 0.12, z]], 16, 10),
    wire('steelDark', 0.0075, [[x + dx - s * 0.003, y + 0.004, z], [x + dx + s * 0.006, y + 0.03, z], [x + dx + s * 0.001, y + 0.062, z]], 10, 8)])
  return [...[0, 1, 2, 3].flatMap((k) => driver(k * 0.045, k)), ...plier(0.235), rod('steelDark', 0.011, 0.016, [x + 0.235, y + 0.008, z], [Math.PI / 2, 0, 0])]
}

/** A clip-board holding one A4 paper, slightly larger than life so that it reads at arm's length. */
export function clipboard(thing: string, paper: Print, size: [number, number] = [0.24, 0.335]): Body {
  const [w, h] = size
  const solids: Solid[] = [cut('woodDark', rounded(w + 0.024, h + 0.04, 0.010), 0.005, [0, 0, -0.005], undefined, 0.001),
    sheet('paper', w, h, [0, -0.008, 0.0014], undefined, paper, 'screen'),
    box('chrome', [0.11, 0.024, 0.010], [0, h / 2 + 0.006, 0.005], 0.004), rod('chrome', 0.006, 0.09, [0, h / 2 + 0.012, 0.012], [0, 0, Math.PI / 2], 12)]
  return body(thing, [], [{ name: thing, at: [0, 0, 0], solids }], [{ thing, part: thing, size: [w + 0.03, h + 0.04, 0.03], at: [0, 0, 0] }])
}

/** The extractor fan on its wall bracket: a rotor turns in a ring behind its guard; its switch is on the side. */
export function extractor(thing: string, press: Press): Body {
  const blade = new Shape()
  blade.moveTo(0.03, -0.02).quadraticCurveTo(0.12, -0.075, 0.185, -0.035).quadraticCurveTo(0.19, 0.02, 0.165, 0.05).quadraticCurveTo(0.09, 0.045, 0.03, 0.02)
  const rotor: Solid[] = [turned('machineDark', [[0, 0.045], [0.03, 0.04], [0.045, 0.02], [0.048, -0.02]], [0, 0, 0], [Math.PI / 2, 0, 0]),
    ...Array.from({ length: 7 }, (_, i) => cut('steel', blade, 0.004, [0, 0, 0], [0.42, 0, i * Math.PI * 2 / 7], 0.0008)).map((s, i) => ({
      ...s, shape: s.shape.rotateZ(0).translate(0, 0, i * 0.0001) }))]
  const guard: Solid[] = [0.07, 0.11, 0.15, 0.19].map((r) => ring('chrome', r, 0.0022, [0, 0, 0.085]))
  const spokes = Array.from({ length: 8 }, (_, i): Solid => rod('chrome', 0.0022, 0.20, [Math.sin(i * Math.PI / 4) * 0.11, Math.cos(i * Math.PI / 4) * 0.11, 0.085], [0, 0, -i * Math.PI / 4], 8))
  return body(thing, [
    box('machine', [0.50, 0.50, 0.03], [0, 0, 0.015], 0.010), ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]): Solid => rod('zinc', 0.009, 0.008, [x! * 0.22, y! * 0.22, 0.032], [Math.PI / 2, 0, 0], 6)),
    turned('machine', [[0.215, 0], [0.215, 0.075], [0.208, 0.082], [0.200, 0.075], [0.200, 0]], [0, 0, 0.02], [Math.PI / 2, 0, 0], 48),
    turned('labelBlack', [[0, 0], [0.2, 0]], [0, 0, 0.032], [Math.PI / 2, 0, 0], 40), ...guard, ...spokes,
    rod('machineDark', 0.04, 0.012, [0, 0, 0.085], [Math.PI / 2, 0, 0]),
    box('machineDark', [0.09, 0.13, 0.07], [0.31, -0.12, 0.035], 0.008), rod('toolBlack', 0.018, 0.02, [0.31, -0.10, 0.075], [Math.PI / 2, 0, 0]),
    box('barrierWhite', [0.004, 0.014, 0.002], [0.31, -0.094, 0.086], 0.0005),
    sheet('machineDark', 0.08, 0.026, [0.31, -0.155, 0.0705], undefined, press.text(['O · I'], 170, 54, { paper: '#39505e', ink: '#f2efe6', weight: 700, align: 'center' })),
    box('labelBlack', [0.24, 0.046, 0.003], [0, -0.285, 0.006], 0.001),
    sheet('labelBlack', 0.236, 0.043, [0, -0.285, 0.008], undefined, press.text(['M1 · EXTRACTEUR', '4 kW · 400 V 3~'], 640, 116, { paper: '#1f2125', ink: '#f4f2ec', weight: 700, align: 'center' })),
    wire('toolBlack', 0.0095, [[0.31, -0.185, 0.035], [0.31, -0.33, 0.035], [0.42, -0.46, 0.032], [0.70, -0.49, 0.03], [0.98, -0.49, 0.03]], 60, 10),
    turned('machine', [[0.16, 0], [0.16, 0.9]], [0, 0.25, -0.0]), 
  ], [{ name: `${thing}/rotor`, at: [0, 0, 0.052], solids: rotor }], [{ thing, size: [0.5, 0.5, 0.12], at: [0, 0, 0.05] }, { thing, size: [0.13, 0.17, 0.12], at: [0.31, -0.12, 0.05], moving: true }])
}
