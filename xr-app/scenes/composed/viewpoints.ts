// SPDX-License-Identifier: EUPL-1.2
import type { Layout } from '#domain/scenario/layout.ts'
import type { Scenario } from '#domain/scenario/index.ts'
import type { Setup } from '#domain/workshop/setup.ts'
import type { Viewpoint } from '../contract.ts'
import { arrangementOf } from './spec.ts'
import { measure } from './measure.ts'

/** Over the whole room; its name is the page's own. */
const WHOLE = 'room'

type Extent = { low: [number, number, number]; high: [number, number, number] }

/** The room that the things of one place take together. */
function extentOf(setup: Setup, layout: Layout, place: string): Extent | null {
  const { pieces } = arrangementOf(setup, layout)
  const boxes = Object.values(setup.equipment).filter((one) => one.place === place && pieces[one.id]).map((one): Extent => {
    const { spot: { at: [x, y, z] }, look } = pieces[one.id]!
    const { front, above } = measure(setup, one, look, true)
    return { low: [x + front.left, y + front.low, z + above.low], high: [x + front.right, y + front.high, z + above.high] }
  })
  if (boxes.length === 0) return null
  const of = (i: 0 | 1 | 2, pick: 'low' | 'high') => (pick === 'low' ? Math.min : Math.max)(...boxes.map((box) => box[pick][i]))
  return { low: [of(0, 'low'), of(1, 'low'), of(2, 'low')], high: [of(0, 'high'), of(1, 'high'), of(2, 'high')] }
}

/** Before the things of a place, as near as shows them all. */
function before({ low, high }: Extent): Pick<Viewpoint, 'from' | 'to'> {
  const middle = ([0, 1, 2] as const).map((i) => (low[i] + high[i]) / 2) as [number, number, number]
  const [w, h] = [high[0] - low[0], high[1] - low[1]]
  const far = Math.max(0.62, w * 0.72, h * 1.25)
  return { to: middle, from: [middle[0] * 0.94, Math.min(1.75, middle[1] + far * 0.22), Math.min(4, high[2] + far)] }
}

/** Where the flat view can stand: as the layout says, or before each place of the scenario and over the whole room. */
export function viewpointsOf(scenario: Scenario, setup: Setup, layout: Layout): Viewpoint[] {
  if (layout.viewpoints && layout.viewpoints.length > 0) return layout.viewpoints
  const places = scenario.places.flatMap(({ id, name }): Viewpoint[] => {
    const extent = extentOf(setup, layout, id)
    // An author may call a place «room» as well: two ways to stand never have one name.
    return extent ? [{ id: id === WHOLE ? `place-${id}` : id, name, ...before(extent) }] : []
  })
  return [...places, { id: WHOLE, from: [1.3, 1.72, 3.9], to: [-0.1, 1.15, 0.2] }]
}
