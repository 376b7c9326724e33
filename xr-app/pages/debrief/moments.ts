// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'

/** One moment in words: the gesture, then what the world answered. */
export type SpokenMoment = { at: number; gesture: Text; events: { name: string; text: Text }[] }

export const graveEvents: ReadonlySet<string> = new Set(['arc', 'shock', 'accident', 'load-break'])
export const isGrave = ({ events }: SpokenMoment) => events.some(({ name }) => graveEvents.has(name))

/** The address of a moment on this page: seconds, to the millisecond. `#t=75.3` */
export const momentAddress = (at: number) => `#t=${at / 1000}`

/** The moment an address speaks of, in milliseconds: `#t=75.3`, or `#moment-75300` of the list. Null: of none. */
export function momentIn(hash: string): number | null {
  const seconds = /^#t=(\d+(?:\.\d+)?)$/.exec(hash)?.[1]
  if (seconds !== undefined) return Math.round(Number(seconds) * 1000)
  const ms = /^#moment-(\d+)$/.exec(hash)?.[1]
  return ms === undefined ? null : Number(ms)
}

// Which moment the replay is at, for the list beside it. One debrief is on the page at a time.
let current: number | null = null
const listeners = new Set<() => void>()

export const currentMoment = {
  get: () => current,
  set: (at: number | null) => {
    if (at === current) return
    current = at
    listeners.forEach((tell) => tell())
  },
  subscribe: (tell: () => void) => {
    listeners.add(tell)
    return () => void listeners.delete(tell)
  },
}
