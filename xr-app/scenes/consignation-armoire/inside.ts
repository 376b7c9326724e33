// SPDX-License-Identifier: EUPL-1.2
import type { Press } from '#app/equipment/craft/print.ts'
import { moved, rod, sheet, wire, type Solid, type Vec3 } from '#app/equipment/craft/solid.ts'
import { busbars, cable, conductors, earthBar, lead, rail, trunking } from '#app/equipment/wiring.ts'
import { PITCH } from '#app/equipment/terminal-block.ts'

const POLE = 0.0175
const DEVICE_X = [-0.262, -0.115, 0.032]
const [RAIL_1, RAIL_2] = [0.235, -0.175]

/** The four conductors above and below one modular device. */
function ways(x: number, mark: string, press: Press): Solid[] {
  return [0, 1, 2, 3].flatMap((i) => {
    const px = x + (i - 1.5) * POLE
    const colour = conductors[i]!
    return [...lead(colour, [px, RAIL_1 + 0.105, 0.064], [px, RAIL_1 + 0.043, 0.066]),
      ...lead(colour, [px, RAIL_1 - 0.043, 0.066], [px, RAIL_1 - 0.125, 0.06], { text: `${mark}${i + 1}`, press, at: 0.42 })]
  })
}

/** Conductors down to the work point and out of it, into the fan's cable. */
function workPoint(press: Press): Solid[] {
  const x = (i: number) => -0.09 + (i - 2) * PITCH
  const gland = [-0.14, -0.5, 0.13] as const
  return [0, 1, 2, 3, 4].flatMap((i): Solid[] => [
    ...lead(conductors[i]!, [x(i), RAIL_2 + 0.118, 0.06], [x(i), RAIL_2 + 0.030, 0.066], { text: `${i + 1}`, press, at: 0.5 }),
    ...lead(conductors[i]!, [x(i), RAIL_2 - 0.030, 0.066], [x(i) * 0.4 - 0.084, RAIL_2 - 0.150, 0.085], { text: `W3.${i + 1}`, press, at: 0.28 }),
  ]).concat(cable([[-0.128, RAIL_2 - 0.140, 0.086], [-0.136, -0.42, 0.115], [...gland]], 0.0085))
}

function feeds(): Solid[] {
  const bars = [0, 1, 2, 3].flatMap((i): Solid[] => [wire(conductors[i]!, 0.0042,
    [[0.16, 0.0775 - i * 0.021, 0.072 + i * 0.006], [0.185, 0.078 - i * 0.021, 0.085], [0.205, 0.10, 0.10 + i * 0.012]] as Vec3[], 14, 8)])
  return [...bars, ...cable([[-0.24, -0.5, 0.13], [-0.245, -0.43, 0.10], [-0.24, -0.39, 0.075]], 0.007),
    ...cable([[-0.04, -0.5, 0.13], [-0.03, -0.43, 0.10], [-0.035, -0.40, 0.075]], 0.007),
    ...[-0.28, -0.245, -0.2].flatMap((x, i) => lead('earthGreen', [x, -0.355, 0.07], [x + 0.02 * i, -0.44, 0.1]))]
}

/** What is on the cabinet's mounting plate beside the devices: rails, trunking, copper, conductors. */
export function cabinetInside(press: Press, up: (p: Vec3) => Vec3): Solid[] {
  const solids = [
    ...rail(-0.095, RAIL_1, 0.50), ...rail(-0.095, RAIL_2, 0.50),
    ...trunking(-0.095, 0.365, 0.52), ...trunking(-0.095, 0.115, 0.52), ...trunking(-0.095, -0.055, 0.52), ...trunking(-0.095, -0.315, 0.52),
    ...trunking(-0.352, 0.02, 0.86, true), ...trunking(0.172, 0.02, 0.86, true),
    ...busbars(-0.075, 0.035, 0.42, press), ...earthBar(-0.14, -0.375, 0.36, press),
    ...DEVICE_X.flatMap((x, i) => ways(x, `${i + 1}.`, press)), ...workPoint(press), ...feeds(),
    sheet('paper', 0.12, 0.03, [0.09, RAIL_2 + 0.002, 0.05], undefined,
      press.text(['W3 → M1'], 300, 74, { paper: '#f0eee6', ink: '#1f2125', weight: 700, align: 'center' })),
    rod('terminalGrey', 0.002, 0.02, [0.09, RAIL_2, 0.04], [Math.PI / 2, 0, 0], 8),
  ]
  return moved(solids, up([0, 0, 0]))
}
