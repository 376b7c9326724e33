// SPDX-License-Identifier: EUPL-1.2
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { Vector3, type Group, type Object3D } from 'three'
import type { Progress } from '#domain/scenario/index.ts'
import type { Language } from '#domain/text.ts'
import type { Session } from '#app/engine/session.ts'
import type { Hands, HandState } from './hands.ts'
import { offerPanel } from './offer-panel.ts'
import { useSayOpen } from './open-panel.ts'
import { Panel } from './panel.tsx'
import { setBeside } from './placing.ts'

type Props = {
  session: Session; progress: Progress; hands: Hands; state: HandState; language: Language
  words: (key: string) => string; near: Object3D | null
  /** What else stands in the room and answers a ray. */
  things: ReadonlyMap<string, readonly Object3D[]>
}

/** The gestures of the selected thing, on a panel beside it. */
export function OfferBoard({ session, progress, hands, state, language, words, near, things }: Props) {
  const thing = state.selected
  const model = useMemo(() => (thing ? offerPanel({ session, hands, language, words }, thing) : null),
    // `progress` and the hand's state are what the offers depend on, through the session and the hands.
    [thing, session, progress, hands, state, language, words])
  useSayOpen(model !== null)
  const place = useRef<Group>(null)
  const camera = useThree((s) => s.camera)
  const gl = useThree((s) => s.gl)
  const inHeadset = useXR((s) => Boolean(s.session))
  useLayoutEffect(() => {
    if (!place.current || !thing) return
    const target = near?.getWorldPosition(new Vector3()) ?? new Vector3(0, 1.35, 0.2)
    setBeside(place.current, target, inHeadset ? gl.xr.getCamera() : camera, inHeadset, 0.6, [...things.values()].flat(), things.get(thing))
  }, [thing, near, things, camera, gl, inHeadset])
  return <group ref={place} visible={model !== null}>{model && <Panel model={model} />}</group>
}
