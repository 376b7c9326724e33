// SPDX-License-Identifier: EUPL-1.2
import { BoxGeometry, Group, Mesh, PerspectiveCamera, Raycaster, Vector3, type Object3D } from 'three'
import { describe, expect, it } from 'vitest'
import { PANEL_WIDTH } from '#app/xr/panel-layout.ts'
import { setBeside } from '#app/xr/placing.ts'

const HEIGHT = 0.6
/** Whoever talks to a person at the left, with a barrier drawn across the floor behind them. */
const leader = new Vector3(-1.71, 0.91, 1.37)
const eyes = (height: number) => {
  const head = new PerspectiveCamera()
  head.position.set(0, height, 1)
  head.lookAt(0, height, 0)
  head.updateMatrixWorld(true)
  return head
}
const barrier = () => {
  const hit = new Mesh(new BoxGeometry(1.6, 0.3, 0.08))
  hit.position.set(0, 0.82, 1.62)
  hit.rotation.y = 0.2
  hit.updateMatrixWorld(true)
  return hit
}
const placed = (camera: PerspectiveCamera, things: Object3D[], inHeadset = true) => {
  const panel = new Group()
  setBeside(panel, leader, camera, inHeadset, HEIGHT, things)
  panel.updateMatrixWorld(true)
  return panel
}
/** What a ray from the eye meets before a key near the lower edge of a panel. */
const before = (panel: Object3D, camera: PerspectiveCamera, things: Object3D[]) => [-0.4, 0, 0.4].flatMap((x) => {
  const [from, key] = [camera.position.clone(), panel.localToWorld(new Vector3(x * PANEL_WIDTH, -HEIGHT * 0.42, 0))]
  return new Raycaster(from, key.clone().sub(from).normalize(), 0, key.distanceTo(from)).intersectObjects(things)
})

describe('a panel', () => {
  it('opens where it always did when nothing stands before it', () => {
    const [seated, far] = [eyes(1.18), barrier()]
    far.position.z = 9
    far.updateMatrixWorld(true)
    expect(placed(seated, [far]).position.toArray()).toEqual(placed(seated, []).position.toArray())
  })

  it('is not opened behind a barrier, where its keys would move the barrier: seated or standing', () => {
    const thing = barrier()
    expect(before(placed(eyes(1.18), []), eyes(1.18), [thing]).length).toBeGreaterThan(0)
    for (const height of [1.18, 1.62]) {
      const panel = placed(eyes(height), [thing])
      expect(before(panel, eyes(height), [thing])).toEqual([])
      // Still within arm's reach, and not too near to be pointed at.
      const far = panel.position.distanceTo(eyes(height).position)
      expect(far).toBeGreaterThan(0.4)
      expect(far).toBeLessThan(0.95)
    }
  })

  it('has no key sunk in the table that its thing stands on, for whoever sits', () => {
    const thing = new Mesh(new BoxGeometry(0.13, 0.1, 0.15))
    thing.position.set(0.3, 0.952, 0.31)
    thing.updateMatrixWorld(true)
    const lowest = (own: Object3D[]) => {
      const panel = new Group()
      setBeside(panel, thing.position, eyes(1.18), true, HEIGHT, [], own)
      panel.updateMatrixWorld(true)
      return panel.localToWorld(new Vector3(0, -HEIGHT / 2, 0)).y
    }
    expect(lowest([])).toBeLessThan(0.902)
    expect(lowest([thing])).toBeGreaterThan(0.902)
  })

  it('pays no heed to what is in the hand or folded away', () => {
    const [held, folded] = [barrier(), barrier()]
    Object.assign(held, { pointerEvents: 'none' })
    folded.scale.setScalar(0.0001)
    folded.updateMatrixWorld(true)
    expect(placed(eyes(1.18), [held, folded]).position.toArray()).toEqual(placed(eyes(1.18), []).position.toArray())
  })

  it('comes nearer on a screen, where it looks the same', () => {
    const [camera, post] = [eyes(1.6), new Mesh(new BoxGeometry(0.3, 0.6, 0.02))]
    camera.lookAt(leader)
    camera.updateMatrixWorld(true)
    const usual = placed(camera, [], false)
    post.position.lerpVectors(camera.position, usual.position, 0.8)
    post.quaternion.copy(camera.quaternion)
    post.updateMatrixWorld(true)
    const nearer = placed(camera, [post], false)
    const shown = (panel: Object3D) => [-0.5, 0.5].map((x) => panel.localToWorld(new Vector3(x * PANEL_WIDTH, 0, 0)).project(camera).x.toFixed(3))
    expect(nearer.position.distanceTo(camera.position)).toBeLessThan(usual.position.distanceTo(camera.position) * 0.8)
    expect(shown(nearer)).toEqual(shown(usual))
  })
})
