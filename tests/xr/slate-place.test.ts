// SPDX-License-Identifier: EUPL-1.2
import { BoxGeometry, Group, Mesh, PerspectiveCamera, Quaternion, Raycaster, Vector3, type Object3D } from 'three'
import { describe, expect, it } from 'vitest'
import { PANEL_WIDTH } from '#app/xr/panel-layout.ts'
import { setAhead } from '#app/xr/slate-ahead.ts'
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

describe('the slate that says what has hurt', () => {
  /** Whoever stands here, turned like this, in a space that was moved and turned as after a teleport. */
  const cases = [
    { name: 'ahead', turn: 0, lean: 0 }, { name: 'turned to the left', turn: 1.2, lean: -0.2 }, { name: 'turned about', turn: 3, lean: 0.3 },
    { name: 'bent over a bench', turn: 0.4, lean: -1.5 }, { name: 'looking at the ceiling', turn: -0.6, lean: 1.5 },
  ]
  for (const { name, turn, lean } of cases) it(`comes before the eyes of someone ${name}, and moves nobody`, () => {
    const [space, slate, head] = [new Group(), new Group(), new PerspectiveCamera()]
    space.position.set(0.4, 0, -1.1)
    space.rotation.y = -0.9
    space.add(slate)
    head.position.copy(eyes)
    head.rotation.set(lean, turn, 0, 'YXZ')
    space.updateMatrixWorld(true)
    head.updateMatrixWorld(true)
    const stood = head.matrixWorld.toArray()
    setAhead(slate, head, eyes)
    space.updateMatrixWorld(true)
    const at = slate.getWorldPosition(new Vector3())
    const way = at.clone().sub(eyes)
    expect(way.length()).toBeGreaterThan(1.2)
    expect(way.length()).toBeLessThan(1.6)
    expect(way.y).toBeLessThan(-0.05)
    expect(way.y).toBeGreaterThan(-0.3)
    const ahead = new Vector3(-Math.sin(turn), 0, -Math.cos(turn))
    expect(way.setY(0).angleTo(ahead)).toBeLessThan(0.02)
    const face = new Vector3(0, 0, 1).applyQuaternion(slate.getWorldQuaternion(new Quaternion()))
    expect(face.angleTo(eyes.clone().sub(at))).toBeLessThan(0.02)
    expect(head.matrixWorld.toArray()).toEqual(stood)
  })
})
