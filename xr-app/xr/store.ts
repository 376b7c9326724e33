// SPDX-License-Identifier: EUPL-1.2
import { createXRStore } from '@react-three/xr'
import { Color } from 'three'
import { controllerWith } from './controller.tsx'

// A slow hand is as good as a quick one: the library drops clicks longer than 300 ms unless told.
export const SLOW_CLICK = 10_000
const slow = { clickThresholdMs: SLOW_CLICK }
// The library's own colour, as a colour: a name would be read again in every frame.
const white = { color: new Color('white') }
const seen = { ...slow, cursorModel: white }
const pointers = { rayPointer: { ...seen, rayModel: white }, grabPointer: { ...slow, cursorModel: false }, touchPointer: seen }

/** The headset's state. No emulator, nothing fetched from elsewhere, only the features the workshop uses. */
export const makeXRStore = () => createXRStore({
  emulate: false,
  offerSession: false,
  enterGrantedSession: false,
  // Absolute, on our own origin: the library's default is a public CDN.
  baseAssetPath: new URL('/profiles/', document.baseURI).href,
  defaultControllerProfileId: 'generic-trigger-squeeze-thumbstick',
  controller: controllerWith(pointers),
  // A pinch acts from where a finger's touch ends.
  hand: { ...pointers, rayPointer: { ...pointers.rayPointer, minDistance: 0.1 } },
  transientPointer: seen,
  gaze: seen,
  foveation: 1,
  handTracking: true,
  // For augmented reality only, and optional: a real table or wall is found by a ray, and kept by an anchor.
  anchors: true, hitTest: true,
  layers: false, meshDetection: false, planeDetection: false, bodyTracking: false,
  domOverlay: false,
})
