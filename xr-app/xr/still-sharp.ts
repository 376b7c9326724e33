// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'

/** Nothing has moved for this long (milliseconds): the picture may take its time. */
const STILL_MS = 600
/** Where edges are not smoothed as they are drawn, the picture is drawn larger than the screen, and brought down. */
const LARGER = 1.5
const MOST = 2

/** How fine a picture that stands still is drawn: as fine as the screen, and finer where edges are rough. */
export const stillDensity = (screen: number, smoothed: boolean): number => Math.min(MOST, Math.max(1, screen, smoothed ? 0 : LARGER))

/**
 * On a flat screen, draws once more, and finely, what has come to rest: a device that has to draw coarsely while things
 * move shows clean edges and letters to whoever looks closely. The next frame is coarse again, and quick.
 */
export function useStillSharp(active: boolean): void {
  const { gl, scene, get } = useThree()
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined)
  const fine = useRef(false)
  useEffect(() => () => clearTimeout(wait.current), [active])
  useFrame(() => {
    if (fine.current) gl.setPixelRatio(get().viewport.dpr)
    fine.current = false
    clearTimeout(wait.current)
    if (active) wait.current = setTimeout(() => requestAnimationFrame(sharpen), STILL_MS)
  })
  const sharpen = () => {
    const density = stillDensity(devicePixelRatio, gl.getContextAttributes()?.antialias === true)
    if (gl.xr.isPresenting || density <= get().viewport.dpr) return
    fine.current = true
    gl.setPixelRatio(density)
    gl.render(scene, get().camera)
  }
}
