// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readScenario, setupOf } from '#domain/scenario/index.ts'
import { readLayout } from '#domain/scenario/layout.ts'
import { loadBodies } from '#app/equipment/kinds.ts'
import { composedSpec } from '#app/scenes/composed/spec.ts'
import { coloursOf } from '#app/scenes/composed/wire-colours.ts'
import { router, type Port } from '#app/scenes/composed/wire-router.ts'
import { stageOf, terminalSpot } from '#app/scenes/stand/stage.ts'
import { bodiesOf, printers } from '#app/scenes/stand/standing.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../resources/scenarios/${path}`, import.meta.url), 'utf8'))
const scenarioOf = (id: string) => readScenario(json(`${id}/scenario.json`))
const starter = setupOf(scenarioOf('panne-depart-moteur'), 0)

await loadBodies(Object.values(starter.equipment).map(({ kind }) => kind))

describe('the colour of a conductor', () => {
  it.each([
    ['protective earth', 'earthGreen', ['x0.pe', 'x1.pe', 'm1.pe']],
    ['neutral', 'neutralBlue', ['x0.n', 'q2.n', 'km1.a2']],
    ['AC control', 'controlRed', ['q2.l', 'f2.95', 'f2.96', 's0.11', 's0.12', 's1.21', 's1.22', 's2.13', 's2.14', 'km1.13', 'km1.14', 'km1.a1']],
    ['AC power', 'phaseBlack', ['x0.l1', 'x0.l2', 'x0.l3', 'fu1.1', 'fu2.2', 'km1.1', 'km1.6', 'f2.2', 'f2.4', 'f2.6', 'x1.u', 'x1.w', 'm1.v']],
  ])('on a machine is that of its duty: %s', (_, finish, nodes) => {
    const colour = coloursOf(starter.network)
    for (const node of nodes) expect(colour(node), node).toBe(finish)
  })

  it('in a building is that of its phase', () => {
    const colour = coloursOf(setupOf(scenarioOf('changer-une-lampe'), 0).network)
    expect(['x1.l', 'x1.n', 'x1.pe', 'q2.n'].map(colour)).toEqual(['phaseBrown', 'neutralBlue', 'earthGreen', 'neutralBlue'])
  })
})

describe('the wires of the motor starter', () => {
  it('reach every screw that the network joins, in the cabinet, behind the buttons and in the motor’s box', () => {
    const spec = composedSpec(starter, readLayout(json('panne-depart-moteur/layout.json'), scenarioOf('panne-depart-moteur')))
    const { craft } = printers(() => ({ setup: starter, world: {}, language: 'fr' }), 'fr')
    const ends = bodiesOf(spec, { setup: starter }, craft).filter(({ thing }) => thing === 'wires').flatMap(({ fixed }) => fixed).map(({ shape }) => shape.getAttribute('position'))
    const stage = stageOf(spec, { setup: starter, world: {}, language: 'fr' })
    const { conductors, contacts = [] } = starter.network
    const nodes = new Set([...conductors.flat(), ...contacts.filter(({ device }) => ['w1', 'w2'].includes(device)).flatMap(({ between }) => between)])
    const seen = [...nodes].flatMap((node) => terminalSpot(stage, node)?.at ? [[node, terminalSpot(stage, node)!.at] as const] : [])
    expect(seen.length).toBeGreaterThan(35)
    for (const [node, [x, y, z]] of seen) {
      const near = ends.some((at) => Array.from({ length: at.count }, (_, i) => i).some((i) =>
        Math.abs(at.getX(i) - x) < 0.008 && Math.min(Math.abs(at.getY(i) - y), Math.abs(at.getY(i) - y + 0.038)) < 0.004 && Math.abs(at.getZ(i) - z) < 0.025))
      expect(near, node).toBe(true)
    }
  })

  it('lie side by side, never one in the other', () => {
    const lay = router({ left: -1, right: 1, low: -1, high: 1 }, [], 0)
    const port = (x: number, way: 1 | -1, y: number): Port => ({ x, z: 0.08, exits: [{ way, from: y, clear: y + way * 0.02 }] })
    const levels = [0, 0.024, 0.048].map((x) => lay(port(x, -1, 0.2), port(x + 0.3, 1, -0.2)).filter(([, , z]) => z === 0.031).map(([, y]) => y))
    for (const level of levels) expect(new Set(level).size).toBe(1)
    const heights = levels.map(([y = 0]) => y).toSorted((a, b) => a - b)
    expect(heights[1]! - heights[0]!).toBeGreaterThan(0.006)
    expect(heights[2]! - heights[1]!).toBeGreaterThan(0.006)
  })
})
