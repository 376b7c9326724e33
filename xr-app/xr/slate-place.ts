// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { useThree } from '@react-three/fiber'
import { Quaternion, Vector3, type Group, type Object3D } from 'three'
import type { Session } from '#app/engine/session.ts'
import { useSettings } from '#app/ui/settings/store.ts'
import { headIn } from './comfort/head.ts'
import { inSafePlace, onSafePlace } from './comfort/safe-place-door.ts'
import { onStance, stanceNow, type Stance } from './comfort/stance.ts'
import { hiddenSpots } from './in-the-way.ts'
import { PANEL_WIDTH } from './panel-layout.ts'
import { setAhead } from './slate-ahead.ts'

type Side = 1 | -1
/** On which side, and how far behind the shoulder. */
type Way = { side: Side; behind: number }

const up = new Vector3(0, 1, 0)
const [eye, was] = [new Vector3(), new Vector3()]
/** The list of places is about this high. */
const HEIGHT = 0.7
/** A door that swings has come to rest. */
const RESTED_MS = 1_500
/** The flash, the crack and the silence come before any word. */
const SILENCE_MS = 1_100

function put(slate: Object3D, stance: Stance | null, { side, behind }: Way): void {
  const turn = stance?.turn ?? 0
  slate.position.set(side * ((stance ? 0.66 : 0.86) - behind * 0.25), 1.28, (stance ? -0.02 : 0.98) + behind)
  if (stance) {
    slate.position.applyAxisAngle(up, turn).add(was.set(stance.x, 0, stance.z))
    slate.parent?.worldToLocal(slate.position)
  }
  slate.scale.setScalar(1)
  slate.quaternion.copy(new Quaternion().setFromAxisAngle(up, turn - side * (1.25 + behind * 2.2)))
}

/** How many places of the slate, as it stands, something stands before, for eyes at this height. */
function hidden(slate: Object3D, stance: Stance | null, height: number, things: readonly Object3D[]): number {
  if (stance) eye.set(stance.x, height, stance.z)
  else slate.parent?.localToWorld(eye.set(0, 0, 1)).setY(height)
  return hiddenSpots(slate, [PANEL_WIDTH, HEIGHT], eye, things)
}

/**
 * Sets the slate beside where one stands: on this side, or, where an open door or anything else stands before it, on the
 * other, or a little behind. A key that is met through a door would move the door instead.
 */
export function setSlate(slate: Object3D, stance: Stance | null, side: Side, height: number, things: readonly Object3D[]): void {
  const other = side === 1 ? -1 : 1
  const ways: Way[] = [{ side, behind: 0 }, { side: other, behind: 0 }, { side, behind: 0.44 }, { side: other, behind: 0.44 }]
  let [best, least] = [ways[0]!, Infinity]
  for (const way of ways) {
    put(slate, stance, way)
    const many = hidden(slate, stance, height, things)
    if (many < least) [best, least] = [way, many]
    if (many === 0) break
  }
  put(slate, stance, best)
}

/**
 * Where the slate stands: on the side of the hand that does not act (of the only hand, when there is one), beside where
 * one last chose to stand. It never follows the head; it gives way to what has come before it. `ahead`: what it says
 * cannot wait, and it comes before the eyes until that is read.
 */
export function useBeside(session: Session, things: readonly Object3D[], page: unknown, ahead: boolean): RefObject<Group | null> {
  const chosen = useSettings()
  const gl = useThree((s) => s.gl)
  const stance = useSyncExternalStore(onStance, stanceNow)
  const away = useSyncExternalStore(onSafePlace, inSafePlace)
  const slate = useRef<Group>(null)
  const side = (chosen.hand === 'left') !== chosen.oneHand ? 1 : -1
  const look = useCallback((again: boolean) => {
    const height = Math.max(1, headIn(gl.xr.getCamera(), was).y)
    if (slate.current?.parent && !(again && hidden(slate.current, stance, height, things) === 0)) setSlate(slate.current, stance, side, height, things)
  }, [gl, stance, side, things])
  useLayoutEffect(() => look(false), [look, page, ahead])
  useEffect(() => {
    const own = slate.current
    // Whoever goes elsewhere without having read it has it come again; in the safe place nothing comes.
    if (!ahead || !own || away) return
    own.visible = false
    const timer = setTimeout(() => {
      const camera = gl.xr.getCamera()
      setAhead(own, camera, headIn(camera, was))
      own.visible = true
    }, SILENCE_MS)
    return () => {
      clearTimeout(timer)
      own.visible = true
    }
  }, [gl, ahead, stance, away])
  useEffect(() => {
    if (ahead) return
    let rests: ReturnType<typeof setTimeout> | undefined
    const stop = session.subscribe(() => {
      clearTimeout(rests)
      rests = setTimeout(() => look(true), RESTED_MS)
    })
    return () => {
      stop()
      clearTimeout(rests)
    }
  }, [session, look, ahead])
  return slate
}
