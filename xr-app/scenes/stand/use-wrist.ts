// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useXR, useXRInputSourceStates } from '@react-three/xr'
import type { Object3D } from 'three'
import { useSettings } from '#app/ui/settings/store.ts'
import type { StandingWorkshop } from './standing.ts'

type Side = 'left' | 'right'
type PointedFrom = { inputSource?: XRInputSource } | undefined

/** Where a hand is in the room, with a headset. One laid down before it was fully known stays listed: it is no hand. */
export function useHandObject(side: Side): Object3D | undefined {
  const session = useXR((s) => s.session)
  const all = useXRInputSourceStates()
  for (const one of all) {
    if (one.type !== 'controller' && one.type !== 'hand') continue
    if (one.inputSource.handedness === side && [...session?.inputSources ?? []].includes(one.inputSource)) return one.object
  }
  return undefined
}

/**
 * The wrist that a watch is on: of the hand that acts less. Nobody takes a watch off with the hand that wears it: with
 * one hand alone it hangs at one's side (undefined). A hand that wears something never points at it: so near, it would
 * be met before whatever the hand aims at.
 */
export function useWrist(workshop: Pick<StandingWorkshop, 'hits'>, worn: string | null): Object3D | undefined {
  const { hand, oneHand } = useSettings()
  const side: Side = hand === 'left' ? 'right' : 'left'
  const [wearer, other] = [useHandObject(side), useHandObject(side === 'left' ? 'right' : 'left')]
  const wrist = oneHand || !other ? undefined : wearer
  const isWorn = wrist !== undefined
  useEffect(() => {
    const hits = worn && isWorn ? workshop.hits.get(worn) ?? [] : []
    const byOthers = (_id: number, _type: string, from: unknown) => (from as PointedFrom)?.inputSource?.handedness !== side
    for (const hit of hits) Object.assign(hit, { pointerEventsType: byOthers })
    return () => hits.forEach((hit) => Object.assign(hit, { pointerEventsType: undefined }))
  }, [workshop, worn, isWorn, side])
  return wrist
}
