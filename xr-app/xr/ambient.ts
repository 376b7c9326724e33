// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useThree } from '@react-three/fiber'

/** A frame that took longer than this was dear. */
const DEAR_MS = 30

/**
 * Asks for frames while something moves by itself (a fan, a lamp that blinks). Where frames are dear they are asked for
 * a third of the time only, so that a machine without a graphics processor still answers the hand at once.
 */
export function useAmbient(moving: boolean): void {
  const invalidate = useThree((s) => s.invalidate)
  useEffect(() => {
    if (!moving) return
    let [last, restUntil, drawn, next] = [performance.now(), 0, false, 0]
    const look = (now: number) => {
      const took = now - last
      last = now
      if (drawn && took > DEAR_MS) restUntil = now + took * 2
      drawn = now >= restUntil
      if (drawn) invalidate()
      next = requestAnimationFrame(look)
    }
    next = requestAnimationFrame(look)
    return () => cancelAnimationFrame(next)
  }, [moving, invalidate])
}
