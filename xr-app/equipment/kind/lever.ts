// SPDX-License-Identifier: EUPL-1.2
import { clunk } from '#app/xr/sound/voice.ts'
import { breaker as breakerBody, LEVER_TILT } from '../breaker.ts'
import { body, type Body, type Hit } from '../craft/body.ts'
import { box, turned, type Solid } from '../craft/solid.ts'
import type { KindBody, Making, Places, Spot } from '../kind-body.ts'
import { rotary } from '../rotary.ts'
import { plate } from '../wiring.ts'
import { labelLines } from './label.ts'

const POLE = 0.0175
const marksOf: readonly (readonly string[])[] = [[], ['1'], ['1', 'N'], ['1', '3', '5'], ['1', '3', '5', 'N']]

/** As many poles as the network says it opens, unless the layout says otherwise; one at least, four at most. */
export function polesOf({ id, setup, look }: Making): number {
  const said = look['poles'] ?? setup.network.switches.find(({ device }) => device === id)?.poles.length ?? 1
  return Math.min(4, Math.max(1, Number(said)))
}

/** Its own screws, when the scenario lets one measure at it: from left to right along its foot. */
function screws(making: Making): Places {
  const { terminals = [] } = making.equipment
  const width = polesOf(making) * POLE
  return Object.fromEntries(terminals.map((name, i) =>
    [name, { at: [((i + 0.5) / terminals.length - 0.5) * width, -0.033, 0.046] }]))
}

/** Where its poles are wired, in the network's order: `in-0` on top, `out-0` at its foot. */
const ends = (making: Making): Places => Object.fromEntries(Array.from({ length: polesOf(making) }, (_, i) => {
  const x = (i - (polesOf(making) - 1) / 2) * POLE
  return [[`in-${i}`, { at: [x, 0.041, 0.03] }], [`out-${i}`, { at: [x, -0.041, 0.03] }]] as [string, Spot][]
}).flat())

/** A modular breaker. Look: `poles`, `rating` ("C16 · 400 V~"), `plate: false` (no plate above), `screws: false`. */
export const breaker: KindBody<'breaker'> = {
  home: 'rail',
  build: (building) => {
    const { id, equipment, look, press, say } = building
    const poles = polesOf(building)
    const made = breakerBody({ thing: id, poles, rating: String(look['rating'] ?? (poles > 2 ? 'C16 · 400 V~' : 'C16 · 230 V~')),
      marks: [...marksOf[poles] ?? []], lever: 'toggleBlue' }, press)
    const wide = Math.max(0.07, poles * POLE + 0.03)
    const label = equipment.label && look['plate'] !== false
      ? plate(id, labelLines(say(equipment.label)), [wide, 0.026], [0, 0.062, 0.05], press).fixed : []
    const points: Hit[] = look['screws'] === false ? [] : Object.entries(screws(building)).map(([name, { at }]) =>
      ({ thing: `${id}.${name}`, size: [POLE, 0.024, 0.03], at: [at[0], at[1], at[2] + 0.012] }))
    const hits = label.length > 0 ? [{ thing: id, size: [wide, 0.03, 0.02] as const, at: [0, 0.062, 0.05] as const }] : []
    return [{ ...made, fixed: [...made.fixed, ...label], hits: [...made.hits.map((hit) => points.length > 0 ? { ...hit, size: [hit.size[0], 0.05, hit.size[2]] as const } : hit), ...hits] },
      ...points.map((hit) => body(hit.thing, [], [], [hit]))]
  },
  poses: (id, piece) => [[`${id}/lever`, { turn: [piece.closed ? -LEVER_TILT : LEVER_TILT, 0, 0], ease: 'snap' }]],
  places: (making) => ({ lock: { at: [0, -0.006, 0.074], turn: [0.06, 0, 0] }, tag: { at: [0.052, -0.018, 0.078], turn: [0, 0, -0.05] }, ...ends(making), ...screws(making) }),
  exhibit: { equipment: { label: { fr: 'Q1 – Éclairage', en: 'Q1 – Lighting' } }, look: { poles: 2 }, states: [{ closed: false }] },
}

/** The small box a lone switch stands in, with its gland below. */
function boxed(made: Body, label: Solid[]): Body {
  return { ...made, hits: [...made.hits, { thing: made.thing, size: [0.19, 0.06, 0.03], at: [0, 0.11, 0.132] }], fixed: [...made.fixed,
    box('enclosure', [0.20, 0.26, 0.13], [0, 0.022, 0.065], 0.010),
    ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]): Solid =>
      turned('zinc', [[0.005, 0], [0.005, 0.002], [0, 0.002]], [x! * 0.085, 0.022 + y! * 0.115, 0.13], [Math.PI / 2, 0, 0], 10)),
    ...label,
    turned('toolBlack', [[0, 0], [0.015, 0], [0.015, -0.02], [0, -0.02]], [0, -0.108, 0.067])] }
}

const depth = ({ look }: Making) => (look['bare'] === true ? 0 : 0.132)
const reach = ({ look }: Making) => Number(look['size'] ?? (look['bare'] === true ? 0.112 : 0.084))

/** A rotary switch-disconnector. Look: `bare` (its plate on a cabinet's front, without a box of its own), `size`. */
export const disconnector: KindBody<'disconnector'> = {
  home: 'wall',
  build: (building) => {
    const { id, equipment, look, press, say } = building
    const z = depth(building)
    const made = rotary({ thing: id, handle: 'handleRed', plate: 'plateYellow', size: reach(building) }, press)
    const forward = { ...made, fixed: made.fixed.map((s) => ({ ...s, shape: s.shape.translate(0, 0, z) })),
      parts: made.parts.map((p) => ({ ...p, at: [p.at[0], p.at[1], p.at[2] + z] as const })),
      hits: made.hits.map((h) => ({ ...h, at: [h.at[0], h.at[1], h.at[2] + z] as const })) }
    if (look['bare'] === true) return forward
    const lines = labelLines(equipment.label ? say(equipment.label) : id.toUpperCase())
    return boxed(forward, plate(id, lines, [0.168, 0.040], [0, 0.11, 0.132], press).fixed)
  },
  poses: (id, piece) => [[`${id}/handle`, { turn: [0, 0, piece.closed ? 0 : -Math.PI / 2], ease: 'snap' }]],
  places: (making) => {
    const [r, z] = [reach(making) / 2, depth(making)]
    const lock = { at: [-r * 0.4, r * 0.1, z + 0.034] as const, turn: [0.06, 0, 0] as const }
    // `foot`: the gland of its own box, where the cable to what it feeds comes out.
    const foot: Places = making.look['bare'] === true ? {} : { foot: { at: [0, -0.128, 0.067] as const } }
    return { lock, tag: { at: [lock.at[0] + 0.052, lock.at[1] - 0.012, lock.at[2] + 0.004], turn: [0, 0, -0.05] }, ...foot }
  },
  sounds: { opened: clunk, closed: clunk },
  exhibit: { equipment: { label: { fr: 'Q0 – Général', en: 'Q0 – Main' } }, states: [{ closed: false }] },
}
