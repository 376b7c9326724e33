// SPDX-License-Identifier: EUPL-1.2
import { useCallback } from 'react'
import { useXRStore } from '@react-three/xr'
import type { Session } from '#app/engine/session.ts'
import { CaptionTag } from './caption-tag.tsx'
import { Gaze } from './gaze.tsx'
import { useKeepPauses } from './pause.ts'
import { useKnownPlaces, type Standing } from './places.ts'
import { SafePlace } from './safe-place.tsx'
import { Veil } from './veil.tsx'

type Props = { session: Session | null; words: (key: string) => string; places?: readonly Standing[] }

const nowhere: readonly Standing[] = []

/** What every 3D view has around its scene, once, inside its XR: gaze, veil, captions near what is heard, the safe place. */
export function Comfort({ session, words, places = nowhere }: Props) {
  const store = useXRStore()
  const leave = useCallback(() => void store.getState().session?.end(), [store])
  useKeepPauses()
  useKnownPlaces(places)
  return <>
    <Gaze />
    <Veil />
    <CaptionTag words={words} lasting={false} />
    <CaptionTag words={words} lasting />
    <SafePlace session={session} words={words} leave={leave} />
  </>
}
