// SPDX-License-Identifier: EUPL-1.2
import { body, stand, type Body, type Hit } from '#app/equipment/craft/body.ts'
import { engraved } from '#app/equipment/craft/print.ts'
import { box, ground, rod, shade, sheet, type Solid } from '#app/equipment/craft/solid.ts'
import { shell, slots } from '#app/equipment/enclosure.ts'
import { bench, boardTools, pegboard } from '#app/equipment/furniture.ts'
import { enclosureOf } from '#app/equipment/kind/door.ts'
import { labelLines } from '#app/equipment/kind/label.ts'
import type { Building } from '#app/equipment/kind-body.ts'
import { shadowOf } from '#app/equipment/protection.ts'
import { corners } from '#app/equipment/room.ts'
import { rackFrame, type Span } from '#app/equipment/rack-frame.ts'
import { shelf, whiteboard } from '#app/equipment/wall-furniture.ts'
import { rail } from '#app/equipment/wiring.ts'
import { enclosureLook } from './enclosure-look.ts'
import type { Arrangement } from './arrange.ts'
import { BOARD_Z, railsOf, type Placed, type Surface } from './surface.ts'

type Craft = Pick<Building, 'press' | 'say'>

/** The words engraved above a panel or a cabinet. */
function title({ title: text, size: [, h] }: Placed, { press, say }: Craft): Solid[] {
  if (!text) return []
  const lines = labelLines(say(text))
  const w = Math.min(0.4, Math.max(...lines.map((line) => line.length)) * 0.016 + 0.05)
  return [box('labelBlack', [w, 0.02 + lines.length * 0.016, 0.003], [0, h / 2 + 0.034, 0.004], 0.001),
    sheet('labelBlack', w - 0.004, 0.017 + lines.length * 0.016, [0, h / 2 + 0.034, 0.0062], undefined, press.text(lines, Math.round(w * 1600), lines.length * 46, engraved))]
}

/** How far the front of a panel's plate is from the wall. */
const PLATE_Z = 0.0315

/** A rail of a panel, on its two feet, its shade on the plate. */
const panelRail = (y: number, w: number): Solid[] => [
  ...rail(0, y, w - 0.06).map((s) => ({ ...s, shape: s.shape.translate(0, 0, 0.0105) })), ...slots(y, w - 0.07),
  ...[-1, 1].map((s): Solid => rod('steelDark', 0.007, 0.014, [s * (w / 2 - 0.055), y, PLATE_Z + 0.006], [Math.PI / 2, 0, 0], 8)),
  shade(w - 0.05, 0.075, [0.002, y - 0.008, PLATE_Z + 0.0012], [0, 0, 0], 0.5),
]

