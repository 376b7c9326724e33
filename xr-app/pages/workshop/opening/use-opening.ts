// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import type { Scenario } from '#domain/scenario/index.ts'

/** The page does without the room; whoever looks into the browser's console reads why. */
const without = (error: unknown) => console.info('The room could not be shown ahead: the page goes on.', error)

const hide = () => void import('./room.ts').then(({ hideRoom }) => hideRoom()).catch(without)

/** The room that was shown ahead (public/first-light.js) goes with the page. */
export function useRoomUntilLeft(): void {
  useEffect(() => hide, [])
}

/**
 * While one prepares to work in 3D: the room stands behind the page, and everything of the workshop comes, so that
 * nothing is waited for once one begins. What cannot be fetched now is asked for again where it is needed, and said there.
 */
export function useOpening(wanted: boolean, scenario: Scenario): void {
  useEffect(() => {
    if (!wanted) return hide()
    import('./room.ts').then(({ showRoom }) => showRoom()).catch(without)
    import('../Workshop3D.tsx').then(({ prepare }) => prepare(scenario)).catch(without)
  }, [wanted, scenario])
}
