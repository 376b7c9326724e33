// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { healthWasRead, readHealth } from '#app/ui/settings/store.ts'
import { prepareSlate } from '../slate-lazily.tsx'
import { prepareSparing } from '../spare-lazily.tsx'

const HealthNotice = lazy(() => import('./health-notice.tsx'))

/**
 * The way into a headset. The first time on a device, what to know about one's health is read first; the scene's texts
 * must be there. `button` is given what to do when it is pressed.
 */
export function EnterHeadset({ enter, button }: { enter: () => void; button: (press: () => void) => ReactNode }) {
  useEffect(prepareSlate, [])
  useEffect(prepareSparing, [])
  const [asking, setAsking] = useState(false)
  const accept = () => {
    readHealth()
    setAsking(false)
    enter()
  }
  return <>
    {button(() => (healthWasRead() ? enter() : setAsking(true)))}
    {asking && <Suspense fallback={null}><HealthNotice accept={accept} close={() => setAsking(false)} /></Suspense>}
  </>
}
