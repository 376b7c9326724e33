// SPDX-License-Identifier: EUPL-1.2
import { Vector3, type Camera, type Object3D } from 'three'

/** Where something is: in the room (metres) and in the window (pixels; null when it is behind or out of sight). */
export type Place = { at: [number, number, number]; screen: [number, number] | null }

type Finder = (id: string) => { object: Object3D; at?: Vector3 } | undefined

declare global {
  /** Says where a visible thing is, as an eye would; it moves and changes nothing. For tests and for aids. */
  var compagnonLocator: ((id: string) => Place | null) | undefined
}

const finders = new Set<Finder>()

/** Adds a way to find things; answers how to take it away. */
export function locate(finder: Finder): () => void {
  finders.add(finder)
  return () => void finders.delete(finder)
}

function onScreen(at: Vector3, camera: Camera, canvas: HTMLElement): [number, number] | null {
  const seen = at.clone().project(camera)
  if (seen.z > 1 || Math.abs(seen.x) > 1 || Math.abs(seen.y) > 1) return null
  const box = canvas.getBoundingClientRect()
  return [box.left + ((seen.x + 1) / 2) * box.width, box.top + ((1 - seen.y) / 2) * box.height]
}

/** Opens the locator while a view is on; answers how to close it. */
export function openLocator(camera: () => Camera, canvas: HTMLElement): () => void {
  globalThis.compagnonLocator = (id) => {
    for (const find of finders) {
      const found = find(id)
      if (!found) continue
      found.object.updateWorldMatrix(true, false)
      const at = (found.at?.clone() ?? new Vector3()).applyMatrix4(found.object.matrixWorld)
      return { at: at.toArray(), screen: onScreen(at, camera(), canvas) }
    }
    return null
  }
  return () => { globalThis.compagnonLocator = undefined }
}
