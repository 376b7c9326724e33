// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react'
import { useSettings } from '../settings/store.ts'
import './aids.css'
import { heldClicksOnly } from './long-press.ts'
import { actByResting } from './resting.ts'

/** Other ways to press, on every page: by resting the pointer, or by holding only. Fetched when chosen. */
export default function Aids() {
  const { gaze, longPress } = useSettings()
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => (longPress ? heldClicksOnly() : undefined), [longPress])
  useEffect(() => (gaze ? actByResting(({ share }, x, y) => {
    const style = ring.current?.style
    style?.setProperty('--share', String(share))
    style?.setProperty('translate', `${x}px ${y}px`)
  }) : undefined), [gaze])
  return gaze ? <div ref={ring} className="dwell-ring" aria-hidden="true" /> : null
}
