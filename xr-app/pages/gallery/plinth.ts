// SPDX-License-Identifier: EUPL-1.2
import { body, type Body } from '../../equipment/craft/body.ts'
import { boundsOf, settle } from '../../equipment/craft/settle.ts'
import { box, ground, rod, turned, type Solid, type Vec3 } from '../../equipment/craft/solid.ts'
import { bodyOf } from '../../equipment/kinds.ts'
import type { Building, Home, Spot } from '../../equipment/kind-body.ts'
import { rackFrame } from '../../equipment/rack-frame.ts'
import { room } from '../../equipment/room.ts'
import { rail } from '../../equipment/wiring.ts'
import { makingOf, type StandSpec } from '../../scenes/stand/spec.ts'
import { IT, type Exhibit } from './exhibit.ts'

/** How far from the wall an exhibit stands, so that one can walk around it. */
const Z = 1.25
const EYE = 1.38

/** An upright panel to hang a thing on: `w` × `h`, its middle at the eye's height. */
const upright = (w: number, h: number): Solid[] => [
  box('cover', [w, h, 0.03], [0, EYE, Z - 0.016], 0.006), box('frame', [w + 0.03, 0.03, 0.05], [0, EYE - h / 2 - 0.012, Z - 0.02], 0.006),
  ...[-1, 1].map((s) => box('frame', [0.035, EYE - h / 2, 0.035], [s * (w / 2 - 0.06), (EYE - h / 2) / 2, Z - 0.03], 0.004)),
  box('frame', [w, 0.03, 0.4], [0, 0.015, Z - 0.03], 0.006),
]

/** A round plinth with its top at a height. */
const plinth = (radius: number, top: number): Solid[] => [
  turned('cover', [[radius * 0.78, 0], [radius * 0.78, top - 0.04], [radius, top - 0.025], [radius, top - 0.004], [radius - 0.004, top], [0.001, top]], [0, 0, Z], undefined, 56),
  ...(top > 0.2 ? [rod('machineDark', radius * 0.80, 0.05, [0, 0.025, Z], undefined, 48)] : []),
]

type Held = { spot: Spot; solids: Solid[]; more?: Body[] }

/** What holds it, by where it belongs, large enough for it. */
function holder(home: Home, size: Vec3, low: number, middle: Vec3, lift: number, turn: Vec3 | undefined): Held {
  const [w, h, d] = size
  const facing = { at: [-middle[0], EYE - middle[1], Z + (home === 'rail' ? 0.044 : lift)] as Vec3 }
  if (home === 'rack') return { spot: { at: [0, EYE, Z + 0.3] }, solids: [], more: [settle(rackFrame(0.6, 1.75, 0.5), { at: [0, 0, Z - 0.2] })] }
  if (home === 'bench') {
    const top = 1.02
    return { spot: { at: [-middle[0], top + Math.max(lift, -low), Z - middle[2]], ...(turn ? { turn } : {}) }, solids: plinth(Math.max(0.16, Math.hypot(w, d) / 2 + 0.06), top) }
  }
  if (home === 'floor') return { spot: { at: [-middle[0], 0.05 + Math.max(0, -low), Z - middle[2]], ...(turn ? { turn } : {}) }, solids: plinth(Math.max(0.3, Math.hypot(w, d) / 2 + 0.08), 0.05) }
  if (home === 'ceiling') return { spot: { at: [0, 2.2, Z] }, solids: [box('frame', [0.5, 0.03, 0.06], [0, 2.215, Z], 0.006), rod('frame', 0.012, 0.75, [0, 2.6, Z])] }
  const panel = upright(Math.max(0.42, w + 0.16), Math.max(0.42, h + 0.16))
  if (home !== 'rail') return { spot: facing, solids: panel }
  return { spot: facing, solids: [...panel, ...rail(0, EYE - middle[1], Math.max(0.34, w + 0.08)).map((s) => ({ ...s, shape: s.shape.translate(0, 0, Z + 0.0015) }))] }
}

/** Where to look, from how far, and from how high at first (what lies is seen from above). */
export type Shown = { spec: StandSpec; look: { to: Vec3; radius: number; pitch: number } }

/** An exhibit standing in the gallery, and where to look. */
export function showing(exhibit: Exhibit, craft: Pick<Building, 'press' | 'live' | 'say'>): Shown {
  const equipment = exhibit.setup.equipment[IT]
  if (!equipment) throw new Error('an exhibit shows one thing')
  const { home: asked, rest, build, exhibit: shown } = bodyOf(exhibit.kind)
  const making = makingOf(exhibit.setup, equipment, shown?.look)
  const home = typeof asked === 'function' ? asked(making) : asked
  const lies = home === 'bench' || home === 'floor'
  const turn = lies ? rest?.turn : undefined
  const made = [build({ ...making, ...craft })].flat()
  const bounds = boundsOf(made.map((one) => settle(one, { at: [0, 0, 0], ...(turn ? { turn } : {}) })), hiddenParts(made))
  const size = bounds.max.clone().sub(bounds.min).toArray() as [number, number, number]
  const middle = bounds.max.clone().add(bounds.min).multiplyScalar(0.5).toArray() as [number, number, number]
  const held = holder(home, size, bounds.min.y, middle, rest?.lift ?? 0, turn)
  const to: Vec3 = [held.spot.at[0] + middle[0], held.spot.at[1] + middle[1], held.spot.at[2] + middle[2]]
  return {
    spec: {
      pieces: { [IT]: { spot: held.spot, ...(shown?.look ? { look: shown.look } : {}) } },
      extra: () => [room(true, []), body('plinth', [...held.solids, ground(1, 0.8, 0, Z, 0.5)]), ...(held.more ?? [])],
    },
    look: { to, radius: Math.max(0.07, Math.hypot(...size) / 2), pitch: size[1] < Math.max(size[0], size[2]) * 0.6 && lies ? 0.85 : 0.2 },
  }
}

/** Parts made beside the thing itself, that are not there at first: a mat laid flat, a barrier drawn. */
const hiddenParts = (made: Body[]): ReadonlySet<string> =>
  new Set(made.some(({ parts }) => parts.some(({ name }) => name === IT)) ? made.flatMap(({ parts }) => parts).filter(({ name, parent }) => !parent && name !== IT).map(({ name }) => name) : [])
