// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from 'react'
import { useSettings } from '../settings/store.ts'

const Aids = lazy(() => import('./aids.tsx'))

/** The other ways to press, for whoever chose one: nobody else fetches them. */
export function AidsWhenChosen() {
  const { gaze, longPress } = useSettings()
  return gaze || longPress ? <Suspense fallback={null}><Aids /></Suspense> : null
}
