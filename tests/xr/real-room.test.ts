// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { contact } from '#app/equipment/contact.ts'
import { body, stand } from '#app/equipment/craft/body.ts'
import { forge, type Ranges } from '#app/equipment/craft/forge.ts'
import { boundsOf } from '#app/equipment/craft/settle.ts'
import { box, ground } from '#app/equipment/craft/solid.ts'
import { pegboard } from '#app/equipment/furniture.ts'
import { corners, room } from '#app/equipment/room.ts'
import { uprights } from '#app/equipment/uprights.ts'

const cube = (thing: string, kind: object = {}) => ({ ...body(thing, [box('wood', [0.1, 0.1, 0.1], [0, 0, 0], 0), ground(1, 1, 0, 0)]), ...kind })
const board = (x: number, y = 1.5) => stand(pegboard(0.6, 0.4, []), [x, y, 0])

describe('in a real room', () => {
  it('the shell is one end of each mesh, and what stands only without it the other', () => {
    const { matter, shade } = forge([cube('a'), cube('b', { stands: true }), cube('c', { shell: true }), cube('d')], () => 0).fixed
    expect(matter!.userData).toEqual({ shell: 36, usual: 108 } satisfies Ranges)
    expect(matter!.index!.count).toBe(144)
    expect(shade!.userData).toEqual({ shell: 6, usual: 18 } satisfies Ranges)
  })

  it('nothing that hangs on a wall floats: uprights go from the floor to its top, on both sides', () => {
    const { min, max } = boundsOf([uprights([room(true), corners([]), board(0), board(0.8, 1.2)])])
    expect(min.y).toBeCloseTo(0)
    expect(max.y).toBeGreaterThan(1.7)
    expect(min.x).toBeLessThan(-0.29)
    expect(max.x).toBeGreaterThan(1.09)
    // Behind what it holds.
    expect(max.z).toBeLessThan(0.32)
  })

  it('what stays on a table has its shade there, and what a hand takes away leaves none', () => {
    const [station, spool] = [stand(cube('station'), [0.2, 1.05, 0.3]), { ...cube('spool'), fixed: [], parts: [{ name: 'spool', at: [0, 1, 0.3] as const, solids: [box('wood', [0.1, 0.1, 0.1], [0, 0, 0], 0)] }] }]
    const [under] = contact([station]).fixed
    under!.shape.computeBoundingBox()
    expect(under!.layer).toBe('shade')
    expect(under!.shape.boundingBox!.min.y).toBeCloseTo(1.0015)
    expect(under!.shape.boundingBox!.max.x - under!.shape.boundingBox!.min.x).toBeGreaterThan(0.1)
    expect(contact([spool]).fixed).toEqual([])
  })

  it('what hangs far apart has a frame of its own, and what stands needs none', () => {
    const bars = (x: number) => uprights([board(0), board(x)]).fixed.length
    expect(bars(3)).toBeGreaterThan(bars(0.8))
    expect(uprights([cube('a'), stand(cube('b'), [0, 1, 2])]).fixed).toEqual([])
  })
})
