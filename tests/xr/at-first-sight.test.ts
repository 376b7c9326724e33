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
import { bodiesOf, printers } from '#app/scenes/stand/standing.ts'

const folder = new URL('../../resources/scenarios/', import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
const scenarios = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/layout.json`, folder))).map((id) => readScenario(json(`${id}/scenario.json`)))
await loadBodies(scenarios.flatMap(({ equipment }) => equipment.map(({ kind }) => kind)))

/** Degrees above the gaze and to the right of it, for the middle of each piece. */
function seen(scenario: (typeof scenarios)[number]): Map<string, { up: number; right: number }> {
  const [layout, setup] = [readLayout(json(`${scenario.id}/layout.json`), scenario), setupOf(scenario, 0)]
  const [x, z] = layout.start ?? [0, 1]
  const { craft } = printers(() => ({ setup, world: {}, language: 'fr' }), 'fr')
  const bodies = bodiesOf(composedSpec(setup, layout), { setup }, craft)
  const degrees = (y: number, over: number) => (Math.atan2(y, over) * 180) / Math.PI
  return new Map(Object.keys(setup.equipment).flatMap((id) => {
    const bounds = boundsOf(bodies.filter(({ thing }) => thing === id))
    if (bounds.isEmpty()) return []
    const middle = bounds.getCenter(new Vector3()).sub(new Vector3(x, 1.6, z))
    return [[id, { up: degrees(middle.y, Math.hypot(middle.x, middle.z)), right: degrees(middle.x, -middle.z) }]]
  }))
}

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('the first sight of %s', (_, scenario) => {
  it('shows at least three of its things without a turn of the head', () => {
    const near = [...seen(scenario)].filter(([, { up, right }]) => up > -36 && up < 12 && Math.abs(right) < 40).map(([id]) => id)
    expect(near.length, near.join(', ')).toBeGreaterThanOrEqual(3)
  })
})

it('where one solders, order, station, board and extraction are between the gaze and 35° below it', () => {
  const all = seen(scenarios.find(({ id }) => id === 'brasage-composant')!)
  for (const id of ['order', 'iron', 'board', 'arm']) {
    expect(all.get(id)!.up, id).toBeLessThan(0)
    expect(all.get(id)!.up, id).toBeGreaterThan(-35)
    expect(Math.abs(all.get(id)!.right), id).toBeLessThan(35)
  }
})