/** An open mounting plate with its rails: greyer than a wall, screwed down, shaded where its frame stands over it. */
function panel(one: Placed, craft: Craft): Body {
  const [w, h] = one.size
  const bar = (x: number, y: number, bw: number, bh: number): Solid => box('frame', [bw, bh, 0.046], [x, y, 0.023], 0.003)
  return body(one.id, [
    box('breakerGrey', [w, h, 0.03], [0, 0, PLATE_Z - 0.015], 0.004), bar(0, h / 2, w + 0.02, 0.016), bar(0, -h / 2, w + 0.02, 0.016), bar(w / 2, 0, 0.016, h), bar(-w / 2, 0, 0.016, h),
    shade(w - 0.014, h - 0.014, [0, 0, PLATE_Z + 0.0006], [0, 0, 0], -0.26),
    ...[[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([x, y]): Solid => rod('steelDark', 0.0045, 0.003, [x! * (w / 2 - 0.026), y! * (h / 2 - 0.026), PLATE_Z + 0.001], [Math.PI / 2, 0, 0], 6)),
    ...railsOf(one).flatMap((y) => panelRail(y, w)), ...title(one, craft),
  ])
}

/** What stands in the front of a rack without being screwed to its posts takes its height too. */
const insideOf = ({ at: [x, , z], size: [w, , d] }: Placed, pieces: Arrangement['pieces']): Span[] => Object.values(pieces).flatMap(({ spot, look }): Span[] => {
  const [px, py, pz] = spot.at
  const half = Number(look?.['h'] ?? 0.06) / 2
  return Math.abs(px - x) < w / 2 && pz > z + d - 0.1 && pz <= z + d ? [{ low: py - half, high: py + half }] : []
})

function made(one: Placed, on: Surface | undefined, pieces: Arrangement['pieces'], craft: Craft): Body[] {
  const [w, h, d] = one.size
  if (one.kind === 'panel') return [panel(one, craft)]
  // A cabinet with a door is built with its door; an open one is its shell.
  if (one.kind === 'cabinet') return [body(one.id, [...(one.door ? [] : shell(enclosureOf(enclosureLook(one), []))), ...title(one, craft)])]
  if (one.kind === 'bench') return [bench(w, d, h)]
  if (one.kind === 'shelf') return [shelf(w, h, d)]
  if (one.kind === 'whiteboard') return [whiteboard(w, h)]
  if (one.kind === 'board') return [pegboard(w, h, outlinesOn(on)), body('company', boardTools([w / 2 - 0.36, -h / 2 + 0.17, 0.04]))].map((each) => stand(each, [0, 0, BOARD_Z]))
  return [rackFrame(w, h, d, [...on?.taken ?? [], ...insideOf(one, pieces)], one.title && { lines: labelLines(craft.say(one.title)), press: craft.press })]
}

/** The painted shadow of what hangs on a board: where it goes back. */
const outlinesOn = (board: Surface | undefined): Solid[] => (board?.taken ?? []).map(({ left, right, low, high }) =>
  shadowOf(right - left + 0.016, high - low + 0.016, [(left + right) / 2, (low + high) / 2, 0.019]))

/** The outline stands for what one wears or has in the pocket: touching it is how one puts it back. */
const outlineHits = ({ put, taken, spot }: Surface): Hit[] => put.flatMap((thing, i) => {
  const rect = taken[i]
  if (!rect) return []
  const { at } = spot((rect.left + rect.right) / 2, (rect.low + rect.high) / 2, 0, undefined)
  return [{ thing, size: [Math.max(0.06, rect.right - rect.left), Math.max(0.06, rect.high - rect.low), 0.012], at: [at[0], at[1], at[2] + 0.008] }]
})

const onFloor = ({ kind }: Placed) => kind === 'bench' || kind === 'rack'

/** The shade a piece of furniture leaves on the floor: soft, so that it stands and does not float. */
const below = ({ at: [x, , z], size: [w, , d] }: Placed): Solid => ground(w * 1.2, d * 1.5, x, z + d / 2, 0.6)

/** And on the wall behind it, which is the room's. */
const behind = (one: Placed): Solid => {
  const { kind, at: [x, y], size: [w, h] } = one
  return onFloor(one) ? shade(w * 1.15, h * 1.1, [x, h / 2, 0.012], [0, 0, 0], 0.45)
    : shade(w * 1.35, h * 1.3, [x + 0.02, y - 0.03, 0.0106], [0, 0, 0], kind === 'cabinet' ? 0.6 : kind === 'shelf' ? 0.2 : 0.45)
}

/** The furniture of an arranged room, standing where it was put. */
export const furnitureBodies = ({ furniture, surfaces, pieces }: Pick<Arrangement, 'furniture' | 'surfaces' | 'pieces'>, craft: Craft): Body[] => [
  ...furniture.flatMap((one) => made(one, surfaces.find(({ on }) => on === one.id), pieces, craft).map((each) => stand(each, one.at))),
  body('outlines', [], [], surfaces.filter(({ home }) => home === 'pegboard').flatMap(outlineHits)),
  body('shade', furniture.filter(onFloor).map(below)), corners(furniture.map(behind)),
]
