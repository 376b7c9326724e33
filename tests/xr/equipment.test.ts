// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { start } from '#domain/scenario/index.ts'
import { partsOf } from '#app/equipment/craft/forge.ts'
import { plain } from '#app/equipment/craft/solid.ts'
import { loadBodies } from '#app/equipment/kinds.ts'
import { feedsOf } from '#app/scenes/consignation-armoire/diagram.ts'
import { lockOutSpec } from '#app/scenes/consignation-armoire/spec.ts'
import { posesNow, stageOf } from '#app/scenes/stand/stage.ts'
import { bodiesOf, carriedParts, printers } from '#app/scenes/stand/standing.ts'
import { lockOut, played } from '../support/lock-out.ts'
import { expertPlay, seeds, variantNames } from '../support/plays.ts'

await loadBodies(lockOut.equipment.map(({ kind }) => kind))

function workshop(seed: number) {
  const progress = start(lockOut, { seed, mode: 'assessed' })
  const spec = lockOutSpec(progress)
  const { craft } = printers(() => ({ ...progress, language: 'fr' }), 'fr')
  return { progress, spec, bodies: bodiesOf(spec, progress, craft) }
}

describe('the lock-out workshop as it is modelled', () => {
  it('has something to touch for every piece of equipment and every terminal of the scenario', () => {
    const { progress, bodies } = workshop(seeds.plain)
    const touchable = new Set(bodies.flatMap(({ hits }) => hits.map(({ thing }) => thing)))
    for (const { id, terminals = [] } of Object.values(progress.setup.equipment)) {
      expect(touchable, id).toContain(id)
      for (const terminal of terminals) expect(touchable, `${id}.${terminal}`).toContain(`${id}.${terminal}`)
    }
  })

  it('leaves room for two controllers in 150 000 triangles an eye, and has fewer than 256 moving parts', () => {
    const { bodies } = workshop(seeds.plain)
    const solids = bodies.flatMap((body) => [...body.fixed, ...body.parts.flatMap((part) => part.solids)])
    const triangles = solids.reduce((sum, { shape }) => sum + (plain(shape).index?.count ?? 0) / 3, 0)
    expect(triangles).toBeLessThanOrEqual(140_000)
    expect(partsOf(bodies).length).toBeLessThan(256)
  })

  it.each(variantNames)('poses every part that a play moves, and brings padlocks and tags to where they are put (%s)', (name) => {
    const seed = seeds[name]
    const { spec, bodies } = workshop(seed)
    const carried = carriedParts(bodies)
    const { trace, setup } = played(seed, expertPlay(seed))
    const posed = new Map<string, Set<string>>()
    for (const { world } of trace.moments)
      for (const [part, pose] of posesNow(spec, stageOf(spec, { setup, world, language: 'fr' }), carried))
        posed.set(part, (posed.get(part) ?? new Set()).add(JSON.stringify(pose)))
    // The second probe follows the hand, the fan's rotor turns by itself.
    for (const { name: part } of partsOf(bodies))
      if (part.includes('/') && !['tester/probe', 'm1/rotor'].includes(part)) expect([...posed.keys()], part).toContain(part)
    for (const moved of ['padlock', 'tag', 'key', 'door/leaf', 'mat', 'mat/flat', 'barrier/set', 'attestation', 'work-leader'])
      expect(posed.get(moved)?.size, moved).toBeGreaterThan(1)
  })

  it('wires the work point to the device of the variant, so that the eye can trace it', () => {
    expect(feedsOf(workshop(seeds.plain).progress.setup)).toEqual(['q3'])
    expect(feedsOf(workshop(seeds.mislabelled).progress.setup)).toEqual(['q2'])
    expect(feedsOf(workshop(seeds.generator).progress.setup)).toEqual(['q3', 'q9'])
  })
})
