// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import type { ThreeEvent } from '@react-three/fiber'
import { pressCounts, pressDown } from '#app/xr/comfort/press.ts'

/** The thing an event of the pointer is about, and whether it is on its moving part. */
export const met = (e: ThreeEvent<MouseEvent>) => e.object.userData as { thing?: string; moving?: boolean }

/** Which hand it came from, with a headset. */
export const sideOf = (e: ThreeEvent<MouseEvent>): 'left' | 'right' => {
  const state = (e as unknown as { pointerState?: { inputSource?: XRInputSource } }).pointerState
  return state?.inputSource?.handedness === 'left' ? 'left' : 'right'
}

/** A press that turned the view is not a touch. */
export function useDragGuard() {
  const [guard] = useState(() => {
    let from: [number, number] | null = null
    const screen = (e: ThreeEvent<MouseEvent>): [number, number] | null => {
      const native = e.nativeEvent as MouseEvent | undefined
      return typeof native?.clientX === 'number' ? [native.clientX, native.clientY] : null
    }
    return {
      down: (e: ThreeEvent<MouseEvent>) => {
        from = screen(e)
        pressDown(e)
      },
      /** Whether this click is meant: long enough, for whoever asked that brief contacts do nothing. */
      counts: pressCounts,
      moved: (e: ThreeEvent<MouseEvent>) => {
        const to = screen(e)
        return from !== null && to !== null && Math.hypot(to[0] - from[0], to[1] - from[1]) > 8
      },
    }
  })
  return guard
}
