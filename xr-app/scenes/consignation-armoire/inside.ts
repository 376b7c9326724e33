// SPDX-License-Identifier: EUPL-1.2
import type { Press } from '#app/equipment/craft/print.ts'
import { box, moved, rod, type Solid, type Vec3 } from '#app/equipment/craft/solid.ts'
import { busbars, cable, conductors, earthBar, lead, rail, trunking } from '#app/equipment/wiring.ts'
import { PITCH } from '#app/equipment/terminal-block.ts'
import { BLOCKS, DEVICES, POLE, RAIL_1, RAIL_Z1, ROW_1, ROW_2 } from './places.ts'

/** Which device's terminals the work point is wired to, as the network of this variant says. */
export type Feeds = readonly string[]

const CENTRE = -0.095

/** The raised rail of the levers, on its stand-offs, with the conductors one glimpses around them. */
function upperPart(): Solid[] {
  const posts = [-0.3, -0.1, 0.1].map((x) => rod('steelDark', 0.008, RAIL_Z1 - 0.02, [x, RAIL_1, RAIL_Z1 / 2], [Math.PI / 2, 0, 0], 8))
  const tails = Object.values(DEVICES).flatMap((x) => [0, 1, 2, 3].flatMap((i) => {
    const px = x + (i - 1.5) * POLE
    return [...lead(conductors[i]!, [px, RAIL_1 + 0.075, RAIL_Z1], [px, RAIL_1 + 0.042, RAIL_Z1 + 0.026]),
      ...lead(conductors[i]!, [px, RAIL_1 - 0.042, RAIL_Z1 + 0.026], [px, RAIL_1 - 0.08, RAIL_Z1 - 0.02])]
  }))
  return [...moved(rail(CENTRE, RAIL_1, 0.5), [0, 0, RAIL_Z1 - 0.034]), ...posts, ...tails,
    box('breakerDark', [0.55, 0.2, 0.004], [CENTRE, RAIL_1, 0.13], 0.001)]
}

const terminalX = (block: keyof typeof BLOCKS, i: number) =>
  BLOCKS[block].x + (i - (BLOCKS[block].count - 1) / 2) * PITCH

/** From a device's outgoing terminals to the work point, each conductor with its mark: what tracing follows. */
function traced(device: keyof typeof BLOCKS, press: Press): Solid[] {
  const mark = device.replace('q', 'W')
  return [0, 1, 2, 3].flatMap((i) => {
    const [from, to] = [terminalX(device, i), terminalX('x3', i)]
    return lead(conductors[i]!, [from, ROW_1 - 0.03, 0.066], [to, ROW_2 + 0.03, 0.066], { text: `${mark}.${i + 1}`, press, at: 0.5 })
  })
}

function lowerPart(feeds: Feeds, press: Press): Solid[] {
  const blocks = (['q2', 'q3'] as const)
  const incoming = blocks.flatMap((b) => [0, 1, 2, 3].flatMap((i) =>
    lead(conductors[i]!, [terminalX(b, i), ROW_1 + 0.075, 0.06], [terminalX(b, i), ROW_1 + 0.03, 0.066])))
  const spare = blocks.filter((b) => !feeds.includes(b)).flatMap((b) => [0, 1, 2, 3].flatMap((i) =>
    lead(conductors[i]!, [terminalX(b, i), ROW_1 - 0.03, 0.066], [b === 'q2' ? -0.335 : 0.15, ROW_1 - 0.09 - i * 0.008, 0.075],
      { text: `${b.replace('q', 'W')}.${i + 1}`, press, at: 0.35 })))
  const out = [0, 1, 2, 3, 4].flatMap((i) => lead(conductors[i]!, [terminalX('x3', i), ROW_2 - 0.03, 0.066],
    [CENTRE - 0.05 + i * 0.004, ROW_2 - 0.115, 0.088]))
  return [...rail(CENTRE, ROW_1, 0.5), ...rail(CENTRE, ROW_2, 0.5), ...incoming, ...spare, ...out,
    ...blocks.filter((b) => feeds.includes(b)).flatMap((b) => traced(b, press)),
    ...lead('earthGreen', [terminalX('x3', 4), ROW_2 + 0.03, 0.066], [0.10, ROW_2 + 0.06, 0.07]),
    ...trunking(CENTRE, 0.066, 0.52), ...trunking(CENTRE, ROW_1 + 0.085, 0.5), ...trunking(-0.352, -0.19, 0.5, true), ...trunking(0.172, -0.19, 0.5, true),
    ...busbars(-0.075, 0.006, 0.42, press), ...earthBar(-0.14, -0.445, 0.30, press),
    ...cable([[CENTRE - 0.042, ROW_2 - 0.1, 0.088], [-0.139, -0.44, 0.118], [-0.14, -0.5, 0.13]], 0.0085),
    ...cable([[-0.335, -0.36, 0.075], [-0.27, -0.44, 0.11], [-0.24, -0.5, 0.13]], 0.007),
    ...(feeds.includes('q9') ? [0, 1, 2, 3].flatMap((i) => lead(conductors[i]!, [0.155, ROW_2 + 0.01 + i * 0.006, 0.072],
      [terminalX('x3', i), ROW_2 + 0.03, 0.070], { text: `W9.${i + 1}`, press, at: 0.3 + i * 0.05 })) : [])]
}

/** What is inside the cabinet beside the devices: rails, trunking, copper, and the conductors of this variant. */
export const cabinetInside = (feeds: Feeds, press: Press, up: (p: Vec3) => Vec3): Solid[] =>
  moved([...upperPart(), ...lowerPart(feeds, press)], up([0, 0, 0]))
