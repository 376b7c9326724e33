// SPDX-License-Identifier: EUPL-1.2
// In most frames most pointers meet nothing, and met nothing before: then there is nothing to tell anybody, and nothing
// to make. The library would make a meeting with nowhere, and an event about it, for every pointer in every frame.
import type { useRayPointer } from '@react-three/xr'
import { pointersRest, watch } from './spare-rest.ts'

type Pointer = ReturnType<typeof useRayPointer>
/** What a pointer has met so far in this frame. */
type Meeting = Pointer['intersector'] & { intersects?: readonly unknown[] }

/** Keeps the meeting with nowhere, in place of making it again. Whatever is met is found as ever. */
function keepNowhere(meeting: Meeting): void {
  const finalize = meeting.finalizeIntersection.bind(meeting)
  let nowhere: ReturnType<typeof finalize> | null = null
  meeting.finalizeIntersection = (scene) => {
    if (nowhere && meeting.intersects?.length === 0) return nowhere
    const met = finalize(scene)
    nowhere = met.object.isVoidObject ? met : null
    return met
  }
}

/** While pointers rest, one meets what it met, and that has been said. A mouse points from no space, and never rests. */
function letRest(pointer: Pointer): void {
  const { intersector } = pointer
  if (!('space' in intersector)) return
  const [start, finalize, commit] = [intersector.startIntersection.bind(intersector), intersector.finalizeIntersection.bind(intersector), pointer.commit.bind(pointer)]
  intersector.startIntersection = (event) => { if (!pointersRest()) start(event) }
  intersector.finalizeIntersection = (scene) => (pointersRest() ? pointer.getIntersection() : undefined) ?? finalize(scene)
  pointer.commit = (event, moved) => { if (!moved || !pointersRest()) commit(event, moved) }
}

/** A pointer that still meets nothing says nothing. Anything else is the library's, unchanged. */
function spare(pointer: Pointer): void {
  if (Object.hasOwn(pointer, 'commit')) return
  if (/^(ray|grab)$/.test(pointer.type)) keepQuiet(pointer)
  letRest(pointer)
}

function keepQuiet(pointer: Pointer): void {
  const commit = pointer.commit.bind(pointer)
  // null: not known, the library has to look. undefined: it is switched off.
  let before: unknown = null
  pointer.commit = (event, moved) => {
    const now = pointer.getEnabled() ? pointer.getIntersection()?.object : undefined
    if (moved && now === before && (!now || now.isVoidObject)) return
    commit(event, moved)
    before = moved && pointer.intersector.isReady() ? now : null
  }
  keepNowhere(pointer.intersector)
}

let seen = 0

/** Spares the pointers that are new since the last look: hands and controllers come and go. */
export function sparePointers(): void {
  const all = globalThis.pointerEventspointerMap
  if (!all || all.size === seen) return
  seen = all.size
  all.forEach(spare)
  watch(all.values())
}
