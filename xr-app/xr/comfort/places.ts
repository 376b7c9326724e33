// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useSyncExternalStore } from 'react'
import type { Text } from '#domain/text.ts'

/** Where the scene lets one stand, by name: for whoever does not point at the floor. */
export type Standing = { id: string; name?: Text; from: readonly [number, number, number]; to: readonly [number, number, number] }

const none: readonly Standing[] = []
let places: readonly Standing[] = none
const listeners = new Set<() => void>()

function say(next: readonly Standing[]): void {
  places = next
  listeners.forEach((tell) => tell())
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** Makes a scene's places known while its view is on. */
export function useKnownPlaces(known: readonly Standing[]): void {
  useEffect(() => {
    say(known)
    return () => say(none)
  }, [known])
}

export const usePlaces = (): readonly Standing[] => useSyncExternalStore(subscribe, () => places)
