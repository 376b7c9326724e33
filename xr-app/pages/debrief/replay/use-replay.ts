// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useSyncExternalStore } from 'react'
import type { ReplaySession } from '../../../engine/replay-session.ts'
import { currentMoment, momentIn } from '../moments.ts'

/** Fine enough for an eye on a timeline; a page drawn again sixty times a second would only heat. */
const tick = 100

/** The time of the replay, in tenths of a second as milliseconds. */
export const useTime = (session: ReplaySession): number =>
  useSyncExternalStore(session.watch, () => Math.floor(session.elapsed() / tick) * tick)
export const useCount = (session: ReplaySession): number => useSyncExternalStore(session.watch, () => session.count)
export const useSpeed = (session: ReplaySession) => useSyncExternalStore(session.watch, () => session.speed)
export const usePaused = (session: ReplaySession): boolean => useSyncExternalStore(session.watch, () => session.paused)

/** Lets the replay run with the page's pictures, and stop with a page that nobody looks at. */
export function useRunning(session: ReplaySession): void {
  const paused = usePaused(session)
  useEffect(() => {
    if (paused) return
    let frame = requestAnimationFrame(function next() {
      session.advance()
      frame = requestAnimationFrame(next)
    })
    const hide = () => { if (document.hidden) session.pause() }
    document.addEventListener('visibilitychange', hide)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [paused, session])
  useEffect(() => () => session.pause(), [session])
}

/** The address says a moment: the replay goes there, now and each time it changes. Tells the list where the replay is. */
export function useAddress(session: ReplaySession, show: () => void): void {
  useEffect(() => {
    const go = () => {
      const at = momentIn(location.hash)
      if (at === null) return
      session.pause()
      session.seek(at)
      if (location.hash.startsWith('#t=')) show()
    }
    go()
    addEventListener('hashchange', go)
    return () => removeEventListener('hashchange', go)
  }, [session, show])
  const count = useCount(session)
  useEffect(() => {
    currentMoment.set(count > 0 ? session.actions().at(-1)?.at ?? null : null)
    return () => currentMoment.set(null)
  }, [count, session])
}
