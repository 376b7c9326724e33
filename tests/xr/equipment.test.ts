// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { start } from '#domain/scenario/index.ts'
import { partsOf } from '#app/equipment/craft/forge.ts'
import { Press } from '#app/equipment/craft/print.ts'
import { plain } from '#app/equipment/craft/solid.ts'
import { bodiesOf } from '#app/scenes/consignation-armoire/bodies.ts'
import { feedsOf } from '#app/scenes/consignation-armoire/diagram.ts'
import { livePapers } from '#app/scenes/consignation-armoire/papers.ts'
import { poses } from '#app/scenes/consignation-armoire/poses.ts'
import { lockOut, played } from '../support/lock-out.ts'
import { expertPlay, seeds, variantNames } from '../support/plays.ts'

function workshop(seed: number) {
  const progress = start(lockOut, { seed, mode: 'assessed' })
  const papers = livePapers(new Press(1024), () => ({ progress, language: 'fr' }))
  return { progress, bodies: bodiesOf(new Press(2048), papers, (id) => [id], feedsOf(progress)) }
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

  it.each(variantNames)('poses only parts that exist, at every moment of an expert\'s play (%s)', (name) => {
    const seed = seeds[name]
    const parts = new Set(partsOf(workshop(seed).bodies).map((part) => part.name))
    const { trace } = played(seed, expertPlay(seed))
    for (const { world } of trace.moments)
      for (const [part] of poses(world)) expect(parts, part).toContain(part)
  })

  it('wires the work point to the device of the variant, so that the eye can trace it', () => {
    expect(feedsOf(workshop(seeds.plain).progress)).toEqual(['q3'])
    expect(feedsOf(workshop(seeds.mislabelled).progress)).toEqual(['q2'])
    expect(feedsOf(workshop(seeds.generator).progress)).toEqual(['q3', 'q9'])
  })
})
