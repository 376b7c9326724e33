// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react'
import { Matrix4, Vector3 } from 'three'
import type { Point } from './place.ts'

/** What the hand (or the gaze, without one) points at in the real room, and the session's own way to keep it there. */
export type Met = { at: Point; normal: Point; anchor: () => Promise<XRAnchor | undefined> }

type Sources = Map<XRInputSource | 'viewer', XRHitTestSource>
type Aim = { sources: Sources; finds: boolean; hand: XRHandedness }

const [matrix, at, up] = [new Matrix4(), new Vector3(), new Vector3()]

/** Asks the device for a ray of this space; undefined where it finds no surfaces. */
async function sourceFor(session: XRSession, space: XRSpace): Promise<XRHitTestSource | undefined> {
  try {
    return await session.requestHitTestSource?.({ space })
  } catch (error) {
    console.info('This device finds no surfaces: the place is chosen by hand.', error)
    return undefined
  }
}

async function fill(session: XRSession, sources: Sources): Promise<void> {
  const viewer = await session.requestReferenceSpace('viewer')
  const wanted: [XRInputSource | 'viewer', XRSpace][] = [['viewer', viewer],
    ...[...session.inputSources].filter((one) => one.targetRayMode === 'tracked-pointer').map((one): [XRInputSource, XRSpace] => [one, one.targetRaySpace])]
  for (const [key, space] of wanted) {
    if (sources.has(key)) continue
    const source = await sourceFor(session, space)
    if (source) sources.set(key, source)
  }
}

/** Looks for real surfaces along the hands' rays while `looking`. `met` answers, in a frame, what the last hand used points at. */
export function useAim(session: XRSession | undefined, looking: boolean) {
  const aim = useRef<Aim>({ sources: new Map(), finds: false, hand: 'right' })
  useEffect(() => {
    if (!session || !looking) return
    const now: Aim = { sources: new Map(), finds: false, hand: 'right' }
    aim.current = now
    const look = () => void fill(session, now.sources)
    const used = (event: XRInputSourceEvent) => { now.hand = event.inputSource.handedness }
    look()
    session.addEventListener('inputsourceschange', look)
    session.addEventListener('selectstart', used)
    return () => {
      session.removeEventListener('inputsourceschange', look)
      session.removeEventListener('selectstart', used)
      for (const source of now.sources.values()) source.cancel()
      now.sources.clear()
    }
  }, [session, looking])
  const met = (frame: XRFrame, space: XRReferenceSpace): Met | null => {
    const { sources, hand } = aim.current
    const hands = [...sources.keys()].filter((key) => key !== 'viewer')
    const key = hands.find(({ handedness }) => handedness === hand) ?? hands[0] ?? 'viewer'
    const source = sources.get(key)
    const result = source && frame.getHitTestResults(source)[0]
    const pose = result?.getPose(space)
    if (!result || !pose) return null
    aim.current.finds = true
    matrix.fromArray(pose.transform.matrix)
    at.setFromMatrixPosition(matrix)
    up.setFromMatrixColumn(matrix, 1)
    return { at: at.toArray(), normal: up.toArray(), anchor: async () => result.createAnchor?.() }
  }
  /** Whether any surface was found since one looks. */
  return { met, finds: () => aim.current.finds }
}
