// SPDX-License-Identifier: EUPL-1.2
import { BoxGeometry, Group, Mesh, MeshBasicMaterial, Raycaster, Sphere, Vector3, type Intersection, type Object3D } from 'three'
import { describe, expect, it } from 'vitest'
import { meetTogether } from '#app/equipment/craft/meet.ts'

/** The same numbers each time. */
function numbers(seed: number) {
  let s = seed
  return (low = -1, high = 1) => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0
    return low + (s / 4294967296) * (high - low)
  }
}

type Asked = Object3D & { interactableDescendants: Object3D[]; spherecast(sphere: Sphere, met: Intersection[]): void }

/** Sixty boxes of any size, turned any way, some carried by others. */
function workshop(next: ReturnType<typeof numbers>) {
  const [root, hits]: [Group, Mesh<BoxGeometry>[]] = [new Group(), []]
  for (let i = 0; i < 60; i++) {
    const hit = new Mesh(new BoxGeometry(next(0.02, 0.5), next(0.02, 0.5), next(0.02, 0.5)), new MeshBasicMaterial())
    hit.position.set(next(), next(), next())
    hit.rotation.set(next(-3, 3), next(-3, 3), next(-3, 3))
    hit.userData['thing'] = `thing-${i}`
    ;(i % 5 === 4 ? hits[i - 1] ?? root : root).add(hit)
    hits.push(hit)
  }
  meetTogether(root)
  root.updateMatrixWorld(true)
  return { hits, asked: () => (root as unknown as Asked).interactableDescendants as Asked[] }
}

describe('what a pointer meets among the boxes of a workshop', () => {
  it('is what three.js finds by going through them all: the box, how far, where and on which side', () => {
    const next = numbers(3)
    const { hits, asked } = workshop(next)
    let met = 0
    for (let i = 0; i < 400; i++) {
      const from = new Vector3(next(-3, 3), next(-3, 3), 3)
      const ray = new Raycaster(from, new Vector3(next(), next(), next()).sub(from).normalize())
      const [first] = ray.intersectObjects(hits, false)
      const found: Intersection[] = []
      asked()[0]?.raycast(ray, found)
      const [nearest] = found.toSorted((a, b) => a.distance - b.distance)
      expect(nearest?.object.userData['thing']).toBe(first?.object.userData['thing'])
      if (!first || !nearest) continue
      met += 1
      expect(nearest.distance).toBeCloseTo(first.distance, 6)
      expect(nearest.point.distanceTo(first.point)).toBeLessThan(1e-6)
      expect(nearest.normal?.distanceTo(first.face!.normal)).toBeLessThan(1e-6)
    }
    expect(met).toBeGreaterThan(100)
  })

  it('by a finger is the nearest box within reach, and none beyond', () => {
    const next = numbers(5)
    const { hits, asked } = workshop(next)
    for (let i = 0; i < 200; i++) {
      const sphere = new Sphere(new Vector3(next(), next(), next()), 0.1)
      const away = hits.map((hit) => {
        const { width, height, depth } = hit.geometry.parameters
        const half = new Vector3(width, height, depth).divideScalar(2)
        return hit.localToWorld(hit.worldToLocal(sphere.center.clone()).clamp(half.clone().negate(), half)).distanceTo(sphere.center)
      })
      const found: Intersection[] = []
      asked()[0]?.spherecast(sphere, found)
      expect(found.length).toBe(Math.min(...away) < 0.1 ? 1 : 0)
      for (const one of found) expect(one.distance).toBeCloseTo(Math.min(...away), 6)
    }
  })

  it('leaves out a box that no pointer meets, and lets one that only some meet answer for itself', () => {
    const { hits, asked } = workshop(numbers(7))
    const [held, worn] = [hits[0]!, hits[1]!]
    Object.assign(held, { pointerEvents: 'none' })
    Object.assign(worn, { pointerEventsType: () => true })
    expect(asked().slice(1)).toEqual([worn])
    for (const one of [held, worn]) {
      const from = one.getWorldPosition(new Vector3()).add(new Vector3(0, 0, 5))
      const found: Intersection[] = []
      asked()[0]?.raycast(new Raycaster(from, new Vector3(0, 0, -1)), found)
      expect(found.map(({ object }) => object)).not.toContain(one)
    }
    Object.assign(worn, { pointerEventsType: undefined })
    expect(asked().length).toBe(1)
  })
})
