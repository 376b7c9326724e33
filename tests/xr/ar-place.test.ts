// SPDX-License-Identifier: EUPL-1.2
import { Matrix4, Object3D, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { follow, movedFrom, tie } from '#app/xr/ar/kept.ts'
import { adjusted, asPlaced, originAt, spotAhead, spotOn, surfaceOf, type Footing, type Point, type Spot } from '#app/xr/ar/place.ts'

const footing: Footing = { table: [1.72, 0.9, 0.32], floor: [0, 0, 0.5], wall: [0, 0, 0] }
const eye: Point = [0, 1.6, 0]

/** Where a real place is in the scene, once the headset's space stands as asked. */
function inScene(spot: Spot, place: Point): number[] {
  const origin = new Object3D()
  const { at, turn } = originAt(spot, footing)
  origin.position.set(...at)
  origin.rotation.y = turn
  origin.updateMatrixWorld()
  return new Vector3(...place).applyMatrix4(origin.matrixWorld).toArray()
}
const near = (found: readonly number[], wanted: readonly number[]) => wanted.forEach((v, i) => expect(found[i]).toBeCloseTo(v, 6))

describe('where equipment stands in a real room', () => {
  it('tells a table from the floor and a wall, and puts nothing on a ceiling, a shelf out of reach or a slope', () => {
    const met = ([y, up]: [number, number]) => surfaceOf([0, y, 0], [0, up, 0])
    expect([[0.02, 1], [0.74, 0.99], [1.2, 0], [2.6, -1], [1.9, 1], [0.5, 0.5]].map((one) => met(one as [number, number])))
      .toEqual(['floor', 'table', 'wall', null, null, null])
  })

  it('puts the middle of the bench on the table that was chosen, at its height, facing whoever chose it', () => {
    const spot = spotOn([0.6, 0.73, -0.8], [0, 1, 0], eye)!
    near(inScene(spot, [0.6, 0.73, -0.8]), footing.table)
    const [x = 0, , z = 0] = inScene(spot, eye)
    expect(x).toBeCloseTo(footing.table[0], 6)
    expect(z).toBeCloseTo(footing.table[2] + 1, 6)
  })

  it('stands against a wall with its own wall in the real one, on the real floor, whatever the height one aims at', () => {
    const spot = spotOn([2, 1.4, -1], [-1, 0, 0], eye)!
    near(inScene(spot, [2, 0, -1]), [0, 0, 0])
    near(inScene(spot, [1, 0, -1]), [0, 0, 1])
    near(inScene(spot, [2, 0, 0]), [1, 0, 0])
  })

  it('is a step ahead, at the height of a table, where no surface is found', () => {
    const spot = spotAhead(eye, [0.6, -0.4, -0.8])
    near(spot.at, [0.6, 0.75, -0.8])
    near(inScene(spot, spot.at), footing.table)
  })

  it('moves by hand in real metres, real scale always', () => {
    const spot = spotOn([0, 0.7, -1], [0, 1, 0], eye)!
    const moved = adjusted(spot, { up: 0.1, near: 0.2, turn: 0.3 })
    near(moved.at, [0, 0.8, -0.8])
    expect(moved.facing).toBeCloseTo(0.3, 6)
    expect(adjusted(spot, asPlaced)).toEqual(spot)
    const [a, b] = [inScene(moved, [0, 0, 0]), inScene(moved, [1, 0, 0])]
    expect(Math.hypot(...a.map((v, i) => v - b[i]!))).toBeCloseTo(1, 9)
  })

  it('follows its anchor when the device learns its room better, and does not tremble with it', () => {
    const before = new Matrix4().makeRotationY(0.4).setPosition(1, 0.7, -1)
    const after = new Matrix4().makeRotationY(0.5).setPosition(1.1, 0.72, -1)
    const spot: Spot = { at: [1, 0.7, -1], facing: 0.2, surface: 'table' }
    const tied = tie(spot, new Float32Array(before.elements))
    const moved = follow(tied, new Float32Array(after.elements))
    expect(moved.facing).toBeCloseTo(0.3, 5)
    moved.at.forEach((v, i) => expect(v).toBeCloseTo([1.1, 0.72, -1][i]!, 5))
    expect(movedFrom(spot, moved)).toBe(true)
    expect(movedFrom(spot, follow(tied, new Float32Array(before.elements)))).toBe(false)
  })
})
