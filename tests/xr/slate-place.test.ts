// SPDX-License-Identifier: EUPL-1.2
import { BoxGeometry, Group, Mesh, Raycaster, Vector3, type Object3D } from 'three'
import { describe, expect, it } from 'vitest'
import { PANEL_WIDTH } from '#app/xr/panel-layout.ts'
import { setSlate } from '#app/xr/slate-place.ts'

/** Before the starter's cabinet, near enough to measure. */
const stance = { x: 0.04, z: 0.76, turn: 0 }
const eyes = new Vector3(stance.x, 1.62, stance.z)
/** A cabinet's door that stands open at the left, its edge beside whoever works there. */
const door = () => {
  const leaf = new Mesh(new BoxGeometry(0.02, 1.1, 0.6))
  leaf.position.set(-0.41, 1.34, 0.53)
  leaf.rotation.y = -0.33
  leaf.updateMatrixWorld(true)
  return leaf
}
const placed = (things: Object3D[], side: 1 | -1 = -1) => {
  const [room, slate] = [new Group(), new Group()]
  room.add(slate)
  setSlate(slate, stance, side, eyes.y, things)
  room.updateMatrixWorld(true)
  return slate
}
/** What a look at its keys meets first. */
const before = (slate: Object3D, things: Object3D[]) => [-0.4, 0, 0.4].flatMap((x) => {
  const key = slate.localToWorld(new Vector3(x * PANEL_WIDTH, 0, 0))
  return new Raycaster(eyes, key.clone().sub(eyes).normalize(), 0, key.distanceTo(eyes)).intersectObjects(things)
})

describe('the slate', () => {
  it('is not behind an open door, where looking at a key of it would close the door', () => {
    const leaf = door()
    expect(before(placed([]), [leaf]).length).toBeGreaterThan(0)
    expect(before(placed([leaf]), [leaf])).toEqual([])
  })

  it('stays on its side where nothing stands before it, and within reach wherever it goes', () => {
    const leaf = door()
    expect(placed([leaf], 1).position.toArray()).toEqual(placed([], 1).position.toArray())
    for (const side of [1, -1] as const) for (const things of [[], [leaf]])
      expect(placed(things, side).position.setY(eyes.y).distanceTo(eyes)).toBeLessThan(0.75)
  })
})
