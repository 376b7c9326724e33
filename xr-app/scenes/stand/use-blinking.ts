// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo } from 'react'
import { useThree } from '@react-three/fiber'
import type { World } from '#domain/workshop/pieces.ts'
import { bodyOf } from '#app/equipment/kinds.ts'
import { useCalm } from '#app/ui/settings/store.ts'
import type { StandingWorkshop } from './standing.ts'

/** From one blink to the next, and how long of it a light is out: about once a second, where three would be too many. */
export const BEAT_MS = 950
export const OUT_MS = 210

/** Whether the light of this number goes out on this beat: not all together, and none of them always. */
export const goesOut = (beat: number, light: number): boolean => (beat * 7 + light * 5) % 4 !== 0

/** The lights that blink in this world, in an order that does not change. */
export const blinksOf = (world: World): readonly string[] => Object.entries(world).flatMap(([id, piece]) => bodyOf(piece.kind).blinks?.(id, piece) ?? []).toSorted()

/** Lets lights blink that say that something passes. Steady for whoever asked for calm; rarer where a frame is dear. */
export function useBlinking({ bones }: Pick<StandingWorkshop, 'bones'>, world: World): void {
  const invalidate = useThree((s) => s.invalidate)
  const calm = useCalm()
  const lights = useMemo(() => blinksOf(world), [world])
  useEffect(() => {
    if (calm || lights.length === 0) return
    const show = (lit: (light: number) => boolean) => {
      lights.forEach((part, i) => bones.get(part)?.scale.setScalar(lit(i) ? 1 : 1e-4))
      invalidate()
    }
    let [beat, cost, timer] = [0, 0, 0]
    const out = () => {
      beat += 1
      const asked = performance.now()
      requestAnimationFrame(() => requestAnimationFrame((now) => { cost = Math.max(0, now - asked) }))
      show((i) => !goesOut(beat, i))
      timer = window.setTimeout(back, OUT_MS)
    }
    const back = () => {
      show(() => true)
      timer = window.setTimeout(out, Math.max(BEAT_MS - OUT_MS, cost * 12))
    }
    timer = window.setTimeout(out, BEAT_MS)
    return () => {
      clearTimeout(timer)
      show(() => true)
    }
  }, [bones, lights, calm, invalidate])
}
