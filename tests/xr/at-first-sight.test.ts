// SPDX-License-Identifier: EUPL-1.2
// What one sees on entering, before one moves: from where a scenario begins, with the eyes at 1.6 m, looking ahead.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { readScenario, setupOf } from '#domain/scenario/index.ts'
import { readLayout } from '#domain/scenario/layout.ts'
import { boundsOf } from '#app/equipment/craft/settle.ts'
import { loadBodies } from '#app/equipment/kinds.ts'
import { composedSpec } from '#app/scenes/composed/spec.ts'
import { stageOf } from '#app/scenes/stand/stage.ts'
import { bodiesOf, printers } from '#app/scenes/stand/standing.ts'

const folder = new URL('../../resources/scenarios/', import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
const scenarios = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/layout.json`, folder))).map((id) => readScenario(json(`${id}/scenario.json`)))
await loadBodies(scenarios.flatMap(({ equipment }) => equipment.map(({ kind }) => kind)))

/** Degrees above the gaze and to the right of it, for the middle of each piece and each of its parts. */
function seen(scenario: (typeof scenarios)[number]): Map<string, { up: number; right: number }> {
  const [layout, setup] = [readLayout(json(`${scenario.id}/layout.json`), scenario), setupOf(scenario, 0)]
  const [x, z] = layout.start ?? [0, 1]
  const { craft } = printers(() => ({ setup, world: {}, language: 'fr' }), 'fr')
  const spec = composedSpec(setup, layout)
  const [bodies, stage] = [bodiesOf(spec, { setup }, craft), stageOf(spec, { setup, world: {}, language: 'fr' })]
  const degrees = (y: number, over: number) => (Math.atan2(y, over) * 180) / Math.PI
  const from = (at: Vector3) => {
    const way = at.sub(new Vector3(x, 1.6, z))
    return { up: degrees(way.y, Math.hypot(way.x, way.z)), right: degrees(way.x, -way.z) }
  }
  return new Map(Object.values(setup.equipment).flatMap(({ id, parts = [] }) => {
    const bounds = boundsOf(bodies.filter(({ thing }) => thing === id))
    const own = parts.flatMap((part) => { const spot = stage.place(id, part.id); return spot ? [[`${id}.${part.id}`, from(new Vector3(...spot.at))] as const] : [] })
    return bounds.isEmpty() ? own : [[id, from(bounds.getCenter(new Vector3()))] as const, ...own]
  }))
}

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('the first sight of %s', (_, scenario) => {
  it('shows at least three of its things without a turn of the head', () => {
    const near = [...seen(scenario)].filter(([id, { up, right }]) => !id.includes('.') && up > -36 && up < 12 && Math.abs(right) < 40).map(([id]) => id)
    expect(near.length, near.join(', ')).toBeGreaterThanOrEqual(3)
  })
})

it('where one solders, order, station, extraction and the pads are between the gaze and 35° below it', () => {
  const scenario = scenarios.find(({ id }) => id === 'brasage-composant')!
  const all = seen(scenario)
  for (const id of ['order', 'iron', 'arm', 'board.p1', 'board.p2']) {
    expect(all.get(id)!.up, id).toBeLessThan(0)
    expect(all.get(id)!.up, id).toBeGreaterThan(-35)
    expect(Math.abs(all.get(id)!.right), id).toBeLessThan(35)
  }
})
