// SPDX-License-Identifier: EUPL-1.2
import type { Setup } from '#domain/workshop/setup.ts'
import type { FinishName } from '#app/equipment/craft/finish.ts'
import { rod, wire, type Solid, type Vec3 } from '#app/equipment/craft/solid.ts'
import type { Spot, Stage } from '#app/equipment/kind-body.ts'
import { bent } from '#app/equipment/wiring.ts'
import type { Arrangement } from './arrange.ts'
import { boxesOf, hole, pieceOf, ports, rectOf, WALL, type Box } from './boxes.ts'
import { router, type Port } from './wire-router.ts'

type Core = { node: string; from: Port; to: Port }
type Asked = { setup: Setup; stage: Stage; colour: (node: string) => FinishName; port: (node: string, back: number) => Port | null }

const farFrom = ({ room: { left, right, low, high } }: Box, { at: [x, y] }: Spot) => Math.hypot(x - (left + right) / 2, y - (low + high) / 2)

/** The cores of each cable in this box, its protective conductor with them where the box has one. */
function coresIn(box: Box, { setup, stage, colour, port }: Asked): Core[] {
  const cables = Object.values(setup.equipment).filter(({ kind }) => kind === 'cable')
  return cables.flatMap(({ id }): Core[] => {
    const joined = (setup.network.contacts ?? []).filter(({ device }) => device === id).flatMap(({ between }) => between).filter((node) => box.pieces.includes(pieceOf(node)))
    const ends = [stage.place(id, 'from'), stage.place(id, 'to')].filter((end) => end !== null).toSorted((a, b) => farFrom(box, a) - farFrom(box, b))
    const [end, pieces] = [ends[0], new Set(joined.map(pieceOf))]
    const earths = setup.network.conductors.flat().filter((node) => pieces.has(pieceOf(node)) && colour(node) === 'earthGreen')
    const cores = [...joined, ...new Set(earths)]
    return end ? cores.flatMap((node, i): Core[] => {
      const from = port(node, box.back)
      return from ? [{ node, from, to: hole(box, end, i, cores.length) }] : []
    }) : []
  })
}

/** What a switch outside feeds in this box: a cable from its foot to the box's side. */
function feedsOf(box: Box, { setup, stage, colour }: Asked): { nodes: string[]; sheath: Vec3[]; end: Spot }[] {
  return setup.network.switches.flatMap(({ device, poles }) => {
    const [foot, fed] = [stage.place(device, 'foot'), poles.map(([, out]) => out).filter((node) => box.pieces.includes(pieceOf(node)))]
    if (!foot || fed.length === 0 || box.pieces.includes(device)) return []
    const right = foot.at[0] > box.room.right
    const wall = (right ? box.room.right + WALL : box.room.left - WALL)
    const [x, y, z] = foot.at
    const end: Spot = { at: [wall, y + 0.034, box.back + 0.06] }
    const earths = new Set(setup.network.conductors.flat().filter((node) => fed.some((one) => pieceOf(one) === pieceOf(node)) && colour(node) === 'earthGreen'))
    return [{ nodes: [...fed, ...earths], end, sheath: [[x, y + 0.02, z], [x, y - 0.02, z], [(x * 2 + wall) / 3, y - 0.026, z], [(x + wall * 3) / 4, y + 0.022, end.at[2]], end.at] as Vec3[] }]
  })
}

/** Conductors from screw to screw inside the box; the screws that are earthed one after another; and what feeds a switch there. */
function insideOf(box: Box, { setup: { network }, stage, port }: Asked): Core[] {
  const here = (node: string) => box.pieces.includes(pieceOf(node))
  const core = (a: string, b: string): Core[] => {
    const [from, to] = [port(a, box.back), port(b, box.back)]
    return from && to ? [{ node: a, from, to }] : []
  }
  const earthed = network.conductors.filter(([, b]) => b === network.earth && !here(b)).map(([a]) => a).filter(here)
  const poles = network.switches.filter(({ device }) => box.pieces.includes(device)).flatMap(({ device, poles: all }) => all.flatMap(([fed], i): Core[] => {
    const [from, above] = [here(fed) && port(fed, box.back), stage.place(device, `in-${i}`)]
    if (!from || !above) return []
    const [x, y, z] = above.at
    return [{ node: fed, from, to: { x, z, exits: [{ way: 1, from: y, clear: y + 0.008 }] } }]
  }))
  return [...network.conductors.filter((pair) => pair.every(here)).flatMap(([a, b]) => core(a, b)), ...earthed.slice(1).flatMap((node, i) => core(earthed[i]!, node)), ...poles]
}

/** The wires of every box with a door, laid square along its back; and the cable that brings the mains in. */
export function boxWires(arranged: Arrangement, asked: Omit<Asked, 'port'>): { boxes: Box[]; solids: Solid[] } {
  const { setup, stage, colour } = asked
  const boxes = boxesOf(setup, arranged)
  const port = ports(setup, arranged, stage)
  const solids = boxes.flatMap((box) => {
    const rects = box.pieces.flatMap((id) => (arranged.pieces[id] ? [rectOf(setup, arranged, setup.equipment[id]!)] : []))
    const lay = router(box.room, rects.filter(({ low, high }) => high - low < box.room.high - box.room.low), box.back)
    const feeds = feedsOf(box, { ...asked, port })
    const mains = feeds.flatMap(({ nodes, end }) => nodes.flatMap((node, i): Core[] => {
      const from = port(node, box.back)
      return from ? [{ node, from, to: hole(box, end, i, nodes.length) }] : []
    }))
    return [...[...insideOf(box, { ...asked, port }), ...coresIn(box, { ...asked, port }), ...mains].flatMap(({ node, from, to }) => bent(colour(node), lay(from, to))),
      ...feeds.flatMap(({ sheath, end }) => [wire('rubberBlack', 0.0085, sheath, 24, 10), rod('toolBlack', 0.014, 0.026, end.at, [0, 0, Math.PI / 2], 12)])]
  })
  return { boxes, solids }
}
