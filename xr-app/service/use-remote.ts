// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState } from 'react'
import { Unreachable } from './problem.ts'

export type Remote<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; error: unknown }

type Fetched<Value> = { remote: Remote<Value>; again: () => void }

/**
 * Fetches once per `key`, again when asked, and every `everyMs` while `everyMs` is set and the page is looked at.
 * While it fetches again, and when that finds no service, the value already there stays: a page never blinks. After a
 * failure it asks again by itself when the device is back online.
 */
export function useRemote<Value>(
  key: string,
  fetchIt: (signal: AbortSignal) => Promise<Value>,
  everyMs: (value: Value) => number | null = () => null,
): Fetched<Value> {
  const [remote, setRemote] = useState<Remote<Value>>({ state: 'loading' })
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound((n) => n + 1), [])

  useEffect(() => {
    const stop = new AbortController()
    fetchIt(stop.signal).then(
      (value) => setRemote({ state: 'ready', value }),
      (error: unknown) => {
        const keeps = (now: Remote<Value>) => now.state === 'ready' && error instanceof Unreachable
        if (!stop.signal.aborted) setRemote((now) => (keeps(now) ? now : { state: 'failed', error }))
      },
    )
    return () => stop.abort()
    // fetchIt is made anew at each render; the key says what it fetches.
  }, [key, round])

  const failed = remote.state === 'failed'
  useEffect(() => {
    if (!failed) return
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [failed, again])

  const wait = remote.state === 'ready' ? everyMs(remote.value) : null
  useEffect(() => {
    if (wait === null) return
    const timer = setInterval(() => { if (!document.hidden) again() }, wait)
    return () => clearInterval(timer)
  }, [wait, again])

  return { remote, again }
}
