// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from 'react'
import type { Object3D } from 'three'
import { useInHeadset } from './headset.tsx'

const load = () => import('./spare-drawing.tsx')
const loadPiece = () => import('./one-piece.ts')
const say = (cause: unknown) => console.info(`What spares memory in a headset could not be fetched: ${String(cause)}`)
// Without it everything is drawn all the same.
const nothing = (cause: unknown) => {
  say(cause)
  return { default: () => null }
}
const Loaded = lazy(() => load().then(({ SpareDrawing: module }) => ({ default: module }), nothing))

/** Has it come, where there is a headset, before one enters. */
export function prepareSparing(): void {
  load().catch(say)
  loadPiece().catch(say)
}

/** In a headset a frame must never be late; a flat screen draws on demand and never fetches this. */
export const Sparing = () => (useInHeadset() ? <Suspense fallback={null}><Loaded /></Suspense> : null)

/** Has a model drawn in one piece as soon as that has come; until then, or if it does not come, it is drawn as it was made. */
export const drawInOnePiece = (model: Object3D): void => void loadPiece().then(({ inOnePiece }) => inOnePiece(model), say)
