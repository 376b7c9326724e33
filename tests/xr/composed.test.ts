// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readScenario, setupOf, start } from '#domain/scenario/index.ts'
import { readLayout, type Layout } from '#domain/scenario/layout.ts'
import type { Setup } from '#domain/workshop/setup.ts'
import { partsOf } from '#app/equipment/craft/forge.ts'
import { boundsOf } from '#app/equipment/craft/settle.ts'
import { plain } from '#app/equipment/craft/solid.ts'
import { loadBodies } from '#app/equipment/kinds.ts'
import { ROOM } from '#app/equipment/room.ts'
import { composedSpec } from '#app/scenes/composed/spec.ts'
import { BOARD_Z } from '#app/scenes/composed/surface.ts'
import { viewpointsOf } from '#app/scenes/composed/viewpoints.ts'
import { posesNow, stageOf } from '#app/scenes/stand/stage.ts'
import { bodiesOf, carriedParts, printers } from '#app/scenes/stand/standing.ts'

const folder = new URL('../../resources/scenarios/', import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
const scenarios = readdirSync(folder).map((id) => readScenario(json(`${id}/scenario.json`)))
const layouts = (scenario: (typeof scenarios)[number]): [string, Layout][] => [['laid out by itself', {}],
  ...(existsSync(new URL(`${scenario.id}/layout.json`, folder)) ? [['by its layout', readLayout(json(`${scenario.id}/layout.json`), scenario)] as [string, Layout]] : [])]

await loadBodies(scenarios.flatMap(({ equipment }) => equipment.map(({ kind }) => kind)))

function standing(setup: Setup, layout: Layout, world = {}) {
  const spec = composedSpec(setup, layout)
  const { craft } = printers(() => ({ setup, world, language: 'fr' }), 'fr')
  return { spec, bodies: bodiesOf(spec, { setup }, craft) }
}

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('the composed workshop of %s', (_, scenario) => {
  // Variants differ by a few words or wires: the first and the last are enough.
  const seeds = [0, scenario.variants.length - 1]

  describe.each(layouts(scenario))('%s', (_name, layout) => {
    it('has something to touch for every piece of equipment and every terminal, in the first variant and the last', () => {
      for (const seed of seeds) {
        const setup = setupOf(scenario, seed)
        const touchable = new Set(standing(setup, layout).bodies.flatMap(({ hits }) => hits.map(({ thing }) => thing)))
        for (const { id, terminals = [] } of Object.values(setup.equipment))
          for (const thing of [id, ...terminals.map((terminal) => `${id}.${terminal}`)]) expect(touchable, thing).toContain(thing)
      }
    })

    it('puts no two things in one place, and all of them in the room', () => {
      const setup = setupOf(scenario, 0)
      const { spec, bodies } = standing(setup, layout)
      // A door closes what it is built around, a cable goes into what it joins.
      const boxes = Object.keys(spec.pieces).filter((id) => !['door', 'cable'].includes(setup.equipment[id]?.kind ?? '')).map((id) => {
        const own = bodies.filter(({ thing }) => thing === id || thing.startsWith(`${id}.`))
        const world = start(scenario, { seed: 0, mode: 'guided' }).world
        const hidden = new Set(posesNow(spec, stageOf(spec, { setup, world, language: 'fr' }), new Set()).filter(([, pose]) => pose.scale === 0).map(([part]) => part))
        return { id, box: boundsOf(own, hidden) }
      }).filter(({ box }) => !box.isEmpty())
      for (const { id, box } of boxes) {
        expect(box.min.x, id).toBeGreaterThan(ROOM.left)
        expect(box.max.x, id).toBeLessThan(ROOM.right)
        expect(box.min.y, id).toBeGreaterThan(-0.05)
      }
      // What a layout puts somewhere exactly is its author’s business: an arm may well reach over an iron.
      const exact = (id: string) => { const said = layout.pieces?.[id]; return said?.at !== undefined || said?.x !== undefined }
      for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) {
        if (exact(a.id) && exact(b.id)) continue
        const shared = a.box.clone().intersect(b.box)
        const thick = shared.isEmpty() ? 0 : Math.min(...shared.max.clone().sub(shared.min).toArray())
        expect(thick, `${a.id} in ${b.id}`).toBeLessThan(0.004)
      }
    })

    it('hangs what is on a board before it: nothing that one reads is sunk in what it hangs on', () => {
      const setup = setupOf(scenario, 0)
      const { spec, bodies } = standing(setup, layout)
      for (const { kind, at, size } of layout.furniture ?? []) {
        if (kind !== 'board' || !at || !size) continue
        const [[x, y, z], [w, h]] = [at, size]
        for (const [id, { spot }] of Object.entries(spec.pieces)) {
          const over = Math.abs(spot.at[0] - x) < w / 2 && Math.abs(spot.at[1] - y) < h / 2 && spot.at[2] < z + 0.12
          if (over) expect(boundsOf(bodies.filter(({ thing }) => thing === id), new Set()).max.z, id).toBeGreaterThan(z + BOARD_Z + 0.019)
          if (over && ['diagram', 'form'].includes(setup.equipment[id]?.kind ?? '')) expect(spot.at[2], id).toBeGreaterThan(z + BOARD_Z + 0.019)
        }
      }
    })

    it('fits in 140 000 triangles an eye and fewer than 400 moving parts, and has somewhere to stand', () => {
      const setup = setupOf(scenario, 0)
      const { bodies } = standing(setup, layout)
      const solids = bodies.flatMap((body) => [...body.fixed, ...body.parts.flatMap((part) => part.solids)])
      expect(solids.reduce((sum, { shape }) => sum + (plain(shape).index?.count ?? 0) / 3, 0)).toBeLessThanOrEqual(140_000)
      expect(partsOf(bodies).length).toBeLessThan(400)
      const views = viewpointsOf(scenario, setup, layout).map(({ id }) => id)
      expect(views.length).toBeGreaterThan(0)
      expect(views).toEqual([...new Set(views)])
    })
  })

  it('carries what hangs from another part in that part’s own frame', () => {
    const setup = setupOf(scenario, 0)
    const { bodies } = standing(setup, {})
    for (const { name, parent } of partsOf(bodies)) if (parent) expect(carriedParts(bodies)).toContain(name)
  })
})

it('keeps two ways to stand apart when an author calls a place «room», as the whole is called', () => {
  const [scenario] = scenarios
  const place = scenario!.places.find(({ id }) => scenario!.equipment.some((one) => one.place === id))!.id
  const renamed = JSON.parse(JSON.stringify(scenario).replaceAll(`"id":"${place}"`, '"id":"room"').replaceAll(`"place":"${place}"`, '"place":"room"')) as typeof scenario
  const views = viewpointsOf(renamed!, setupOf(renamed!, 0), {}).map(({ id }) => id)
  expect(views).toContain('room')
  expect(views).toContain('place-room')
  expect(views).toEqual([...new Set(views)])
})
